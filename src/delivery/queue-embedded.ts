import { setMaxListeners } from 'node:events';
import type { Chunk, Queue } from './port.ts';

/** How many chunks are worked on at once, and how many may stand in line. */
const AT_ONCE = 4;
const IN_LINE = 8;

/** The queue of one process: what stands in it is gone with the process, and made again from the ledger. */
export function createEmbeddedQueue(onFault: (error: unknown) => void): Queue {
  const line: Chunk[] = [];
  const working = new Set<Promise<void>>();
  const ended = new AbortController();
  // Every message that waits for its turn listens.
  setMaxListeners(0, ended.signal);
  const waiting: (() => void)[] = [];
  let handle: ((chunk: Chunk, signal: AbortSignal) => Promise<void>) | undefined;

  function goOn(): void {
    while (handle !== undefined && working.size < AT_ONCE && !ended.signal.aborted) {
      const chunk = line.shift();
      if (chunk === undefined) break;
      const work: Promise<void> = handle(chunk, ended.signal)
        .catch(onFault)
        .finally(() => {
          working.delete(work);
          goOn();
        });
      working.add(work);
    }
    for (const wake of waiting.splice(0)) wake();
  }

  return {
    async add(chunk, signal) {
      while (line.length >= IN_LINE) {
        signal.throwIfAborted();
        await new Promise<void>(resolve => {
          waiting.push(() => {
            signal.removeEventListener('abort', goOn);
            resolve();
          });
          signal.addEventListener('abort', goOn, { once: true });
        });
      }
      signal.throwIfAborted();
      line.push(chunk);
      goOn();
    },
    work(wanted) {
      handle = wanted;
      goOn();
    },
    idle: async () => line.length === 0 && working.size === 0,
    async close() {
      ended.abort();
      line.length = 0;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all(working);
    },
  };
}
