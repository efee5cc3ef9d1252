/**
 * Runs inside the program under test, before it: puts its clock forward or back, and looks at what it holds. The program knows nothing of
 * it. Heap is what is left after everything that can be freed has been.
 */
export interface Held {
  heap: number;
  rss: number;
  /** Timers, sockets, files and the like that the process keeps. */
  handles: Record<string, number>;
}

export type Told = { aheadMs: number } | 'look';

const real = Date.now;
let aheadMs = 0;
Date.now = () => real() + aheadMs;

process.on('message', (told: Told) => {
  if (told === 'look') process.send!(look());
  else {
    aheadMs = told.aheadMs;
    process.send!('told');
  }
});
process.channel?.unref();

function look(): Held {
  // What is freed by one may set others free.
  for (let times = 0; times < 3; times++) globalThis.gc?.();
  const handles: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) handles[name] = (handles[name] ?? 0) + 1;
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, rss, handles };
}
