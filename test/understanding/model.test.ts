import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exp } from '../../scripts/train/arithmetic.ts';
import { packModel } from '../../scripts/train/pack.ts';
import { loadPhrases } from '../../scripts/train/phrases.ts';
import { CHOSEN, trainModel } from '../../scripts/train/train.ts';
import { createVary } from '../../scripts/train/variation.ts';
import { TOPICS } from '../../src/policies/policy.ts';
import { loadLanguage } from '../../src/understanding/language.ts';
import { isHomeLine, LEVELS, readModel, SHRINK, unpackModel, weightIn } from '../../src/understanding/model.ts';

const modelFile = new URL('../../model/topics.bin', import.meta.url);

describe('the model file', () => {
  it('knows the topics of the program and stays small enough to keep beside the sources', () => {
    expect(readModel(modelFile).topics).toEqual(TOPICS);
    expect(statSync(modelFile).size).toBeLessThan(2_200_000);
  });

  it('gives back the weights it was made of, each within a step of its row', () => {
    const concepts = { names: ['when'], hashes: Int32Array.of(-7, 9), concepts: Uint16Array.of(0, 0) };
    const rows = new Map([
      [5, Float32Array.of(1, -0.5, 0, 0.25)],
      [70, Float32Array.of(0, 0.01, -0.02, 0)],
      [4000, Float32Array.of(-8, 8, 3, 1)],
    ]);
    const packed = packModel(
      { weights: rows, isHome: row => row === 70, concepts },
      { topics: ['a', 'b', 'c', 'd'], sharpness: 2, bits: 12 },
    );
    const model = unpackModel(packed);
    expect([5, 70, 4000, 6, 71].map(row => model.lineOf(row))).toEqual([1, 2, 3, 0, 0]);
    expect([1, 2, 3].map(line => isHomeLine(model, line))).toEqual([false, true, false]);
    expect(model.concepts).toEqual(concepts);
    for (const [row, own] of rows) {
      const line = model.lineOf(row);
      const largest = Math.max(...own.map(Math.abs));
      own.forEach((weight, c) => {
        expect(Math.abs(weightIn(model, line, c) - weight)).toBeLessThanOrEqual((0.55 * largest) / (LEVELS * SHRINK));
      });
    }
  });
});

describe('training', () => {
  const language = loadLanguage();
  const some = loadPhrases().filter((_, at) => at % 60 === 0);

  it('gives the same bytes from the same phrases', () => {
    const [one, other] = [trainModel(some, language), trainModel(some, language)];
    expect(one.equals(other)).toBe(true);
    expect(trainModel(some, language, { ...CHOSEN, seed: 2 }).equals(one)).toBe(false);
  });

  it('varies a phrase the same way every time, and never loses its topics', () => {
    const vary = createVary();
    for (const phrase of some.slice(0, 20)) {
      const variants = vary(phrase, 4);
      expect(variants).toEqual(createVary()(phrase, 4));
      expect(variants.every(({ topics }) => topics === phrase.topics)).toBe(true);
    }
  });

  it('reckons powers of e itself, close to the engine and without its rounding', () => {
    for (const x of [0, -1e-9, -0.03, -0.5, -1, -7.25, -20, -49.9]) expect(exp(x)).toBeCloseTo(Math.exp(x), 12);
    expect(exp(-1000)).toBe(0);
  });

  it('reads phrase files as people write them: one a line, # for remarks, => for a second topic', () => {
    const file = new URL('../../locales/zh-CN/phrases/', import.meta.url);
    expect(readFileSync(new URL('gaps/annual-hours.txt', file), 'utf8')).toContain('\n');
    expect(loadPhrases().some(({ topics }) => topics.length === 2)).toBe(true);
    expect(loadPhrases().every(({ text }) => text !== '' && !text.startsWith('#') && !text.includes('=>'))).toBe(true);
  });
});
