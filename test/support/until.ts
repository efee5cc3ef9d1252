import { setTimeout as wait } from 'node:timers/promises';

/** Resolves as soon as the condition holds; rejects, naming it, when it does not within the deadline. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, deadlineMs = 10_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${deadlineMs} ms`);
    await wait(5);
  }
}
