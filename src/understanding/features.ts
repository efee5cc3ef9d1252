import type { Sounds } from './syllables.ts';

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
const FNV_PRIME = 0x01000193;

interface Token {
  /** Identity for n-grams. */
  hash: number;
  start: number;
  end: number;
  sound: number;
  kind: 'hanzi' | 'word' | 'number' | 'stop' | 'other';
}

export function createExtractor(sounds: Sounds): (text: string) => Features {
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

const mix = (hash: number, value: number): number => Math.imul(hash ^ value, FNV_PRIME);

export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

const PIECE = /[a-z]+(?:'[a-z]+)?|\d+|[\u4e00-\u9fff]|[,。，！？!?;；\n、.:]|\S/g;

function tokenise(text: string, sounds: Sounds): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const start = match.index;
    const end = start + piece.length;
    const unit = piece.charCodeAt(0);
    if (unit >= 0x4e00 && unit <= 0x9fff)
      tokens.push({ hash: unit, start, end, sound: sounds.of(unit), kind: 'hanzi' });
    else if (unit >= 97 && unit <= 122) tokens.push(...latin(piece, start, end, sounds));
    else if (unit >= 48 && unit <= 57)
      tokens.push({ hash: hashText(shape(piece)), start, end, sound: 0, kind: 'number' });
    else if (',。，！？!?;；\n.、:'.includes(piece)) tokens.push({ hash: 2, start, end, sound: 0, kind: 'stop' });
    else tokens.push({ hash: unit, start, end, sound: 0, kind: 'other' });
  }
  return tokens;
}

function latin(piece: string, start: number, end: number, sounds: Sounds): Token[] {
  const tokens: Token[] = [{ hash: hashText(stem(piece)), start, end, sound: 0, kind: 'word' }];
  const syllables = piece.length > 1 ? sounds.read(piece) : null;
  if (syllables) for (const sound of syllables) tokens.push({ hash: 0, start, end, sound, kind: 'other' });
  return tokens;
}

function shape(digits: string): string {
  if (/^201[5-8]$/.test(digits)) return 'year in range';
  if (/^(19|20)\d\d$/.test(digits)) return 'year';
  if (/^1(0[1-9]|1[0-5])$/.test(digits)) return 'code';
  if (digits.length >= 15) return 'id';
  if (/^(12345|22|32|64|511|31|135)$/.test(digits)) return digits;
  return `digits ${Math.min(digits.length, 8)}`;
}

function stem(word: string): string {
  const bare = word.replace(/'s$/, '').replace(/'/g, '');
  if (bare.length <= 4) return bare.replace(/s$/, '');
  return bare
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s|ly)$/, '')
    .replace(/e$/, '');
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
