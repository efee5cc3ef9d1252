import {
  ENGLISH_DUTIES,
  ENGLISH_FIELDS,
  ENGLISH_OFFICES,
  ENGLISH_ROLES,
  FIELDS,
  OTHER_FIELDS,
  OTHER_TRADES,
  ROLES,
} from '../lexicon.ts';
import { has } from './gate.ts';
import { after, before, type Found, found, matches, type Reading } from './reading.ts';

const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
const literal = (word: string): string => word.replace(/[&.-]/g, '\\$&');

const FIELD = longestFirst(Object.keys(FIELDS));
const FULL_ROLES = Object.keys(ROLES).filter(role => role.endsWith('员'));

/** 「土建施工员」, 「土建的施工员」, 「施工员（市政）」, 「施工员 土建方向」; the short forms 「市政施工」 only with their field. */
const CHINESE = new RegExp(
  `(?:(?<field>${FIELD})(?:工程|专业|方面|类|这块|那块|那边|这边)?的? ?(?<short>施工|质量|质检)(?!员|[单现进作图技监安问管方人负质体工])|` +
    `(?:(?<front>${FIELD})(?:工程|专业|方面|类|这块|那块|那边|这边)?的?那?个? ?|(?<other>${OTHER_FIELDS.join('|')}))?(?<role>${longestFirst(FULL_ROLES)})` +
    `(?:(?:得嘛|嘛|啊|呀|来的|哈)? ?[(:,、·-]? ?(?<back>${FIELD})(?:工程)?(?:专业|方向|方面|类)?(?![施质材机劳资标]|管理))?)`,
  'g',
);

const ENGLISH_FIELD = longestFirst(Object.keys(ENGLISH_FIELDS));
const ENGLISH_ROLE_OF = new Map(
  [...Object.entries(ENGLISH_DUTIES), ...Object.entries(ENGLISH_ROLES)].flatMap(([role, names]) =>
    names.map(name => [name, role] as const),
  ),
);
const DUTIES = longestFirst(Object.values(ENGLISH_DUTIES).flat());
const NAMES = longestFirst(Object.values(ENGLISH_ROLES).flat());
const CERTIFICATE = "(?:'s)? (?:training )?(?:certificates?|certs?|qualification|card|ticket)";
/** "municipal quality inspector", "foreman (civil)"; a duty alone only beside a certificate ("materials certificate") or with a field ("deco inspector"). */
const ENGLISH = new RegExp(
  `(?<![a-z])(?:(?<front>${ENGLISH_FIELD})[ -])?(?:(?<duty>${DUTIES}) (?<office>${longestFirst(ENGLISH_OFFICES)})s?|(?<name>${NAMES})|(?<bare>${DUTIES})(?=${CERTIFICATE}| of (?:${ENGLISH_FIELD}))|(?<item>(?<=(?:${ENGLISH_FIELD})[ -])(?:${DUTIES})(?= ?(?:$|[,.;!?/])))|(?<inspector>inspector|constructor)s?)(?:(?: ?[(,-]? ?| of | for )(?<back>${ENGLISH_FIELD})(?: works| engineering)?\\)?)?(?![a-z])`,
  'g',
);
/** Roles only where their field stands beside them: a "second-class constructor" is another qualification. */
const NEEDS_FIELD: Readonly<Record<string, string>> = { inspector: '质量员', constructor: '施工员' };
/** A look ahead that spares most messages the search. */
const ENGLISH_WORDS = new RegExp(
  [...new Set(['inspector', 'constructor', ...ENGLISH_ROLE_OF.keys()].map(name => name.slice(0, 4)))].join('|'),
);
const OTHERS = new RegExp(OTHER_TRADES.map(literal).join('|'), 'g');

const CODE =
  /(?:(?<=(?<!\d)1[01]\d ?\/ ?)|(?<![\d.a-z/年月-]|\d[-/.] ?|\d,))(?<lead>(?:岗位)?代[码号]|岗位编[码号]|编码|岗位|code|trade|no\.?|#)?(?: ?(?:number|no\.?))?[ :]*(?:(?:是|为|is)[ :]*)?(?<code>\d{3})(?!\d|[.:]\d|[-/](?!(?:19|20)\d\d(?!\d))\d{4,})/g;
const LISTED = /^1(?:0[1-9]|1[0-5])$/;
/** What a number counts or labels when it is no code. */
const COUNTED =
  /^ ?(?:个|学|课|小时|元|块|钱|人|天|年(?!的)|月|号(?!证|的)|室|房|路|楼|栋|岁|斤|米|页|条|分|次|万|%|hours?|days?|yuan|rmb|people|办|国道|平)/;
const CALLED = /(?:拨|打[了过]?|报警|电话|room|号码|第|〔|\[|共|约|差|花|dial|call|at|live|flat|floor|apt|¥|\$)[ :]*$/;

/** Trades and codes: `certificate.code`, `certificate.codes` (a role without its field) and `certificate.trade` (not of the notice). */
export function findTrades(reading: Reading): Found[] {
  const { text } = reading;
  return onPaper(text, [...chineseTrades(text), ...englishTrades(text), ...otherTrades(text), ...codes(reading)]);
}

/** 「现在干的是材料员，证上写的土建施工员」: the work is another than the certificate, which is what is asked about. */
function onPaper(text: string, trades: readonly Found[]): Found[] {
  const isWritten = ({ start }: Found) => WRITTEN.test(before(text, start, 24));
  if (!trades.some(isWritten)) return [...trades];
  return trades.filter(trade => isWritten(trade) || !WORKS_AS.test(before(text, trade.start, 24)));
}

const WRITTEN =
  /(?:证书?(?:上面?|里面?)?(?:写|印|标|登记|显示)(?:的|着)?(?:却|还|又)?(?:是|成)?|证书?(?:上面?|里面?)(?:是|的?是)|证书?(?:却|还|倒)?是|cert(?:ificate)? (?:says|reads|is for|is|states)) ?(?:an? |the )?['"「“]?$/;
const WORKS_AS =
  /(?:现在|目前|实际|平时|如今|眼下)(?:上?[在是]?)?(?:干|做|当|从事|任)(?:的|着)?(?:是|活是|工作是)?$|(?:干|做)的(?:是|活是|工作是)$|\b(?:work(?:ing)?|employed|acting) as ?(?:an? |the )?$/;

function* chineseTrades(text: string): Iterable<Found> {
  for (const match of matches(text, CHINESE)) {
    const { field, front, back, other, short, role } = match.groups!;
    const [start, end] = [match.index, match.index + match[0].length];
    if (isBystander(text, start, end)) continue;
    yield roleFact((role ?? `${short}员`)!, other ? undefined : FIELDS[field ?? front ?? back ?? ''], start, end);
  }
}

function roleFact(role: string, field: number | undefined, start: number, end: number, confidence = 0.97): Found {
  const values = ROLES[role]!;
  const code = values.length === 1 ? values[0]! : field === undefined ? undefined : values[field];
  return code
    ? found({ name: 'certificate.code', value: code }, start, end, confidence)
    : found({ name: 'certificate.codes', value: values }, start, end, confidence);
}

function* englishTrades(text: string): Iterable<Found> {
  if (!has(text, ENGLISH_WORDS)) return;
  for (const match of matches(text, ENGLISH)) {
    const { front, back, duty, name, bare, item, inspector } = match.groups!;
    if (inspector && !front && !back) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    if (isBystander(text, start, end)) continue;
    const role = inspector ? NEEDS_FIELD[inspector]! : ENGLISH_ROLE_OF.get((duty ?? name ?? bare ?? item)!)!;
    yield roleFact(role, ENGLISH_FIELDS[front ?? back ?? ''], start, end, 0.93);
  }
}

function* otherTrades(text: string): Iterable<Found> {
  for (const match of matches(text, OTHERS)) {
    const end = match.index + match[0].length;
    if (!isBystander(text, match.index, end))
      yield found({ name: 'certificate.trade', value: match[0] }, match.index, end, 0.95);
  }
}

/** 「资料员说不用」, 「问一下施工员」: somebody on site, not a certificate. */
function isBystander(text: string, start: number, end: number): boolean {
  const behind = after(text, end, 6);
  if (BYSTANDER_AFTER.test(behind)) return true;
  return BYSTANDER_BEFORE.test(before(text, start, 8)) && !IS_THE_SUBJECT.test(behind);
}

const BYSTANDER_AFTER =
  /^ ?(?:跟我|和我|同我|老?[张王李陈刘])?(?:说|讲|告诉|通知|叫我|让我|喊我|帮我|帮忙|提醒|发群|发的消息|催|问我|问了|来问|问起|told|said|says|asked me|tells|named|wants|insists|thinks)/;
/** 「问下标准员换证的事」. */
const IS_THE_SUBJECT = /^(?:的?证|换|的?学时|要|能|怎|今年|每年|的?(?:这个|那个)?事)/;
const BYSTANDER_BEFORE =
  /(?:找|问下|问一下|问了|听|托|喊|叫|请|联系|交给|麻烦|our|their|ask|asked|tell)(?:我们|咱们|公司|项目部?|单位|工地|班组)?的?(?:那个)?(?:the )?$/;

function* codes({ text, situation }: Reading): Iterable<Found> {
  if (!/\d{3}/.test(text)) return;
  for (const match of matches(text, CODE)) {
    const { lead, code } = match.groups!;
    const end = match.index + match[0].length;
    const start = end - 3;
    const named = lead !== undefined && lead !== 'no' && lead !== 'no.' && lead !== 'trade' && lead !== '岗位';
    if (
      /^ ?(?:到|至|-|~|to) ?1\d\d/.test(text.slice(end, end + 8)) ||
      /1\d\d ?(?:到|至|-|~|to) ?$/.test(text.slice(0, start))
    )
      continue;
    if (COUNTED.test(after(text, end, 5)) || CALLED.test(before(text, start, 6))) continue;
    if (!named && !LISTED.test(code!) && situation.asking !== 'certificate.code') continue;
    if (code === '110' && !named && /打|拨|警|call|dial|police/.test(text)) continue;
    yield found({ name: 'certificate.code', value: code! }, start, end, named ? 0.98 : 0.93);
  }
}
