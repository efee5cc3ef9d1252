import type { Log } from '../runtime/log.ts';
import { changeJson } from '../store/entries.ts';
import type { Store } from '../store/port.ts';
import { type Bucket, type BucketRate, fullBucket, refilled, takeFrom } from './bucket.ts';
import type { Budget } from './port.ts';

export interface BudgetOptions {
  store: Store;
  /** Which bot: every instance of it has the same budget. */
  name: string;
  perSecond: number;
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  log: Log;
}

/** So much of a second is taken at once at most: messages that leave together must not make any second hold more than its share. */
const SLICE_MS = 5;
/** Just under what the platform allows, because messages arrive a little closer together or further apart than they were sent. */
const MARGIN = 0.994;
/** Waiting ends a little late; so much of a slice is made up for. */
const LATE = 0.15;
const BOOK_EVERY_MS = 50;
/** A pause may be ended, or the budget be another one, before its time is over. */
const LONGEST_WAIT_MS = 1000;

/** The budget of one bot: a token bucket in the store, shared by every instance. */
export function createBudget({ store, name, perSecond, now, wait, log }: BudgetOptions): Budget {
  const key = `budget:${name}`;
  const slice = Math.max(1, Math.floor((perSecond * SLICE_MS) / 1000));
  const rate: BucketRate = { perSecond: perSecond * MARGIN, capacity: slice * (1 + LATE) };
  let owed = 0;
  let isBooked = true;
  let turns: Promise<unknown> = Promise.resolve();

  const change = (act: (bucket: Bucket) => Bucket): Promise<Bucket | undefined> =>
    changeJson<Bucket>(store, key, before => act(before ?? fullBucket(rate, now())));

  async function takeSome(most: number, signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted();
      let got = { granted: 0, waitMs: 0 };
      await change(before => {
        const { bucket, ...rest } = takeFrom(before, rate, Math.min(most, slice), now());
        got = rest;
        return bucket;
      });
      if (got.granted > 0) return got.granted;
      await wait(Math.max(1, Math.min(LONGEST_WAIT_MS, Math.ceil(got.waitMs))), signal);
    }
  }

  function owe(messages: number): void {
    owed += messages;
    if (isBooked) void book();
    isBooked = false;
  }

  async function book(): Promise<void> {
    await wait(BOOK_EVERY_MS);
    const messages = owed;
    owed = 0;
    isBooked = true;
    await change(before => {
      const bucket = refilled(before, rate, now());
      return { ...bucket, tokens: Math.min(rate.capacity, bucket.tokens - messages) };
    }).catch(err => log.warn({ err }, 'the budget could not be written'));
  }

  return {
    spent(messages) {
      owe(messages);
    },
    take(most, signal) {
      const taken = turns.then(() => takeSome(most, signal));
      turns = taken.catch(() => {});
      return taken;
    },
    giveBack(messages) {
      owe(-messages);
    },
    async holdFor(ms) {
      await change(before => {
        const bucket = refilled(before, rate, now());
        return { ...bucket, tokens: Math.min(0, bucket.tokens), heldUntilMs: Math.max(bucket.heldUntilMs, now() + ms) };
      });
    },
  };
}
