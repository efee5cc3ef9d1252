import { readFileSync } from 'node:fs';

/** A misspelt word → the likeliest word that is one slip away; undefined when the word is known or none is. */
export type Spelling = (word: string) => string | undefined;

/** English words that stand alone and are long enough to be known with a slip in them. */
export const ENGLISH_WORDS = /(?<![a-z\d'@._-])[a-z]{4,16}(?![a-z\d'@_-])/g;

/** What is known of the language, read when it is first needed from `model/english.txt` (61 kB). */
export function loadEnglish(): { words: readonly string[]; others: readonly string[] } {
  loaded ??= readFileSync(new URL('../../model/english.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split(' '));
  const [words = [], others = []] = loaded;
  return { words, others };
}

let loaded: readonly (readonly string[])[] | undefined;

const SHORTEST = 4;

/**
 * Knows words with one slip in them: a letter too few, too many, wrong, or two that changed places ("certifcate", "stpo"). The first letter
 * is always the right one.
 *
 * @param words what may be meant, the commonest first
 * @param others words of their own that are one slip away from one of them ("house" is not "hours")
 */
export function createSpelling(words: readonly string[], others: readonly string[]): Spelling {
  const known = new Set([...words, ...others]);
  const byShape = new Map<string, string[]>();
  for (const word of words) {
    const shape = `${word[0]}${word.length}`;
    byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
  }
  return word => {
    if (word.length < SHORTEST || known.has(word)) return undefined;
    const near = [0, 1, -1].flatMap(more => byShape.get(`${word[0]}${word.length + more}`) ?? []);
    return near.filter(one => isOneSlip(word, one)).sort((a, b) => rank(word, a) - rank(word, b))[0];
  };
}

/** Swapped letters are the likeliest slip, a lost or doubled one is likelier than a wrong one. */
function rank(word: string, meant: string): number {
  if (word.length !== meant.length) return 1;
  return isSwap(word, meant) ? 0 : 2;
}

export function isOneSlip(word: string, meant: string): boolean {
  if (word.length > meant.length) return isOneSlip(meant, word);
  const at = firstDifference(word, meant);
  if (word.length < meant.length) return word.length + 1 === meant.length && word.slice(at) === meant.slice(at + 1);
  return word.slice(at + 1) === meant.slice(at + 1) || isSwap(word, meant);
}

function isSwap(word: string, meant: string): boolean {
  const at = firstDifference(word, meant);
  return (
    word.length === meant.length &&
    word[at] === meant[at + 1] &&
    word[at + 1] === meant[at] &&
    word.slice(at + 2) === meant.slice(at + 2)
  );
}

function firstDifference(word: string, other: string): number {
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  return at;
}
