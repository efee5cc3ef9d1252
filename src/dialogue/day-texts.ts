import { type Args, addDays, daysBetween, formatDay, type Text, type Words } from '../locale/index.ts';
import type { Policy } from '../policies/policy.ts';

/** What the texts of one language say on one day. */
export interface DayTexts {
  /** The text with the clauses it names; one without values of its own is made once. */
  cite(id: string, args?: Args): Text;
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
const remembered = new WeakMap<Words, Map<string, DayTexts>>();

/** Texts that name no value of the message are the same for everybody all day, and most of them are of this kind. */
export function dayTexts(words: Words, policy: Policy, asOf: string): DayTexts {
  const days = remembered.get(words) ?? new Map<string, DayTexts>();
  remembered.set(words, days);
  const known = days.get(asOf);
  if (known !== undefined) return known;
  if (days.size >= DAYS_REMEMBERED) days.clear();
  const made = makeDayTexts(words.with(valuesOf(words, policy, asOf)));
  days.set(asOf, made);
  return made;
}

function makeDayTexts(words: Words): DayTexts {
  const made = new Map<string, Text>();
  const make = (id: string, args?: Args): Text => {
    const { text, citations } = words.cite(id, args);
    return { text: tidy(text), citations };
  };
  return {
    cite(id, args) {
      if (args !== undefined) return make(id, args);
      const known = made.get(id) ?? make(id);
      made.set(id, known);
      return known;
    },
  };
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
