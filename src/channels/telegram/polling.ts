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

/**
 * Fetches updates until stopped, then confirms what was taken. A batch is taken all at once, and an offset is moved on only when the whole of it is safe,
 * so that a crash at any moment brings the same updates again.
 */
export async function poll(polling: Polling, stop: AbortSignal): Promise<void> {
  let offset = 0;
  let failures = 0;
  while (!stop.aborted) {
    const updates = await fetchUpdates(polling.api, offset, stop).catch(failureOf);
    if (stop.aborted) break;
    if (!Array.isArray(updates)) {
      await backOff(polling, updates, failures++, stop);
      continue;
    }
    failures = 0;
    await Promise.all(updates.map(polling.take));
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    await polling.room();
  }
  if (offset > 0) await confirm(polling, offset);
}

async function fetchUpdates(api: BotApi, offset: number, stop: AbortSignal): Promise<{ update_id: number }[]> {
  const query = { offset, limit: 100, timeout: WAIT_SECONDS, allowed_updates: ALLOWED_UPDATES };
  return (await api.call('getUpdates', query, stop)) as { update_id: number }[];
}

async function backOff(
  { log, time }: Polling,
  { code, retryAfterMs }: Failure,
  failures: number,
  stop: AbortSignal,
): Promise<void> {
  const wait = retryAfterMs ?? Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
  const why =
    code === 409
      ? 'another process fetches the updates of this bot; waiting for it to stop'
      : 'no updates could be fetched';
  if (failures === 0 || wait === LAST_RETRY_MS) log.warn({ code, retryInMs: wait }, `telegram: ${why}`);
  await time.wait(wait, stop).catch(() => {});
}

async function confirm({ api, log }: Polling, offset: number): Promise<void> {
  await api.call('getUpdates', { offset, limit: 1, timeout: 0 }, AbortSignal.timeout(5000)).catch(error => {
    log.warn({ code: failureOf(error).code }, 'telegram: the last updates could not be confirmed and will come again');
  });
}
