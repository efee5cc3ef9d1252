import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessHours, explainHours, type HoursInput, type HoursRecord } from '../../src/rules/index.ts';
import { oracle } from './hours-oracle.ts';

const dayIn = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, date]) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10));
const edge = fc
  .tuple(
    fc.constantFrom('2019', '2020', '2021', '2023', '2024'),
    fc.constantFrom('-01-01', '-02-28', '-03-01', '-12-30', '-12-31'),
  )
  .map(([year, rest]) => year + rest);
const issued = fc.oneof(dayIn(2018, 2025), edge, fc.constantFrom('2020-02-29', '2024-02-29', '2019', '2020', '2024'));
/** Around the numbers that matter: 0, 32, 64 and just beside them. */
const amount = fc.oneof(
  fc.constantFrom(0, 0.01, 12, 20, 31.99, 32, 32.01, 40, 44, 63.99, 64),
  fc.integer({ min: 0, max: 7000 }).map(hundredths => hundredths / 100),
);
const record: fc.Arbitrary<HoursRecord> = fc
  .tuple(fc.integer({ min: 2018, max: 2028 }), amount, fc.integer({ min: 0, max: 100 }))
  .map(([year, hours, part]) => ({ year, hours, professionalHours: Math.floor(hours * part) / 100 }));
const input: fc.Arbitrary<HoursInput> = fc.record({
  asOf: fc.oneof(
    dayIn(2018, 2028),
    issued.chain(day => fc.integer({ min: 2019, max: 2028 }).map(year => anniversaryLike(day, year))),
  ),
  certificate: fc.record({
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constant('electronic' as const) },
      { weight: 1, arbitrary: fc.constant('safety-officer' as const) },
    ),
    issuedOn: issued,
  }),
  inPost: fc.constantFrom(true, false, null, undefined),
  records: fc.array(record, { maxLength: 14 }),
});

function anniversaryLike(day: string, year: number): string {
  return day.length === 4 ? `${year}-01-01` : day.endsWith('02-29') ? `${year}-03-01` : `${year}${day.slice(4)}`;
}

function check(promise: (input: HoursInput) => void, numRuns = 500): void {
  fc.assert(fc.property(input, promise), { numRuns });
}

/** The same input with hours added to one year, all of them professional. */
function withMore(one: HoursInput, year: number, hours: number): HoursInput {
  return { ...one, records: [...one.records, { year, hours, professionalHours: hours }] };
}

function readings(one: HoursInput): [string, boolean | null][] {
  return Object.entries(assessHours(one).void).filter(([name]) => name !== 'left-post') as [string, boolean | null][];
}

describe('2.1: the readings of a shortfall', () => {
  it('are what their definitions say, for any certificate, day and records', () => {
    check(one => {
      expect(assessHours(one)).toEqual(oracle(one));
    }, 2000);
  });

  it('void a certificate in fixed pairs only if also in rolling ones', () => {
    check(one => {
      const voided = new Map(readings(one));
      for (const [name, isVoid] of voided)
        if (name.includes('/fixed/') && isVoid) expect(voided.get(name.replace('fixed', 'rolling'))).toBe(true);
    });
  });

  it('void it with all hours counted only if also with capped ones', () => {
    check(one => {
      const voided = new Map(readings(one));
      for (const [name, isVoid] of voided)
        if (name.endsWith('/rolling/full') && isVoid) expect(voided.get(name.replace('full', 'capped'))).toBe(true);
    });
  });

  it('void it for two short years in a row only if also for any two years together', () => {
    check(one => {
      const voided = new Map(readings(one));
      for (const year of ['calendar', 'anniversary'])
        if (voided.get(`${year}/both-short/full`))
          for (const credit of ['full', 'capped']) expect(voided.get(`${year}/rolling/${credit}`)).toBe(true);
    });
  });

  it('void it by anniversary years only if also by calendar years, which end sooner', () => {
    check(one => {
      const voided = new Map(readings(one));
      for (const [name, isVoid] of voided)
        if (name.startsWith('anniversary') && isVoid)
          expect(voided.get(name.replace('anniversary', 'calendar'))).toBe(true);
    });
  });

  it('never turn against somebody who has done more hours', () => {
    const worse = { 'in-force': 0, disputed: 1, void: 2 } as const;
    const more = fc.tuple(input, fc.integer({ min: 2018, max: 2028 }), amount);
    fc.assert(
      fc.property(more, ([one, year, hours]) => {
        const [before, after] = [assessHours(one), assessHours(withMore(one, year, hours))];
        for (const [name, isVoid] of Object.entries(after.void))
          if (isVoid) expect(before.void[name as 'left-post']).toBe(true);
        if (before.standing !== null) expect(worse[after.standing!]).toBeLessThanOrEqual(worse[before.standing]);
      }),
      { numRuns: 500 },
    );
  });

  it('never turn back in time: once void, void on every later day', () => {
    const later = fc.tuple(input, dayIn(2018, 2028));
    fc.assert(
      fc.property(later, ([one, day]) => {
        if (day < one.asOf) return;
        const [now, then] = [assessHours(one), assessHours({ ...one, asOf: day })];
        for (const [name, isVoid] of Object.entries(now.void))
          if (isVoid) expect(then.void[name as 'left-post']).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('2.1: the hours to keep the certificate', () => {
  const calendar = (one: HoursInput) => readings(one).filter(([name]) => name.startsWith('calendar'));
  const newlyVoid = (one: HoursInput, hours: number) => {
    const year = Number(one.asOf.slice(0, 4));
    const before = new Map(calendar(one));
    const yearEnd = { ...withMore(one, year, hours), asOf: `${year + 1}-01-01` };
    return calendar(yearEnd)
      .filter(([name, isVoid]) => isVoid && !before.get(name))
      .map(([name]) => name);
  };

  it('are enough, and a hundredth of an hour less is not', () => {
    check(one => {
      const keep = assessHours(one).thisYear?.hoursToKeep ?? null;
      if (keep === null) return;
      const beyondHelp = newlyVoid(one, 9000);
      expect(newlyVoid(one, keep)).toEqual(beyondHelp);
      if (keep > 0) expect(newlyVoid(one, Math.round(keep * 100 - 1) / 100).length).toBeGreaterThan(beyondHelp.length);
    });
  });

  it('are driven by the readings that the explanation names', () => {
    check(one => {
      const { result, drivenBy } = explainHours(one);
      const keep = result.thisYear?.hoursToKeep ?? 0;
      expect(drivenBy.length > 0).toBe(keep > 0);
      if (keep > 0) expect(newlyVoid(one, Math.round(keep * 100 - 1) / 100)).toEqual(expect.arrayContaining(drivenBy));
    });
  });

  it('name for every reading the pairs that failed it, exactly when it is void', () => {
    check(one => {
      for (const { void: isVoid, failed, atRisk } of explainHours(one).readings) {
        expect(failed.length > 0).toBe(isVoid === true);
        if (isVoid === null) expect(atRisk).toEqual([]);
        for (const { ended } of failed) expect(ended < one.asOf).toBe(true);
        for (const { by } of atRisk) expect(by >= one.asOf).toBe(true);
      }
    });
  });
});
