import {
  CREDIT_KINDS,
  type CreditKind,
  PAIR_KINDS,
  type PairKind,
  YEAR_KINDS,
  type YearKind,
} from '../policies/kinds.ts';
import type { PolicyValues, Silent, Valued } from '../policies/policy.ts';
import { anniversaryIn, type Day, dayBefore, isDay } from './day.ts';

/** One way to read what the notice says about a shortfall, named `<year>/<pair>/<credit>`. */
export type ReadingName = `${YearKind}/${PairKind}/${CreditKind}`;
export interface Reading {
  name: ReadingName;
  year: YearKind;
  pair: PairKind;
  credit: CreditKind;
}

const KNOWN_READINGS = new WeakMap<PolicyValues, readonly Reading[]>();

/** Every way in which the policy can be read, in the order in which results list them; worked out once a policy. */
export function readingsOf(policy: PolicyValues): readonly Reading[] {
  const readings = KNOWN_READINGS.get(policy) ?? listReadings(policy);
  KNOWN_READINGS.set(policy, readings);
  return readings;
}

function listReadings({ annual }: PolicyValues): Reading[] {
  const credits = choices(annual.credit, CREDIT_KINDS);
  const readings: Reading[] = [];
  // `both-short` looks at each year by itself, so a cap would change nothing in it.
  for (const year of choices(annual.yearKind, YEAR_KINDS))
    for (const pair of choices(annual.pair, PAIR_KINDS))
      for (const credit of pair === 'both-short' ? (['full'] as const) : credits)
        readings.push({ name: `${year}/${pair}/${credit}`, year, pair, credit });
  return readings;
}

function choices<T>(point: Valued<T> | Silent, all: readonly T[]): readonly T[] {
  return 'silent' in point ? all : [point.value];
}

/** What the rule on two years asks, in hundredths of an hour. */
export interface Limits {
  yearly: number;
  twoYears: number;
}

/** Whether two years together fall short in a reading. */
export function fallsShort(
  { pair, credit }: Reading,
  { yearly, twoYears }: Limits,
  first: number,
  second: number,
): boolean {
  if (pair === 'both-short') return first < yearly && second < yearly;
  return credited(credit, yearly, first) + credited(credit, yearly, second) < twoYears;
}

/** The fewest more hundredths of an hour in the second year that keep the pair; undefined when no number does. */
export function hoursToSave(
  { pair, credit }: Reading,
  { yearly, twoYears }: Limits,
  first: number,
  second: number,
): number | undefined {
  if (pair === 'both-short') return first < yearly ? Math.max(0, yearly - second) : 0;
  const needed = twoYears - credited(credit, yearly, first);
  return credit === 'capped' && needed > yearly ? undefined : Math.max(0, needed - second);
}

/** Whether the duty years `index` and `index + 1`, counted from 0, are a pair of the reading. */
export function isPair({ pair }: Reading, index: number): boolean {
  return index >= 0 && (pair !== 'fixed' || index % 2 === 0);
}

/** The hundredths of an hour of one year that count in a reading. */
export function creditedIn({ credit }: Reading, { yearly }: Limits, hours: number): number {
  return credited(credit, yearly, hours);
}

function credited(credit: CreditKind, yearly: number, hours: number): number {
  return credit === 'capped' ? Math.min(hours, yearly) : hours;
}

/** The last day of a duty year. With a bare year of issue the anniversary is not known: then it is null. */
export function endOf(kind: YearKind, year: number, issuedOn: string): Day | null {
  if (kind === 'calendar') return `${year}-12-31`;
  return isDay(issuedOn) ? dayBefore(anniversaryIn(year + 1, issuedOn)) : null;
}
