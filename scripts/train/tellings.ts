import { readFileSync } from 'node:fs';
import { findFacts } from '../../src/understanding/facts.ts';
import { createExtractor, FEATURE_BITS } from '../../src/understanding/features.ts';
import type { Language } from '../../src/understanding/language.ts';
import { TELLINGS } from '../../src/understanding/tellings.ts';
import type { Situation } from '../../src/understanding/understanding.ts';
import { collectHomeWords, numberRows, renumber } from './examples.ts';
import { type Example, fitWeights, probabilities, scoreInto } from './fit.ts';
import { packModel } from './pack.ts';
import type { Phrase } from './phrases.ts';
import { createVary } from './variation.ts';

/** A clause, and which of `TELLINGS` it is by number. */
export interface Telling {
  text: string;
  telling: number;
  locale: 'zh-CN' | 'en';
}

const LOCALES = ['zh-CN', 'en'] as const;
const NOTHING = 0;
const SITUATION: Situation = { locale: 'zh-CN', today: '2026-01-01', lastTopic: null, asking: null };

/** Every line of `locales/<locale>/tellings/<name>.txt`. */
export function loadTellings(root = new URL('../../locales/', import.meta.url)): Telling[] {
  return LOCALES.flatMap(locale =>
    TELLINGS.flatMap(({ name }, telling) =>
      readFileSync(new URL(`${locale}/tellings/${name}.txt`, root), 'utf8')
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !line.startsWith('#'))
        .map(text => ({ text, telling, locale })),
    ),
  );
}

/** Variants of each telling, and what one weighs beside it; what a clause out of the topics' phrases weighs, which nobody labelled. */
const VARIANTS = 2;
const VARIANT_WEIGHT = 0.4;
const UNLABELLED_WEIGHT = 0.3;
const FIT = { epochs: 6, rate: 0.5, decay: 1e-4, seed: 1 };
const SHARPNESS = 1.6;

interface Weighted extends Telling {
  weight: number;
}

/**
 * Tellings, and phrases of the topics → the bytes of a model. The clauses of the phrases in which no pattern finds anything stand for all that
 * tells nothing; those that a first model takes for something all the same are left out of the second.
 */
export function trainTellings(tellings: readonly Telling[], phrases: readonly Phrase[], language: Language): Buffer {
  const own = tellings.map(telling => ({ ...telling, weight: 1 }));
  const labelled = [...own, ...varied(tellings)];
  const unlabelled = silentClauses(phrases);
  const extract = createExtractor(language);
  const home = collectHomeWords(phrases, language, extract);
  const isHome = (row: number): boolean => home.has(row);
  const all: readonly Weighted[] = [...labelled, ...unlabelled];
  const bare = all.map(({ text }) => {
    const { count, rows, values, norm } = extract(language.plain(text), isHome);
    return { rows: rows.slice(0, count), values: values.slice(0, count), norm };
  });
  // What only unlabelled clauses have can speak for nothing.
  const numbering = numberRows(bare.slice(0, labelled.length));
  const examples: Example[] = bare.map((one, at) => ({
    ...renumber(one, numbering),
    target: all[at]!.telling,
    second: null,
    weight: all[at]!.weight,
  }));
  const options = { ...FIT, topics: TELLINGS.length, rows: numbering.rows.length };
  const first = fitWeights(examples, options);
  const scores = new Float64Array(TELLINGS.length);
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
    weights.subarray(number * TELLINGS.length, (number + 1) * TELLINGS.length);
  return packModel(
    {
      weights: new Map(numbering.rows.map((row, number) => [row, ofRow(number)])),
      isHome,
      concepts: { names: [], hashes: new Int32Array(0), concepts: new Uint16Array(0) },
    },
    { topics: TELLINGS.map(({ name }) => name), sharpness: SHARPNESS, bits: FEATURE_BITS },
  );
}

function varied(tellings: readonly Telling[]): Weighted[] {
  const vary = createVary();
  return tellings.flatMap(({ text, telling, locale }) =>
    // The topic decides what may be put before a phrase: nothing here, for a clause stands by itself.
    vary({ text, topics: ['help'], author: '', locale }, VARIANTS).map(variant => ({
      text: variant.text,
      telling,
      locale,
      weight: VARIANT_WEIGHT,
    })),
  );
}

function silentClauses(phrases: readonly Phrase[]): Weighted[] {
  const seen = new Set<string>();
  const names = new Set(TELLINGS.map(({ fact }) => fact?.name));
  return phrases.flatMap(({ text, locale }) =>
    text
      .split(/[,，。;；!！?？\n]+/)
      .map(clause => clause.trim())
      .filter(clause => clause.length > 1 && !seen.has(clause) && seen.add(clause))
      .filter(clause => !findFacts(clause, SITUATION).some(({ name }) => names.has(name as never)))
      .map(clause => ({ text: clause, telling: NOTHING, locale, weight: UNLABELLED_WEIGHT })),
  );
}
