import type { Plain } from './plain.ts';
import type { Sounds } from './syllables.ts';
import { mix, type Token, tokenise } from './tokens.ts';

/** A concept met in a text: which one, and from which token to which (exclusive). */
export interface Mention {
  concept: number;
  from: number;
  to: number;
}

/** Signs or syllables of the longest word. */
const LONGEST = 6;
/** Tokens of the widest match: pinyin takes one for the word and one for each syllable. */
const WIDEST = 3 * LONGEST;
const BY_SIGN = 71;
const BY_SOUND = 73;

/** Which words say which concept, as pairs of a word's hash and a concept's number. The model file carries it. */
export interface ConceptTable {
  names: readonly string[];
  hashes: Int32Array;
  concepts: Uint16Array;
}

export interface Concepts {
  table: ConceptTable;
  /** The concepts in a text, in order; where two overlap the longer one wins. */
  find(tokens: readonly Token[]): Mention[];
}

/**
 * Reads the lists in `locales/<locale>/concepts.txt`: `name: words`, Chinese ones with spaces between, English ones with commas.
 * The words of `name!: words` count as they are written only, not by their sound.
 */
export function readConcepts(lists: readonly string[], sounds: Sounds, plain: Plain): ConceptTable {
  const names: string[] = [];
  const pairs: [hash: number, concept: number][] = [];
  for (const line of lists.flatMap(list => list.split('\n'))) {
    const [head = '', words] = line.split(/:\s+/);
    if (!words || line.startsWith('#')) continue;
    const name = head.replace('!', '');
    const known = names.indexOf(name);
    const concept = known < 0 ? names.push(name) - 1 : known;
    for (const word of plain(words.split(words.includes(',') ? /,\s*/ : ' ').join('|')).split('|')) {
      const tokens = tokenise(word, sounds);
      pairs.push([hashBySign(tokens) | 0, concept]);
      const sound = name === head ? soundHash(tokens) : null;
      if (sound !== null) pairs.push([sound | 0, concept]);
    }
  }
  return {
    names,
    hashes: Int32Array.from(pairs, ([hash]) => hash),
    concepts: Uint16Array.from(pairs, pair => pair[1]),
  };
}

/** Makes the function that finds concepts. */
export function createConcepts(table: ConceptTable): Concepts {
  const byHash = createIndex();
  table.hashes.forEach((hash, at) => {
    byHash.add(hash, table.concepts[at]!);
  });
  return { table, find: tokens => longest(matches(tokens, byHash), tokens.length) };
}

/** Concepts by the hash of a word. Most words of a text are none: the table must say so fast, which a Map with large keys does not. */
interface Index {
  add(hash: number, concept: number): void;
  at(hash: number): readonly number[];
}

const SLOTS = 2 ** 16;
const NONE: readonly number[] = [];

function createIndex(): Index {
  const hashes = new Int32Array(SLOTS);
  const concepts: number[][] = [[]];
  const entries = new Uint16Array(SLOTS);
  const slotOf = (hash: number): number => {
    let slot = Math.imul(hash, 0x9e3779b1) >>> 16;
    while (entries[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) % SLOTS;
    return slot;
  };
  return {
    add: (hash, concept) => {
      const slot = slotOf(hash | 0);
      if (entries[slot] === 0) {
        hashes[slot] = hash | 0;
        entries[slot] = concepts.push([]) - 1;
      }
      const known = concepts[entries[slot]!]!;
      if (!known.includes(concept)) known.push(concept);
    },
    at: hash => {
      const entry = entries[slotOf(hash | 0)]!;
      return entry === 0 ? NONE : concepts[entry]!;
    },
  };
}

function hashBySign(tokens: readonly Token[]): number {
  return tokens.reduce((hash, token) => (token.hash === 0 ? hash : mix(hash, token.hash)), BY_SIGN);
}

/** One sound alone says too little; a word with a number in it has no sound. */
function soundHash(tokens: readonly Token[]): number | null {
  if (tokens.length < 2 || tokens.some(token => token.sound === 0)) return null;
  return tokens.reduce((hash, token) => mix(hash, token.sound), BY_SOUND);
}

function matches(tokens: readonly Token[], byHash: Index): Mention[] {
  const found: Mention[] = [];
  const look = (hash: number, from: number, to: number): void => {
    for (const concept of byHash.at(hash)) found.push({ concept, from, to });
  };
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.kind === 'stop') continue;
    let sign = BY_SIGN;
    let sound = BY_SOUND;
    let signs = 0;
    let spoken = 0;
    for (let at = from; at < tokens.length && signs < LONGEST && spoken < LONGEST; at++) {
      const token = tokens[at]!;
      if (token.kind === 'stop') break;
      if (token.hash !== 0) {
        sign = mix(sign, token.hash);
        signs++;
        look(sign, from, at + 1);
      }
      if (token.kind === 'word') continue;
      if (token.sound === 0) sound = 0;
      if (sound === 0) continue;
      sound = mix(sound, token.sound);
      spoken++;
      if (spoken > 1) look(sound, from, at + 1);
    }
  }
  return found;
}

/** Drops what lies inside a longer match, and what was found by sign and by sound alike. Matches come in the order of their start. */
function longest(found: readonly Mention[], tokens: number): Mention[] {
  const reach = new Uint32Array(tokens);
  for (const { from, to } of found) reach[from] = Math.max(reach[from]!, to);
  const kept: Mention[] = [];
  for (const mention of found) {
    const { concept, from, to } = mention;
    let covered = false;
    for (let start = Math.max(0, to - WIDEST); start <= from; start++)
      if (reach[start]! >= to && reach[start]! - start > to - from) covered = true;
    let twice = false;
    for (let at = kept.length - 1; at >= 0 && kept[at]!.from === from; at--)
      if (kept[at]!.concept === concept && kept[at]!.to === to) twice = true;
    if (!covered && !twice) kept.push(mention);
  }
  return kept;
}
