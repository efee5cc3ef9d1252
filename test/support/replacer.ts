/** Keeps a number of objects, replaces all of them many times, and tells the most that the old ones ever took, as a multiple of what was in use. */
import { getHeapSpaceStatistics } from 'node:v8';
import { keepHeapSmall } from '../../src/runtime/heap.ts';

const KEPT = 150_000;
const TIMES = 10;
const usedByOld = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')!.space_used_size;
const make = (n: number) => ({ n, values: [n, n + 1] });

if (process.argv[2] === 'small') keepHeapSmall();
const kept = Array.from({ length: KEPT }, (_, n) => make(n));
globalThis.gc?.();
const inUse = usedByOld();
let most = 0;
for (let n = 0; n < TIMES * KEPT; n++) {
  kept[n % KEPT] = make(n);
  if (n % 5_000 === 0) most = Math.max(most, usedByOld());
}
process.stdout.write(`${most / inUse}\n`);
