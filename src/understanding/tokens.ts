import type { Sounds } from './syllables.ts';

/** A piece of text: a character, a word, a number, a stop. Pinyin gives its word and then a token for each syllable. */
export interface Token {
  kind: 'hanzi' | 'word' | 'number' | 'stop' | 'syllable' | 'other';
  /** What it is, for comparing: equal pieces have equal numbers (0: nothing to compare by). */
  hash: number;
  /** How it sounds, 0 when that is not known. */
  sound: number;
  start: number;
  end: number;
}

const PIECE = /[a-z]+(?:'[a-z]+)?|\d+|[\u4e00-\u9fff]|\S|\n/g;
const STOPS = ',。，！？!?;；\n、.:：…';

/** Cuts normalised text into tokens. */
export function tokenise(text: string, sounds: Sounds): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const start = match.index;
    const end = start + piece.length;
    const unit = piece.charCodeAt(0);
    if (unit >= 0x4e00 && unit <= 0x9fff)
      tokens.push({ kind: 'hanzi', hash: unit, sound: sounds.of(unit), start, end });
    else if (unit >= 97 && unit <= 122) tokens.push(...latin(piece, start, end, sounds));
    else if (unit >= 48 && unit <= 57)
      tokens.push({ kind: 'number', hash: hashText(shape(piece)), sound: 0, start, end });
    else if (STOPS.includes(piece)) tokens.push({ kind: 'stop', hash: 2, sound: 0, start, end });
    else tokens.push({ kind: 'other', hash: unit, sound: 0, start, end });
  }
  return tokens;
}

function latin(piece: string, start: number, end: number, sounds: Sounds): Token[] {
  const tokens: Token[] = [{ kind: 'word', hash: hashText(stem(piece)), sound: 0, start, end }];
  const syllables = piece.length > 1 ? sounds.read(piece) : null;
  if (syllables) for (const sound of syllables) tokens.push({ kind: 'syllable', hash: 0, sound, start, end });
  return tokens;
}

/** Numbers that mean something here stay themselves; of the others only the size is kept. */
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

export const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);

export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}
