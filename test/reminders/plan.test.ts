import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/locale/index.ts';
import type { Certificate } from '../../src/registry/index.ts';
import { leadsIn, namesOtherTimes, USUAL_LEADS } from '../../src/reminders/leads.ts';
import { duesOf, stageOn } from '../../src/reminders/plan.ts';

const LONG_AGO = '2025-01-01';

describe('the stage that is due', () => {
  it.each([
    ['2026-10-31', undefined],
    ['2026-11-01', 60],
    ['2026-11-30', 60],
    ['2026-12-01', 30],
    ['2026-12-17', 14],
    ['2026-12-24', 7],
    ['2026-12-30', 1],
    ['2026-12-31', 1],
    ['2027-01-01', undefined],
  ])('on %s is %s', (day, lead) => {
    expect(stageOn(day, USUAL_LEADS, LONG_AGO)?.lead).toBe(lead);
  });

  it('is none that came before somebody asked: they have just been told', () => {
    expect(stageOn('2026-11-20', USUAL_LEADS, '2026-11-10')).toBeUndefined();
    expect(stageOn('2026-12-01', USUAL_LEADS, '2026-11-10')).toEqual({ year: 2026, lead: 30 });
  });

  it('whatever days the program runs on, comes in order and never comes back', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 120 })),
        fc.subarray([90, 60, 45, 30, 14, 7, 3, 1]),
        (gaps, leads) => {
          const days = gaps.toSorted((a, b) => a - b).map(gap => addDays('2026-09-02', gap));
          const stages = days.flatMap(day => stageOn(day, leads, LONG_AGO)?.lead ?? []);
          expect(stages).toEqual(stages.toSorted((a, b) => b - a));
          expect(stages.every(lead => leads.includes(lead))).toBe(true);
        },
      ),
    );
  });

  it('is the last one for whoever the program meets on the last day only', () => {
    expect(stageOn('2026-12-31', [60], LONG_AGO)).toEqual({ year: 2026, lead: 60 });
  });
});

const certificate = (records: Certificate['records'], more: Partial<Certificate> = {}): Certificate => ({
  no: 'A-1',
  kind: 'electronic',
  code: '106',
  issuedOn: '2024-03-15',
  issuer: null,
  inNationalSystem: null,
  archiveVerified: null,
  inPost: null,
  records,
  ...more,
});
const year = (year: number, hours: number, professionalHours: number) => ({
  year,
  hours,
  professionalHours,
  passed: true,
  institution: null,
  completedOn: null,
});

describe('what is due', () => {
  const dues = (...certificates: Certificate[]) => duesOf({ certificates }, '2026-11-22');

  it('2.1: is what is left of 32 hours, 22 of them professional', () => {
    expect(dues(certificate([year(2025, 32, 22), year(2026, 20, 20)]))).toEqual([
      { code: '106', hours: 12, professional: 2 },
    ]);
  });

  it('2.1: is more than the year itself where the year before was short, so that no reading voids the certificate', () => {
    expect(dues(certificate([year(2025, 20, 14), year(2026, 32, 22)]))).toEqual([
      { code: '106', hours: 12, professional: 0 },
    ]);
  });

  it('is nothing once the year is met', () => {
    expect(dues(certificate([year(2025, 32, 22), year(2026, 32, 22)]))).toEqual([]);
  });

  it('2.1: is nothing for a certificate that is void in every reading: no hours bring it back', () => {
    expect(duesOf({ certificates: [certificate([], { issuedOn: '2019-01-01' })] }, '2026-11-22')).toEqual([]);
  });

  it('is said for each certificate', () => {
    expect(
      dues(certificate([year(2025, 32, 22)]), certificate([year(2025, 32, 22)], { no: 'B-1', code: '107' })),
    ).toHaveLength(2);
  });

  it('is not known where the roster knows of no yearly duty', () => {
    expect(dues(certificate([], { kind: 'training' }))).toBeNull();
  });
});

describe('the days that a message asks for', () => {
  it.each([
    ['提前20天提醒我', [20]],
    ['到期前15天叫我一声', [15]],
    ['提前60、30、7天都提醒', [60, 30, 7]],
    ['只提醒一次就行', [30]],
    ['提前10天只提醒一次', [10]],
    ['remind me 20 days before', [20]],
    ['just once please', [30]],
    ['提前3天和10天提醒我', [10, 3]],
    ['提前3天，还有提前10天', [10, 3]],
    ['提前一个礼拜提醒', [7]],
    ['提前兩個禮拜提醒我', [14]],
    ['提前半个月', [15]],
    ['一个月前提醒我', [30]],
    ['提前二十天', [20]],
    ['remind me 3 days and a week before', [7, 3]],
    ['remind me two weeks in advance', [14]],
    ['2026年12月1日前提醒我', undefined],
    ['提醒我', undefined],
    ['我17年的证还有3天', undefined],
  ])('%s', (text, days) => {
    expect(leadsIn(text)).toEqual(days);
  });

  it.each(['每个月提醒我一次', '提前200天提醒我', '早上8点提醒我', '12月1日前提醒我', 'remind me every week'])(
    '%s names times that cannot be set',
    text => {
      expect(namesOtherTimes(text)).toBe(true);
    },
  );

  it.each(['提醒我', '提前20天提醒我', '每年都提醒我', '提前提醒我', 'remind me a week before'])(
    '%s names no time that cannot be set',
    text => {
      expect(namesOtherTimes(text)).toBe(false);
    },
  );
});
