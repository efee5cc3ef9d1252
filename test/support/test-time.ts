import type { Time } from '../../src/channels/telegram/time.ts';

const DEADLINE_MS = 10_000;

/** Time that passes only when a test says so. */
export class TestTime implements Time {
  #now = 0;
  readonly #waits = new Map<() => void, { ms: number; until: number }>();
  readonly #watchers = new Set<() => void>();

  nowMs(): number {
    return this.#now;
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', () => {
        this.#waits.delete(resolve);
        reject(signal.reason);
      });
      this.#waits.set(resolve, { ms, until: this.#now + ms });
      for (const watcher of this.#watchers) watcher();
    });
  }

  /** Resolves once somebody waits for so many milliseconds. */
  asked(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(deadline);
        this.#watchers.delete(look);
      };
      const deadline = setTimeout(() => {
        end();
        reject(new Error(`nobody waits for ${ms} ms, but for: ${[...this.#waits.values()].map(wait => wait.ms)}`));
      }, DEADLINE_MS);
      const look = (): void => {
        if (![...this.#waits.values()].some(wait => wait.ms === ms)) return;
        end();
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  pass(ms: number): void {
    this.#now += ms;
    for (const [resolve, { until }] of this.#waits) {
      if (until > this.#now) continue;
      this.#waits.delete(resolve);
      resolve();
    }
  }
}
