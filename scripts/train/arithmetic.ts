/** Numbers from 0 (included) to 1 (not), the same ones every time. */
export type Random = () => number;

/** mulberry32: 32-bit integer arithmetic only. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher–Yates, in place. */
export function shuffle(order: Uint32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}

/** Where the series below is accurate to the last bits. */
const SMALL = 1 / 16;

/** e to the x, for x ≤ 0. `Math.exp` may round differently from one engine to the next; this cannot. */
export function exp(x: number): number {
  if (x < -50) return 0;
  let halvings = 0;
  let y = x;
  for (; y < -SMALL; halvings++) y /= 2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 9; n++) {
    term *= y / n;
    sum += term;
  }
  for (; halvings > 0; halvings--) sum *= sum;
  return sum;
}
