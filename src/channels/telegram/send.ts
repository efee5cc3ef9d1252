import type { Log } from '../../runtime/log.ts';
import { type BotApi, type Failure, failureOf, isPassing } from './api.ts';
import type { Call } from './compose.ts';
import type { Pace } from './pace.ts';
import type { Time } from './time.ts';

/** What became of some messages: `unknown` when no answer came, so that they may have arrived or not. */
export type Outcome = 'sent' | 'blocked' | 'refused' | 'unknown';

export interface Sending {
  pace: Pace;
  time: Time;
  log: Log;
  /** Ends all waiting: what has not been sent by then stays owed. */
  giveUp: AbortSignal;
}

/** How a send meets trouble. A reply may come twice and must come, so it is tried again; of a push nobody may get two. */
export type Care = 'at-least-once' | 'at-most-once';

const RETRY_AFTER_MS = [500, 1000, 2000, 4000];

/** Makes the calls one after another and stops at the first that fails for good. */
export async function send(api: BotApi, calls: readonly Call[], care: Care, sending: Sending): Promise<Outcome> {
  try {
    for (const call of calls) {
      const outcome = await sendOne(api, call, care, sending);
      if (outcome !== 'sent') return outcome;
    }
    return 'sent';
  } catch (error) {
    if (sending.giveUp.aborted) return 'unknown';
    throw error;
  }
}

async function sendOne(api: BotApi, call: Call, care: Care, { pace, time, log, giveUp }: Sending): Promise<Outcome> {
  for (let failures = 0; ; failures++) {
    await pace(giveUp);
    const failure = await attempt(api, call);
    if (failure === undefined) return 'sent';
    const wait = waitAfter(failure, failures, care);
    log.warn({ method: call.method, code: failure.code, retryInMs: wait }, 'telegram: a message was not taken');
    if (wait === undefined) return failure.code === 403 ? 'blocked' : isPassing(failure) ? 'unknown' : 'refused';
    await time.wait(wait, giveUp);
  }
}

async function attempt(api: BotApi, { method, payload }: Call): Promise<Failure | undefined> {
  const ready =
    'document' in payload
      ? { ...payload, document: api.file(payload.document.name, payload.document.content) }
      : payload;
  try {
    await api.call(method, ready);
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

/** How long to wait before the same call is made again; undefined when it is not. After a 429 it certainly did not arrive. */
function waitAfter(failure: Failure, failures: number, care: Care): number | undefined {
  if (failure.code === 429) return failure.retryAfterMs ?? RETRY_AFTER_MS.at(-1);
  return isPassing(failure) && care === 'at-least-once' ? RETRY_AFTER_MS[failures] : undefined;
}
