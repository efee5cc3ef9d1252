import { type Amount, findAmounts, STUDY } from './amounts.ts';
import { type DateMention, fullYear } from './dates.ts';
import { type Found, found, matches, type Reading } from './reading.ts';

const RELATIVE = '大前年|前年|去年|上年|今年|本年';
const YEAR = `(?:(?:(?:19|20)\\d\\d|(?<!\\d)\\d\\d|${RELATIVE}|last year|this year)年?度?)`;
/** Something must stand between two years, but between such words as 去年今年, so that digits are read in one way only. */
const JOINED = '(?:[、,和跟与及到至~/-] ?(?:and )?| (?:and |to |through |- ?)?)';
/** 「23、24年各」, 「22年到25年每年都学了」, "2023 and 2024, 32 each". */
const YEARS = `(?<first>${YEAR})(?<more>(?:${JOINED}${YEAR}|(?:${RELATIVE}))+)`;
/** 「23年24年」: with nothing between them each needs its 年. */
const SIDE_BY_SIDE = '(?<first>(?<!\\d)(?:20)?\\d\\d年)(?<more>(?:(?:20)?\\d\\d年)+)';
const DOING = `${STUDY}|了|过|满|够|到|完|有|就|也|才|只|的|i|did|had|have|got|took|was|were|:| `;
const EACH = '(?:这[两几三四]年)?(?:都是?|每一?年|每个?年度?|各|分别都?|年年|全都?|均|each(?: year)?|every year|both)';
const VALUE = '(?<value>\\d{1,3})(?!\\d|[年月日号./-]\\d)';
const BEFORE_AMOUNT = new RegExp(`${YEARS},?(?:${DOING})*${EACH}(?:${DOING}|是|都|学时)*${VALUE}`, 'g');
const SIDE_BY_SIDE_BEFORE_AMOUNT = new RegExp(
  `${SIDE_BY_SIDE},?(?:我|他)?(?:都|各|均|每年都?|每一年都?|全都|分别)(?:是|学了|学|修了|有|只有|只|才|满了|满|够了|够)?${VALUE}`,
  'g',
);
const AFTER_AMOUNT = new RegExp(
  `${YEARS},?(?:${DOING}|是|都|学时)*(?<value>\\d{1,3})(?: ?(?:hours?|hrs?))? (?:each|every year|a year|per year|both years)`,
  'g',
);
/** "32 in 2023 and 2024", "20 hours in both 2023 and 2024": two digits would be an amount, not a year. */
const FULL_YEAR = '(?:20\\d\\d|last year|this year)';
const AMOUNT_FIRST = new RegExp(
  `(?<![\\d.])(?<value>\\d{1,3})(?: ?(?:hours?|hrs?))?(?<each> each(?: year)?)? ?(?:in|for|during|(?<=hours? |hrs? )(?=last|this)),? ?(?<both>(?:both|each of|all of|each) )?(?<first>${FULL_YEAR})(?<more>(?:(?:, ?(?:and )?| ?& ?| (?:and|to|through) ?(?:in |for )?| ?- ?)${FULL_YEAR})+)(?!:? ?(?:i |did |was |is |only |just |it )*(?:\\d|none|nothing|zero))`,
  'g',
);
const TOGETHER = /\b(?:total|altogether|together|combined|in all|sum)\b/;
/** More than anybody learns in one year for its own sake: of two years together, as likely as of each. */
const MOST_OF_ONE_YEAR = 44;
const SPAN = /^ ?(?:到|至|~|-|to|through)/;
const ASKED_AFTER =
  /^(?:[?]| ?(?:enough|ok|okay|sufficient)\b)|^(?:个|学时|课时|小时|hours?| )*(?:了)?(?:吗|么|吧\?|才|以上就|行不行|够不够)/;
const SUPPOSED_BEFORE = /(?:如果|要是|假如|需要?|必须|应该|规定|\bif|\bmust|\bneed|\brequire[ds]?)[^,。;!?]{0,12}$/;
const MOST_YEARS = 12;

/** A number told of several years of which nobody can say what each of them had: it is of none. */
export function findSums({ text }: Reading): readonly { start: number; end: number }[] {
  return matches(text, AMOUNT_FIRST)
    .filter(match => isSum(text, match))
    .map(match => ({ start: match.index, end: match.index + match[0].length }));
}

function isSum(text: string, { groups, index }: RegExpExecArray): boolean {
  const { value, each, both } = groups!;
  if (each !== undefined || both !== undefined) return false;
  return Number(value) > MOST_OF_ONE_YEAR || TOGETHER.test(text.slice(Math.max(0, index - 30), index + 90));
}

/** "20 hours this year, and last year I hit 32": what follows tells the other year's. */
const goesOn = (text: string, end: number, more: string): boolean =>
  /(?:last|this) year$/.test(more) &&
  !/^(?:$| ?[.;!)]| each| both| too| as well| so far|, (?:so|but|is|am|can)\b)/.test(text.slice(end, end + 20));

/** The same hours in each of several years: a record for every one of them; and the numbers that they took. */
export function findEachYear({ text, situation }: Reading, dates: readonly DateMention[]): Found[] {
  const thisYear = Number(situation.today.slice(0, 4));
  for (const pattern of [BEFORE_AMOUNT, SIDE_BY_SIDE_BEFORE_AMOUNT, AFTER_AMOUNT, AMOUNT_FIRST]) {
    const records = matches(text, pattern).flatMap(match => {
      const { first, more, value } = match.groups!;
      const [start, end] = [match.index, match.index + match[0].length];
      if (pattern === AMOUNT_FIRST && (isSum(text, match) || goesOn(text, end, more!))) return [];
      if (ASKED_AFTER.test(text.slice(end)) || SUPPOSED_BEFORE.test(text.slice(Math.max(0, start - 20), start)))
        return [];
      const years = yearsOf(`${first}${more}`, thisYear);
      if (years === null || years.some(year => year > thisYear)) return [];
      const professional = professionalBehind(text, end, dates);
      const hours = Number(value);
      return years.map(year =>
        found(
          {
            name: 'record',
            value: { year, hours, ...(professional ? { professionalHours: professional.value } : {}) },
          },
          start,
          professional?.end ?? end,
          0.92,
        ),
      );
    });
    if (records.length > 0) return records;
  }
  return [];
}

/** 「23、24年」, 「22年到25年」, 「去年今年」; null when one of them is none. */
function yearsOf(text: string, thisYear: number): readonly number[] | null {
  const parts = [...text.matchAll(new RegExp(YEAR, 'g'))];
  const years = parts.map(([part]) => yearNamed(part, thisYear));
  if (years.length < 2 || years.some(year => year === null)) return null;
  const known = years as number[];
  const spans = parts
    .slice(1)
    .map((part, at) => SPAN.test(text.slice(parts[at]!.index + parts[at]![0].length, part.index)));
  if (!spans.includes(true)) return new Set(known).size === known.length ? known : null;
  const [from, to] = known as [number, number];
  if (known.length !== 2 || to <= from || to - from >= MOST_YEARS) return null;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const NAMED: readonly (readonly [RegExp, number])[] = [
  [/^大前年/, -3],
  [/^前年/, -2],
  [/^(?:去年|上年|last year)/, -1],
  [/^(?:今年|本年|this year)/, 0],
];

function yearNamed(part: string, thisYear: number): number | null {
  const named = NAMED.find(([words]) => words.test(part));
  if (named !== undefined) return thisYear + named[1];
  return fullYear(part.replace(/[年度]/g, ''), thisYear);
}

/** 「各32专业22」. */
function professionalBehind(text: string, end: number, dates: readonly DateMention[]): Amount | undefined {
  return findAmounts(text, dates).find(
    amount =>
      amount.professional &&
      amount.start >= end &&
      /^[^。;!?\n\d]{0,12}$/.test(text.slice(end, amount.start)) &&
      !/年/.test(text.slice(end, amount.start)),
  );
}
