import type { Fact, Understanding } from '../understanding/index.ts';
import { perText } from './per-text.ts';

const PERSONAL = new Set<Fact['name']>(['idNumber', 'personName', 'certificateNo']);
/** Runs of digits that could be a number of a person's, in any writing of digits. */
const LONG_NUMBER =
  /[\d０-９XxＸｘ〇零一二三四五六七八九幺两][\d０-９XxＸｘ〇零一二三四五六七八九幺两\s-]{5,}[\d０-９XxＸｘ〇零一二三四五六七八九幺两]/g;
/** The names of eight people in ten begin with one of these. */
const SURNAME =
  '[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于叶葉杜程魏苏蘇吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛阎闫段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴洪武莫孔符吉云冼欧歐]';
const HAN = '\\p{Script=Han}';
const END = '(?![\\p{L}\\d])';
/** What stands after words that introduce somebody, 「我叫…」「姓名：…」 or “my name is …”; and after 「我是」 what looks like a name. */
const NAMES = [
  `(?<=(?:我|俺|本人|他|她)叫(?:做)?|(?:姓名|名字|全名)(?:是|叫|为)?)\\s*(?:[:：]\\s*)?(?:${HAN}+(?:[·•・]${HAN}+)+|${HAN}{2,4}${END}|${HAN}{2,3})`,
  `(?<=我是|本人|这是|這是)${SURNAME}${HAN}{1,2}${END}`,
  `(?<=\\b(?:[Mm]y name(?:'s|’s| is)|[Nn]ame:|I(?:'m|’m| am))\\s+)\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)*`,
].map(name => new RegExp(name, 'gu'));

/** People who are talked of: at the start of a message before what is theirs, or after the word that does something for them. */
const OTHERS = [
  `^\\s*${SURNAME}${HAN}{1,2}(?<![工员員师師省市县縣区區年时時月证證])(?=[那这這][个個本张張]|的(?:证|證|学|學|岗|崗|电|電|培|身|安|红|紅))`,
  `(?<=[帮幫替给給]|同事|师傅|師傅|员工|員工|工人)${SURNAME}${HAN}{1,2}(?=[查问問看办辦换換的弄报報])`,
].map(name => new RegExp(name, 'gu'));
/** Certificate numbers have no known format: what is called one, letters and digits in one word, and what begins or is framed as papers are numbered. */
const NUMBERS = [
  /(?<=(?:[编編][号號码碼]|[证證][书書]?[号號]|\bnumber|\bno\.?)(?:是|为|為|is|[:：\s]){0,4})[\p{Script=Han}]{0,4}[A-Za-z()（）[\]〔〕/.-]{0,20}\d[A-Za-z\d()（）[\]〔〕/.-]{0,40}[号號]?/giu,
  /[\p{Script=Han}]{0,2}字?第\s*[A-Za-z\d-]{3,}\s*[号號]/gu,
  /[京津沪渝冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤藏川宁琼瓊]?(?<![A-Za-z\d_-])(?!\d{1,4}[a-z]{2,}(?![A-Za-z\d_-]))(?=[\d_-]*[A-Za-z])(?=(?:[A-Za-z_-]*\d){3})[A-Za-z\d_-]{4,}/g,
  /[京津沪渝冀豫辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤藏川宁琼瓊](?!(?:19|20)\d\d(?!\d))\d{3,}/g,
  /\d{5,}/g,
];
/** What opens or reaches an account. */
const ACCOUNTS =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=(?:密码|密碼|口令|验证码|驗證碼|微信[号號]?|QQ号?|vx|\bpassword|\bwechat)(?:是|为|為|is|[:：\s]){0,4})[\w@#$%^&*!.+-]{4,}/gi;
const EMPLOYER =
  /[^\P{Script=Han}在是去到给給被归歸属屬从從向跟和我们們你他她的了吗]{2,16}(?:有限(?:责任|責任)?公司|集团(?:公司)?|集團(?:公司)?)/gu;

/** What stands before every name that is looked for: most messages have nothing of it. */
const INTRODUCES = /叫|名|[我这這]是|本人|ame|I(?:'m|’m| am)/;

const ALWAYS = [ACCOUNTS, LONG_NUMBER, ...NUMBERS, EMPLOYER, ...OTHERS];

const withoutTraces = perText(text =>
  (INTRODUCES.test(text) ? [...NAMES, ...ALWAYS] : ALWAYS).reduce((rest, pattern) => rest.replace(pattern, '＊'), text),
);

const isPersonal = ({ name }: Fact): boolean => PERSONAL.has(name);

/** Enough to learn a phrase from. */
const LONGEST = 200;

/** A message without what would tell whose it is: ID numbers, phones, names, certificate numbers, accounts and employers are replaced by ＊. */
export function maskText(text: string, facts: readonly Fact[], longest = LONGEST): string {
  const personal = facts.filter(isPersonal).toSorted((a, b) => b.span[0] - a.span[0]);
  const found = personal.reduce((rest, { span: [start, end] }) => `${rest.slice(0, start)}＊${rest.slice(end)}`, text);
  const masked = withoutTraces(found);
  return masked.length <= longest ? masked : [...masked].slice(0, longest).join('');
}

/** Whether nothing in a message, however it was understood, would tell whose it is. */
export function tellsNobody(text: string, readings: readonly Understanding[]): boolean {
  return withoutTraces(text) === text && !readings.some(({ facts }) => facts.some(isPersonal));
}
