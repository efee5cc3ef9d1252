/** How many days before the end of the hours year (31 December) somebody is reminded, the furthest first. */
export type Leads = readonly number[];

export const USUAL_LEADS: Leads = [60, 30, 14, 7, 1];
export const MOST_LEAD_DAYS = 180;
const MOST_LEADS = 6;

const ONCE =
  /只(?:要)?(?:提醒|发|說|说|叫|通知)(?:我)?(?:一|1)次|(?:提醒|发|通知)(?:我)?(?:一|1)次就|(?:just|only) (?:one|once)|remind me once/iu;
const USUAL = /(?:按|照|恢复|恢復).{0,3}(?:平常|默认|預設|默認|原来|原來)|(?:usual|default) (?:days|times)/iu;
/** Numbers in words, as far as anybody counts days with them. */
const DIGITS = '零一二三四五六七八九';
const IN_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  a: 1,
};
const UNIT_DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, d: 1, 周: 7, 星: 7, 礼: 7, w: 7, 月: 30, m: 30 };

const NUMBER =
  '(?:\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]|半|(?<![a-z])(?:one|two|three|four|five|six|seven|ten|an?)(?![a-z]))';
const UNIT = '(?:[天日周]|(?<=个)月|星期|礼拜|days?|weeks?|months?)';
const SPAN = `${NUMBER}(?: ?个)?(?: ?${UNIT})?`;
const NEXT = '(?:[ 、,和跟及与或/]{1,3}(?:(?:and|or|再|还有|以及) ?)?|还有|以及|再|各)(?:(?:提前|提早) ?)?';
const MANY = `${SPAN}(?:${NEXT}${SPAN}){0,7}`;
/** 「提前3天和10天」, 「10天前」, “a week and 3 days before”. */
const BEFORE = new RegExp(
  `(?:提前|提早|早|前) ?(?<ahead>${MANY})|(?<![月年\\d./-])(?<behind>${MANY})(?:之前|以前|前| ?(?:before|ahead|in advance|early|prior))`,
  'gu',
);
const EACH = new RegExp(`(?<number>${NUMBER})(?: ?个)?(?: ?(?<unit>${UNIT}))?`, 'gu');

const AGAIN_AND_AGAIN =
  /每(?:个|隔)?[天日周月季]|每个?(?:星期|礼拜|季度)|每隔|\b(?:every|each)\s(?:day|week|month|quarter)|\b(?:daily|weekly|monthly|quarterly)\b/;
/** Other times than days before the end: 「下周一」, 「早上八点」; and days ahead that could not be told. */
const OTHER_TIME =
  /下个?(?:周|月|星期|礼拜)|明天|后天|\d\s?月|[零一二三四五六七八九十]月|[零一二三四五六七八九十\d]\s?点(?!小)|(?:提前|提早)(?!提醒|通知|说|告诉|叫|喊|一下|一点|一些|几天|发)|\btomorrow\b|\bnext (?:week|month)|\bdays? (?:before|ahead|in advance)/;

const simplified = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[個禮兩週還與點後幾]/gu, mark => '个礼两周还与点后几'['個禮兩週還與點後幾'.indexOf(mark)]!);

/** The days that a message asks for; undefined when it names none. */
export function leadsIn(text: string): Leads | undefined {
  if (USUAL.test(text)) return USUAL_LEADS;
  const days = [...new Set(namedIn(simplified(text)).filter(isLead))].sort((a, b) => b - a);
  if (ONCE.test(text)) return [days[0] ?? 30];
  return days.length === 0 ? undefined : days.slice(0, MOST_LEADS);
}

/** Whether a message names times for its reminders that they cannot keep to. */
export function namesOtherTimes(text: string): boolean {
  const plain = simplified(text);
  if (AGAIN_AND_AGAIN.test(plain) || namedIn(plain).some(day => !isLead(day))) return true;
  return leadsIn(text) === undefined && OTHER_TIME.test(plain);
}

const isLead = (day: number): boolean => day >= 1 && day <= MOST_LEAD_DAYS;

const namedIn = (plain: string): number[] =>
  [...plain.matchAll(BEFORE)].flatMap(({ groups }) =>
    daysOf(groups?.ahead ?? groups?.behind ?? '', groups?.ahead === undefined),
  );

/** Each number with its unit; one without a unit has that of the next (「60、30、7天」), and at the end of all it names no days. */
function daysOf(spans: string, behind: boolean): number[] {
  const found = [...spans.matchAll(EACH)].map(({ groups }) => ({ number: groups!.number!, unit: groups!.unit?.[0] }));
  let unit: string | undefined;
  const days: number[] = [];
  for (const one of found.toReversed()) {
    unit = one.unit ?? unit;
    if (unit !== undefined) days.push(countOf(one.number) * UNIT_DAYS[unit]!);
  }
  return behind && unit === undefined ? [] : days.map(Math.ceil);
}

function countOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  if (written === '半') return 0.5;
  const [tens, ones] = written.split('十');
  const digit = (mark: string) => DIGITS.indexOf(mark === '两' ? '二' : mark);
  if (ones === undefined) return IN_WORDS[written] ?? digit(written);
  return (tens === '' ? 1 : digit(tens!)) * 10 + (ones === '' ? 0 : digit(ones));
}
