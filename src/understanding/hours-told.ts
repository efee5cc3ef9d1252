import { isOpen } from './facts/amounts.ts';
import { type DateMention, findDates } from './facts/dates.ts';
import { findSums } from './facts/each-year.ts';
import { PAID_FOR, TWO_YEARS } from './facts/hours.ts';
import { after, before, type Found, found, isSupposed, matches, type Reading } from './facts/reading.ts';
import type { Language } from './language.ts';
import type { Model } from './model.ts';
import { createReader, type Shared } from './rank.ts';

/** What the numbers of a message are told as by the words around them, beside the `facts` that are known already. */
export type HoursTold = (reading: Reading, facts: readonly Found[]) => Found[];

/** Without a model no number is told beyond what the patterns know. */
export const NO_HOURS_TOLD: HoursTold = () => [];

/** What a number can be: something else, hours that were done, professional ones among them. */
export const NUMBERS = ['nothing', 'total', 'professional'] as const;
export type NumberRole = (typeof NUMBERS)[number];

/** So sure a number must be. Chosen by measurement (docs/decisions/0019-tellings.md). */
export const SURE_OF_HOURS = 0.85;
const CONFIDENCE = 0.8;
const MOST_HOURS = 400;
const MOST_NUMBERS = 12;

/** Makes the function of a model that was trained on `NUMBERS`. */
export function createHoursTold(model: Model, language: Language, shared: Shared): HoursTold {
  const read = createReader(model, shared);
  const roles = model.topics.map(roleNamed);
  return (reading, facts) => {
    const { text, situation } = reading;
    if (!SPEAKS_OF_HOURS.test(text) && situation.asking !== 'record') return [];
    const dates = findDates(text, situation.today);
    const taken = [...facts, ...findSums(reading)];
    const numbers = numbersIn(text, dates).filter(({ start, end }) => !overlaps({ start, end }, taken));
    const told = numbers.slice(0, MOST_NUMBERS).flatMap(number => {
      if (isSupposed(text, number.start) || isOfTheRule(text, number)) return [];
      if (isNone(text, number)) return [];
      const { scores } = read(language.plainWords(number.around));
      const best = scores.indexOf(Math.max(...scores));
      return scores[best]! >= SURE_OF_HOURS && roles[best] !== 'nothing' ? [{ ...number, role: roles[best]! }] : [];
    });
    return told.length === 0 ? [] : asFacts(text, told, years(text, dates), facts);
  };
}

function roleNamed(name: string): NumberRole {
  const role = NUMBERS.find(known => known === name);
  if (role === undefined)
    throw new Error(`the model knows a number that the program does not: ${name}; run npm run train`);
  return role;
}

const SPEAKS_OF_HOURS =
  /学时|课时|小时|钟头|学分|继续教育|专业|[学修上听刷读][了满够完过到]|[去今前]年|(?<![a-z])(?:hours?|hrs?|h|credits?|prof|professional|study|studied|last year|this year)(?![a-z])/;

/** A number of the text, and the words between its neighbours: `★` for itself, `☆` where another number follows or goes before. */
export interface AmongWords {
  start: number;
  end: number;
  value: number;
  around: string;
}

const NUMBER = /(?<![\d.a-z★-])\d{1,3}(?:\.\d{1,2})?(?![\d.]*\d)/g;
const BEFORE = 18;
const AFTER = 12;
/** What every year asks for is seldom told as done. */
const RULE = new Set([22, 32, 64]);

/** The numbers that may be hours: not in a date, and not too many. */
export function numbersIn(text: string, dates: readonly DateMention[]): AmongWords[] {
  const all = matches(text, NUMBER).map(match => ({ start: match.index, end: match.index + match[0].length }));
  return all.flatMap(({ start, end }, at) => {
    const value = Number(text.slice(start, end));
    if (value > MOST_HOURS || overlaps({ start, end }, dates)) return [];
    const [last, next] = [all[at - 1]?.end ?? 0, all[at + 1]?.start ?? text.length];
    const [from, to] = [Math.max(last, start - BEFORE), Math.min(next, end + AFTER)];
    const around = `${from === last && last > 0 ? '☆' : ''}${text.slice(from, start)}★${RULE.has(value) ? '※' : ''}${text.slice(end, to)}${to === next && next < text.length ? '☆' : ''}`;
    return [{ start, end, value, around }];
  });
}

/** 「规定32，专业22」: of these numbers more is wanted than a likely place. */
const RULE_NAMED =
  /规定|要求|标准|每年|一年要|至少|起码|不少于|必须|[要需得](?!了)|rule|require|need|must|at least|per year|a year|each year/;
const isOfTheRule = (text: string, { value, start }: AmongWords): boolean =>
  RULE.has(value) && RULE_NAMED.test(text.slice(Math.max(0, start - 24), start));

/** What the patterns know as no hours of one year that were done; and nobody is told to have none by a likely place. */
function isNone(text: string, { value, start, end }: AmongWords): boolean {
  const ahead = before(text, start, 30);
  return value === 0 || isOpen(ahead, after(text, end, 30)) || TWO_YEARS.test(ahead) || PAID_FOR.test(ahead);
}

const overlaps = ({ start, end }: { start: number; end: number }, others: readonly { start: number; end: number }[]) =>
  others.some(other => start < other.end && end > other.start);

const years = (text: string, dates: readonly DateMention[]): DateMention[] =>
  dates.filter(
    ({ month, short, start, end }) => month === undefined && (!short || text.slice(start, end).endsWith('年')),
  );

type ToldNumber = AmongWords & { role: NumberRole };

/** Hours beside a year are of that year, all others of none; of several of no year that differ none is told. */
function asFacts(
  text: string,
  told: readonly ToldNumber[],
  allYears: readonly DateMention[],
  known: readonly Found[],
): Found[] {
  const records = new Map<number, { hours: ToldNumber; professional?: ToldNumber }>();
  const bare: ToldNumber[] = [];
  for (const number of told.filter(({ role }) => role === 'total')) {
    const year = yearOf(text, number, allYears, told);
    if (year === undefined) bare.push(number);
    else if (!records.has(year)) records.set(year, { hours: number });
  }
  const professional = told.filter(({ role }) => role === 'professional');
  for (const record of records.values()) {
    const own = professional.find(({ start }) => start > record.hours.end && isNext(record.hours, start, told));
    if (own !== undefined && own.value <= record.hours.value) record.professional = own;
  }
  const used = new Set([...records.values()].map(record => record.professional));
  const free = professional.filter(number => !used.has(number));
  const names = new Set(known.map(({ name }) => name));
  const hasRecords = names.has('record') || records.size > 0;
  const knownYears = new Set(known.flatMap(fact => (fact.name === 'record' ? [fact.value.year] : [])));
  return [
    ...[...records].flatMap(([year, { hours, professional: own }]) =>
      knownYears.has(year)
        ? []
        : [
            found(
              { name: 'record', value: { year, hours: hours.value, ...(own && { professionalHours: own.value }) } },
              hours.start,
              (own ?? hours).end,
              CONFIDENCE,
            ),
          ],
    ),
    ...only(names.has('training.hours') || hasRecords ? [] : bare).map(({ value, start, end }) =>
      found({ name: 'training.hours', value }, start, end, CONFIDENCE),
    ),
    ...only(names.has('training.professionalHours') || records.size > 0 ? [] : free).map(({ value, start, end }) =>
      found({ name: 'training.professionalHours', value }, start, end, CONFIDENCE),
    ),
  ];
}

const isNext = (number: ToldNumber, start: number, told: readonly ToldNumber[]): boolean =>
  !told.some(other => other.role === 'total' && other.start > number.end && other.start < start);

const only = (numbers: readonly ToldNumber[]): readonly ToldNumber[] =>
  new Set(numbers.map(({ value }) => value)).size === 1 ? numbers.slice(0, 1) : [];

const SENTENCE_END = /[。;!?\n]/;
const FAR = 24;

/** The year before the number in its sentence, no other hours between; or the one right behind it. */
function yearOf(
  text: string,
  number: ToldNumber,
  all: readonly DateMention[],
  told: readonly ToldNumber[],
): number | undefined {
  const last = all.findLast(({ end }) => end <= number.start);
  if (
    last !== undefined &&
    number.start - last.end <= FAR &&
    !SENTENCE_END.test(text.slice(last.end, number.start)) &&
    !told.some(({ role, start }) => role === 'total' && start > last.end && start < number.start)
  )
    return last.year;
  const next = all.find(({ start }) => start >= number.end);
  return next !== undefined && /^ ?[a-z ]{0,16}$/.test(text.slice(number.end, next.start)) ? next.year : undefined;
}
