import { readFileSync } from 'node:fs';
import { type Concepts, createConcepts, readConcepts } from './concepts.ts';
import type { Model } from './model.ts';
import { normalize } from './normalize.ts';
import { type Plain, readPlainWords } from './plain.ts';
import { withoutSetAside } from './set-aside.ts';
import { createSpelling, ENGLISH_WORDS, loadEnglish } from './spelling.ts';
import { loadSounds, type Sounds } from './syllables.ts';

/** What is known of words before any training: how characters sound, what dialect words mean, which words say the same. */
export interface Language {
  sounds: Sounds;
  concepts: Concepts;
  /** Text as the model reads it: normalised, in plain words, without what is set aside. */
  plain: Plain;
  /** The same of a text that is normalised already. */
  plainWords: Plain;
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The language of a model: its concepts are those it was trained with. */
export function languageOf({ concepts }: Pick<Model, 'concepts'>): Language {
  return { ...loadBasics(), concepts: createConcepts(concepts) };
}

/** The language as the lists in `locales/` have it now: what training begins with. */
export function loadLanguage(): Language {
  const basics = loadBasics();
  const lists = ['zh-CN', 'en'].map(locale => read(`locales/${locale}/concepts.txt`));
  return { ...basics, concepts: createConcepts(readConcepts(lists, basics.sounds, basics.plain)) };
}

function loadBasics(): Omit<Language, 'concepts'> {
  const rewrite = readPlainWords(read('locales/zh-CN/plain-words.txt'));
  const sounds = loadSounds(new URL('model/syllables.txt', root));
  const spelled = createSpelled(sounds);
  const plainWords: Plain = text => withoutSetAside(rewrite(spelled(text)));
  return { sounds, plain: text => plainWords(normalize(text).text), plainWords };
}

/** What may be pinyin is left as it is. */
function createSpelled(sounds: Sounds): Plain {
  const { words, others } = loadEnglish();
  const meant = createSpelling(words, others);
  return text =>
    LATIN.test(text)
      ? text.replace(ENGLISH_WORDS, word => (sounds.read(word) === null ? meant(word) : undefined) ?? word)
      : text;
}

const LATIN = /[a-z]{4}/;
