import { writeFileSync } from 'node:fs';
import { loadLanguage } from '../src/understanding/language.ts';
import { writeEnglish } from './train/english.ts';
import { loadMarkedHours, trainHours } from './train/hours.ts';
import { loadPhrases } from './train/phrases.ts';
import { loadTellings, trainTellings } from './train/tellings.ts';
import { trainModel } from './train/train.ts';

/** Trains the models that the package carries: `npm run train`. */
const phrases = loadPhrases();
console.log(`english: ${writeEnglish(phrases)} words`);
const language = loadLanguage();
const tellings = loadTellings();
train('topics', phrases.length, () => trainModel(phrases, language));
const hours = loadMarkedHours();
train('hours', hours.length, () => trainHours(hours, phrases, language));
train('tellings', tellings.length, () => trainTellings(tellings, phrases, language));

function train(name: string, count: number, make: () => Buffer): void {
  const started = performance.now();
  const bytes = make();
  writeFileSync(new URL(`../model/${name}.bin`, import.meta.url), bytes);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${count} phrases → ${bytes.length} bytes in ${seconds} s`);
}
