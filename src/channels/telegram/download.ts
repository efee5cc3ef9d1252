import { z } from 'zod';
import { type BotApi, CALL_TIMEOUT_MS, failureOf, isPassing } from './api.ts';
import type { Time } from './time.ts';

/** Relative, and never a way out of the place where the API keeps its files. */
const file = z.object({ file_path: z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/) });

const RETRY_AFTER_MS = [1_000, 3_000];

/**
 * The bytes of a file that somebody sent, cut off after `most + 1`. Its address comes from the Bot API alone; nothing that a message says is
 * followed anywhere. Rejects without a word of that address, which holds the token.
 */
export async function download(
  api: BotApi,
  { id, most, time, signal }: { id: string; most: number; time: Time; signal: AbortSignal },
): Promise<Uint8Array> {
  const { file_path: path } = file.parse(await place(api, id, time, signal));
  const ended = AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT_MS)]);
  try {
    const response = await fetch(api.fileUrl(path), { redirect: 'error', signal: ended });
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`);
    return await firstBytes(response.body, most + 1);
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(`a file could not be fetched (${error instanceof Error ? error.name : 'unknown'})`);
  }
}

/** What the API says of the file; trouble that passes is waited for. */
async function place(api: BotApi, id: string, time: Time, signal: AbortSignal): Promise<unknown> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await api.call('getFile', { file_id: id }, signal);
    } catch (error) {
      const failure = failureOf(error);
      const wait = isPassing(failure) ? RETRY_AFTER_MS[failures] : undefined;
      if (wait === undefined) throw new Error(`a file could not be found (${failure.code})`);
      await time.wait(failure.retryAfterMs ?? wait, signal);
    }
  }
}

async function firstBytes(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
