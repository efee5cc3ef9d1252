import { type Args, addDays, daysBetween, formatDay, type Text, type Words } from '../locale/index.ts';
import type { Policy } from '../policies/policy.ts';
import type { Notice } from '../policies/walk-through.ts';
import type { State } from './state.ts';
import type { Choice, Reply } from './turn.ts';

/** Everything that a turn may look at while it makes its replies. */
export interface Talk {
  notice: Notice;
  policy: Policy;
  words: Words;
  state: State;
  /** The day as of which rules are applied: today, or the day the person asks about. */
  asOf: string;
  /** Several people read along. */
  group: boolean;
  now: number;
  hasRoster: boolean;
}

/** Where the day stands against the deadlines of the exchange. */
export type Phase = 'open' | 'archive-over' | 'closed';

export function phaseOf(policy: Policy, asOf: string): Phase {
  if (asOf > policy.exchange.lastDay.value) return 'closed';
  return asOf > policy.exchange.archiveLastDay.value ? 'archive-over' : 'open';
}

/** So near the end of the exchange, hours that are entered twice a month may come too late (2.2). */
export const SOON_IN_DAYS = 21;

/** The days until a day, or `none` for the texts to choose by: on the day itself nobody is told of “0 days”. */
function daysTo(asOf: string, day: string): string {
  const days = daysBetween(asOf, day);
  return days > 0 ? String(days) : 'none';
}

/** The values that depend on the day; every text may use them beside those of the notice. */
export function dayValues({ policy, asOf, words }: Talk): Args {
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

/** A text with the values of the day and the clauses it names. */
export function cite(talk: Talk, id: string, args: Args = {}): Text {
  const { text, citations } = talk.words.cite(id, { ...dayValues(talk), ...args });
  return { text: tidy(text), citations };
}

export function say(talk: Talk, id: string, args: Args = {}): string {
  return cite(talk, id, args).text;
}

/** The parts of a message (`headline`, `because`, `next` …) that it has, in that order. */
export function parts(
  talk: Talk,
  id: string,
  args: Args = {},
  names: readonly string[] = ['headline', 'because', 'next'],
): Text[] {
  return names.filter(name => talk.words.has(`${id}.${name}`)).map(name => cite(talk, `${id}.${name}`, args));
}

/** One reply of several texts, a blank line between them; it rests on all their clauses. */
export function replyOf(texts: readonly (Text | string)[], choices: readonly Choice[] = []): Reply {
  const all = texts
    .map(text => (typeof text === 'string' ? { text, citations: [] } : text))
    .filter(({ text }) => text !== '');
  return {
    text: all.map(({ text }) => text).join('\n\n'),
    citations: [...new Set(all.flatMap(({ citations }) => citations))],
    choices,
  };
}

/** Texts as the lines of one text. */
export function linesOf(texts: readonly Text[]): Text {
  return {
    text: texts.map(({ text }) => text).join('\n'),
    citations: [...new Set(texts.flatMap(({ citations }) => citations))],
  };
}

// Selectors that choose nothing leave empty lines and trailing spaces behind.
function tidy(text: string): string {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}
