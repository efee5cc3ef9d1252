import { hainanValues } from '../policies/hainan-2020-135/values.ts';
import type { PolicyValues, YearKind } from '../policies/policy.ts';
import { anniversaryIn, type Day, isDay, yearOf } from './day.ts';
import { type HoursFacts, type HoursInput, type HoursRecord, readHours } from './input.ts';
import {
  endOf,
  fallsShort,
  hoursToSave,
  isPair,
  type Limits,
  type Reading,
  type ReadingName,
  readingsOf,
} from './readings.ts';

export interface DutyYear {
  year: number;
  hours: number;
  professionalHours: number;
  /** What is lacking, each for itself; still to do is the larger of the two. */
  shortHours: number;
  shortProfessional: number;
  status: 'met' | 'open' | 'short';
  /** The last day of the year in both ways of counting it; null where the day of issue is not known or the policy does not count so. */
  ends: Record<YearKind, Day | null>;
}

export interface ThisYear {
  year: number;
  remainingHours: number;
  remainingProfessional: number;
  /** The fewest hours still to do by `deadline` so that no calendar reading newly voids the certificate; null when none is left to keep. */
  hoursToKeep: number | null;
  /** The first day this year whose hours count in both kinds of year; null with a bare year of issue. */
  countsFrom: Day | null;
  deadline: Day;
}

export interface HoursResult {
  /** The policy and its version. */
  rules: string;
  firstYear: number;
  /** This year. */
  status: 'not-yet-due' | 'met' | 'open';
  /** Of an electronic certificate, over all readings; null for a safety officer. */
  standing: 'in-force' | 'disputed' | 'void' | null;
  /** From `firstYear` to the year of `asOf`. */
  years: DutyYear[];
  thisYear: ThisYear | null;
  /** Whether the certificate is void, reading by reading; null where a reading cannot be worked out. */
  void: Partial<Record<ReadingName | 'left-post', boolean | null>>;
}

/** A person's yearly hours, in every reading of the policy: pure, synchronous, no clock. Throws a `RulesInputError` for bad input. */
export function assessHours(input: HoursInput, policy: PolicyValues = hainanValues): HoursResult {
  return resultOf(accountOf(readHours(input), policy), policy);
}

/** The hours of every duty year, in hundredths of an hour so that sums are exact, and what they are measured against. */
export interface Account {
  facts: HoursFacts;
  firstYear: number;
  thisYear: number;
  hours: number[];
  professionalHours: number[];
  limits: Limits & { professional: number };
}

export function accountOf(facts: HoursFacts, { annual }: PolicyValues): Account {
  const firstYear = yearOf(facts.issuedOn) + annual.startsAfterYears.value;
  const thisYear = yearOf(facts.asOf);
  const length = Math.max(0, thisYear - firstYear + 1);
  const { hours, professionalHours } = facts.kind === 'electronic' ? annual : annual.safetyOfficer;
  const account: Account = {
    facts,
    firstYear,
    thisYear,
    hours: new Array<number>(length).fill(0),
    professionalHours: new Array<number>(length).fill(0),
    limits: {
      yearly: hundredths(hours.value),
      twoYears: hundredths(annual.twoYearHours.value),
      professional: hundredths(professionalHours.value),
    },
  };
  for (const record of facts.records) credit(account, record);
  return account;
}

function credit(account: Account, record: HoursRecord): void {
  const index = record.year - account.firstYear;
  if (index < 0 || index >= account.hours.length) return;
  account.hours[index]! += hundredths(record.hours);
  account.professionalHours[index]! += hundredths(record.professionalHours);
}

function hundredths(hours: number): number {
  return Math.round(hours * 100);
}

export function resultOf(account: Account, policy: PolicyValues): HoursResult {
  const { facts, firstYear } = account;
  const readings = readingsOf(policy);
  const years = account.hours.map((_, index) => dutyYear(account, index, readings));
  const current = years[years.length - 1];
  const electronic = facts.kind === 'electronic';
  const voided = electronic ? voidReadings(account, readings) : {};
  return {
    rules: `${policy.id}/${policy.version}`,
    firstYear,
    status: current === undefined ? 'not-yet-due' : current.status === 'met' ? 'met' : 'open',
    standing: electronic ? standingOf(account, readings, voided) : null,
    years,
    thisYear: current === undefined ? null : thisYearOf(current, account, readings),
    void: voided,
  };
}

function dutyYear(
  { facts, firstYear, thisYear, hours, professionalHours, limits }: Account,
  index: number,
  readings: readonly Reading[],
): DutyYear {
  const year = firstYear + index;
  const shortHours = Math.max(0, limits.yearly - hours[index]!);
  const shortProfessional = Math.max(0, limits.professional - professionalHours[index]!);
  const anniversaryCounts = readings.some(reading => reading.year === 'anniversary');
  return {
    year,
    hours: hours[index]! / 100,
    professionalHours: professionalHours[index]! / 100,
    shortHours: shortHours / 100,
    shortProfessional: shortProfessional / 100,
    status: shortHours === 0 && shortProfessional === 0 ? 'met' : year === thisYear ? 'open' : 'short',
    ends: {
      calendar: endOf('calendar', year, facts.issuedOn),
      anniversary: anniversaryCounts ? endOf('anniversary', year, facts.issuedOn) : null,
    },
  };
}

function voidReadings(account: Account, readings: readonly Reading[]): HoursResult['void'] {
  const voided: HoursResult['void'] = {};
  for (const reading of readings) voided[reading.name] = isVoid(account, reading);
  voided['left-post'] = account.facts.inPost === false;
  return voided;
}

function standingOf(
  account: Account,
  readings: readonly Reading[],
  voided: HoursResult['void'],
): HoursResult['standing'] {
  const { facts, ...others } = account;
  // A bare year is taken as an issue on 31 December, the latest there can be: whatever the day was, the certificate is void then too.
  const latest = isDay(facts.issuedOn)
    ? account
    : { ...others, facts: { ...facts, issuedOn: `${facts.issuedOn}-12-31` } };
  if (readings.every(reading => isVoid(latest, reading))) return 'void';
  return Object.values(voided).includes(true) ? 'disputed' : 'in-force';
}

/** Whether some pair of duty years that are past in this reading falls short in it; null when that cannot be known. */
export function isVoid(account: Account, reading: Reading): boolean | null {
  const past = pastYears(account, reading.year);
  if (past === null) return null;
  for (let index = 0; index + 1 < past; index += 1) if (pairFalls(account, reading, index)) return true;
  return false;
}

/** How many duty years, from the first one on, are past in a kind of year; null when the day of issue is not known but needed. */
export function pastYears({ facts, thisYear, hours }: Account, kind: YearKind): number | null {
  const others = Math.max(0, hours.length - 1);
  if (kind === 'calendar') return others;
  if (!isDay(facts.issuedOn)) return null;
  // The year before this one ends on the eve of this year's anniversary.
  return facts.asOf >= anniversaryIn(thisYear, facts.issuedOn) ? others : Math.max(0, others - 1);
}

/** Whether the years `index` and `index + 1` are a pair of the reading and fall short in it. */
export function pairFalls({ hours, limits }: Account, reading: Reading, index: number): boolean {
  return isPair(reading, index) && fallsShort(reading, limits, hours[index]!, hours[index + 1]!);
}

function thisYearOf(
  { year, shortHours, shortProfessional }: DutyYear,
  account: Account,
  readings: readonly Reading[],
): ThisYear {
  const { kind, issuedOn } = account.facts;
  return {
    year,
    remainingHours: shortHours,
    remainingProfessional: shortProfessional,
    hoursToKeep: kind === 'electronic' ? hoursToKeep(account, readings) : null,
    countsFrom: isDay(issuedOn) ? anniversaryIn(year, issuedOn) : null,
    deadline: `${year}-12-31`,
  };
}

function hoursToKeep(account: Account, readings: readonly Reading[]): number | null {
  const standing = readings.filter(reading => reading.year === 'calendar' && !isVoid(account, reading));
  if (standing.length === 0) return null;
  return Math.max(0, ...standing.map(reading => hoursThatSave(account, reading) ?? 0)) / 100;
}

/** Hundredths of an hour that keep the pair closing this year in the reading: 0 when none closes, undefined when no number keeps it. */
export function hoursThatSave({ hours, limits }: Account, reading: Reading): number | undefined {
  const last = hours.length - 2;
  return isPair(reading, last) ? hoursToSave(reading, limits, hours[last]!, hours[last + 1]!) : 0;
}
