/** One example: the feature rows of a text (each once) and what it should be taken for. */
export interface Example {
  rows: Uint32Array;
  target: number;
  second?: number;
  weight: number;
}

export interface FitOptions {
  classes: number;
  rows: number;
  epochs: number;
  rate: number;
  l2: number;
  seed: number;
}

/** Multinomial logistic regression by AdaGrad over shuffled examples; plain IEEE arithmetic only, so that every engine gets the same weights. */
export function train(examples: readonly Example[], options: FitOptions): Float32Array {
  const { classes, rows, epochs, rate, l2 } = options;
  const weights = new Float32Array(rows * classes);
  const squares = new Float32Array(rows * classes).fill(1e-4);
  const random = randomFrom(options.seed);
  const order = Uint32Array.from(examples, (_, index) => index);
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const step = rate * (1 - epoch / epochs) + rate * 0.05;
    for (const index of order) {
      const example = examples[index]!;
      const norm = 1 / Math.sqrt(example.rows.length);
      score(weights, example.rows, norm, scores);
      softmax(scores);
      if (example.second !== undefined) {
        scores[example.target]! -= 0.6;
        scores[example.second]! -= 0.4;
      } else scores[example.target]! -= 1;
      for (const row of example.rows) {
        const base = row * classes;
        for (let c = 0; c < classes; c++) {
          const at = base + c;
          const gradient = scores[c]! * norm * example.weight + l2 * weights[at]!;
          const square = squares[at]! + gradient * gradient;
          squares[at] = square;
          weights[at]! -= (step * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}

export function score(weights: Float32Array, rows: Uint32Array, norm: number, scores: Float64Array): void {
  const classes = scores.length;
  scores.fill(0);
  for (const row of rows) {
    const base = row * classes;
    for (let c = 0; c < classes; c++) scores[c]! += weights[base + c]!;
  }
  for (let c = 0; c < classes; c++) scores[c]! *= norm;
}

export function softmax(scores: Float64Array): void {
  let top = -Infinity;
  for (const value of scores) if (value > top) top = value;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = exp(scores[c]! - top);
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

/** e to the x (x ≤ 0) without the engine's own, which may differ in the last bit between versions. */
export function exp(x: number): number {
  if (x < -700) return 0;
  const halvings = Math.ceil(-x / 0.25);
  const y = halvings === 0 ? x : x / halvings;
  if (halvings > 64) {
    const half = exp(x / 2);
    return half * half;
  }
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 12; n++) {
    term *= y / n;
    sum += term;
  }
  let power = 1;
  for (let base = sum, left = Math.max(1, halvings); left > 0; left >>= 1) {
    if (left & 1) power *= base;
    base *= base;
  }
  return power;
}

export function shuffle(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last]!;
    order[last] = order[other]!;
    order[other] = kept;
  }
}

/** mulberry32: the same numbers in every engine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
