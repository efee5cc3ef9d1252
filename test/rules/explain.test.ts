import { describe, expect, it } from 'vitest';
import {
  explainHours,
  explainRenewal,
  type HoursInput,
  type RenewalCertificate,
  type RenewalInput,
  type RenewalTraining,
} from '../../src/rules/index.ts';

const CERTIFICATE = {
  kind: 'training',
  code: '101',
  issuedOn: '2017-06-01',
  issuer: 'hainan-leading-group-office',
  inNationalSystem: true,
} as const;
const TRAINING = { hours: 32, professionalHours: 22, passed: true };

function renewal(
  asOf: string,
  certificate: RenewalCertificate = {},
  training: RenewalTraining | null = {},
): RenewalInput {
  return { asOf, certificate: { ...CERTIFICATE, ...certificate }, training: training && { ...TRAINING, ...training } };
}
const notesOf = (input: RenewalInput) => explainRenewal(input).notes.map(({ note }) => note);

function electronic(asOf: string, issuedOn: string, hours: Record<number, number>): HoursInput {
  const records = Object.entries(hours).map(([year, done]) => ({
    year: Number(year),
    hours: done,
    professionalHours: Math.min(done, 22),
  }));
  return { asOf, certificate: { kind: 'electronic', issuedOn }, records };
}

describe('the explanation of a renewal', () => {
  it('2.2: says for each reason what was held against what, by which clause, and when that was last checked', () => {
    const { reasons, row, clauses } = explainRenewal(renewal('2020-10-15', {}, { hours: 31.5 }));
    expect(reasons.find(({ fact }) => fact === 'hours')).toEqual({
      fact: 'hours',
      clause: '2.2',
      met: false,
      held: 31.5,
      required: { value: 32, clause: '2.2', checkedOn: '2026-11-22' },
      decisive: true,
    });
    expect(reasons.filter(({ decisive }) => decisive).map(({ fact }) => fact)).toEqual(['hours']);
    expect({ row, clauses }).toEqual({ row: 11, clauses: ['2.2'] });
  });

  it('1.1: says of what is missing what would be asked of it and what comes out if it fails', () => {
    const { missing, possible } = explainRenewal(renewal('2020-10-15', { inNationalSystem: null }));
    expect(missing.map(({ field, clause, otherwise }) => [field, clause, otherwise])).toEqual([
      ['certificate.inNationalSystem', '1.1', 'archive-check'],
      ['certificate.archiveVerified', '1.1', 'archive-check'],
    ]);
    expect(possible).toEqual(['archive-check', 'ready']);
  });

  it('has the verdict that the assessment has, and nothing but it once nothing is missing', () => {
    const { verdict, possible, missing } = explainRenewal(renewal('2020-10-15'));
    expect(verdict.outcome).toBe('ready');
    expect(possible).toEqual(['ready']);
    expect(missing).toEqual([]);
  });

  it('does not lose what a reply must say', () => {
    const notFound = { inNationalSystem: false, archiveVerified: false };
    expect(notesOf(renewal('2020-10-15'))).toEqual([]);
    expect(notesOf(renewal('2020-10-15', { inNationalSystem: false, archiveVerified: true }))).toEqual([
      'archive-passed',
    ]);
    expect(explainRenewal(renewal('2020-10-15', notFound)).notes).toMatchObject([
      { note: 'archive-last-day', clauses: ['1.1'], openPoint: 'archive-last-day', day: '2020-11-09' },
    ]);
    expect(notesOf(renewal('2020-11-11', notFound))).toEqual(['archive-late']);
    expect(notesOf(renewal('2021-01-01'))).toEqual(['after-close', 'still-usable', 'services-ended']);
    expect(notesOf(renewal('2020-10-15', { issuedOn: '2019' }))).toEqual(['still-usable']);
    expect(notesOf(renewal('2020-10-15', { code: '116' }))).toEqual(['still-usable', 'other-codes']);
    expect(notesOf(renewal('2020-10-15', { code: '105' }))).toEqual([
      'still-usable',
      'other-codes',
      'maybe-safety-officer',
    ]);
    expect(notesOf(renewal('2020-10-15', { code: '105', issuer: 'other' }))).toEqual([
      'other-codes',
      'maybe-safety-officer',
    ]);
    expect(notesOf(renewal('2020-12-15', {}, null))).toEqual([]);
    expect(notesOf(renewal('2020-12-16', {}, null))).toEqual(['late-posting']);
    expect(notesOf(renewal('2020-10-15', { kind: 'safety-officer' }))).toEqual(['safety-officer-condition']);
  });
});

describe('the explanation of yearly hours', () => {
  it('2.1: names for a reading the pairs that failed it and those that still can, with the hours and the last day', () => {
    const { readings } = explainHours(electronic('2026-12-01', '2023-02-01', { 2024: 44, 2025: 18 }));
    expect(readings.find(({ name }) => name === 'calendar/rolling/capped')).toEqual({
      name: 'calendar/rolling/capped',
      year: 'calendar',
      pair: 'rolling',
      credit: 'capped',
      void: true,
      openPoints: ['year-ends', 'which-two-years', 'carry-over'],
      failed: [{ years: [2024, 2025], hours: [32, 18], ended: '2025-12-31' }],
      atRisk: [{ years: [2025, 2026], hours: [18, 0], hoursToDo: null, by: '2026-12-31' }],
    });
    expect(readings.find(({ name }) => name === 'anniversary/rolling/full')).toMatchObject({
      failed: [{ years: [2024, 2025], hours: [44, 18], ended: '2026-01-31' }],
      atRisk: [{ years: [2025, 2026], hours: [18, 0], hoursToDo: 46, by: '2027-01-31' }],
    });
  });

  it('2.1: says which reading drives the hours to keep, and what is safe in all of them', () => {
    const { result, drivenBy, safe } = explainHours(electronic('2026-11-22', '2024-09-30', { 2025: 20 }));
    expect(result.thisYear!.hoursToKeep).toBe(44);
    expect(drivenBy).toEqual(['calendar/rolling/full', 'calendar/fixed/full']);
    expect(safe).toEqual({ hours: 44, professionalHours: 22, from: '2026-11-22', by: '2026-12-31' });
    expect(explainHours(electronic('2026-03-01', '2024-09-30', { 2025: 20 })).safe!.from).toBe('2026-09-30');
  });

  it('2.1: says of every record whether it counts, and why not', () => {
    const { records } = explainHours(electronic('2026-11-22', '2024-09-30', { 2024: 32, 2025: 20, 2027: 5 }));
    expect(records.map(({ year, ignored }) => [year, ignored])).toEqual([
      [2024, 'before-first-year'],
      [2025, null],
      [2027, 'after-this-year'],
    ]);
  });

  it('2.1: flags duty years that rest on a notice that came later', () => {
    const { yearsBeforeNotice, notes } = explainHours(electronic('2021-03-01', '2018-11-11', { 2019: 32, 2020: 32 }));
    expect(yearsBeforeNotice).toEqual([2019, 2020]);
    expect(notes.map(({ note }) => note)).toEqual(['years-before-notice']);
    expect(explainHours(electronic('2022-03-01', '2020-01-01', { 2021: 32 })).yearsBeforeNotice).toEqual([]);
  });

  it('2.1: does not work out a reading that needs a day of issue nobody knows', () => {
    const { readings } = explainHours(electronic('2027-06-01', '2024', { 2025: 20, 2026: 20 }));
    for (const { year, void: isVoid, failed } of readings) {
      expect(isVoid).toBe(year === 'calendar' ? true : null);
      expect(failed).toHaveLength(year === 'calendar' ? 1 : 0);
    }
  });

  it('2.2: warns in the last half month of the year of hours that enter the system in batches', () => {
    const notes = (asOf: string, hours: number) =>
      explainHours(electronic(asOf, '2025-01-01', { 2026: hours })).notes.map(({ note }) => note);
    expect(notes('2026-12-15', 20)).toEqual([]);
    expect(notes('2026-12-16', 20)).toEqual(['late-posting']);
    expect(notes('2026-12-16', 32)).toEqual([]);
  });

  it('3.1a: has no reading for a safety officer and says what the notice leaves open instead', () => {
    const certificate = { kind: 'safety-officer', issuedOn: '2024' } as const;
    const { readings, required, notes, safe } = explainHours({ asOf: '2026-06-01', certificate, records: [] });
    expect(readings).toEqual([]);
    expect(required).toMatchObject({
      hours: { value: 32, clause: '3.1a' },
      professionalHours: { value: 22, clause: '3.1a' },
      twoYearHours: null,
    });
    expect(notes.map(({ note }) => note)).toEqual(['safety-officer-condition', 'safety-officer-start', 'make-up']);
    expect(safe).toEqual({ hours: 32, professionalHours: 22, from: null, by: '2026-12-31' });
  });
});
