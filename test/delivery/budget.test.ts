import { describe, expect, it } from 'vitest';
import { book, FREE, hold, reserve, type Timetable } from '../../src/delivery/timetable.ts';

const STEP = 10;
const ask = (table: Timetable, nowMs: number, count = 5) => {
  const got = reserve(table, { count, stepMs: STEP, aheadMs: 100, nowMs });
  if ('waitMs' in got) throw new Error(`asked to wait ${got.waitMs} ms`);
  return got;
};
/** A table that has been busy for a while. */
const busy = (nowMs: number): Timetable => ({ nextMs: nowMs, heldUntilMs: 0, busySinceMs: nowMs - 5_000 });

describe('the timetable', () => {
  it('hands out moments an even step apart, nobody the same one', () => {
    const first = ask(busy(1_000), 1_000);
    const second = ask(first.table, 1_020);
    expect(first.moments).toEqual({ fromMs: 1_000, stepMs: STEP, count: 5 });
    expect(second.moments.fromMs).toBe(1_050);
  });

  it('saves up nothing: after a pause the next moment is now', () => {
    expect(ask(busy(1_000), 1_200).moments.fromMs).toBe(1_200);
  });

  it('begins a little more slowly after a gap, because first messages take longer', () => {
    expect(ask(FREE, 10_000).moments.stepMs).toBeGreaterThan(STEP);
    expect(ask(busy(10_000), 10_000).moments.stepMs).toBe(STEP);
  });

  it('gives nothing that is too far ahead, and says how long to wait', () => {
    const table = { ...busy(1_000), nextMs: 1_300 };
    expect(reserve(table, { count: 5, stepMs: STEP, aheadMs: 100, nowMs: 1_000 })).toEqual({ waitMs: 200 });
  });

  it('moves on for answers, which wait for nobody', () => {
    expect(book(busy(1_000), 3, STEP, 1_000).nextMs).toBe(1_030);
  });

  it('leaves the time of a hold empty (429), and never shortens one', () => {
    const held = hold(hold(busy(1_000), 3_000), 2_000);
    expect(reserve(held, { count: 1, stepMs: STEP, aheadMs: 100, nowMs: 1_000 })).toEqual({ waitMs: 1_900 });
    expect(ask(held, 3_000).moments.fromMs).toBe(3_000);
  });
});
