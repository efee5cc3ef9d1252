import { type Normalized, normalize } from '../normalize.ts';
import type { FactValue, Situation } from '../understanding.ts';
import { mayMatch } from './gate.ts';
import { digits } from './numerals.ts';
import { repair } from './repair.ts';

/** A message made ready for the finders: words put right, numbers in digits; and what the conversation knows. */
export interface Reading {
  /** What the finders search. Places are offsets into this text. */
  text: string;
  original: string;
  /** The text before words were put right and numbers read. */
  plain: string;
  /** From a place in `text` to the original. */
  span: Normalized['span'];
  situation: Situation;
}

/** A fact at a place of the reading's text. */
export type Found = FactValue & { start: number; end: number; confidence: number; negated?: true };

export function readingOf(original: string, situation: Situation, plain = normalize(original)): Reading {
  const read = digits(repair(plain));
  return { text: read.text, plain: plain.text, original, span: read.span, situation };
}

/** The message without any repair: for names and numbers, which must stay as they were typed. */
export function readingAsTyped(original: string, situation: Situation): Reading {
  const { text, span } = normalize(original);
  return { text, plain: text, original, span, situation };
}

const STOPS = ',。;!?\n';

/** A clause ends here; a full stop only before a space or the end, for it is a decimal point as well. */
function stopsAt(text: string, place: number): boolean {
  const letter = text[place]!;
  return STOPS.includes(letter) || (letter === '.' && (place + 1 === text.length || text[place + 1] === ' '));
}

/** What stands before a place in the same clause, at most `length` characters. */
export function before(text: string, place: number, length = 16): string {
  let from = place;
  while (from > 0 && place - from < length && !stopsAt(text, from - 1)) from--;
  return text.slice(from, place);
}

/** What stands after a place in the same clause, at most `length` characters; without the stop. */
export function after(text: string, place: number, length = 16): string {
  let to = place;
  while (to < text.length && to - place < length && !stopsAt(text, to)) to++;
  return text.slice(place, to);
}

/** Whether the clause goes on after `place`. */
export const endsClause = (text: string, place: number): boolean => place >= text.length || stopsAt(text, place);

/** 「…吗」「…不」「…没」: what stands before is asked, not said. */
export const ASKED =
  /^(?:了)?(?:吗|么|吧\?|嘛\?|否|未\b|不(?=[\s,。?!]|$)|没(?=[\s,。?!]|$)|没有(?=[\s,。?!]|$)|冇(?=[\s,。?!]|$))/;
/** 「如果…」, "if …": what follows is supposed, not said. */
export const SUPPOSED =
  /(?:如果|要是|假如|假设|若是|若|倘若|万一|万一是|只要|只有|除非|(?<![不例比正])如(?=证|系统|查|在|未|无|没|不|本)|凡是|凡|\bif|(?<!i )\bsuppos(?:e|ing)|\bunless|\bwhether|\bonly|\bwhat if)[^,。;!?\n]*$/;

/** Whether the clause in which `place` stands begins with a supposition. */
export const isSupposed = (text: string, place: number): boolean => SUPPOSED.test(before(text, place, 24));

const MOST = 50;

const NONE: readonly RegExpExecArray[] = [];

/**
 * The places where a global pattern matches; of a text that repeats itself without end only the first fifty, so that time stays linear.
 * Not by `matchAll`, which makes a new pattern for every text.
 */
export function matches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!mayMatch(text, pattern)) return NONE;
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null && found.length < MOST; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** Makes a finding; `confidence` runs from 0 to 1. */
export function found<V extends FactValue>(
  { name, value }: V,
  start: number,
  end: number,
  confidence = 0.95,
): V & { start: number; end: number; confidence: number } {
  // Not by a spread, which over values of so many kinds takes longer than all patterns together.
  return { name, value, start, end, confidence } as unknown as ReturnType<typeof found<V>>;
}
