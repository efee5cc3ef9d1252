import type { ClauseId } from '../policies/policy.ts';

/** A place of the notice as a person names it: part, number in it, paragraph. */
interface Place {
  part: number;
  item: number | null;
  paragraph: number | null;
  letter: string | null;
  /** As it was typed. */
  name: string;
}

const HAN = '一二三四五六七八九十';
const N = `(?:[${HAN}]{1,3}|\\d{1,2})`;
const PLACES: readonly RegExp[] = [
  // 一（二）, 三(一)第二段
  new RegExp(
    `(?<part>(?:第 ?)?${N}) ?(?:部分|条|章|项|大?点)?[、,.]? ?[(](?<item>${N})[)](?:项|款|条)?(?:的|里|,)?(?:第(?<paragraph>[一二三1-3])(?:自然)?段)?`,
  ),
  // 第三条第一款第二段, 第七条
  new RegExp(
    `第 ?(?<part>${N}) ?(?:部分|条|章|大点)(?:的|里)?(?:第 ?(?<item>${N}) ?(?:款|项|点|条|小点))?(?:的|里)?(?:第(?<paragraph>[一二三1-3])(?:自然)?段)?`,
  ),
  // 二第一段, 二(第一段)
  new RegExp(`(?<![${HAN}])(?<part>[一二三四])(?:的|[(])?第(?<paragraph>[一二三1-3])(?:自然)?段`),
  /\b(?:clause|section|article|part|paragraph|item|point|para)s? ?(?<part>i{1,3}|iv|vi{0,3}|\d{1,2})(?![a-z\d])(?: ?[(.] ?(?<item>\d{1,2}|i{1,3})\)?)?(?<letter>[ab](?![a-z]))?(?:,? (?:the )?(?<paragraph>first|second|third) paragraph)?/,
  /(?<![\d.年月])(?<part>[1-9])\.(?<item>[1-9])(?<letter>[ab])?(?![\d.]|个|学时|小时|日|号|月|岁|%)/,
];

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];
const ORDINALS = ['first', 'second', 'third'];

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const bare = text.replace(/^第 ?/, '');
  if (/^\d+$/.test(bare)) return Number(bare);
  const named = ROMAN.indexOf(bare) >= 0 ? ROMAN.indexOf(bare) : ORDINALS.indexOf(bare);
  if (named >= 0) return named + 1;
  const tens = bare.indexOf('十');
  if (tens < 0) return HAN.indexOf(bare) + 1 || null;
  return (tens === 0 ? 1 : HAN.indexOf(bare[0]!) + 1) * 10 + (HAN.indexOf(bare.slice(tens + 1) || '?') + 1);
}

/** The place that a text names, if any; it need not be one of the notice. */
export function placeIn(text: string): Place | undefined {
  for (const pattern of PLACES) {
    const match = pattern.exec(text);
    const part = numberOf(match?.groups?.part);
    if (!match?.groups || part === null) continue;
    const { item, paragraph, letter = null } = match.groups;
    return { part, item: numberOf(item), paragraph: numberOf(paragraph), letter, name: match[0].trim() };
  }
  return undefined;
}

/** The clauses at a place; none when the notice has no such place. */
export function clausesAt({ part, item, paragraph, letter }: Place, ids: readonly ClauseId[]): readonly ClauseId[] {
  if (part > 4) return [];
  const inPart = ids.filter(id => id.startsWith(`${part}.`));
  // Part two has paragraphs and no numbers: 2.1 is its first.
  const isWhole = inPart.every(id => /^2\./.test(id));
  const number = isWhole ? (paragraph ?? item) : item;
  const atNumber = number === null ? inPart : inPart.filter(id => id.replace(/[ab]$/, '') === `${part}.${number}`);
  const of = isWhole ? null : (letter ?? (paragraph === null ? null : ('ab'[paragraph - 1] ?? '?')));
  const lettered = atNumber.filter(id => of === null || id.endsWith(of));
  return of === 'a' && lettered.length === 0 ? atNumber : lettered;
}

/** Words by which people name what a clause rules, the more special ones first. */
const RULED: readonly { words: RegExp; ids: readonly ClauseId[] }[] = [
  { words: /安全员|安全員|safety officer/i, ids: ['3.1a'] },
  { words: /核查|档案|檔案|511|11月10|查不到|archive/i, ids: ['1.1'] },
  { words: /补办|補辦|遗失|变更|延续|延期|注销|reissue|cancel|extension/i, ids: ['3.2'] },
  { words: /有效期|继续使用|没换|老证|旧证|validity|not exchanged/i, ids: ['3.1b'] },
  { words: /指定|自行?[选選]|choose|designate/i, ids: ['4.2'] },
  { words: /[单單]位|公司|企业|主管部[门門]|employer|authorit/i, ids: ['4.1'] },
  { words: /[两兩]批|录入|錄入|备案|備案|[机機][构構]|网上|網上|batch|institution|online/i, ids: ['2.2'] },
  { words: /64|32|22|三十二|六十四|[学學课課][时時]|继续教育|年[审審检檢]|重新培训|hours|continuing/i, ids: ['2.1'] },
  { words: /作[废廢]|\bvoid\b/i, ids: ['2.1', '1.3'] },
  { words: /12月31|截止|逾期|[换換][证證][时時][间間]|几号|哪天|deadline/i, ids: ['1.2'] },
  { words: /流程|步[骤驟]|更新|考核|steps|assessment/i, ids: ['1.3'] },
  { words: /范围|範圍|代码|代碼|岗位|哪些[证證]|scope|codes?\b|trades?/i, ids: ['1.1'] },
  { words: /为准|為準|不一致|prevail/i, ids: ['5'] },
  { words: /联系|聯繫|电话|電話|contact|phone/i, ids: ['6'] },
];

/** The clauses that rule what a text speaks of. */
export const clausesOn = (text: string): readonly ClauseId[] | undefined =>
  RULED.find(({ words }) => words.test(text))?.ids;
