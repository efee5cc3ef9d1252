import { describe, expect, it } from 'vitest';
import { formatMoment, readMoment } from '../../src/locale/index.ts';

/** Noon of a Sunday in Shanghai. */
const NOW = Date.parse('2026-11-22T04:00:00Z');

describe('a moment as people write it', () => {
  it.each([
    ['2026-12-01T10:00', '2026-12-01 10:00:00'],
    ['2026-12-01 10:00:30', '2026-12-01 10:00:30'],
    ['2026-12-01T10:00Z', '2026-12-01 18:00:00'],
    ['明天上午10点', '2026-11-23 10:00:00'],
    ['明天下午3点半', '2026-11-23 15:30:00'],
    ['今晚8点', '2026-11-22 20:00:00'],
    ['后天 9：05', '2026-11-24 09:05:00'],
    ['12月1日 9:30', '2026-12-01 09:30:00'],
    ['2027年1月4号上午10时', '2027-01-04 10:00:00'],
    ['tomorrow at 10:00', '2026-11-23 10:00:00'],
    ['下午3点', '2026-11-22 15:00:00'],
  ])('%s', (text, moment) => {
    expect(formatMoment(readMoment(text, NOW))).toBe(moment);
  });

  it.each(['', '昨天', '今天上午8点', '2026-11-22 11:59', '2026-02-30 25:00', '99月1日 9:00', 'soon'])(
    'is none, or over: “%s”',
    text => {
      expect(readMoment(text, NOW)).toBeNaN();
    },
  );
});
