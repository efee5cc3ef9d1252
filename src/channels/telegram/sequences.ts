/** Runs tasks one after another for each key, and tasks of different keys at the same time. */
export class Sequences {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the task once every earlier one with this key has ended, well or badly. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const done = before === undefined ? task() : before.then(task, task);
    this.#last.set(key, done);
    const forget = (): void => {
      if (this.#last.get(key) === done) this.#last.delete(key);
    };
    done.then(forget, forget);
    return done;
  }

  /** Whether a task with this key has not ended. */
  isBusy(key: string): boolean {
    return this.#last.has(key);
  }
}
