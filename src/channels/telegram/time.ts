import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../runtime/clock.ts';

/** What the channel needs of time; tests bring their own. */
export interface Time {
  /** Milliseconds that only ever grow, from no particular day. */
  nowMs(): number;
  /** Rejects when the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const TIME: Time = {
  nowMs: systemClock().ticks,
  wait: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }),
};
