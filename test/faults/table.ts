import { appendFileSync } from 'node:fs';
import type { Judged } from './scene.ts';

/** What came of a fault, tried so many times. */
export interface Tried {
  fault: string;
  times: number;
  /** Messages of people, and messages to many, that were under way meanwhile. */
  messages: number;
  lost: number;
  /** Messages to many that came more than once. */
  twice: number;
  /** Answers that came more than once, as is allowed. */
  repliesTwice: number;
  /** Messages to many of which nobody knows whether they arrived: listed, and left to a person. */
  unknown: number;
  /** From the end of the fault (for a kill: from the kill) to the next answer that is saved; the longest. */
  recoveredMs: number;
}

/** `npm run faults` asks for more repetitions, and for a line in this file from each fault. */
const FILE = process.env.FAULT_TABLE;
export const TIMES = Number(process.env.FAULT_TIMES ?? 1);

export function note(tried: Tried): void {
  if (FILE !== undefined) appendFileSync(FILE, `${JSON.stringify(tried)}\n`);
}

/** Seeds for so many repetitions of what a usual run tries so many times. */
export function seeds(usually: number): number[] {
  return Array.from({ length: usually * TIMES }, (_, n) => n + 1);
}

/** What was judged, in the words of the table. */
export function told({
  said,
  lost,
  wrong,
  twice,
  massTwice,
  unknown,
}: Judged): Omit<Tried, 'fault' | 'times' | 'recoveredMs'> {
  return { messages: said, lost: lost + wrong, twice: massTwice, repliesTwice: twice, unknown };
}
