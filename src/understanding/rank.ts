import { TOPICS, type Topic } from '../policies/policy.ts';
import { createExtractor, type Features } from './features.ts';
import type { Language } from './language.ts';
import type { Model } from './model.ts';
import type { RankedTopic } from './understanding.ts';

/** Text in plain words → every topic with its probability, likeliest first; the first three say what they went by. */
export type Rank = (text: string) => readonly RankedTopic[];

const EXPLAINED = 3;
const REASONS = 4;

/** Makes the ranking function of a model. */
export function createRank(model: Model, language: Language): Rank {
  const extract = createExtractor(language);
  const topics = model.topics.map(asTopic);
  const scores = new Float64Array(topics.length);
  const isHome = (row: number): boolean => model.home[model.lines[row]!] === 1;
  return text => {
    const features = extract(text, isHome);
    scoreInto(scores, model, features);
    softmax(scores);
    const order = topics.map((_, c) => c).sort((a, b) => scores[b]! - scores[a]! || a - b);
    return order.map((c, place) => ({
      topic: topics[c]!,
      probability: scores[c]!,
      because: place < EXPLAINED ? reasons(text, features, model, c) : [],
    }));
  };
}

function asTopic(name: string): Topic {
  const topic = TOPICS.find(known => known === name);
  if (!topic) throw new Error(`the model knows a topic that the program does not: ${name}; run npm run train`);
  return topic;
}

function scoreInto(scores: Float64Array, model: Model, { count, rows, values, norm }: Features): void {
  const { lines, scales, weights, sharpness } = model;
  const topics = scores.length;
  scores.fill(0);
  for (let f = 0; f < count; f++) {
    const line = lines[rows[f]!]!;
    if (line === 0) continue;
    const factor = values[f]! * scales[line]!;
    for (let c = 0, at = line * topics; c < topics; c++, at++) scores[c]! += factor * weights[at]!;
  }
  for (let c = 0; c < topics; c++) scores[c]! *= norm * sharpness;
}

function softmax(scores: Float64Array): void {
  const top = scores.reduce((most, score) => Math.max(most, score));
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c]! - top);
    sum += scores[c]!;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

/** The words that spoke most for a topic. */
function reasons(text: string, { count, rows, values, starts, ends }: Features, model: Model, topic: number): string[] {
  const byWords = new Map<string, number>();
  for (let f = 0; f < count; f++) {
    const line = model.lines[rows[f]!]!;
    const weight = values[f]! * model.scales[line]! * model.weights[line * model.topics.length + topic]!;
    const words = weight > 0 ? text.slice(starts[f], ends[f]).trim() : '';
    if (words) byWords.set(words, (byWords.get(words) ?? 0) + weight);
  }
  return [...byWords]
    .sort((a, b) => b[1] - a[1])
    .slice(0, REASONS)
    .map(([words]) => words);
}
