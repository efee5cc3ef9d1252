import { TOPICS, type Topic } from '../policies/policy.ts';
import { CAPACITY, createExtractor, type Extract, type Features, type IsHome } from './features.ts';
import type { Language } from './language.ts';
import { isHomeLine, type Model, weightIn } from './model.ts';
import type { RankedTopic } from './understanding.ts';

/** Every topic with its probability. */
export interface Ranking {
  best: RankedTopic;
  /** All of them, likeliest first; put in order when somebody asks. */
  all(): readonly RankedTopic[];
}

/** Text in plain words → how likely every topic is. */
export type Rank = (text: string) => Ranking;

const REASONS = 4;
/** Several features may name the same words. */
const CONSIDERED = 8;

/** Makes the ranking function of a model. */
export function createRank(model: Model, language: Language, shared?: Shared): Rank {
  const read = createReader(model, shared ?? { extract: createExtractor(language), isHome: homeOf(model) });
  const topics = model.topics.map(asTopic);
  return text => {
    const scores = read(text).scores.slice();
    const explain = (topic: number) => reasons(text, read(text), model, topic);
    const ranked = (topic: number) => new Ranked(topics[topic]!, scores[topic]!, topic, explain);
    return { best: ranked(largest(scores)), all: () => inOrder(topics.map((_, topic) => ranked(topic))) };
  };
}

function largest(scores: Float64Array): number {
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

const inOrder = (topics: readonly RankedTopic[]): readonly RankedTopic[] =>
  topics.toSorted((one, other) => other.probability - one.probability);

/** Its reasons are worked out when somebody asks for them: nearly nobody does, and they cost as much as the ranking. */
class Ranked implements RankedTopic {
  readonly topic: Topic;
  readonly probability: number;
  readonly #number: number;
  readonly #explain: (number: number) => readonly string[];

  constructor(topic: Topic, probability: number, number: number, explain: (number: number) => readonly string[]) {
    this.topic = topic;
    this.probability = probability;
    this.#number = number;
    this.#explain = explain;
  }

  get because(): readonly string[] {
    return this.#explain(this.#number);
  }
}

/** A text's features and the probability of every topic; valid until the next text is read. */
export interface Weighed {
  features: Features;
  scores: Float64Array;
}

/** Text in plain words → the probability of everything that a model tells apart, in its order. */
export function createReader(model: Model, { extract, isHome }: Shared): (text: string) => Weighed {
  const scores = new Float64Array(model.topics.length);
  const known: Known = { count: 0, starts: new Uint32Array(CAPACITY), factors: new Float64Array(CAPACITY) };
  return text => {
    const features = extract(text, isHome);
    weigh(known, model, features);
    scoreInto(scores, model, known, features.norm);
    softmax(scores);
    return { features, scores };
  };
}

/** What two models may share, so that a text both of them read is taken apart once. */
export interface Shared {
  extract: Extract;
  isHome: IsHome;
}

/** Which words are ours, as the model of the topics has it. */
export const homeOf =
  (model: Model): IsHome =>
  row =>
    isHomeLine(model, model.lineOf(row));

/** Where the lines of the features begin that the model knows, and what to multiply them by. */
interface Known {
  count: number;
  starts: Uint32Array;
  factors: Float64Array;
}

/**
 * Looks up what every line is to be multiplied by, before any is added up: a line is seldom in the processor's cache, and in a loop as short as
 * this one many are fetched at once.
 */
function weigh(known: Known, model: Model, { count, values, rows }: Features): void {
  const { table, stride, sizes } = model;
  let next = 0;
  for (let f = 0; f < count; f++) {
    const line = model.lineOf(rows[f]!);
    if (line === 0) continue;
    known.starts[next] = line * stride;
    known.factors[next++] = values[f]! * sizes[table[line * stride]! >> 1]!;
  }
  known.count = next;
}

function asTopic(name: string): Topic {
  const topic = TOPICS.find(known => known === name);
  if (!topic) throw new Error(`the model knows a topic that the program does not: ${name}; run npm run train`);
  return topic;
}

/**
 * Every weight is 8 too large here, which moves all topics alike and so changes no probability. Four topics at a time, over all lines: their
 * sums then stay in the processor's registers. What is read beyond the last topic falls outside the scores.
 */
function scoreInto(scores: Float64Array, model: Model, { count, starts, factors }: Known, norm: number): void {
  const { table, sharpness } = model;
  const scale = norm * sharpness;
  for (let c = 0, place = 1; c < scores.length; c += 4, place += 2) {
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let k = 0; k < count; k++) {
      const factor = factors[k]!;
      const two = table[starts[k]! + place]!;
      const next = table[starts[k]! + place + 1]!;
      first += factor * (two & 15);
      second += factor * (two >> 4);
      third += factor * (next & 15);
      fourth += factor * (next >> 4);
    }
    scores[c] = first * scale;
    scores[c + 1] = second * scale;
    scores[c + 2] = third * scale;
    scores[c + 3] = fourth * scale;
  }
}

function softmax(scores: Float64Array): void {
  let top = -Infinity;
  for (let c = 0; c < scores.length; c++) if (scores[c]! > top) top = scores[c]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - top);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

/** The words that spoke most for a topic, strongest first. */
function reasons(text: string, { features }: Weighed, model: Model, topic: number): string[] {
  const strongest: { f: number; weight: number }[] = [];
  for (let f = 0; f < features.count; f++) {
    const line = model.lineOf(features.rows[f]!);
    if (line === 0) continue;
    const weight = features.values[f]! * weightIn(model, line, topic);
    if (weight <= (strongest.length < CONSIDERED ? 0 : strongest[CONSIDERED - 1]!.weight)) continue;
    let at = Math.min(strongest.length, CONSIDERED - 1);
    for (; at > 0 && strongest[at - 1]!.weight < weight; at--) strongest[at] = strongest[at - 1]!;
    strongest[at] = { f, weight };
  }
  const words = strongest.map(({ f }) => text.slice(features.starts[f], features.ends[f]).trim());
  return [...new Set(words.filter(word => word !== ''))].slice(0, REASONS);
}
