import { type Edit, type Normalized, rewrite } from '../normalize.ts';
import { CANTONESE, OTHER_WORD, PINYIN_WORDS, SLIPS, SOUNDS_ALIKE, SPOKEN_WORDS } from './slips.ts';
import { spellingEdits } from './spelling.ts';

/** How one place of a word may be written: the character itself, one that sounds alike, its pinyin. */
interface Place {
  letter: string;
  alike: string;
  pinyin: string;
}

interface Word {
  text: string;
  places: readonly Place[];
  /** So many places must hold the right character or its pinyin. */
  exact: number;
}

const SLIP_WORDS = new Map(Object.entries(SLIPS).flatMap(([word, slips]) => slips.map(slip => [slip, word] as const)));
const WORDS: readonly Word[] = [...SPOKEN_WORDS.map(spokenWord), ...Object.entries(PINYIN_WORDS).map(pinyinWord)];
const BY_START = wordsByStart();

/** The words of the field put right, and dialect words in the written language: 「质量圆」, 「zhiliang员」, 「正书」, 「查唔到」. Everything else stays. */
export function repair(text: Normalized): Normalized {
  const spelled = LATIN.test(text.text) ? rewrite(text, spellingEdits(text.text)) : text;
  return repairWords(spelled);
}

const LATIN = /[a-z]{5}/;

function repairWords(text: Normalized): Normalized {
  const edits: Edit[] = [];
  for (let at = 0; at < text.text.length; at++) {
    if (STARTS[text.text.charCodeAt(at)] === 0) continue;
    const edit = slipAt(text.text, at) ?? wordAt(text.text, at) ?? cantoneseAt(text.text, at);
    if (!edit) continue;
    edits.push(edit);
    at = edit.end - 1;
  }
  return rewrite(text, edits);
}

function slipAt(text: string, at: number): Edit | null {
  for (const length of [3, 2]) {
    const word = SLIP_WORDS.get(text.slice(at, at + length));
    if (word && !beginsOtherWord(text, at + length)) return { start: at, end: at + length, by: word };
  }
  return null;
}

function cantoneseAt(text: string, at: number): Edit | null {
  const by = CANTONESE[text[at]!];
  return by === undefined || /^(?:唔该|仲[裁介])/.test(text.slice(at, at + 2)) ? null : { start: at, end: at + 1, by };
}

/** 1 for the characters with which anything to be put right begins. */
const STARTS = startTable();

function startTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const start of [...SLIP_WORDS.keys(), ...Object.keys(CANTONESE)]) table[start.charCodeAt(0)] = 1;
  for (const start of BY_START.keys()) table[start] = 1;
  return table;
}

function wordAt(text: string, at: number): Edit | null {
  let best: Edit | null = null;
  for (const word of BY_START.get(text.charCodeAt(at)) ?? []) {
    const end = matchWord(text, at, word);
    if (end > (best?.end ?? 0)) best = { start: at, end, by: word.text };
  }
  return best && text.slice(best.start, best.end) !== best.by ? best : null;
}

/** Where the word ends when it stands at `at` in some writing; -1 when it does not. */
function matchWord(text: string, at: number, word: Word): number {
  let place = at;
  let exact = 0;
  let spelled = 0;
  for (const { letter, alike, pinyin } of word.places) {
    if (spelled > 0 && (text[place] === ' ' || text[place] === "'")) place++;
    if (text[place] === letter) {
      exact++;
      place++;
    } else if (pinyin !== '' && text.startsWith(pinyin, place)) {
      exact++;
      spelled++;
      place += pinyin.length;
    } else if (place < text.length && alike.includes(text[place]!)) place++;
    else return -1;
  }
  const wrong = word.places.length - exact;
  if (exact < word.exact || (wrong > 0 && text[place - 1] !== word.text.at(-1) && beginsOtherWord(text, place)))
    return -1;
  return wrong > 1 && text[place - 1] !== word.text.at(-1) ? -1 : place;
}

function beginsOtherWord(text: string, end: number): boolean {
  const next = text[end];
  return next !== undefined && (OTHER_WORD[text[end - 1]!]?.includes(next) ?? false);
}

function spokenWord(text: string): Word {
  const places = [...text].map(letter => ({
    letter,
    alike: SOUNDS_ALIKE[letter]![1],
    pinyin: SOUNDS_ALIKE[letter]![0],
  }));
  return { text, places, exact: text.length > 3 ? text.length - 1 : 1 };
}

function pinyinWord([text, pinyin]: [string, string]): Word {
  const spelling = pinyin.split(' ');
  return {
    text,
    places: [...text].map((letter, at) => ({ letter, alike: '', pinyin: spelling[at]! })),
    exact: text.length,
  };
}

function wordsByStart(): ReadonlyMap<number, readonly Word[]> {
  const map = new Map<number, Word[]>();
  for (const word of WORDS) {
    const { letter, alike, pinyin } = word.places[0]!;
    for (const first of new Set([letter, ...alike, pinyin[0]!])) {
      const list = map.get(first.charCodeAt(0)) ?? [];
      list.push(word);
      map.set(first.charCodeAt(0), list);
    }
  }
  return map;
}
