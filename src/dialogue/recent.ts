/** The values last used, up to a number of them. */
export class Recent<V> {
  readonly #values = new Map<string, V>();
  /** Goes through the names in the order of insertion and leaves each behind as it is dropped: a new one would begin at all that were dropped before. */
  readonly #oldest = this.#values.keys();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): V | undefined {
    const value = this.#values.get(name);
    if (value !== undefined) this.set(name, value);
    return value;
  }

  set(name: string, value: V): void {
    // A map keeps the order of insertion, so the first name is the one not used for longest.
    this.#values.delete(name);
    this.#values.set(name, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#oldest.next().value!);
  }
}
