import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../src/delivery/index.ts';
import { book, FREE, hold, moved, reserve, type Timetable } from '../../src/delivery/timetable.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { freshFolder } from '../support/folder.ts';

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

  it('moves what nobody has yet after messages that were late, and nothing that lies in the past', () => {
    expect(moved(busy(1_000), 20, 900).nextMs).toBe(1_020);
    expect(moved(busy(1_000), 20, 1_100).nextMs).toBe(1_000);
  });

  it('leaves the time of a hold empty (429), and never shortens one', () => {
    const held = hold(hold(busy(1_000), 3_000, 1_000), 2_000, 1_000);
    expect(reserve(held, { count: 1, stepMs: STEP, aheadMs: 100, nowMs: 1_000 })).toEqual({ waitMs: 1_900 });
    expect(ask(held, 3_000).moments.fromMs).toBe(3_000);
  });

  it('puts moments a little further apart after each hold, up to a limit, and closer again with time', () => {
    const step = (table: Timetable, nowMs: number) =>
      ask({ ...table, nextMs: nowMs, heldUntilMs: 0 }, nowMs).moments.stepMs;
    const once = hold(busy(10_000), 10_500, 10_000);
    let often = once;
    for (let n = 0; n < 20; n += 1) often = hold(often, 10_500, 10_000);
    expect(step(once, 10_600)).toBeGreaterThan(STEP);
    expect(step(often, 10_600)).toBeGreaterThan(step(once, 10_600));
    expect(step(often, 10_600)).toBeLessThan(STEP * 1.07);
    expect(step(often, 3_600_000)).toBeCloseTo(STEP, 3);
  });

  it('begins anew when the clock was put back: what lies an hour ahead is nobody’s plan', () => {
    const before = hold(busy(3_600_000), 3_605_000, 3_600_000);
    expect(ask(before, 1_000).moments.fromMs).toBe(1_000);
    expect(book(before, 2, STEP, 1_000).nextMs).toBe(1_020);
    expect(hold(before, 2_000, 1_000).heldUntilMs).toBe(2_000);
  });
});

it('the budget gives moments at once although the clock was put back by an hour', async () => {
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  const store = await openLmdbStore(freshFolder(), { now });
  const wait = (ms: number, signal?: AbortSignal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal });
  const budget = createBudget({ store, name: 'bot', perSecond: 30, now, wait, log: SILENT_LOG });
  const { signal } = new AbortController();
  await budget.take(1, signal);
  offsetMs = -3_600_000;
  const { atMs } = await budget.take(1, signal);
  expect(atMs - now()).toBeLessThan(1_000);
  await store.close();
});

it('the budget moves every later moment when a message arrives late, and counts one halt once', async () => {
  let nowMs = 1_000_000;
  const store = await openLmdbStore(freshFolder(), { now: () => nowMs });
  const wait = async (ms: number): Promise<void> => {
    nowMs += ms;
  };
  const budget = createBudget({ store, name: 'bot', perSecond: 30, now: () => nowMs, wait, log: SILENT_LOG });
  const { signal } = new AbortController();
  const turnsOf = async (count: number) => {
    const turns = [];
    for (let n = 0; n < count; n += 1) turns.push(await budget.take(1, signal));
    return turns;
  };
  const before = await turnsOf(40);
  const step = before.at(-1)!.atMs - before.at(-2)!.atMs;
  for (const turn of before.slice(-2)) budget.late(turn, 80);
  budget.late(before.at(-1)!, 3);
  const after = await turnsOf(40);
  for (const [index, { atMs }] of after.entries())
    expect(atMs - before.at(-1)!.atMs).toBeCloseTo(80 + step * (index + 1), 3);
  await store.close();
});
