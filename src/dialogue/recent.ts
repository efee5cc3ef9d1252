/**
 * The values last used, up to a number of them. The order is a list of its own: a map kept in order by removing and adding leaves its old tables
 * behind with all that was in them, for as long as anything still goes through it.
 */
export class Recent<V> {
  readonly #links = new Map<string, Link<V>>();
  readonly #most: number;
  #oldest: Link<V> | undefined;
  #newest: Link<V> | undefined;

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): V | undefined {
    const link = this.#links.get(name);
    if (link !== undefined) this.#use(link);
    return link?.value;
  }

  set(name: string, value: V): void {
    const known = this.#links.get(name);
    if (known !== undefined) {
      known.value = value;
      this.#use(known);
      return;
    }
    const link: Link<V> = { name, value, older: undefined, newer: undefined };
    this.#links.set(name, link);
    this.#append(link);
    if (this.#links.size > this.#most) this.#drop(this.#oldest!);
  }

  #use(link: Link<V>): void {
    if (link === this.#newest) return;
    this.#unlink(link);
    this.#append(link);
  }

  #append(link: Link<V>): void {
    link.older = this.#newest;
    if (this.#newest === undefined) this.#oldest = link;
    else this.#newest.newer = link;
    this.#newest = link;
  }

  #drop(link: Link<V>): void {
    this.#unlink(link);
    this.#links.delete(link.name);
  }

  #unlink(link: Link<V>): void {
    const { older, newer } = link;
    if (older === undefined) this.#oldest = newer;
    else older.newer = newer;
    if (newer === undefined) this.#newest = older;
    else newer.older = older;
    link.older = undefined;
    link.newer = undefined;
  }
}

interface Link<V> {
  readonly name: string;
  value: V;
  older: Link<V> | undefined;
  newer: Link<V> | undefined;
}
