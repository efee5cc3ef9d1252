import { Worker } from 'node:worker_threads';
import type { Locale } from '../locale/index.ts';
import type { FindingName } from './check.ts';
import type { Limits, RefusalReason } from './source.ts';

/** A list to be judged by its own columns. */
export interface ToJudge {
  bytes: Uint8Array;
  asOf: string;
  locale: Locale;
  limits: Limits;
}

/** What came of it: how many of each finding, the most urgent first, and the workbook in base64. */
export type Judged =
  | {
      people: number;
      rows: number;
      counts: readonly { finding: FindingName; count: number }[];
      unknownColumns: readonly string[];
      otherSheets: readonly string[];
      workbook: string;
    }
  | { refused: { reason: RefusalReason; args: Readonly<Record<string, string | number>> } };

/** Longer than the largest list that is taken needs; a file that is made to take longer is given up. */
const LONGEST_MS = 120_000;
const MOST_MB = 640;

/** Where the build leaves it, also for a program that runs from its sources: a thread of Node 20 reads no TypeScript. */
const WORKER = new URL('../../dist/registry/check-worker.js', import.meta.url);

/**
 * Judges a list from a chat in a thread of its own, with a limit on its memory and time: whatever a stranger sends, no other chat waits for it,
 * and neither roster nor store is within its reach. Rejects when it took too much or `signal` was aborted.
 */
export function checkApart(list: ToJudge, signal: AbortSignal): Promise<Judged> {
  signal.throwIfAborted();
  const worker = new Worker(WORKER, {
    workerData: list,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  const ended = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
  return new Promise<Judged>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check of a list ended without an answer')));
    ended.addEventListener('abort', () => reject(ended.reason), { once: true });
  }).finally(() => worker.terminate());
}
