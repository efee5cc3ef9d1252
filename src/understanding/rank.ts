import { TOPICS, type Topic } from '../policies/policy.ts';
import { createExtractor, type Features } from './features.ts';
import type { Language } from './language.ts';
import type { Model } from './model.ts';

import type { RankedTopic } from './understanding.ts';

const EXPLAINED = 3;
const REASONS = 4;

/** Text (in plain words) → every topic with its probability, likeliest first; the first three say what they went by. */
export function createRanker(model: Model, language: Language): (text: string) => readonly RankedTopic[] {
  const extract = createExtractor(language);
  const classes = model.topics.length;
  const scores = new Float64Array(classes);
  const topics = model.topics.map(name => TOPICS.find(topic => topic === name)!);
  return text => {
    const features = extract(text);
    scoreInto(scores, model, features);
    softmax(scores, model.temperature);
    const order = topics.map((_, c) => c).sort((a, b) => scores[b]! - scores[a]! || a - b);
    return order.map((c, place) => ({
      topic: topics[c]!,
      probability: scores[c]!,
      because: place < EXPLAINED ? reasons(text, features, model, c) : [],
    }));
  };
}

function scoreInto(scores: Float64Array, model: Model, features: Features): void {
  scores.fill(0);
  const seen = new Set<number>();
  for (let f = 0; f < features.count; f++) {
    const row = features.rows[f]!;
    if (seen.has(row)) continue;
    seen.add(row);
    const base = model.index[row]! * scores.length;
    for (let c = 0; c < scores.length; c++) scores[c]! += model.weights[base + c]!;
  }
  const factor = model.scale / Math.sqrt(seen.size);
  for (let c = 0; c < scores.length; c++) scores[c]! *= factor;
}

function softmax(scores: Float64Array, temperature: number): void {
  let top = -Infinity;
  for (const value of scores) if (value > top) top = value;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp((scores[c]! - top) / temperature);
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

function reasons(text: string, features: Features, model: Model, topic: number): string[] {
  const byWords = new Map<string, number>();
  for (let f = 0; f < features.count; f++) {
    const weight = model.weights[model.index[features.rows[f]!]! * model.topics.length + topic]!;
    const words = text.slice(features.starts[f], features.ends[f]).trim();
    if (weight > 0 && words) byWords.set(words, (byWords.get(words) ?? 0) + weight);
  }
  return [...byWords]
    .sort((a, b) => b[1] - a[1])
    .slice(0, REASONS)
    .map(([words]) => words);
}

export type { Topic };
