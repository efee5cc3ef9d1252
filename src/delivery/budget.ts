import type { Log } from '../runtime/log.ts';
import { changeJson } from '../store/entries.ts';
import type { Store } from '../store/port.ts';
import type { Budget, Turn } from './port.ts';
import { book, FREE, hold, type Moments, moved, reserve, type Timetable } from './timetable.ts';

export interface BudgetOptions {
  store: Store;
  /** Which bot: every instance of it has the same budget. */
  name: string;
  perSecond: number;
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  log: Log;
}

/** Just under what the platform allows, because messages arrive a little closer together or further apart than they were sent. */
const MARGIN = 0.994;
/** Moments for so long are reserved at once, and so long before they come. */
const RESERVED_MS = 150;
/** A moment is handed out so long before it comes: claiming a row takes its time, and no two times the same. */
const LEAD_MS = 40;
/** Who is later than this moves the moments that follow, so that no second holds more than its share: so much the margin takes up. */
const LATE_MS = 5;
/** Later than this is no unevenness but a halt: what follows it finds an empty second. */
const MOST_LATE_MS = 300;
/** At high rates so long a slice leaves together: each costs the store as much as a single message. */
const SLICE_MS = 5;
const BOOK_EVERY_MS = 50;
/** A hold may be over, or the moments of another instance be given back, before its time. */
const LONGEST_WAIT_MS = 500;
const NONE: Reserved = { fromMs: 0, stepMs: 0, count: 0, movedMs: 0 };

/** Moments, and by how much all had been moved when they were reserved. */
interface Reserved extends Moments {
  movedMs: number;
}

/** The budget of one bot: a timetable in the store, shared by every instance. */
export function createBudget({ store, name, perSecond, now, wait, log }: BudgetOptions): Budget {
  const key = `budget:${name}`;
  const stepMs = 1000 / (perSecond * MARGIN);
  const count = Math.max(1, Math.floor(RESERVED_MS / stepMs));
  /** The moments that this process has, and those that come after them. */
  let own = NONE;
  let following: Promise<Reserved> | undefined;
  /** By how much moments have been moved in all; the store knows of the last moves with the next reservation. */
  let movedMs = 0;
  let toldMs = 0;
  let answers = 0;
  let isBooked = true;
  let isTrouble = false;
  let turns: Promise<unknown> = Promise.resolve();

  const change = (act: (table: Timetable) => Timetable): Promise<unknown> =>
    changeJson<Timetable>(store, key, before => act(before ?? FREE));

  async function reserveMore(signal: AbortSignal): Promise<Reserved> {
    for (;;) {
      signal.throwIfAborted();
      let moments: Moments | undefined;
      let waitMs = 0;
      const nowMovedMs = movedMs;
      await change(before => {
        const got = reserve(moved(before, nowMovedMs - toldMs, now()), {
          count,
          stepMs,
          aheadMs: RESERVED_MS,
          nowMs: now(),
        });
        if ('waitMs' in got) {
          waitMs = got.waitMs;
          return before;
        }
        moments = got.moments;
        return got.table;
      });
      if (moments !== undefined) {
        toldMs = nowMovedMs;
        return { ...moments, movedMs: nowMovedMs };
      }
      await wait(Math.max(1, Math.min(LONGEST_WAIT_MS, waitMs)), signal);
    }
  }

  async function takeSome(most: number, signal: AbortSignal): Promise<Turn> {
    if (own.count === 0) {
      const next = await (following ?? reserveMore(signal));
      own = { ...next, fromMs: next.fromMs + movedMs - next.movedMs, movedMs };
      following = undefined;
    }
    // Asked for early, so that the store's answer is there when these are used up.
    if (following === undefined && own.count <= count / 2) {
      following = reserveMore(signal);
      following.catch(() => {});
    }
    const wanted = Math.min(most, own.count, Math.max(1, Math.floor(SLICE_MS / own.stepMs)));
    const earlyMs = own.fromMs + (wanted - 1) * own.stepMs - LEAD_MS - now();
    // Moments so far off were reserved before the clock was put back.
    if (earlyMs > LONGEST_WAIT_MS) {
      own = NONE;
      following = undefined;
      return takeSome(most, signal);
    }
    if (earlyMs > 0) await wait(Math.ceil(earlyMs), signal);
    // A hold has come meanwhile.
    if (own.count === 0) return takeSome(most, signal);
    move(now() - own.fromMs);
    const taken = Math.min(wanted, own.count);
    const atMs = own.fromMs + (taken - 1) * own.stepMs;
    own = { ...own, fromMs: own.fromMs + taken * own.stepMs, count: own.count - taken };
    return { messages: taken, atMs, movedMs };
  }

  /** What this process has still to use moves at once; what comes after it, once the store is told. */
  function move(lateMs: number): void {
    if (lateMs <= LATE_MS) return;
    const byMs = Math.min(lateMs, MOST_LATE_MS);
    movedMs += byMs;
    own = { ...own, fromMs: own.fromMs + byMs, movedMs };
  }

  async function bookAnswers(): Promise<void> {
    await wait(BOOK_EVERY_MS);
    const messages = answers;
    answers = 0;
    isBooked = true;
    await change(before => book(before, messages, stepMs, now())).then(
      () => (isTrouble = false),
      err => {
        if (!isTrouble) log.warn({ err }, 'the budget could not be written');
        isTrouble = true;
      },
    );
  }

  return {
    spent(messages) {
      answers += messages;
      if (isBooked) void bookAnswers();
      isBooked = false;
    },
    take(most, signal) {
      const taken = turns.then(() => takeSome(most, signal));
      turns = taken.catch(() => {
        following = undefined;
      });
      return taken;
    },
    // A turn given before the last moves has had its part in them.
    late: (turn, ms) => move(ms - (movedMs - turn.movedMs)),
    async holdFor(ms) {
      own = NONE;
      following = undefined;
      toldMs = movedMs;
      await change(before => hold(before, now() + ms, now()));
    },
  };
}
