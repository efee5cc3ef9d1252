import type { Log } from './log.ts';

/** One thing to bring to an end; the next one waits for it. */
export type Step = () => Promise<void>;

/** The part of `process` that a graceful stop needs. */
export interface Stoppable {
  on(signal: 'SIGTERM' | 'SIGINT', heard: (signal: string) => void): unknown;
  exit(status: number): void;
}

/** Shorter than the ten seconds after which a container is killed. */
const LIMIT_MS = 8_000;

/**
 * On SIGTERM or SIGINT runs the steps in order and ends the process: with 0 when all went well, else, or when they take longer than the
 * limit, with 1. A step that fails does not keep the next from being run. A second signal ends the process at once.
 */
export function stopOnSignal(
  steps: readonly Step[],
  log: Log,
  { limitMs = LIMIT_MS, on = process as Stoppable } = {},
): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return on.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    const late = setTimeout(() => {
      log.error({}, 'not stopped in time');
      on.exit(1);
    }, limitMs);
    const failures = await inOrder(steps, log);
    clearTimeout(late);
    log.info({}, 'stopped');
    on.exit(failures === 0 ? 0 : 1);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) on.on(signal, heard => void stop(heard));
}

async function inOrder(steps: readonly Step[], log: Log): Promise<number> {
  let failures = 0;
  for (const step of steps) {
    try {
      await step();
    } catch (err) {
      failures += 1;
      log.error({ err }, 'a part could not be stopped');
    }
  }
  return failures;
}
