import { writeFileSync } from 'node:fs';
import { TOPICS } from '../src/policies/policy.ts';
import { createExtractor, FEATURE_BITS } from '../src/understanding/features.ts';
import { loadSounds } from '../src/understanding/syllables.ts';
import { train } from './train/fit.ts';
import { packModel } from './train/pack.ts';
import { loadPhrases } from './train/phrases.ts';

const extract = createExtractor(loadSounds(new URL('../model/syllables.txt', import.meta.url)));
const examples = loadPhrases().map(({ text, topics }) => {
  const found = extract(text.normalize('NFKC').toLowerCase());
  return {
    rows: Uint32Array.from(new Set(found.rows.subarray(0, found.count))),
    target: TOPICS.indexOf(topics[0]!),
    weight: 1,
  };
});
const weights = train(examples, {
  classes: TOPICS.length,
  rows: 1 << FEATURE_BITS,
  epochs: 10,
  rate: 0.5,
  l2: 0,
  seed: 1,
});
const bytes = packModel(weights, { topics: TOPICS, bits: FEATURE_BITS, temperature: 1, least: 0.25 });
writeFileSync(new URL('../model/topics.bin', import.meta.url), bytes);
console.log(`${examples.length} phrases, ${bytes.length} bytes`);
