import { formatDay, formatList, type Text } from '../locale/index.ts';
import type { HoursExplanation, HoursResult } from '../rules/index.ts';
import { cite, linesOf, type Talk } from './talk.ts';

/** A result with what the single readings of it hang on. */
export interface Reckoned extends HoursResult {
  /** They void if years of which nothing was said had just what a year asks for, and do not if they had more. */
  depends?: readonly string[];
  /** Not void yet, and void once a day is past, whatever is still done this year. */
  lost: readonly LostReading[];
  /** Past years of which nothing was said. */
  silent?: readonly number[];
}

export interface LostReading {
  name: string;
  /** The last day on which it does not call the certificate void. */
  until: string;
}

/** The readings whose pair can be kept by no number of hours: a year before was short, and surplus does not count in them. */
export function lostReadings({ readings }: HoursExplanation): LostReading[] {
  return readings.flatMap(({ name, void: isVoid, atRisk }) => {
    const pair = isVoid === true ? undefined : atRisk.find(({ hoursToDo }) => hoursToDo === null);
    return pair === undefined ? [] : [{ name, until: pair.by }];
  });
}

export const show = (hours: number): string => String(Math.round(hours * 100) / 100);

/** How many hours of this year keep what can be kept, until when, and which readings by calendar years cannot. */
export function keepLines(talk: Talk, { thisYear, lost }: Reckoned, disputed: boolean): Text[] {
  if (thisYear === null) return [];
  const { hoursToKeep, remainingHours } = thisYear;
  if (hoursToKeep === null) return [cite(talk, 'hours-keep-impossible')];
  const deadline = formatDay(thisYear.deadline, talk.words.locale);
  const named = lost.filter(({ name }) => name.startsWith('calendar')).map(({ name }) => quoted(talk, name));
  const args = {
    deadline,
    keep: show(hoursToKeep),
    done: remainingHours === 0 ? 'yes' : 'no',
    disputed: disputed ? 'yes' : 'no',
    names: formatList(named, talk.words.locale),
  };
  const lostLine = named.length === 0 ? [] : [cite(talk, 'hours-keep-lost', args)];
  const rest = disputed || named.length > 0;
  const id =
    hoursToKeep === 0
      ? named.length > 0
        ? 'hours-keep-zero-rest'
        : 'hours-keep-zero'
      : rest
        ? 'hours-keep-rest'
        : 'hours-keep';
  return [cite(talk, id, args), ...lostLine];
}

/** Of the names of readings, which have commas in them, it must be seen where one ends. */
const quoted = (talk: Talk, name: string): string => `“${readingName(talk, name)}”`;

/** The readings that void, one line each, and those that nothing keeps; those that do not void, and those that cannot be worked out, as a number. */
export function readingLines(talk: Talk, result: Reckoned): Text {
  const readings = Object.entries(result.void).filter(([name]) => name !== 'left-post');
  const { depends = [] } = result;
  const lost = result.lost.filter(({ name }) => !depends.includes(name));
  const apart = [...depends, ...lost.map(({ name }) => name)];
  const those = (value: boolean | null) =>
    readings.filter(([name, failed]) => failed === value && !apart.includes(name));
  const count = (id: string, number: number) => (number === 0 ? [] : [cite(talk, id, { count: String(number) })]);
  return linesOf([
    cite(talk, 'hours-readings-title', { count: String(readings.length) }),
    ...those(true).map(([name]) => cite(talk, 'hours-reading-void', { name: readingName(talk, name) })),
    ...lost.map(({ name, until }) =>
      cite(talk, 'hours-reading-lost', {
        name: readingName(talk, name),
        until: formatDay(until, talk.words.locale),
      }),
    ),
    ...depends.map(name => cite(talk, 'hours-reading-depends', { name: readingName(talk, name) })),
    ...(those(true).length + apart.length === 0
      ? those(false).map(([name]) => cite(talk, 'hours-reading-safe', { name: readingName(talk, name) }))
      : count('hours-readings-safe', those(false).length)),
    ...count('hours-readings-unknown', those(null).length),
  ]);
}

/** `calendar/rolling/full` → 按公历年，任意连着两年，多学的都算. */
export function readingName(talk: Talk, name: string): string {
  return (
    name
      .split('/')
      // “Both years short” counts no surplus, so there is nothing to say of its credit.
      .filter((part, _, all) => part !== 'full' || !all.includes('both-short'))
      .map(part => cite(talk, `reading-${part}`).text)
      .join(talk.words.locale === 'zh-CN' ? '，' : ', ')
  );
}
