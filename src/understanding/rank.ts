import { TOPICS, type Topic } from '../policies/policy.ts';
import { CAPACITY, createExtractor, type Features } from './features.ts';
import type { Language } from './language.ts';
import { isHomeLine, type Model, weightIn } from './model.ts';
import type { RankedTopic } from './understanding.ts';

/** Text in plain words → every topic with its probability, likeliest first. */
export type Rank = (text: string) => readonly RankedTopic[];

const REASONS = 4;
/** Several features may name the same words. */
const CONSIDERED = 8;

/** Makes the ranking function of a model. */
export function createRank(model: Model, language: Language): Rank {
  const read = createReader(model, language);
  const topics = model.topics.map(asTopic);
  return text => {
    const { scores } = read(text);
    const ranked: Ranked[] = [];
    for (let c = 0; c < topics.length; c++)
      insert(ranked, new Ranked(topics[c]!, scores[c]!, () => reasons(text, read(text), model, c)));
    return ranked;
  };
}

/** Its reasons are worked out when somebody asks for them: nearly nobody does, and they cost as much as the ranking. */
class Ranked implements RankedTopic {
  readonly topic: Topic;
  readonly probability: number;
  readonly #explain: () => readonly string[];

  constructor(topic: Topic, probability: number, explain: () => readonly string[]) {
    this.topic = topic;
    this.probability = probability;
    this.#explain = explain;
  }

  get because(): readonly string[] {
    return this.#explain();
  }
}

/** Puts a topic in its place; for some dozens that is faster than sorting. */
function insert(ranked: Ranked[], topic: Ranked): void {
  let at = ranked.length;
  for (; at > 0 && ranked[at - 1]!.probability < topic.probability; at--) ranked[at] = ranked[at - 1]!;
  ranked[at] = topic;
}

/** A text's features, their lines in the model, and the probability of every topic; valid until the next text is read. */
interface Reading {
  features: Features;
  lines: Uint32Array;
  scores: Float64Array;
}

function createReader(model: Model, language: Language): (text: string) => Reading {
  const extract = createExtractor(language);
  const scores = new Float64Array(model.topics.length);
  const lines = new Uint32Array(CAPACITY);
  const isHome = (row: number): boolean => isHomeLine(model, model.lineOf(row));
  return text => {
    const features = extract(text, isHome);
    for (let f = 0; f < features.count; f++) lines[f] = model.lineOf(features.rows[f]!);
    scoreInto(scores, model, features, lines);
    softmax(scores);
    return { features, lines, scores };
  };
}

function asTopic(name: string): Topic {
  const topic = TOPICS.find(known => known === name);
  if (!topic) throw new Error(`the model knows a topic that the program does not: ${name}; run npm run train`);
  return topic;
}

/** Every weight is 8 too large here, which moves all topics alike and so changes no probability. */
function scoreInto(scores: Float64Array, model: Model, { count, values, norm }: Features, lines: Uint32Array): void {
  const { table, stride, sizes, sharpness } = model;
  scores.fill(0);
  for (let f = 0; f < count; f++) {
    if (lines[f] === 0) continue;
    const from = lines[f]! * stride;
    const factor = values[f]! * sizes[table[from]! >> 1]!;
    for (let half = 1, c = 0; half < stride; half++, c += 2) {
      const both = table[from + half]!;
      scores[c]! += factor * (both & 15);
      scores[c + 1]! += factor * (both >> 4);
    }
  }
  for (let c = 0; c < scores.length; c++) scores[c]! *= norm * sharpness;
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
function reasons(text: string, { features, lines }: Reading, model: Model, topic: number): string[] {
  const strongest: { f: number; weight: number }[] = [];
  for (let f = 0; f < features.count; f++) {
    if (lines[f] === 0) continue;
    const weight = features.values[f]! * weightIn(model, lines[f]!, topic);
    if (weight <= (strongest.length < CONSIDERED ? 0 : strongest[CONSIDERED - 1]!.weight)) continue;
    let at = Math.min(strongest.length, CONSIDERED - 1);
    for (; at > 0 && strongest[at - 1]!.weight < weight; at--) strongest[at] = strongest[at - 1]!;
    strongest[at] = { f, weight };
  }
  const words = strongest.map(({ f }) => text.slice(features.starts[f], features.ends[f]).trim());
  return [...new Set(words.filter(word => word !== ''))].slice(0, REASONS);
}
