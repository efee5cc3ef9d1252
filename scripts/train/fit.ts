import { exp, type Random, randomFrom, shuffle } from './arithmetic.ts';

/** One example: the features of a text, numbered from 0 without gaps, and what it asks for. */
export interface Example {
  rows: Uint32Array;
  values: Float32Array;
  norm: number;
  /** The topic asked first, and a second one where two are asked. */
  target: number;
  second: number | null;
  weight: number;
}

export interface FitOptions {
  topics: number;
  rows: number;
  epochs: number;
  rate: number;
  decay: number;
  seed: number;
}

/** How much of a message that asks two things counts for the second. */
const SECOND = 0.4;

/**
 * Multinomial logistic regression, AdaGrad steps over shuffled examples, weights decaying: `rows` × `topics` weights. Nothing but
 * additions, multiplications, divisions and square roots, which every engine rounds alike: the same phrases give the same bytes.
 */
export function fitWeights(examples: readonly Example[], options: FitOptions): Float32Array {
  const weights = new Float32Array(options.rows * options.topics);
  const squares = new Float32Array(options.rows * options.topics).fill(1e-4);
  const random: Random = randomFrom(options.seed);
  const order = Uint32Array.from(examples, (_, index) => index);
  const errors = new Float64Array(options.topics);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const step = options.rate * (1 - epoch / options.epochs + 0.05);
    for (const index of order) {
      const example = examples[index]!;
      scoreInto(errors, weights, example);
      probabilities(errors);
      subtractTarget(errors, example);
      if (isFitted(errors)) continue;
      update(weights, squares, errors, example, { step, decay: options.decay });
    }
  }
  return weights;
}

/** The score of every topic for an example. */
export function scoreInto(
  scores: Float64Array,
  weights: Float32Array,
  example: Pick<Example, 'rows' | 'values' | 'norm'>,
): void {
  const topics = scores.length;
  scores.fill(0);
  for (let f = 0; f < example.rows.length; f++) {
    const base = example.rows[f]! * topics;
    const value = example.values[f]!;
    for (let c = 0; c < topics; c++) scores[c]! += value * weights[base + c]!;
  }
  for (let c = 0; c < topics; c++) scores[c]! *= example.norm;
}

/** Scores become probabilities, in place. */
export function probabilities(scores: Float64Array, sharpness = 1): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = exp((scores[c]! - top) * sharpness);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

function subtractTarget(errors: Float64Array, { target, second }: Example): void {
  errors[target]! -= second === null ? 1 : 1 - SECOND;
  if (second !== null) errors[second]! -= SECOND;
}

/** So near an example needs no step; most are after two epochs, and a step costs more than all the rest. */
const NEAR = 0.02;

function isFitted(errors: Float64Array): boolean {
  for (const error of errors) if (error > NEAR || error < -NEAR) return false;
  return true;
}

/** Below this a step changes nothing that survives rounding. */
const NEGLIGIBLE = 1e-6;

function update(
  weights: Float32Array,
  squares: Float32Array,
  errors: Float64Array,
  { rows, values, norm, weight }: Example,
  { step, decay }: { step: number; decay: number },
): void {
  const topics = errors.length;
  for (let c = 0; c < topics; c++) errors[c]! *= norm * weight;
  for (let f = 0; f < rows.length; f++) {
    const base = rows[f]! * topics;
    const value = values[f]!;
    for (let c = 0; c < topics; c++) {
      const at = base + c;
      const gradient = errors[c]! * value + decay * weights[at]!;
      if (gradient > -NEGLIGIBLE && gradient < NEGLIGIBLE) continue;
      const square = squares[at]! + gradient * gradient;
      squares[at] = square;
      weights[at]! -= (step * gradient) / Math.sqrt(square);
    }
  }
}
