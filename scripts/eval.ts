/**
 * How well messages are understood: `npm run eval [-- [--no-folds] [--alone] [file.jsonl …]]`.
 * Cross-validation by author over the training phrases (`--no-folds` skips it), then the shipped model on each file of the corpus format
 * (without one: the development set and everything held out), and beside it two other libraries trained on the same phrases (`--alone`
 * skips them; they take some minutes). Draws `docs/images/calibration.svg` from the cross-validation.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createUnderstanding } from '../src/understanding/index.ts';
import { loadLanguage } from '../src/understanding/language.ts';
import { type Baseline, trainNatural, trainNlpjs } from './eval/baselines.ts';
import { calibrationPicture } from './eval/calibration.ts';
import { crossValidate } from './eval/cross-validate.ts';
import { factFiguresOf } from './eval/entities.ts';
import { boundaryOf, confusionsOf, figuresOf, groupBy, type Outcome, understandAll } from './eval/measure.ts';
import { type Message, readMessages } from './eval/messages.ts';
import { loadPhrases, type Phrase } from './train/phrases.ts';

const FOLDS = 5;
const root = new URL('../', import.meta.url);
const percent = (share: number): string => (Number.isNaN(share) ? '–' : (100 * share).toFixed(1)).padStart(6);

const options = process.argv.slice(2);
const files = options.filter(option => !option.startsWith('--'));
const phrases = loadPhrases();
if (!options.includes('--no-folds')) reportFolds(phrases);
await reportFiles(files.length > 0 ? files : ownFiles());

function reportFolds(all: readonly Phrase[]): void {
  const outcomes = crossValidate(all, loadLanguage(), FOLDS);
  const picture = calibrationPicture(outcomes, 'Said and true, on phrases of authors left out of training');
  writeFileSync(new URL('docs/images/calibration.svg', root), picture);
  heading(`Cross-validation: ${all.length} phrases, no author in training and test at once (style = author)`);
  report(outcomes);
}

async function reportFiles(paths: readonly string[]): Promise<void> {
  const sets = paths.map(path => ({ name: basename(path), messages: readMessages(path) }));
  const understand = createUnderstanding();
  const outcomes = sets.map(({ messages }) => understandAll(messages, understand));
  heading('The shipped model, by file');
  sets.forEach(({ name }, at) => {
    row(name, outcomes[at]!);
  });
  heading('The shipped model, all files');
  report(outcomes.flat());
  const known = new Set(phrases.map(({ text }) => text.toLowerCase()));
  row(
    'not a training phrase',
    outcomes.flat().filter(({ message }) => !known.has(message.text.toLowerCase())),
  );
  if (options.includes('--alone')) return;
  heading('Beside it: other libraries, trained on the same phrases (right, first topic, never asking back)');
  for (const train of [trainNlpjs, trainNatural]) await reportBaseline(await train(phrases), sets);
}

async function reportBaseline(
  { name, classify }: Baseline,
  sets: readonly { name: string; messages: Message[] }[],
): Promise<void> {
  const rights: number[] = [];
  const started = performance.now();
  for (const { messages } of sets) {
    let right = 0;
    for (const { text, locale, topics } of messages) {
      const topic = await classify(text, locale);
      if (topics.some(acceptable => acceptable === topic)) right++;
    }
    rights.push(right);
  }
  const count = sets.reduce((sum, { messages }) => sum + messages.length, 0);
  const byFile = sets.map((set, at) => `${set.name} ${percent(rights[at]! / set.messages.length).trim()}`).join(', ');
  const each = (performance.now() - started) / count;
  console.log(
    `${name}: ${percent(rights.reduce((a, b) => a + b, 0) / count).trim()} % (${byFile}), ${each.toFixed(2)} ms a message`,
  );
}

function report(outcomes: readonly Outcome[]): void {
  console.log(`${''.padEnd(28)} count  right  wrong  asked  first`);
  row('all', outcomes);
  for (const [locale, own] of groupBy(outcomes, ({ message }) => message.locale)) row(locale, own);
  for (const [style, own] of groupBy(outcomes, ({ message }) => message.style)) row(`style ${style}`, own);
  for (const [topic, own] of groupBy(outcomes, ({ message }) => message.topics[0]!)) row(topic, own);
  const { falseAccepts, falseRejects } = boundaryOf(outcomes);
  console.log(`outside taken for ours ${percent(falseAccepts)} %, ours turned away ${percent(falseRejects)} %`);
  for (const { name, precision, recall, expected } of factFiguresOf(outcomes))
    if (expected > 0)
      console.log(`fact ${name}: precision ${percent(precision)} %, recall ${percent(recall)} % of ${expected}`);
  for (const [confusion, count] of confusionsOf(outcomes).slice(0, 20))
    console.log(`${String(count).padStart(4)} × ${confusion}`);
}

function row(name: string, outcomes: readonly Outcome[]): void {
  const { count, right, wrong, asked, top } = figuresOf(outcomes);
  console.log(`${name.padEnd(28)} ${String(count).padStart(5)} ${[right, wrong, asked, top].map(percent).join(' ')}`);
}

function heading(words: string): void {
  console.log(`\n${words}`);
}

function ownFiles(): string[] {
  const folder = fileURLToPath(new URL('test/understanding/', root));
  const held = readdirSync(`${folder}held-out`)
    .filter(name => name.endsWith('.jsonl'))
    .sort();
  return [`${folder}dev.jsonl`, ...held.map(name => `${folder}held-out/${name}`)];
}
