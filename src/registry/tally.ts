/** How many different texts there were, in some twenty bytes each: millions of them would not fit into a set of strings. */
export class Tally {
  #slots = new Float64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Counts a text unless it was counted before; false when it was. Two texts are taken for one another once in 10^15 pairs. */
  add(text: string): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return this.#put(hashOf(text));
  }

  #put(hash: number): boolean {
    const mask = this.#slots.length - 1;
    let index = hash % this.#slots.length;
    while (this.#slots[index] !== 0) {
      if (this.#slots[index] === hash) return false;
      index = (index + 1) & mask;
    }
    this.#slots[index] = hash;
    this.#size += 1;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    this.#size = 0;
    for (const hash of old) if (hash !== 0) this.#put(hash);
  }
}

/** 53 bits (cyrb53), never 0. */
function hashOf(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35);
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return (two & 0x1fffff) * 2 ** 32 + (one >>> 0) || 1;
}
