import type { Log } from '../../runtime/log.ts';
import { type BotApi, type Failure, failureOf } from './api.ts';
import type { Time } from './time.ts';
import { ALLOWED_UPDATES } from './update.ts';

export interface Polling {
  api: BotApi;
  /** Resolves once the update is safe with the assistant; only then is it confirmed to Telegram. Never rejects. */
  take(update: { update_id: number }): Promise<void>;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
  log: Log;
  time: Time;
}

const WAIT_SECONDS = 30;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** Whoever has not been seen for so long has gone, and is told of again when it comes back. */
const RIVAL_GONE_MS = 120_000;

/** So long a poll waits for the slowest of a batch; then others are fetched beside it. */
const PATIENCE_MS = 100;

/**
 * Fetches updates until stopped, then confirms what was taken. A batch is taken all at once, and the offset stays before the first update that is not
 * safe, so that a crash at any moment brings the same updates again. A slow one (a language model is asked) holds up nobody else for long: Telegram
 * hands it out again with what came since, and what is under way or done is not taken twice.
 */
export async function poll(polling: Polling, stop: AbortSignal): Promise<void> {
  const batches = new Batches(polling.take);
  let failures = 0;
  const rivalry = { sinceMs: Number.NEGATIVE_INFINITY };
  while (!stop.aborted) {
    const updates = await fetchUpdates(polling.api, batches.offset(), stop).catch(failureOf);
    if (stop.aborted) break;
    if (!Array.isArray(updates)) {
      await backOff(polling, { ...updates, failures: failures++, rivalry }, stop);
      continue;
    }
    failures = 0;
    await batches.take(updates, polling.time);
    await polling.room();
  }
  await batches.allSafe();
  const offset = batches.offset();
  if (offset > 0) await confirm(polling, offset);
}

/** What has been fetched and not confirmed yet. */
class Batches {
  readonly #take: Polling['take'];
  /** By number, in order: whether it is safe. */
  readonly #safe = new Map<number, boolean>();
  readonly #underWay = new Set<Promise<void>>();
  #next = 0;

  constructor(take: Polling['take']) {
    this.#take = take;
  }

  /** The first update that is not safe, or that has not come yet. */
  offset(): number {
    for (const [update, isSafe] of this.#safe) {
      if (!isSafe) return update;
      this.#safe.delete(update);
    }
    return this.#next;
  }

  /** Resolves when all that has come is safe, or some of it takes long. */
  async take(updates: readonly { update_id: number }[], time: Time): Promise<void> {
    // In the order of their numbers, whatever order they come in: by it is known what is safe.
    for (const update of updates.toSorted((a, b) => a.update_id - b.update_id))
      if (!this.#safe.has(update.update_id)) this.#begin(update);
    if (this.#underWay.size === 0) return;
    const enough = new AbortController();
    await Promise.race([this.allSafe(), time.wait(PATIENCE_MS, enough.signal).catch(() => {})]);
    enough.abort();
  }

  async allSafe(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #begin(update: { update_id: number }): void {
    this.#next = Math.max(this.#next, update.update_id + 1);
    this.#safe.set(update.update_id, false);
    const taken = this.#take(update).then(() => {
      this.#safe.set(update.update_id, true);
      this.#underWay.delete(taken);
    });
    this.#underWay.add(taken);
  }
}

async function fetchUpdates(api: BotApi, offset: number, stop: AbortSignal): Promise<{ update_id: number }[]> {
  const query = { offset, limit: 100, timeout: WAIT_SECONDS, allowed_updates: ALLOWED_UPDATES };
  return (await api.call('getUpdates', query, stop)) as { update_id: number }[];
}

/** When another process was last seen to fetch the same updates. */
interface Rivalry {
  sinceMs: number;
}

async function backOff(
  { log, time }: Polling,
  { code, retryAfterMs, failures, rivalry }: Failure & { failures: number; rivalry: Rivalry },
  stop: AbortSignal,
): Promise<void> {
  const wait = retryAfterMs ?? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
  const isRival = code === 409;
  // Two that take turns would otherwise tell each other's every poll.
  const isKnown = isRival && time.nowMs() - rivalry.sinceMs < RIVAL_GONE_MS;
  if (isRival) rivalry.sinceMs = time.nowMs();
  const why = isRival
    ? 'another process fetches the updates of this bot; waiting for it to stop'
    : 'no updates could be fetched';
  if (!isKnown && (failures === 0 || wait === LAST_RETRY_MS)) log.warn({ code, retryInMs: wait }, `telegram: ${why}`);
  await time.wait(wait, stop).catch(() => {});
}

async function confirm({ api, log }: Polling, offset: number): Promise<void> {
  await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, AbortSignal.timeout(5000)).catch(error => {
    log.warn({ code: failureOf(error).code }, 'telegram: the last updates could not be confirmed and will come again');
  });
}
