import type { Time } from './time.ts';

/** Resolves when one more message may go out; rejects when the signal is aborted before that. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** A second and what the network may add or take: messages sent a second apart can arrive closer together. */
const SECOND_MS = 1030;

/**
 * At most `perSecond` messages in any second, those that wait in the order of their coming.
 * A burst goes out at once, so that one person's answer never waits for a slot of an idle bot.
 */
export function paceOf(perSecond: number, time: Time): Pace {
  const slots = new Float64Array(Math.max(1, Math.floor(perSecond))).fill(Number.NEGATIVE_INFINITY);
  const windowMs = (SECOND_MS * slots.length) / perSecond;
  let next = 0;
  return async signal => {
    const now = time.nowMs();
    const at = Math.max(now, slots[next]! + windowMs);
    slots[next] = at;
    next = (next + 1) % slots.length;
    if (at > now) await time.wait(at - now, signal);
  };
}
