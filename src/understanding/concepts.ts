import type { Plain } from './plain.ts';
import type { Sounds } from './syllables.ts';
import { mix, type Token, tokenise } from './tokens.ts';

/** A concept met in a text: which one, and from which token to which (exclusive). */
export interface Mention {
  concept: number;
  from: number;
  to: number;
}

const LONGEST = 6;
const BY_SIGN = 71;
const BY_SOUND = 73;

export interface Concepts {
  names: readonly string[];
  /** The concepts in a text, in order; where two overlap the longer one wins. */
  find(tokens: readonly Token[]): Mention[];
}

/** Reads the lists in `locales/<locale>/concepts.txt`: `name: words`, Chinese ones with spaces between, English ones with commas. */
export function readConcepts(lists: readonly string[], sounds: Sounds, plain: Plain): Concepts {
  const names: string[] = [];
  const byHash = createIndex();
  for (const line of lists.flatMap(list => list.split('\n'))) {
    const [name = '', words] = line.split(/:\s+/);
    if (!words || line.startsWith('#')) continue;
    let concept = names.indexOf(name);
    if (concept < 0) concept = names.push(name) - 1;
    for (const word of words.split(words.includes(',') ? /,\s*/ : ' ')) {
      const tokens = tokenise(plain(word), sounds);
      for (const hash of [hashBySign(tokens, 0, tokens.length), soundHash(tokens)]) {
        if (hash !== 0) byHash.add(hash, concept);
      }
    }
  }
  return { names, find: tokens => longest(matches(tokens, byHash)) };
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

function hashBySign(tokens: readonly Token[], from: number, to: number): number {
  let hash = BY_SIGN;
  for (let at = from; at < to; at++) if (tokens[at]!.hash !== 0) hash = mix(hash, tokens[at]!.hash);
  return hash;
}

/** One sound alone says too little; a word with a number in it has no sound. */
function soundHash(tokens: readonly Token[]): number {
  if (tokens.length < 2 || tokens.some(token => token.sound === 0)) return 0;
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
    let length = 0;
    let spoken = 0;
    for (let at = from; at < tokens.length && length < LONGEST; at++) {
      const token = tokens[at]!;
      if (token.kind === 'stop') break;
      length++;
      if (token.hash !== 0) {
        sign = mix(sign, token.hash);
        look(sign, from, at + 1);
      }
      if (token.kind === 'word') continue;
      if (token.sound === 0) sound = 0;
      if (sound !== 0) {
        sound = mix(sound, token.sound);
        spoken++;
        if (spoken > 1) look(sound, from, at + 1);
      }
    }
  }
  return found;
}

function longest(found: Mention[]): Mention[] {
  const inside = (a: Mention, b: Mention): boolean => b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from;
  const kept = found.filter(mention => !found.some(other => inside(mention, other)));
  return kept.filter(
    (a, at) => kept.findIndex(b => b.concept === a.concept && b.from === a.from && b.to === a.to) === at,
  );
}
