/** Runs what bears the same name one after another, in the order in which it was asked for, and what bears different names at the same time. */
export class OneByOne {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the task once every earlier one of this name has ended, well or badly. */
  run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name);
    const done = before === undefined ? task() : before.then(task, task);
    this.#last.set(name, done);
    const forget = (): void => {
      if (this.#last.get(name) === done) this.#last.delete(name);
    };
    done.then(forget, forget);
    return done;
  }

  /** Whether a task of this name has not ended. */
  isBusy(name: string): boolean {
    return this.#last.has(name);
  }
}
