import { createExtractor, FEATURE_BITS } from '../../src/understanding/features.ts';
import type { Language } from '../../src/understanding/language.ts';
import { collectHomeWords, numberRows, renumber } from './examples.ts';
import { type Example, fitWeights, probabilities, scoreInto } from './fit.ts';
import { packModel } from './pack.ts';
import type { Phrase } from './phrases.ts';

/** A piece of a message, and which of the classes it is by number; class 0 is nothing of interest. */
export interface Clause {
  text: string;
  label: number;
}

/** What a small model learns from: labelled pieces, their variants, and pieces of the topics' phrases that nobody labelled, taken for nothing. */
export interface Lessons {
  own: readonly Clause[];
  varied: readonly Clause[];
  silent: readonly string[];
}

const WEIGHTS = { own: 1, varied: 0.4, silent: 0.3 };
const FIT = { epochs: 6, rate: 0.5, decay: 1e-4, seed: 1 };
const SHARPNESS = 1.6;
const NOTHING = 0;

/**
 * Lessons → the bytes of a model that tells its classes apart, on the features and home words of the topics' model. What a first model takes for
 * something, though nobody labelled it, is left out of the second.
 */
export function trainClauses(
  classes: readonly string[],
  { own, varied, silent }: Lessons,
  phrases: readonly Phrase[],
  language: Language,
): Buffer {
  const labelled = [
    ...own.map(clause => ({ ...clause, weight: WEIGHTS.own })),
    ...varied.map(clause => ({ ...clause, weight: WEIGHTS.varied })),
  ];
  const all = [...labelled, ...silent.map(text => ({ text, label: NOTHING, weight: WEIGHTS.silent }))];
  const extract = createExtractor(language);
  const home = collectHomeWords(phrases, language, extract);
  const isHome = (row: number): boolean => home.has(row);
  const bare = all.map(({ text }) => {
    const { count, rows, values, norm } = extract(language.plain(text), isHome);
    return { rows: rows.slice(0, count), values: values.slice(0, count), norm };
  });
  // What only unlabelled pieces have can speak for nothing.
  const numbering = numberRows(bare.slice(0, labelled.length));
  const examples: Example[] = bare.map((one, at) => ({
    ...renumber(one, numbering),
    target: all[at]!.label,
    second: null,
    weight: all[at]!.weight,
  }));
  const options = { ...FIT, topics: classes.length, rows: numbering.rows.length };
  const first = fitWeights(examples, options);
  const scores = new Float64Array(classes.length);
  const isDoubtful = (example: Example): boolean => {
    scoreInto(scores, first, example);
    probabilities(scores, SHARPNESS);
    return scores[NOTHING]! < 0.5;
  };
  const weights = fitWeights(
    examples.filter((example, at) => at < labelled.length || !isDoubtful(example)),
    options,
  );
  const ofRow = (number: number): Float32Array =>
    weights.subarray(number * classes.length, (number + 1) * classes.length);
  return packModel(
    {
      weights: new Map(numbering.rows.map((row, number) => [row, ofRow(number)])),
      isHome,
      concepts: { names: [], hashes: new Int32Array(0), concepts: new Uint16Array(0) },
    },
    { topics: classes, sharpness: SHARPNESS, bits: FEATURE_BITS },
  );
}
