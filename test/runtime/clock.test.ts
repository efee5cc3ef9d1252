import { describe, expect, it } from 'vitest';
import { dayInShanghai, fixedClock, systemClock } from '../../src/runtime/clock.ts';

describe('the clock', () => {
  it('begins a day at midnight in Shanghai, wherever the machine stands', () => {
    expect(dayInShanghai(Date.parse('2020-12-31T15:59:59.999Z'))).toBe('2020-12-31');
    expect(dayInShanghai(Date.parse('2020-12-31T16:00:00Z'))).toBe('2021-01-01');
    expect(dayInShanghai(Date.parse('2020-12-31T23:59:59+08:00'))).toBe('2020-12-31');
  });

  it('agrees with the zone of Asia/Shanghai on every day from 1992 on', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    for (let noon = Date.UTC(1992, 0, 1, 12); noon < Date.UTC(2040, 0, 1); noon += 11 * 86_400_000 + 3_600_000) {
      expect(dayInShanghai(noon)).toBe(zone.format(noon));
    }
  });

  it('stays on the day it is given, while time goes on', () => {
    const clock = systemClock('2020-10-15');
    expect(clock.today()).toBe('2020-10-15');
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
    expect(systemClock().today()).toBe(dayInShanghai(Date.now()));
  });

  it('stands still in tests until it is put forward', () => {
    const clock = fixedClock('2026-11-22T23:59:00+08:00');
    expect(clock.today()).toBe('2026-11-22');
    clock.pass(60_000);
    expect(clock.today()).toBe('2026-11-23');
    expect(() => fixedClock('yesterday')).toThrow(RangeError);
  });
});
