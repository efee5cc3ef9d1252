import { has } from './gate.ts';
import { matches } from './reading.ts';

/** A point in time named in a text. What it is the time *of* is for others to find out. */
export interface DateMention {
  start: number;
  end: number;
  year: number;
  month?: number;
  day?: number;
  /** 「17年」: two digits, which may be a span of years as well; "'17" is none. */
  short: boolean;
  /** 去年, "last year". */
  relative: boolean;
  /** Written with a separator or 年, not as four digits alone. */
  bare: boolean;
}

const MONTHS = 'jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec';
const MONTH = `(?:january|february|march|april|august|september|october|november|december|(?:${MONTHS})\\.?)`;
const RELATIVE: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  旧年: -1,
  上一年: -1,
  今年: 0,
  本年: 0,
  本年度: 0,
  明年: 1,
  后年: 2,
  'the year before last': -2,
  'last year': -1,
  'last yr': -1,
  'this year': 0,
  'next year': 1,
  'this yr': 0,
};

/** Every writing, longest first; the named groups are the parts. */
const WRITINGS: readonly RegExp[] = [
  /(?<![\d.])(?<year>\d{4}(?:年|nian(?![a-z]))|\d{2}年)(?:度|年?底|初(?!次)|尾|末|中|上半年|下半年)?(?:(?<month>\d{1,2})月份?(?:(?<day>\d{1,2})[日号]?(?!\d|个|学|课|小|点|年))?|(?<month2>0?[1-9]|1[0-2])[.-](?<day2>\d{1,2})[日号]?(?!\d|个|学|课|小|点|年))?/g,
  /(?<![\d./-])(?<year>\d{4}) ?(?:(?<sep>[-./])(?<month>\d{1,2})(?:\k<sep>(?<day>\d{1,2}))?|-?(?<month2>\d{1,2})月(?:(?<day2>\d{1,2})[日号])?)(?![\d/-]|\.\d)/g,
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d|x)/g,
  new RegExp(`(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<name>${MONTH}),? (?:of )?(?<year>\\d{4})(?!\\d)`, 'g'),
  new RegExp(
    `(?<![a-z])(?<name>${MONTH})(?: (?<day>\\d{1,2})(?:st|nd|rd|th)?,?)?,? ?(?:of )?(?:in )?(?<year>\\d{4}|'\\d\\d)(?!\\d)`,
    'g',
  ),
  new RegExp(`(?<!\\d)(?<year>\\d{4}),? (?<name>${MONTH})(?![a-z])`, 'g'),
  /(?<![\d./-])(?<month>\d{1,2})\/(?<year>(?:19|20)\d\d)(?![\d/-])/g,
  /(?<relative>大前年|前年|去年|上一年|上年|旧年|今年|本年度?|明年|后年|the year before last|last ye?a?r|this ye?a?r|next year)的?(?:(?<month>\d{1,2})月份?(?:(?<day>\d{1,2})[日号])?)?/g,
  /(?<![\d.:：$¥#+~*-])(?<year>(?:19|20)\d\d)(?![\d%]|\.\d|:\d{1,2}:|[元块人次个号名条米])/g,
  /(?<=发证(?:日期|时间)?[: ]?)(?<year>\d\d)[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?(?!\d)/g,
  /(?<=(?<!\d)1[01]\d-)(?<year>(?:19|20)\d\d)(?!\d)/g,
  /(?<=(?:mid|late|early)-)(?<year>(?:19|20)\d\d)(?!\d)/g,
  /(?<![\da-z])(?<year>'\d\d)(?![\d'])/g,
];

/** All dates in the text, in its order, with parts that exist. */
export const findDates = (text: string, today: string): readonly DateMention[] => scanDates(text, today).dates;

interface Dates {
  dates: readonly DateMention[];
  impossible: readonly DateMention[];
}

const NO_DATES: Dates = { dates: [], impossible: [] };
/** Several finders ask for the dates of the same text. */
let latest = { text: '', today: '', found: NO_DATES };

/** The same, and apart from them the days that cannot be (31 June, month 13), with their parts as they were written. */
export function scanDates(text: string, today: string): Dates {
  if (!has(text, HINT)) return NO_DATES;
  if (latest.text !== text || latest.today !== today)
    latest = { text, today, found: readDates(text, Number(today.slice(0, 4))) };
  return latest.found;
}

const HINT = /\d|年|year/;

function readDates(text: string, thisYear: number): Dates {
  const taken: [number, number][] = [];
  const dates: DateMention[] = [];
  const impossible: DateMention[] = [];
  for (const writing of WRITINGS) {
    for (const match of matches(text, writing)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      taken.push([start, end]);
      const date = dateOf(match, thisYear);
      if (date === null) continue;
      if (exists(date.year, date.month, date.day)) dates.push(date);
      else if (date.day === undefined ? match[0].includes('月') : isWritten(match)) impossible.push(date);
    }
  }
  return { dates: dates.sort((one, other) => one.start - other.start), impossible };
}

/** Not digits alone (20171345 may be any number) and no table of hours (2025/32/22). */
const isWritten = ([text, ...groups]: RegExpExecArray): boolean =>
  groups.length > 0 && !/^\d+$/.test(text) && !/\/(?:1[3-9]|[2-9]\d)\//.test(text);

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is known. */
export function isoOf({ year, month, day }: Pick<DateMention, 'year' | 'month' | 'day'>): string {
  const two = (part: number) => `-${String(part).padStart(2, '0')}`;
  return `${year}${month ? two(month) : ''}${month && day ? two(day) : ''}`;
}

function dateOf(match: RegExpExecArray, thisYear: number): DateMention | null {
  const groups = match.groups!;
  const relative = groups.relative?.trim();
  const written = groups.year?.replace(/['年a-z]/g, '');
  const year = relative === undefined ? fullYear(written!, thisYear) : thisYear + RELATIVE[relative]!;
  const month = groups.name ? monthNumber(groups.name) : number(groups.month ?? groups.month2);
  const day = number(groups.day ?? groups.day2);
  if (year === null) return null;
  const date: DateMention = {
    start: match.index,
    end: match.index + match[0].length,
    year,
    short: written?.length === 2 && !groups.year!.startsWith("'") && month === undefined,
    relative: relative !== undefined,
    bare: /^(?:19|20)\d\d$/.test(match[0]),
  };
  if (month !== undefined) date.month = month;
  if (day !== undefined) date.day = day;
  return date;
}

/** 「17」 is 2017 and 「98」 1998; what would lie in the future or before 1980 is no year. Null: none. */
export function fullYear(written: string, thisYear: number): number | null {
  const value = Number(written);
  if (written.length === 4) return value >= 1900 && value <= 2999 ? value : null;
  if (2000 + value <= thisYear) return 2000 + value;
  return value >= 80 ? 1900 + value : null;
}

const number = (part: string | undefined): number | undefined => (part === undefined ? undefined : Number(part));
const monthNumber = (name: string): number =>
  MONTHS.replaceAll(/[?]/g, '')
    .split('|')
    .findIndex(month => name.startsWith(month.slice(0, 3))) + 1;

function exists(year: number, month: number | undefined, day: number | undefined): boolean {
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}
