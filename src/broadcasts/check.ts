import type { Policy } from '../policies/policy.ts';
import type { Day } from '../rules/index.ts';
import { inDigits } from './numerals.ts';
import { wordsOf } from './text.ts';

/** A number, a day or the name of a certificate in a draft that the notice does not have. */
export interface Mismatch {
  kind: 'number' | 'date' | 'certificate';
  /** As it stands in the draft. */
  text: string;
}

const DAY = /(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?|(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g;
const ENGLISH_DAY =
  /(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+(\d{4}))?/gi;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBER = /\d+(?:[.-]\d+)*/g;
const TITLE = /《([^》]+)》/g;
/** Certificates that people take for ours; the notice does not cover them. */
const OTHERS =
  /安全员?\s*[ABC]\s*证|三类人员|[一二]级建造师|[一二]建证?|特种作业|监理工程师|安管人员|safety officer [ABC]\b/gi;

/** Compares every number, day and certificate name of a draft with the values of the policy (E16); none found means that all of them are in it. */
export function mismatches(text: string, policy: Policy, asOf: Day): Mismatch[] {
  const found: Mismatch[] = [];
  const words = wordsOf(text).normalize('NFKC');
  const { text: inNumbers, at } = inDigits(words);
  let rest = inNumbers;
  const { days, numbers, titles } = allowed(policy, asOf);
  const take = (pattern: RegExp, kind: Mismatch['kind'], fits: (match: RegExpExecArray) => boolean): void => {
    rest = rest.replace(pattern, (...all) => {
      const match = all.slice(0, -2) as unknown as RegExpExecArray;
      const start = all.at(-2) as number;
      const end = start + match[0]!.length;
      if (!fits(match)) found.push({ kind, text: words.slice(at[start], at[end]).trim() });
      // As long as it was, so that every place in the text keeps its number.
      return ' '.repeat(match[0]!.length);
    });
  };
  take(TITLE, 'certificate', ([, title]) => titles.has(title!));
  take(OTHERS, 'certificate', () => false);
  take(DAY, 'date', ([, year, month, day, month2, day2]) =>
    days.has(dayOf(year ?? asOf.slice(0, 4), month ?? month2!, day ?? day2!)),
  );
  take(ENGLISH_DAY, 'date', ([, day, month, year]) =>
    days.has(dayOf(year ?? asOf.slice(0, 4), `${MONTHS.indexOf(month!.toLowerCase()) + 1}`, day!)),
  );
  take(NUMBER, 'number', ([number]) => numbers.has(number!));
  return found;
}

function dayOf(year: string, month: string, day: string): Day {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function allowed({ exchange, annual, contact, document, clauses }: Policy, asOf: Day) {
  const year = Number(asOf.slice(0, 4));
  const own = [
    annual.hours.value,
    annual.professionalHours.value,
    annual.twoYearHours.value,
    annual.batchesAMonth.value,
    exchange.firstIssueYear.value,
    exchange.lastIssueYear.value,
    exchange.codes.value.length,
    document.year,
    exchange.archivePlace.value.room,
    contact.value.phone,
    year,
    year + 1,
  ];
  const codes = exchange.codes.value.map(({ code }) => code);
  const inDocument = document.number.match(/\d+/g) ?? [];
  const titles = [...Object.values(exchange.kinds).map(({ zh }) => zh), document.title.zh].map(bare);
  const days = [exchange.lastDay.value, exchange.archiveLastDay.value, `${year}-12-31`, `${year + 1}-12-31`];
  return {
    days: new Set(days),
    numbers: new Set([
      ...own.map(String),
      ...codes,
      ...inDocument,
      ...clauses.map(({ id }) => id).filter(id => id.includes('.')),
    ]),
    titles: new Set(titles),
  };
}

const bare = (title: string): string => title.replace(/[《》]/g, '');
