import { TOPICS } from '../../src/policies/policy.ts';
import { createExtractor, FEATURE_BITS } from '../../src/understanding/features.ts';
import type { Language } from '../../src/understanding/language.ts';
import { extractAll, numberRows, toExamples } from './examples.ts';
import { fitWeights } from './fit.ts';
import { packModel, type Weights } from './pack.ts';
import type { Phrase } from './phrases.ts';

const FIT = { epochs: 10, rate: 0.5, decay: 1e-4, seed: 1 };

/** Phrases → the bytes of a model. The same phrases and word lists give the same bytes. */
export function trainModel(phrases: readonly Phrase[], language: Language, sharpness = 1): Buffer {
  const bare = extractAll(
    phrases.map(({ text }) => language.plain(text)),
    createExtractor(language),
  );
  const numbering = numberRows(bare);
  const fitted = fitWeights(toExamples(bare, phrases, numbering), {
    ...FIT,
    topics: TOPICS.length,
    rows: numbering.rows.length,
  });
  const weights: Weights = new Map(
    numbering.rows.map((row, number) => [row, fitted.subarray(number * TOPICS.length, (number + 1) * TOPICS.length)]),
  );
  return packModel(weights, { topics: TOPICS, sharpness, bits: FEATURE_BITS });
}
