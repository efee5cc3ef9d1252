import { readFileSync } from 'node:fs';
import { type Concepts, readConcepts } from './concepts.ts';
import { normalize } from './normalize.ts';
import { type Plain, readPlainWords } from './plain.ts';
import { loadSounds, type Sounds } from './syllables.ts';

/** What is known of words before any training: how characters sound, what dialect words mean, which words say the same. */
export interface Language {
  sounds: Sounds;
  concepts: Concepts;
  /** Text as the model reads it: normalised and in plain words. */
  plain: Plain;
}

const root = new URL('../../', import.meta.url);

/** Reads the word lists of the project (some milliseconds; once). */
export function loadLanguage(): Language {
  const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
  const sounds = loadSounds(new URL('model/syllables.txt', root));
  const plainWords = readPlainWords(read('locales/zh-CN/plain-words.txt'));
  const plain = (text: string): string => plainWords(normalize(text).text);
  const lists = ['zh-CN', 'en'].map(locale => read(`locales/${locale}/concepts.txt`));
  return { sounds, plain, concepts: readConcepts(lists, sounds, plain) };
}
