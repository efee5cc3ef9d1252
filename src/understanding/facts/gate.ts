import { neededBy } from './needed.ts';

/** By UTF-16 unit, the number of a character that some pattern needs; 0 for all others, and for those that no number was left for. */
const numbers = new Uint16Array(0x10000);
let numbered = 0;
/** The characters of the text looked at last, a bit for each number. */
const held = new Int32Array(64);
let holder: string | null = null;

/** Bits of `held` of which one must be set; null when the pattern may match anywhere. */
type Gate = readonly { word: number; bits: number }[] | null;
const gates = new Map<RegExp, Gate>();

/** False when a text lacks the characters without which a pattern cannot match: far faster to tell than by trying. */
export function mayMatch(text: string, pattern: RegExp): boolean {
  const known = gates.get(pattern);
  const gate = known === undefined ? makeGate(pattern) : known;
  if (gate === null) return true;
  if (text !== holder) hold(text);
  for (let at = 0; at < gate.length; at++) if ((held[gate[at]!.word]! & gate[at]!.bits) !== 0) return true;
  return false;
}

/** Whether a pattern matches somewhere in the text, as its `test` tells. */
export const has = (text: string, pattern: RegExp): boolean => mayMatch(text, pattern) && pattern.test(text);

/** Where a pattern matches first, as its `exec` tells. */
export const firstIn = (text: string, pattern: RegExp): RegExpExecArray | null =>
  mayMatch(text, pattern) ? pattern.exec(text) : null;

function hold(text: string): void {
  held.fill(0);
  for (let at = 0; at < text.length; at++) {
    const number = numbers[text.charCodeAt(at)]!;
    held[number >> 5]! |= 1 << (number & 31);
  }
  holder = text;
}

function makeGate(pattern: RegExp): Gate {
  const needed = neededBy(pattern);
  const words = new Map<number, number>();
  for (const letter of needed ?? []) {
    const number = numberOf(letter.charCodeAt(0));
    words.set(number >> 5, (words.get(number >> 5) ?? 0) | (1 << (number & 31)));
  }
  const gate = needed && Array.from(words, ([word, bits]) => ({ word, bits }));
  gates.set(pattern, gate);
  // The text was looked at before these characters had numbers.
  holder = null;
  return gate;
}

function numberOf(unit: number): number {
  if (numbers[unit] === 0 && numbered + 1 < 32 * held.length) numbers[unit] = ++numbered;
  return numbers[unit]!;
}
