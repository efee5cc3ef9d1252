import { writeFileSync } from 'node:fs';
import { loadLanguage } from '../src/understanding/language.ts';
import { loadPhrases } from './train/phrases.ts';
import { trainModel } from './train/train.ts';

/** Trains the model that the package carries: `npm run train`. */
const phrases = loadPhrases();
const started = performance.now();
const bytes = trainModel(phrases, loadLanguage());
writeFileSync(new URL('../model/topics.bin', import.meta.url), bytes);
console.log(
  `${phrases.length} phrases → ${bytes.length} bytes in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
