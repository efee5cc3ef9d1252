import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { loadLanguage } from '../src/understanding/language.ts';
import { writeEnglish } from './train/english.ts';
import { loadMarkedHours, trainHours } from './train/hours.ts';
import { loadPhrases } from './train/phrases.ts';
import { loadTellings, trainTellings } from './train/tellings.ts';
import { trainModel } from './train/train.ts';

/** Trains the models that the package carries: `npm run train`. The topics take longest and have a process of their own. */
const [part] = process.argv.slice(2);
const phrases = loadPhrases();
if (part === undefined) {
  console.log(`english: ${writeEnglish(phrases)} words`);
  await Promise.all(['topics', 'tellings'].map(inProcess));
} else {
  const language = loadLanguage();
  if (part === 'topics') train('topics', phrases.length, () => trainModel(phrases, language));
  else {
    const hours = loadMarkedHours();
    train('hours', hours.length, () => trainHours(hours, phrases, language));
    const tellings = loadTellings();
    train('tellings', tellings.length, () => trainTellings(tellings, phrases, language));
  }
}

async function inProcess(name: string): Promise<void> {
  const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'scripts/train.ts', name], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}

function train(name: string, count: number, make: () => Buffer): void {
  const started = performance.now();
  const bytes = make();
  writeFileSync(new URL(`../model/${name}.bin`, import.meta.url), bytes);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${count} phrases → ${bytes.length} bytes in ${seconds} s`);
}
