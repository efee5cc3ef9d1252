import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anniversaryIn, dayBefore, daysFrom, isBareYear, isDay } from '../../src/rules/day.ts';

const DAY = 86_400_000;
const asDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2999, 11, 31) / DAY })
  .map(days => asDay(days * DAY));

describe('a day', () => {
  it('is a day that exists, from 1900 to 2999, written YYYY-MM-DD', () => {
    for (const day of ['1900-01-01', '2000-02-29', '2020-02-29', '2020-12-31', '2999-12-31'])
      expect(isDay(day), day).toBe(true);
    const none = [
      '2019-02-29',
      '1900-02-29',
      '2100-02-29',
      '2020-04-31',
      '2020-06-31',
      '2020-09-31',
      '2020-11-31',
      '2020-02-30',
    ];
    const unwritten = [
      '2020-00-10',
      '2020-13-01',
      '2020-01-00',
      '2020-01-32',
      '1899-12-31',
      '3000-01-01',
      '2020-1-1',
      '2020/01/01',
    ];
    const else_ = [
      '20200101',
      '2020',
      '',
      '2020-01-01 ',
      '2020-01-01\n',
      ' 2020-01-01',
      '2020-01-01T00:00:00Z',
      '２０２０-01-01',
      '٢٠٢٠-01-01',
    ];
    for (const text of [...none, ...unwritten, ...else_]) expect(isDay(text), JSON.stringify(text)).toBe(false);
  });

  it('exists exactly when the calendar has it', () => {
    for (let month = 1; month <= 12; month += 1)
      for (let date = 1; date <= 31; date += 1)
        for (const year of [1900, 1999, 2000, 2019, 2020, 2100, 2400]) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          expect(isDay(text), text).toBe(asDay(Date.UTC(year, month - 1, date)) === text);
        }
  });

  it('has a day before and a distance, as the calendar has', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(dayBefore(one)).toBe(asDay(Date.parse(`${one}T00:00:00Z`) - DAY));
        expect(daysFrom(dayBefore(one), one)).toBe(1);
        expect(daysFrom(one, other)).toBe((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / DAY);
      }),
      { numRuns: 300 },
    );
  });

  it('2.1: of 29 February has its anniversary on 1 March in common years', () => {
    expect(anniversaryIn(2024, '2020-02-29')).toBe('2024-02-29');
    expect(anniversaryIn(2025, '2020-02-29')).toBe('2025-03-01');
    expect(anniversaryIn(2100, '2020-02-29')).toBe('2100-03-01');
    expect(anniversaryIn(2025, '2020-02-28')).toBe('2025-02-28');
  });
});

it('a bare year has four digits, from 1900 to 2999', () => {
  for (const year of ['1900', '2020', '2999']) expect(isBareYear(year), year).toBe(true);
  for (const text of ['1899', '3000', '020', '02020', '2020 ', '2020\n', '二〇二〇', ''])
    expect(isBareYear(text), text).toBe(false);
});
