import type { Log } from '../../runtime/log.ts';
import { type BotApi, type Failure, failureOf, isPassing } from './api.ts';
import type { Call } from './compose.ts';
import type { Pace } from './pace.ts';
import type { Time } from './time.ts';
import { yearsPng } from './years-png.ts';

/** What became of some messages. */
export interface Outcome {
  /**
   * `unknown`: no answer came, so that they may have arrived or not; `later`: certainly not taken just now, for `retryAfterMs` if Telegram
   * said how long.
   */
  fate: 'sent' | 'blocked' | 'refused' | 'later' | 'unknown';
  retryAfterMs?: number | undefined;
}

/** What all messages of the bot together may do; other instances of it count too. */
export interface Shared {
  /** So many messages went out that nobody had to wait for. */
  spent(messages: number): void;
  /** Telegram wants nothing from this bot for so long. */
  holdFor(ms: number): Promise<void>;
}

export interface Sending {
  pace: Pace;
  shared?: Shared | undefined;
  time: Time;
  log: Log;
  /** Ends all waiting: what has not been sent by then stays owed. */
  giveUp: AbortSignal;
}

/**
 * How a send meets trouble. A reply may come twice and must come: it is tried again. A push must not come twice, and whoever asked for it has
 * waited for its turn and decides what follows.
 */
export type Care = 'at-least-once' | 'at-most-once';

const RETRY_AFTER_MS = [500, 1000, 2000, 4000];
const SENT: Outcome = { fate: 'sent' };

/** Makes the calls one after another and stops at the first that fails for good. */
export async function send(api: BotApi, calls: readonly Call[], care: Care, sending: Sending): Promise<Outcome> {
  try {
    for (const [index, call] of calls.entries()) {
      const isWhole = care === 'at-most-once' && index === 0;
      const outcome = await (isWhole ? pushOne(api, call, sending) : replyOne(api, call, care, sending));
      if (outcome.fate !== 'sent') return outcome;
    }
    return SENT;
  } catch (error) {
    if (sending.giveUp.aborted) return { fate: 'unknown' };
    throw error;
  }
}

/** The first message of a push: nothing of it has been said yet, so that it can be put off as a whole. */
async function pushOne(api: BotApi, call: Call, { log }: Sending): Promise<Outcome> {
  const failure = await attempt(api, call);
  if (failure === undefined) return SENT;
  log.warn({ method: call.method, code: failure.code }, 'telegram: a message was not taken');
  if (failure.code === 429 || failure.isUnreached) return { fate: 'later', retryAfterMs: failure.retryAfterMs };
  return fateOf(failure);
}

async function replyOne(api: BotApi, call: Call, care: Care, sending: Sending): Promise<Outcome> {
  const { pace, shared, time, log, giveUp } = sending;
  for (let failures = 0; ; failures++) {
    await pace(giveUp);
    shared?.spent(1);
    const failure = await attempt(api, call);
    if (failure === undefined) return SENT;
    const wait = waitAfter(failure, failures, care);
    log.warn({ method: call.method, code: failure.code, retryInMs: wait }, 'telegram: a message was not taken');
    if (wait === undefined) return fateOf(failure);
    if (failure.code === 429) await shared?.holdFor(wait).catch(() => {});
    await time.wait(wait, giveUp);
  }
}

function fateOf(failure: Failure): Outcome {
  if (failure.code === 403) return { fate: 'blocked' };
  return { fate: isPassing(failure) ? 'unknown' : 'refused' };
}

async function attempt(api: BotApi, call: Call): Promise<Failure | undefined> {
  try {
    await api.call(call.method, await payloadOf(api, call));
    return undefined;
  } catch (error) {
    return failureOf(error);
  }
}

/** The payload with its file in the form in which the framework uploads one. */
function payloadOf(api: BotApi, { method, payload }: Call): object | Promise<object> {
  if (method === 'sendMessage') return payload;
  if (method === 'sendDocument')
    return { ...payload, document: api.file(payload.document.name, payload.document.bytes) };
  return yearsPng(payload.photo).then(png => ({ ...payload, photo: api.file('years.png', png) }));
}

/** How long to wait before the same call is made again; undefined when it is not. After a 429 it certainly did not arrive. */
function waitAfter(failure: Failure, failures: number, care: Care): number | undefined {
  if (failure.code === 429) return failure.retryAfterMs ?? RETRY_AFTER_MS.at(-1);
  return isPassing(failure) && care === 'at-least-once' ? RETRY_AFTER_MS[failures] : undefined;
}
