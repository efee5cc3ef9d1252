import { before, type Found, found, matches, type Reading } from './reading.ts';

/** 15 or 18 places, in groups or not; the check digit is not looked at, for a wrong one must be refused by name. */
const ID_NUMBER = /(?<![\da-z])\d(?:[ -]{0,2}\d){14}(?:(?:[ -]{0,2}\d){2}[ -]{0,2}[\dx])?(?![\da-z]|[ -]?\d)/g;
const ASKED_ID = /(?<![\da-z])\d(?:[ -]{0,2}\d){9,24}[ -]{0,2}[\dx]?(?![\da-z])/;
/** 「13800001111 2018」: a phone number and a year. */
const PHONE_FIRST = /^1[3-9]\d{9}[ -]/;
const ANOTHER_NUMBER =
  /(?:证书?编?号码?|编号|卡号|账号|订单|单号|信用代码|certificate (?:no\.?|number)|cert no\.?|account)[^\d]{0,6}$/;

/** ID numbers: digits half-width, X upper-case, without the spaces and dashes people put in. */
export function findIdNumbers({ text, situation }: Reading): Found[] {
  if (!/\d{4}/.test(text) && situation.asking !== 'idNumber') return [];
  const isOther = (ahead: string) =>
    situation.asking !== 'idNumber' && ANOTHER_NUMBER.test(ahead) && !/身份证/.test(ahead);
  const numbers = situation.asking === 'certificateNo' ? [] : [...matches(text, ID_NUMBER)];
  const facts = numbers
    .filter(match => !isOther(before(text, match.index)) && !PHONE_FIRST.test(match[0]))
    .map(match => idNumber(match[0], match.index, 0.98));
  if (facts.length > 0 || situation.asking !== 'idNumber') return facts;
  const asked = ASKED_ID.exec(text);
  return asked ? [idNumber(asked[0], asked.index, 0.8)] : [];
}

function idNumber(written: string, start: number, confidence: number): Found {
  return found(
    { name: 'idNumber', value: written.replace(/[ -]/g, '').toUpperCase() },
    start,
    start + written.length,
    confidence,
  );
}

const NAME_LEAD =
  /^(?:(?:我|俺|本人)?(?:的)?(?:姓名|名字|全名|大名)(?:是|叫|:|为)? ?|我(?:叫|是)|俺叫|本人|叫我?|(?:名册|名單|名单|登记|系统)(?:上|里|的)*(?:写的?|登记的?)?(?:名字|姓名)?(?:是|叫)|(?:my )?(?:full )?name(?:'s| is|:)? |i am |i'm |it's |this is )+/;
const NAME_TAIL = /(?:啊|呀|哈|哦|呢|的|,谢谢|谢谢)?[。.!,~]*$/;
const HAN_NAME =
  /^[\u3400-\u9fff\u{20000}-\u{2fa1f}]{1,2} ?[\u3400-\u9fff\u{20000}-\u{2fa1f}]{1,2}$|^[\u3400-\u9fff]{1,10}(?:[·•・.][\u3400-\u9fff]{1,10}){1,3}$/u;
const LATIN_NAME = /^[a-z][a-z'.-]+(?: [a-z][a-z'.-]*){1,3}$/;
/** What is typed in the place of a name and is none. */
const NOT_NAME =
  /^(?:[我免]?姓|不知|不晓|忘|不想|不要|不说|为什么|为啥|干嘛|取消|返回|退出|跳过|下一|上一|继续|暂停|帮助|谢谢|你好|您好|好的|可以|没有|什么|怎么|哪|重来|重新|等|稍等|是的|不是|不对|身份|证|我的|保密|匿名|客服|人工|转人工|算了|查询|查不|我要|我想|施工员|质量员|资料员|材料员)|[吗么呢?？证]|学时|多少|怎么|什么|为啥|要不|不用|不给|知道|告诉/;
const NOT_LATIN_NAME =
  /\b(?:why|what|how|no|yes|not|cancel|help|skip|back|next|dont|don't|know|sure|thanks|please|later|stop|wait|do|you|need|is|the|my|who|where|when|can|hello|hi|never|mind)\b/;

/** How the number beside a name is called, with what stands between the two. */
const NUMBER_LABEL =
  /(?:我的|本人的?)?(?:居民)?(?:身份证|身份證)?(?:号码?|號碼?|号)?(?:是|为|:)?|(?:and )?(?:my )?(?:id(?: (?:card|no\.?|number))*|identity (?:card )?(?:number|no\.?))(?: is|:)?|and/;
const BESIDE_BEFORE = new RegExp(`(?:${NUMBER_LABEL.source})[\\s,;、/]*$`);
const BESIDE_AFTER = /^[\s,;、/。.]*(?:and )?/;
/** Said with a number in the place where it was asked for. */
const AGREED = /^(?:好的?|行|可以|同意|嗯|ok(?:ay)?|yes|sure|i agree|你好|您好)[,。.!;\s]+/;

/** The person's name, when it or the number was asked for and the message is nothing else, except the number; as it was typed. */
export function findName({ text, situation }: Reading): Found[] {
  const isAsked = situation.asking === 'personName' || situation.asking === 'idNumber';
  if (!isAsked && !/\d{4}/.test(text)) return [];
  const number = ID_NUMBER.exec(text);
  ID_NUMBER.lastIndex = 0;
  if (!isAsked) return number === null ? [] : nameAfter(text, number.index + number[0].length);
  if (number === null) return nameFrom(text, 0, text.length);
  const ahead = text.slice(0, number.index).replace(BESIDE_BEFORE, '').length;
  const behind = number.index + number[0].length;
  const before = nameFrom(text, AGREED.exec(text)?.[0].length ?? 0, ahead);
  if (before.length > 0) return before;
  const start = behind + (BESIDE_AFTER.exec(text.slice(behind))?.[0].length ?? 0);
  const after = nameFrom(text, start, text.length);
  return after.length > 0
    ? after
    : nameAmong(text, [
        [0, ahead],
        [start, text.length],
      ]);
}

/** 「查学时 4600… 张三」 before anything was asked: what stands behind the number and can be nothing but a name. */
function nameAfter(text: string, behind: number): Found[] {
  const start = behind + (BESIDE_AFTER.exec(text.slice(behind))?.[0].length ?? 0);
  const names = start > behind ? nameFrom(text, start, text.length) : [];
  return names.filter(({ value }) => !ASKS_FOR_SOMETHING.test(String(value)));
}

const ASKS_FOR_SOMETHING = /[查帮看请给要找问办换我你您他她]|\b(?:check|look|show|my|for|renew)\b/;

/** Of several parts the one that says it is a name, or the only one that can be. */
function nameAmong(text: string, places: readonly (readonly [number, number])[]): Found[] {
  const parts = places.flatMap(([from, to]) =>
    [...text.slice(from, Math.max(from, to)).matchAll(/[^,;。、/\n]+/g)]
      .map(part => from + part.index)
      .map((at, index, all) => [at, all[index + 1] ?? Math.max(from, to)] as const),
  );
  const names = parts
    .map(([from, to]) => ({ from, found: nameFrom(text, from, to) }))
    .filter(({ found }) => found.length > 0);
  const said = names.filter(({ from, found }) => found[0]!.start > from + text.slice(from).search(/\S/));
  return (said.length === 1 ? said[0] : names.length === 1 ? names[0] : undefined)?.found ?? [];
}

function nameFrom(text: string, from: number, to: number): Found[] {
  const part = text.slice(from, Math.max(from, to));
  const lead = NAME_LEAD.exec(part)?.[0].length ?? 0;
  const name = part
    .slice(lead)
    .replace(/[\s,;、/]+$/, '')
    .replace(NAME_TAIL, '')
    .trim();
  const ok = HAN_NAME.test(name) ? !NOT_NAME.test(name) : LATIN_NAME.test(name) && !NOT_LATIN_NAME.test(name);
  if (!ok) return [];
  const start = from + part.indexOf(name, lead);
  return [found({ name: 'personName', value: name }, start, start + name.length, 0.9)];
}

const CERTIFICATE_NO =
  /^(?:(?:我的)?(?:证书|证件)?(?:编号|号码|号)(?:是|为|:)? ?|(?:the |my )?(?:certificate |cert )?(?:number|no\.?)(?: is|:)? |it's |是)?(?<number>[\u4e00-\u9fffa-z]{0,8}[[(]?[a-z\d][\da-z\u4e00-\u9fff()[\]/ .-]{2,38}[\d)\]a-z号])[。.!]?$/;

/** The certificate number, when it was asked for: an opaque string of which digits are part, as it was typed. */
export function findCertificateNo({ text, situation }: Reading): Found[] {
  if (situation.asking !== 'certificateNo') return [];
  const match = CERTIFICATE_NO.exec(text);
  const number = match?.groups?.number?.trim();
  if (!number || !/\d{3}/.test(number) || /[?吗么呢]|多少|怎么|什么|不知|不清/.test(text)) return [];
  const start = text.lastIndexOf(number);
  return [found({ name: 'certificateNo', value: number }, start, start + number.length, 0.9)];
}
