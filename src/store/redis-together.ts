import { type Script, TOGETHER } from './redis-scripts.ts';

export type Value = string | number | Buffer;

/** One write or one settling, as the script wants it. */
export interface Act {
  /** The names of the entry and of the debts of its shard. */
  names: readonly [entry: string, debts: string];
  values: readonly [expected: Buffer, row: Buffer | '', lifetime: number | '', debt: string, now: number];
}

interface Waiting {
  act: Act;
  resolve(given: unknown): void;
  reject(error: unknown): void;
}

/** Redis does nothing else while a script runs: so many acts take a small part of a millisecond. */
const MOST = 32;

/**
 * What is begun in one event turn goes to Redis as one command, each act for itself: at a command for each, the client's own work would cost more
 * than all else that a write takes here.
 */
export class Together {
  readonly #run: (script: Script, names: string[], values: Value[]) => Promise<unknown>;
  #waiting: Waiting[] = [];

  constructor(run: (script: Script, names: string[], values: Value[]) => Promise<unknown>) {
    this.#run = run;
  }

  /** Resolves with 1, or else with the row that stands there instead (null: none). */
  add(act: Act): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.send());
      this.#waiting.push({ act, resolve, reject });
      if (this.#waiting.length === MOST) this.send();
    });
  }

  /** Sends now what has been added, if anything has. */
  send(): void {
    const all = this.#waiting;
    if (all.length === 0) return;
    this.#waiting = [];
    const names = all.flatMap(({ act }) => act.names);
    const values = all.flatMap<Value>(({ act }) => act.values);
    this.#run(TOGETHER, names, values).then(
      given => {
        for (const [index, one] of all.entries()) one.resolve((given as unknown[])[index]);
      },
      error => {
        for (const one of all) one.reject(error);
      },
    );
  }
}
