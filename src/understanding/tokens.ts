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

const STOPS = new Set(Array.from(',。，！？!?;；\n、.:：…', stop => stop.charCodeAt(0)));
const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isHanzi = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;
const isSpace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 13 || unit === 0x3000;
const APOSTROPHE = 39;

/** Cuts normalised text into tokens. */
export function tokenise(text: string, sounds: Sounds): Token[] {
  const tokens: Token[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    const unit = text.charCodeAt(start);
    end = start + 1;
    if (isSpace(unit)) continue;
    if (isHanzi(unit)) tokens.push({ kind: 'hanzi', hash: unit, sound: sounds.of(unit), start, end });
    else if (isLetter(unit)) {
      end = endOfWord(text, end);
      pushLatin(tokens, text, { start, end, sounds });
    } else if (isDigit(unit)) {
      while (isDigit(text.charCodeAt(end))) end++;
      tokens.push({ kind: 'number', hash: hashText(shape(text.slice(start, end))), sound: 0, start, end });
    } else if (STOPS.has(unit)) tokens.push({ kind: 'stop', hash: 2, sound: 0, start, end });
    else tokens.push({ kind: 'other', hash: unit, sound: 0, start, end });
  }
  return tokens;
}

/** Letters, and one apostrophe with letters behind it: `don't`. */
function endOfWord(text: string, from: number): number {
  let end = from;
  while (isLetter(text.charCodeAt(end))) end++;
  if (text.charCodeAt(end) !== APOSTROPHE || !isLetter(text.charCodeAt(end + 1))) return end;
  end++;
  while (isLetter(text.charCodeAt(end))) end++;
  return end;
}

function pushLatin(
  tokens: Token[],
  text: string,
  { start, end, sounds }: Pick<Token, 'start' | 'end'> & { sounds: Sounds },
): void {
  const piece = text.slice(start, end);
  tokens.push({ kind: 'word', hash: hashText(stem(piece)), sound: 0, start, end });
  const syllables = piece.length > 1 ? sounds.read(piece) : null;
  if (syllables) for (const sound of syllables) tokens.push({ kind: 'syllable', hash: 0, sound, start, end });
}

/** Numbers that mean something here stay themselves; of the others only the size is kept. */
function shape(digits: string): string {
  if (/^201[5-8]$/.test(digits)) return '#year in range';
  if (/^(19|20)\d\d$/.test(digits)) return '#year';
  if (/^1(0[1-9]|1[0-5])$/.test(digits)) return '#code';
  if (digits.length >= 15) return '#id';
  if (/^(12345|22|32|64|511|31|135)$/.test(digits)) return digits;
  return `digits ${Math.min(digits.length, 8)}`;
}

function stem(word: string): string {
  const apostrophe = word.indexOf("'");
  const bare =
    apostrophe < 0 ? word : word.slice(0, apostrophe) + (word.endsWith("'s") ? '' : word.slice(apostrophe + 1));
  if (bare.length <= 4) return without(bare, ['s']);
  const singular = bare.endsWith('ies') || bare.endsWith('ied') ? `${bare.slice(0, -3)}y` : bare;
  return without(without(singular, ENDINGS), ['e']);
}

const ENDINGS = ['ing', 'ed', 'es', 's', 'ly'];

function without(word: string, endings: readonly string[]): string {
  for (const ending of endings) if (word.endsWith(ending)) return word.slice(0, -ending.length);
  return word;
}

export const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 0x01000193);

export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}
