import type { Concepts } from './concepts.ts';
import type { Language } from './language.ts';
import { hashText, mix, type Token, tokenise } from './tokens.ts';

/** Feature numbers live in a table of this many rows; two features seldom share a row. */
export const FEATURE_BITS = 18;
const MASK = (1 << FEATURE_BITS) - 1;

/** What a text offers the model, as row numbers, with the place each came from. Reused between calls: read it before the next one. */
export interface Features {
  count: number;
  rows: Uint32Array;
  starts: Uint16Array;
  ends: Uint16Array;
}

const CAPACITY = 60_000;
export function createExtractor({ sounds, concepts }: Language): (text: string) => Features {
  const out: Features = {
    count: 0,
    rows: new Uint32Array(CAPACITY),
    starts: new Uint16Array(CAPACITY),
    ends: new Uint16Array(CAPACITY),
  };
  const emit = (hash: number, start: number, end: number): void => {
    if (out.count >= CAPACITY) return;
    out.rows[out.count] = scramble(hash) & MASK;
    out.starts[out.count] = start;
    out.ends[out.count] = end;
    out.count++;
  };
  return text => {
    out.count = 0;
    const tokens = tokenise(text, sounds);
    emit(1, 0, 0);
    tokenGrams(tokens, emit);
    soundGrams(tokens, emit);
    wordPieces(tokens, text, emit);
    lastClause(tokens, emit);
    conceptFeatures(tokens, concepts, emit);
    return out;
  };
}

type Emit = (hash: number, start: number, end: number) => void;

function scramble(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

const LONGEST_GRAM = 4;

function tokenGrams(tokens: readonly Token[], emit: Emit): void {
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.hash === 0) continue;
    let hash = 17;
    let length = 0;
    for (let at = from; at < tokens.length && length < LONGEST_GRAM; at++) {
      const token = tokens[at]!;
      if (token.hash === 0) continue;
      if (token.kind === 'stop' && length > 0) break;
      hash = mix(hash, token.hash);
      length++;
      emit(hash, tokens[from]!.start, token.end);
      if (token.kind === 'stop') break;
    }
  }
}

function soundGrams(tokens: readonly Token[], emit: Emit): void {
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]!.sound === 0) continue;
    let hash = 29;
    let length = 0;
    for (let at = from; at < tokens.length && length < 3; at++) {
      const token = tokens[at]!;
      if (token.kind === 'word') continue;
      if (token.sound === 0) break;
      hash = mix(hash, token.sound);
      length++;
      emit(hash, tokens[from]!.start, token.end);
    }
  }
}

function wordPieces(tokens: readonly Token[], text: string, emit: Emit): void {
  for (const { kind, start, end } of tokens) {
    if (kind !== 'word' || end - start < 4) continue;
    const padded = `<${text.slice(start, end)}>`;
    for (let length = 4; length <= 5; length++)
      for (let at = 0; at + length <= padded.length; at++)
        emit(hashText(padded.slice(at, at + length), 43), start + Math.max(0, at - 1), start + at + length - 1);
  }
}

function lastClause(tokens: readonly Token[], emit: Emit): void {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]!.kind === 'stop') end--;
  let from = end;
  while (from > 0 && tokens[from - 1]!.kind !== 'stop') from--;
  if (from === 0) return;
  for (let at = from; at < end; at++) {
    let hash = 61;
    for (let next = at; next < end && next < at + 3; next++) {
      if (tokens[next]!.hash === 0) continue;
      hash = mix(hash, tokens[next]!.hash);
      emit(hash, tokens[at]!.start, tokens[next]!.end);
    }
  }
}

const MOST_MENTIONS = 24;

/** Each concept, where it stands (last clause or not), what follows it, and which go together. */
function conceptFeatures(tokens: readonly Token[], concepts: Concepts, emit: Emit): void {
  const mentions = concepts.find(tokens).slice(-MOST_MENTIONS);
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]!.kind === 'stop') end--;
  let clause = end;
  while (clause > 0 && tokens[clause - 1]!.kind !== 'stop') clause--;
  for (let m = 0; m < mentions.length; m++) {
    const a = mentions[m]!;
    const start = tokens[a.from]!.start;
    const stop = tokens[a.to - 1]!.end;
    emit(mix(101, a.concept), start, stop);
    if (clause > 0 && a.from >= clause) emit(mix(103, a.concept), start, stop);
    for (let n = m + 1; n < mentions.length; n++) {
      const b = mentions[n]!;
      const low = Math.min(a.concept, b.concept);
      const high = Math.max(a.concept, b.concept);
      const right = tokens[b.to - 1]!.end;
      emit(mix(mix(107, low), high), start, right);
      if (n === m + 1) emit(mix(mix(109, a.concept), b.concept), start, right);
      if (clause > 0 && a.from >= clause) emit(mix(mix(113, low), high), start, right);
    }
  }
  if (mentions.length === 0) emit(127, 0, 0);
}
