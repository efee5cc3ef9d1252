import type { Concepts, Mention } from './concepts.ts';
import type { Language } from './language.ts';
import { mix, type Token, tokenise } from './tokens.ts';

/** Feature numbers live in a table of this many rows; two features seldom share a row. */
export const FEATURE_BITS = 22;
const ROWS = 1 << FEATURE_BITS;

/** What a text offers the model: row numbers, each once, with its value and the place it came from. Reused between calls. */
export interface Features {
  count: number;
  rows: Uint32Array;
  values: Float32Array;
  starts: Uint16Array;
  ends: Uint16Array;
  /** One over the length of the feature vector: texts of every length weigh the same. */
  norm: number;
}

/** Whether the phrases about our subject use a word, told by its feature row. */
export type IsHome = (row: number) => boolean;

/** Text in plain words → its features. */
export type Extract = (text: string, isHome: IsHome) => Features;

type Emit = (hash: number, start: number, end: number, value?: number) => void;

/** A message has at most 4,000 characters; what would overflow this is the tail of gibberish. */
export const CAPACITY = 100_000;

/** What a concept and a piece of a word weigh, when a run of characters or sounds weighs 1. */
const VALUE = { concept: 2, piece: 0.5, foreign: 2 };

/** Each kind of feature starts its hash elsewhere, so that 「换证」 as characters and as a sound are two features. */
const KIND = {
  always: 1,
  gram: 17,
  opening: 19,
  ending: 23,
  sound: 29,
  piece: 43,
  lastClause: 61,
  concept: 101,
  lastConcept: 103,
  pair: 107,
  next: 109,
  lastPair: 113,
  noConcept: 127,
  foreign: 163,
  foreignShare: 167,
  after: 151,
  before: 157,
} as const;

/** Makes the function that turns text into features; one buffer serves all its calls. The same text again costs nothing. */
export function createExtractor({ sounds, concepts }: Language): Extract {
  const out: Features = {
    count: 0,
    rows: new Uint32Array(CAPACITY),
    values: new Float32Array(CAPACITY),
    starts: new Uint16Array(CAPACITY),
    ends: new Uint16Array(CAPACITY),
    norm: 0,
  };
  const seen = createSeen();
  let squares = 0;
  const emit: Emit = (hash, start, end, value = 1) => {
    const row = rowOf(hash);
    if (out.count >= CAPACITY || seen.before(row)) return;
    out.rows[out.count] = row;
    out.values[out.count] = value;
    out.starts[out.count] = start;
    out.ends[out.count] = end;
    out.count++;
    squares += value * value;
  };
  let last: { text: string; isHome: IsHome } | null = null;
  return (text, isHome) => {
    if (last?.text === text && last.isHome === isHome) return out;
    last = { text, isHome };
    seen.forget(text.length);
    out.count = 0;
    squares = 0;
    emitAll(text, tokenise(text, sounds), { concepts, isHome, emit });
    out.norm = 1 / Math.sqrt(squares);
    return out;
  };
}

/** Which rows a text has given already. The table is as small as the text allows, so that it stays in the processor's cache. */
function createSeen(): { forget(textLength: number): void; before(row: number): boolean } {
  // The row in the lower bits, the call that saw it above them.
  const slots = new Uint32Array(LARGEST_TABLE);
  let call = 0;
  let mask = 0;
  return {
    forget: textLength => {
      call = (call + ROWS) >>> 0;
      if (call === 0) {
        slots.fill(0);
        call = ROWS;
      }
      mask = SMALLEST_TABLE - 1;
      while (mask < textLength * 64 && mask < LARGEST_TABLE - 1) mask = 2 * mask + 1;
    },
    before: row => {
      const sought = call + row;
      let slot = row & mask;
      for (let held = slots[slot]!; held >= call && held < call + ROWS; held = slots[slot]!) {
        if (held === sought) return true;
        slot = (slot + 1) & mask;
      }
      slots[slot] = sought;
      return false;
    },
  };
}

const SMALLEST_TABLE = 2 ** 12;
/** More than CAPACITY, so that there is always a free slot. */
const LARGEST_TABLE = 2 ** 18;

interface Means {
  concepts: Concepts;
  isHome: IsHome;
  emit: Emit;
}

function emitAll(text: string, tokens: readonly Token[], { concepts, isHome, emit }: Means): void {
  emit(KIND.always, 0, 0);
  const signs = tokens.filter(token => token.hash !== 0);
  grams(signs, emit);
  edges(signs, emit);
  soundGrams(tokens, emit);
  foreignWords(tokens, isHome, emit);
  wordPieces(tokens, text, emit);
  const clause = lastClause(tokens);
  if (clause > 0) runs(tokens, clause, emit);
  conceptFeatures(tokens, concepts.find(tokens), clause, emit);
}

function rowOf(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) & (ROWS - 1);
}

/** How many words there are that nobody uses who asks about our subject: the more, the likelier it is another subject. Pinyin aside. */
function foreignWords(tokens: readonly Token[], isHome: IsHome, emit: Emit): void {
  let all = 0;
  let foreign = 0;
  tokens.forEach(({ kind, hash }, at) => {
    if (kind !== 'word' || tokens[at + 1]?.kind === 'syllable') return;
    all++;
    if (!isHome(rowOf(mix(KIND.gram, hash)))) foreign++;
  });
  if (all === 0) return;
  emit(mix(KIND.foreign, Math.min(foreign, 6)), 0, 0, VALUE.foreign);
  emit(mix(KIND.foreignShare, Math.round((4 * foreign) / all)), 0, 0, VALUE.foreign);
}

/** Runs of one to three characters or words, not across a stop. */
function grams(signs: readonly Token[], emit: Emit): void {
  for (let from = 0; from < signs.length; from++) {
    let hash: number = KIND.gram;
    for (let at = from; at < Math.min(from + 3, signs.length); at++) {
      const sign = signs[at]!;
      if (sign.kind === 'stop' && at > from) break;
      hash = mix(hash, sign.hash);
      emit(hash, signs[from]!.start, sign.end);
      if (sign.kind === 'stop') break;
    }
  }
}

/** How the message opens and how it ends: 「…了吗」 asks, 「请问…」 asks politely, and a message of two words is known whole. */
function edges(signs: readonly Token[], emit: Emit): void {
  const words = signs.filter(sign => sign.kind !== 'stop');
  const last = words.length - 1;
  let opening: number = KIND.opening;
  for (let at = 0; at <= Math.min(2, last); at++) {
    opening = mix(opening, words[at]!.hash);
    emit(opening, words[0]!.start, words[at]!.end);
  }
  let ending: number = KIND.ending;
  for (let at = last; at >= Math.max(0, last - 3); at--) {
    ending = mix(ending, words[at]!.hash);
    emit(ending, words[at]!.start, words[last]!.end);
  }
}

/** Runs of one to three syllables, however they are written: 换证, 换正 and huanzheng are the same. */
function soundGrams(tokens: readonly Token[], emit: Emit): void {
  for (let from = 0; from < tokens.length; from++) {
    let hash: number = KIND.sound;
    for (let at = from, length = 0; at < tokens.length && length < 3; at++) {
      const token = tokens[at]!;
      if (token.kind === 'word' && length > 0) continue;
      if (token.sound === 0) break;
      hash = mix(hash, token.sound);
      length++;
      emit(hash, tokens[from]!.start, token.end);
    }
  }
}

/** Four and five letters of a longer word, so that a slip leaves most of it standing. */
function wordPieces(tokens: readonly Token[], text: string, emit: Emit): void {
  for (const { kind, start, end } of tokens) {
    if (kind !== 'word' || end - start < 4) continue;
    for (let length = 4; length <= 5; length++)
      for (let at = start - 1; at + length <= end + 1; at++) {
        let hash: number = KIND.piece;
        for (let unit = at; unit < at + length; unit++)
          hash = mix(hash, unit < start ? OPENS : unit === end ? CLOSES : text.charCodeAt(unit));
        emit(hash, start, end, VALUE.piece);
      }
  }
}

/** `<` and `>`: a word's edges belong to its pieces. */
const OPENS = 60;
const CLOSES = 62;

/** Where the last clause begins: in a rambling message the question comes last. 0 when there is only one. */
function lastClause(tokens: readonly Token[]): number {
  let at = tokens.length;
  while (at > 0 && tokens[at - 1]!.kind === 'stop') at--;
  while (at > 0 && tokens[at - 1]!.kind !== 'stop') at--;
  return at;
}

function runs(tokens: readonly Token[], from: number, emit: Emit): void {
  for (let first = from; first < tokens.length; first++) {
    let hash: number = KIND.lastClause;
    for (let at = first; at < Math.min(first + 3, tokens.length); at++) {
      if (tokens[at]!.kind === 'stop') break;
      if (tokens[at]!.hash === 0) continue;
      hash = mix(hash, tokens[at]!.hash);
      emit(hash, tokens[first]!.start, tokens[at]!.end);
    }
  }
}

/** Pairs grow with the square: of a long story only the end is paired. */
const MOST_MENTIONS = 24;

/** Each concept, what stands beside it, and which go together. */
function conceptFeatures(tokens: readonly Token[], found: readonly Mention[], clause: number, emit: Emit): void {
  if (found.length === 0) emit(KIND.noConcept, 0, 0);
  const mentions = found.slice(-MOST_MENTIONS);
  mentions.forEach((mention, at) => {
    const start = tokens[mention.from]!.start;
    const end = tokens[mention.to - 1]!.end;
    const late = clause > 0 && mention.from >= clause;
    emit(mix(KIND.concept, mention.concept), start, end, VALUE.concept);
    if (late) emit(mix(KIND.lastConcept, mention.concept), start, end, VALUE.concept);
    neighbours(tokens, mention, emit);
    for (let next = at + 1; next < mentions.length; next++) {
      const other = mentions[next]!;
      const right = tokens[other.to - 1]!.end;
      const pair = [Math.min(mention.concept, other.concept), Math.max(mention.concept, other.concept)] as const;
      emit(mix(mix(KIND.pair, pair[0]), pair[1]), start, right);
      if (late) emit(mix(mix(KIND.lastPair, pair[0]), pair[1]), start, right);
      if (next === at + 1) emit(mix(mix(KIND.next, mention.concept), other.concept), start, right);
    }
  });
}

function neighbours(tokens: readonly Token[], { concept, from, to }: Mention, emit: Emit): void {
  const after = tokens[to];
  const before = tokens[from - 1];
  if (after && after.hash !== 0) emit(mix(mix(KIND.after, concept), after.hash), tokens[from]!.start, after.end);
  if (before && before.hash !== 0) emit(mix(mix(KIND.before, concept), before.hash), before.start, tokens[to - 1]!.end);
}
