import { TOPICS } from '../../src/policies/policy.ts';
import { createExtractor, FEATURE_BITS } from '../../src/understanding/features.ts';
import type { Language } from '../../src/understanding/language.ts';
import { collectHomeWords, extractAll, numberRows, toExamples } from './examples.ts';
import { fitWeights } from './fit.ts';
import { askOfOthers } from './others.ts';
import { type Fitted, packModel } from './pack.ts';
import type { Phrase } from './phrases.ts';
import { createVary } from './variation.ts';

/** What was chosen by measurement: docs/decisions/0005-understanding.md has the figures. */
export interface TrainOptions {
  epochs: number;
  rate: number;
  decay: number;
  seed: number;
  /** Variants made of each phrase, and what one weighs beside the phrase itself. */
  variants: number;
  variantWeight: number;
  sharpness: number;
}

export const CHOSEN: TrainOptions = {
  epochs: 3,
  rate: 0.5,
  decay: 1e-4,
  seed: 1,
  variants: 2,
  variantWeight: 0.4,
  sharpness: 1.6,
};

/** Phrases → the bytes of a model. The same phrases and word lists give the same bytes. */
export function trainModel(phrases: readonly Phrase[], language: Language, options: TrainOptions = CHOSEN): Buffer {
  return packModel(fitPhrases(phrases, language, options), {
    topics: TOPICS,
    sharpness: options.sharpness,
    bits: FEATURE_BITS,
  });
}

/** The same without packing. */
export function fitPhrases(phrases: readonly Phrase[], language: Language, options: TrainOptions): Fitted {
  const vary = createVary();
  const varied = [...phrases.flatMap(phrase => vary(phrase, options.variants)), ...askOfOthers(phrases, language)];
  const extract = createExtractor(language);
  const home = collectHomeWords(phrases, language, extract);
  const [own, made] = [phrases, varied].map(list => extractAll(list, { language, extract, home }));
  const numbering = numberRows(own!);
  const examples = [
    ...toExamples(own!, phrases, numbering),
    ...toExamples(made!, varied, numbering).map(example => ({
      ...example,
      weight: example.weight * options.variantWeight,
    })),
  ];
  const fitted = fitWeights(examples, { ...options, topics: TOPICS.length, rows: numbering.rows.length });
  const ofRow = (number: number): Float32Array => fitted.subarray(number * TOPICS.length, (number + 1) * TOPICS.length);
  const weights = new Map(numbering.rows.map((row, number) => [row, ofRow(number)]));
  return { weights, isHome: row => home.has(row), concepts: language.concepts.table };
}
