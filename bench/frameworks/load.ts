import { performance } from 'node:perf_hooks';

/** What whoever brings the messages is told: so many a second (`AS_MUCH`: always a next one), so long for every call, whom to bring them to. */
export interface Load {
  perSecond: number;
  delayMs: number;
  target?: string | undefined;
  /** Whether every text is made one that nobody has written before. */
  fresh?: boolean;
}

export const AS_MUCH = Number.MAX_VALUE;

/** What it has seen since it was last asked. */
export interface Seen {
  answers: number;
  /** Milliseconds from the moment a message could be fetched to the call that answers it. */
  latencies: number[];
  /** The same of chats that look up hours of their own, where every answer is held back so that its time tells nothing. */
  own: number[];
  seconds: number;
  /** Microseconds of its own processor time: what it could carry is told by it. */
  cpu: number;
}

/** Deals out messages by the clock (open-loop: not by the answers), and keeps the times of the answers. */
export class Watch {
  load: Load = { perSecond: 0, delayMs: 0 };
  readonly #onLoad: (load: Load) => void;
  #sinceMs = performance.now();
  #given = 0;
  #seen = nothing();
  #lookedMs = performance.now();
  #cpu = process.cpuUsage();

  constructor(onLoad: (load: Load) => void) {
    this.#onLoad = onLoad;
  }

  /** The moments since which the next messages wait, at most so many. */
  due(most: number): number[] {
    const now = performance.now();
    const { perSecond } = this.load;
    if (perSecond === AS_MUCH) return Array.from({ length: most }, () => now);
    const ready = Math.floor(((now - this.#sinceMs) / 1000) * perSecond - this.#given);
    return Array.from({ length: Math.max(0, Math.min(most, ready)) }, () => {
      this.#given += 1;
      return this.#sinceMs + (this.#given / perSecond) * 1000;
    });
  }

  answered(ms: number, own: boolean): void {
    this.#seen.answers += 1;
    (own ? this.#seen.own : this.#seen.latencies).push(ms);
  }

  told(what: Load | 'look'): void {
    const now = performance.now();
    if (what === 'look') {
      const { user, system } = process.cpuUsage(this.#cpu);
      process.send!({ ...this.#seen, seconds: (now - this.#lookedMs) / 1000, cpu: user + system } satisfies Seen);
    } else {
      this.load = what;
      this.#sinceMs = now;
      this.#given = 0;
      this.#onLoad(what);
    }
    this.#seen = nothing();
    this.#lookedMs = now;
    this.#cpu = process.cpuUsage();
  }
}

const nothing = (): Pick<Seen, 'answers' | 'latencies' | 'own'> => ({ answers: 0, latencies: [], own: [] });
