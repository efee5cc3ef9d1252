import { readFileSync } from 'node:fs';

/** The memory that is a process's own, in MB: in all, and by what it was asked for. */
export interface OwnMemory {
  all: number;
  /** What was asked of malloc by the main thread, and by the others. */
  malloc: number;
  mallocOfThreads: number;
}

/** glibc begins every heap of a thread at a multiple of this. */
const THREAD_HEAP = 0x4000000n;

/** Reads `Private_Clean` and `Private_Dirty` of every mapping of a process; Linux alone tells them. */
export function ownMemory(pid: number): OwnMemory {
  const own = { all: 0, malloc: 0, mallocOfThreads: 0 };
  let [name, begins] = ['', 0n];
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    const mapping = /^([0-9a-f]+)-[0-9a-f]+ \S+ \S+ \S+ \d+\s*(.*)$/.exec(line);
    if (mapping !== null) [name, begins] = [mapping[2]!, BigInt(`0x${mapping[1]}`)];
    const mb = Number(/^Private_(?:Clean|Dirty):\s+(\d+) kB/.exec(line)?.[1] ?? 0) / 1024;
    own.all += mb;
    if (name === '[heap]') own.malloc += mb;
    else if (name === '' && begins % THREAD_HEAP === 0n) own.mallocOfThreads += mb;
  }
  return own;
}
