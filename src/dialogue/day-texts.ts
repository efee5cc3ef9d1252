import { type Args, addDays, daysBetween, formatDay, type Text, type Words } from '../locale/index.ts';
import type { Policy } from '../policies/policy.ts';

/** What the texts of one language say on one day. */
export interface DayTexts {
  /** The text with the clauses it names; made once for the same values. */
  cite(id: string, args?: Args): Text;
  /** What is made of nothing but the texts of the day: made when it is first asked for by this name. */
  once<T>(name: string, make: () => T): T;
}

/** Where the day stands against the deadlines of the exchange. */
export type Phase = 'open' | 'archive-over' | 'closed';

export function phaseOf(policy: Policy, asOf: string): Phase {
  if (asOf > policy.exchange.lastDay.value) return 'closed';
  return asOf > policy.exchange.archiveLastDay.value ? 'archive-over' : 'open';
}

/** So near the end of the exchange, hours that are entered twice a month may come too late (2.2). */
export const SOON_IN_DAYS = 21;

/** Today, and the days that people ask about besides. */
const DAYS_REMEMBERED = 8;
/** Texts with values of the message: a trade, a year, a number of hours; of these there are many, but not without end. */
const TEXTS_REMEMBERED = 1000;
const remembered = new WeakMap<Words, Map<string, DayTexts>>();

/** Texts that name no value of the message are the same for everybody all day, and most of them are of this kind. */
export function dayTexts(words: Words, policy: Policy, asOf: string): DayTexts {
  const days = remembered.get(words) ?? new Map<string, DayTexts>();
  const known = days.get(asOf);
  if (known !== undefined) return known;
  if (days.size >= DAYS_REMEMBERED) days.clear();
  const made = makeDayTexts(words.with(valuesOf(words, policy, asOf)));
  remembered.set(words, days.set(asOf, made));
  return made;
}

function makeDayTexts(words: Words): DayTexts {
  const made = new Map<string, unknown>();
  const told = new Map<string, Text>();
  const make = (id: string, args?: Args): Text => {
    const { text, citations } = words.cite(id, args);
    return { text: tidy(text), citations };
  };
  const once = <T>(name: string, makeIt: () => T): T => {
    const known = made.get(name) as T | undefined;
    if (known !== undefined) return known;
    const value = makeIt();
    made.set(name, value);
    return value;
  };
  return {
    once,
    cite(id, args) {
      if (args === undefined) return once(id, () => make(id));
      const key = keyOf(id, args);
      const known = told.get(key);
      if (known !== undefined) return known;
      if (told.size >= TEXTS_REMEMBERED) told.clear();
      const text = make(id, args);
      told.set(key, text);
      return text;
    },
  };
}

function keyOf(id: string, args: Args): string {
  let key = id;
  for (const name in args) key += `\0${name}\0${args[name]}`;
  return key;
}

/** The values that depend on the day; every text may use them beside those of the notice. */
function valuesOf(words: Words, policy: Policy, asOf: string): Args {
  const yearEnd = `${asOf.slice(0, 4)}-12-31`;
  return {
    phase: phaseOf(policy, asOf),
    today: formatDay(asOf, words.locale),
    year: asOf.slice(0, 4),
    yearEnd: formatDay(yearEnd, words.locale),
    archiveAdvised: formatDay(addDays(policy.exchange.archiveLastDay.value, -1), words.locale),
    daysLeft: daysTo(asOf, policy.exchange.lastDay.value),
    daysToArchive: daysTo(asOf, policy.exchange.archiveLastDay.value),
    daysToYearEnd: daysTo(asOf, yearEnd),
    soon: daysBetween(asOf, policy.exchange.lastDay.value) <= SOON_IN_DAYS ? 'yes' : 'no',
  };
}

/** The days until a day, or `none` for the texts to choose by: on the day itself nobody is told of “0 days”. */
function daysTo(asOf: string, day: string): string {
  const days = daysBetween(asOf, day);
  return days > 0 ? String(days) : 'none';
}

// Selectors that choose nothing leave empty lines and trailing spaces behind.
function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}
