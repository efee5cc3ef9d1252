import { hainanValues } from '../policies/hainan-2020-135/values.ts';
import type { ClauseId, PolicyValues, Valued } from '../policies/policy.ts';
import type { Day } from './day.ts';
import {
  type Account,
  accountOf,
  type HoursResult,
  hoursThatSave,
  isVoid,
  pairFalls,
  pastYears,
  resultOf,
} from './hours.ts';
import { type HoursFacts, type HoursInput, readHours } from './input.ts';
import { type Note, notesOnHours } from './notes.ts';
import { creditedIn, endOf, hoursToSave, type Reading, type ReadingName, readingsOf } from './readings.ts';

/** The hours of a person with everything that a reply about them can need, so that whoever words it needs no rule of its own. */
export interface HoursExplanation {
  asOf: Day;
  kind: HoursFacts['kind'];
  result: HoursResult;
  required: {
    hours: Valued<number>;
    professionalHours: Valued<number>;
    /** Null for a safety officer: 2.1 speaks of the electronic certificate. */
    twoYearHours: Valued<number> | null;
  };
  /** Every reading with the years that failed it and those that still can; empty for a safety officer. */
  readings: ReadingExplained[];
  /** The readings that make `hoursToKeep` what it is; empty when it is 0 or null. */
  drivenBy: ReadingName[];
  /** What is safe in every reading this year; null before the first duty year. */
  safe: { hours: number; professionalHours: number; from: Day | null; by: Day } | null;
  /** Every record in the order of the input, and why it does not count. */
  records: RecordExplained[];
  /** Duty years up to the notice's own year: they rest on a notice that came later. */
  yearsBeforeNotice: number[];
  clauses: ClauseId[];
  notes: Note[];
}

export interface ReadingExplained extends Reading {
  void: boolean | null;
  /** The entries in the register of open points on which this reading takes a side. */
  openPoints: string[];
  /** The pairs of past years that fell short. */
  failed: PairShort[];
  /** The pairs that are short as yet and not past. */
  atRisk: PairAtRisk[];
}

export interface PairShort {
  years: [number, number];
  /** As far as they count in this reading. */
  hours: [number, number];
  /** The last day of the second year in this reading. */
  ended: Day;
}

export interface PairAtRisk {
  years: [number, number];
  hours: [number, number];
  /** Hours still to be credited to the second year; null when no number of them keeps the pair. */
  hoursToDo: number | null;
  /** The last day for them in this reading. */
  by: Day;
}

export interface RecordExplained {
  index: number;
  year: number;
  hours: number;
  professionalHours: number;
  ignored: 'before-first-year' | 'after-this-year' | null;
}

/** `assessHours` with what each reading rests on, which one drives the hours to keep, and what a reply must not leave out. */
export function explainHours(input: HoursInput, policy: PolicyValues = hainanValues): HoursExplanation {
  const facts = readHours(input);
  const account = accountOf(facts, policy);
  const result = resultOf(account, policy);
  const electronic = facts.kind === 'electronic';
  const { hours, professionalHours } = electronic ? policy.annual : policy.annual.safetyOfficer;
  const readings = electronic ? readingsOf(policy) : [];
  return {
    asOf: facts.asOf,
    kind: facts.kind,
    result,
    required: { hours, professionalHours, twoYearHours: electronic ? policy.annual.twoYearHours : null },
    readings: readings.map(reading => explainReading(account, reading, policy)),
    drivenBy: readings.filter(reading => drives(account, reading, result)).map(({ name }) => name),
    safe: safeIn(result, facts),
    records: explainRecords(account),
    yearsBeforeNotice: result.years.map(({ year }) => year).filter(year => year <= policy.document.year),
    clauses: [hours.clause],
    notes: notesOnHours(facts, result, policy),
  };
}

/** Field by field and in one passage: ten readings by copies and lists of lists cost ten times what judging them does. */
function explainReading(account: Account, reading: Reading, policy: PolicyValues): ReadingExplained {
  const { name, year, pair, credit } = reading;
  const past = pastYears(account, year);
  const failed: PairShort[] = [];
  const risky: PairAtRisk[] = [];
  for (let index = 0; past !== null && index + 1 < account.hours.length; index += 1) {
    if (!pairFalls(account, reading, index)) continue;
    if (index + 1 < past) failed.push(pairShort(account, reading, index));
    else risky.push(atRisk(account, reading, index));
  }
  const openPoints = openPointsOf(policy);
  return { name, year, pair, credit, void: isVoid(account, reading), openPoints, failed, atRisk: risky };
}

function openPointsOf({ annual: { yearKind, pair, credit } }: PolicyValues): string[] {
  const openPoints: string[] = [];
  for (const point of [yearKind, pair, credit]) if ('silent' in point) openPoints.push(point.openPoint);
  return openPoints;
}

function pairShort(account: Account, reading: Reading, index: number): PairShort {
  const { years, hours, ends } = pairAt(account, reading, index);
  return { years, hours, ended: ends };
}

function pairAt({ facts, firstYear, hours, limits }: Account, reading: Reading, index: number) {
  const years: [number, number] = [firstYear + index, firstYear + index + 1];
  const credited = (at: number) => creditedIn(reading, limits, hours[at]!) / 100;
  const both: [number, number] = [credited(index), credited(index + 1)];
  return { years, hours: both, ends: endOf(reading.year, years[1], facts.issuedOn)! };
}

function atRisk(account: Account, reading: Reading, index: number): PairAtRisk {
  const { years, hours, ends } = pairAt(account, reading, index);
  const toDo = hoursToSave(reading, account.limits, account.hours[index]!, account.hours[index + 1]!);
  return { years, hours, hoursToDo: toDo === undefined ? null : toDo / 100, by: ends };
}

function drives(account: Account, reading: Reading, { thisYear }: HoursResult): boolean {
  const toKeep = thisYear?.hoursToKeep ?? 0;
  if (toKeep === 0 || reading.year !== 'calendar' || isVoid(account, reading)) return false;
  return hoursThatSave(account, reading) === Math.round(toKeep * 100);
}

function safeIn({ thisYear }: HoursResult, { asOf }: HoursFacts): HoursExplanation['safe'] {
  if (thisYear === null) return null;
  const { remainingHours, remainingProfessional, hoursToKeep, countsFrom, deadline } = thisYear;
  return {
    hours: Math.max(remainingHours, remainingProfessional, hoursToKeep ?? 0),
    professionalHours: remainingProfessional,
    from: countsFrom === null ? null : countsFrom > asOf ? countsFrom : asOf,
    by: deadline,
  };
}

function explainRecords({ facts, firstYear, thisYear }: Account): RecordExplained[] {
  return facts.records.map(({ year, hours, professionalHours }, index) => ({
    index,
    year,
    hours,
    professionalHours,
    ignored: year < firstYear ? 'before-first-year' : year > thisYear ? 'after-this-year' : null,
  }));
}
