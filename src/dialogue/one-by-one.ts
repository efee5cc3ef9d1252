/** Runs what bears the same name one after another, in the order in which it was asked for, and what bears different names at the same time. */
export class OneByOne {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(name: string, act: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(act);
    const over = turn
      .catch(() => {})
      .then(() => {
        if (this.#last.get(name) === over) this.#last.delete(name);
      });
    this.#last.set(name, over);
    return turn;
  }
}
