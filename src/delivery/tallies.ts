import { changeJson, readJson } from '../store/entries.ts';
import type { Store } from '../store/port.ts';
import type { Progress, RowState } from './port.ts';

export type Counts = Record<RowState, number>;

/** How far the mailings have come, kept beside the rows so that asking costs one read. */
export interface Tallies {
  /** Counts rows that have changed their state; written within a fifth of a second. */
  add(id: string, changes: Partial<Counts>): void;
  /** Writes at once what this process has counted; resolves when that is done, or could not be. */
  written(): Promise<void>;
  /** Says how many recipients are known by now, and whether that is everybody; whoever leaves meanwhile stays counted. */
  expect(id: string, expected: number, all: boolean): Promise<void>;
  /** Says how many there were when nothing is left to do: nobody is waited for any more. */
  foundInAll(id: string, expected: number): Promise<void>;
  /** Puts right what a process that died did not count. */
  set(id: string, counts: Counts): Promise<void>;
  progress(id: string): Promise<Progress>;
}

interface Tally {
  counts: Counts;
  expected: number;
  all: boolean;
  /** When how many were settled, a second apart: what the rate is taken from. */
  samples: readonly (readonly [atMs: number, settled: number])[];
}

const WRITE_EVERY_MS = 200;
/** The rate is that of the last so many seconds. */
const SAMPLES = 15;
const SAMPLE_MS = 1000;

export const NO_COUNTS: Counts = { queued: 0, sending: 0, sent: 0, failed: 0, blocked: 0, skipped: 0, unknown: 0 };
const NOTHING_YET: Tally = { counts: NO_COUNTS, expected: 0, all: false, samples: [] };

export function createTallies(store: Store, now: () => number): Tallies {
  const keyOf = (id: string): string => `tally:${id}`;
  const change = async (id: string, act: (tally: Tally) => Tally): Promise<void> => {
    await changeJson<Tally>(store, keyOf(id), before => act(before ?? NOTHING_YET));
  };
  const waiting = new Map<string, Counts>();
  const writing = new Set<Promise<void>>();

  /** What cannot be written is counted anew when the mailing is looked over. */
  function write(id: string): void {
    const changes = waiting.get(id);
    if (changes === undefined) return;
    waiting.delete(id);
    const written = change(id, tally => {
      const counts = added(tally.counts, changes);
      return { ...tally, counts, samples: sampled(tally.samples, now(), handledOf(counts)) };
    })
      .catch(() => {})
      .finally(() => writing.delete(written));
    writing.add(written);
  }

  return {
    add(id, changes) {
      const before = waiting.get(id);
      waiting.set(id, added(before ?? NO_COUNTS, changes));
      if (before === undefined) setTimeout(() => write(id), WRITE_EVERY_MS).unref();
    },
    async written() {
      for (const id of [...waiting.keys()]) write(id);
      await Promise.all(writing);
    },
    expect: (id, expected, all) =>
      change(id, tally => ({
        ...tally,
        expected: Math.max(tally.expected, expected),
        all: all || tally.all,
      })),
    foundInAll: (id, expected) => change(id, tally => ({ ...tally, expected, all: true })),
    set: (id, counts) => change(id, tally => ({ ...tally, counts })),
    async progress(id) {
      const tally = (await readJson<Tally>(store, keyOf(id)))?.value ?? NOTHING_YET;
      return progressOf(tally, now());
    },
  };
}

function progressOf({ counts, expected, all, samples }: Tally, nowMs: number): Progress {
  const left = Math.max(0, expected - handledOf(counts) - counts.unknown);
  const progress = { counts: { ...counts, queued: Math.max(0, left - counts.sending) }, expected, all };
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last[0] <= first[0]) return progress;
  const perSecond = ((last[1] - first[1]) * 1000) / (Math.max(nowMs, last[0]) - first[0]);
  return { ...progress, perSecond, ...(all && perSecond > 0 && { secondsLeft: left / perSecond }) };
}

function added(counts: Counts, changes: Partial<Counts>): Counts {
  const sum = { ...counts };
  for (const [state, more] of Object.entries(changes) as [RowState, number][]) sum[state] += more;
  return sum;
}

function handledOf({ sent, failed, blocked, skipped }: Counts): number {
  return sent + failed + blocked + skipped;
}

function sampled(samples: Tally['samples'], atMs: number, settled: number): Tally['samples'] {
  const last = samples.at(-1);
  if (last !== undefined && atMs - last[0] < SAMPLE_MS) return samples;
  return [...samples, [atMs, settled] as const].slice(-SAMPLES);
}
