import type { Fact } from '../understanding/index.ts';

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

/** What stands before every name that is looked for: most messages have nothing of it. */
const INTRODUCES = /叫|名|[我这這]是|本人|ame|I(?:'m|’m| am)/;

/** Enough to learn a phrase from. */
const LONGEST = 200;

/** A message without what would tell whose it is: ID numbers, phones, names and certificate numbers are replaced by ＊. */
export function maskText(text: string, facts: readonly Fact[], longest = LONGEST): string {
  const personal = facts.filter(({ name }) => PERSONAL.has(name)).toSorted((a, b) => b.span[0] - a.span[0]);
  const found = personal.reduce((rest, { span: [start, end] }) => `${rest.slice(0, start)}＊${rest.slice(end)}`, text);
  const patterns = INTRODUCES.test(found) ? [...NAMES, LONG_NUMBER] : [LONG_NUMBER];
  const masked = patterns.reduce((rest, pattern) => rest.replace(pattern, '＊'), found);
  return masked.length <= longest ? masked : [...masked].slice(0, longest).join('');
}
