import { writeFileSync } from 'node:fs';
import { TOPICS } from '../src/policies/policy.ts';
import { createExtractor, FEATURE_BITS } from '../src/understanding/features.ts';
import { loadLanguage } from '../src/understanding/language.ts';
import { train } from './train/fit.ts';
import { packModel } from './train/pack.ts';
import { loadPhrases } from './train/phrases.ts';

const language = loadLanguage();
const extract = createExtractor(language);
const phrases = loadPhrases();
const count = new Map<string, number>();
for (const { locale, topics } of phrases) count.set(locale + topics[0], (count.get(locale + topics[0]) ?? 0) + 1);
const examples = phrases.map(({ text, topics, locale }) => {
  const found = extract(language.plain(text));
  const rows = Uint32Array.from(new Set(found.rows.subarray(0, found.count)));
  return { rows, target: TOPICS.indexOf(topics[0]!), weight: 80 / count.get(locale + topics[0])! };
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
