import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** A rewritten text that remembers, for every UTF-16 unit, where in the original it came from. */
export interface Normalized {
  text: string;
  /** The stretch of the original text that stands behind `[start, end)` of `text`, in UTF-16 offsets. */
  span(start: number, end: number): readonly [number, number];
}

/** One replacement in a text: `[start, end)` becomes `by`. */
export interface Edit {
  start: number;
  end: number;
  by: string;
}

const DROP = 0xffff;
const LONG = 0xfffe;

/**
 * The text as the rest of the understanding reads it: half-width, simplified, lower case, without accents, zero-width and
 * variation characters, compatibility forms unfolded; runs of white space are one space (or one line break, if there was one),
 * none at the ends and none between a number and the Chinese word that counts it. Emoji stay.
 */
export function normalize(text: string): Normalized {
  const units: number[] = [];
  const from: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = FOLD[unit]!;
    if (folded === DROP) continue;
    if (folded !== LONG) {
      units.push(folded === 0 ? unit : folded);
      from.push(i);
      continue;
    }
    for (const letter of UNFOLDED.get(unit)!) {
      units.push(letter.charCodeAt(0));
      from.push(i);
    }
  }
  return tidySpaces(units, from, text);
}

/** Applies edits (in order, not overlapping) and keeps the way back to the original. */
export function rewrite(base: Normalized, edits: readonly Edit[]): Normalized {
  if (edits.length === 0) return base;
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  const copy = (until: number) => {
    text += base.text.slice(at, until);
    for (; at < until; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const edit of edits) {
    copy(edit.start);
    for (let i = 0; i < edit.by.length; i++) {
      starts.push(edit.start);
      ends.push(edit.end);
    }
    text += edit.by;
    at = edit.end;
  }
  copy(base.text.length);
  return { text, span: (start, end) => base.span(starts[start] ?? base.text.length, ends[end - 1] ?? 0) };
}

/** For each UTF-16 unit: 0 = stays, DROP = disappears, LONG = see UNFOLDED, otherwise what it becomes. */
function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x20; unit++) table[unit] = DROP;
  for (const unit of [0x09, 0x0b, 0x0c, 0x0d]) table[unit] = 0x20;
  table[0x0a] = 0;
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 0x20;
  for (const [first, last] of COMPATIBLE) for (let unit = first; unit <= last; unit++) unfold(table, unit);
  for (const [first, last] of INVISIBLE) table.fill(DROP, first, last + 1);
  for (const pair of traditionalToSimplified.split('|')) {
    if (pair.length === 3) table[pair.charCodeAt(0)] = pair.charCodeAt(2);
  }
  for (const [letters, by] of ALIKE) for (const letter of letters) table[letter.charCodeAt(0)] = by.charCodeAt(0);
  settle(table);
  return table;
}

/** What a character becomes may itself become something: a compatibility form of a traditional character. */
function settle(table: Uint16Array): void {
  const end = (unit: number): number => {
    const next = table[unit]!;
    return next === 0 || next === unit || next >= LONG ? unit : end(next);
  };
  for (let unit = 0; unit < table.length; unit++)
    if (table[unit]! > 0 && table[unit]! < LONG) table[unit] = end(table[unit]!);
  for (const [unit, letters] of UNFOLDED)
    UNFOLDED.set(
      unit,
      letters.replace(/./gsu, letter => String.fromCharCode(end(letter.charCodeAt(0)))),
    );
}

/** Latin with accents, signs and digits in circles, CJK radicals, compatibility ideographs, small and full-width forms. */
const COMPATIBLE = [
  [0xa0, 0x24f],
  [0x1e00, 0x1eff],
  [0x2000, 0x218f],
  [0x2460, 0x24ff],
  [0x2e80, 0x2fdf],
  [0x3000, 0x33ff],
  [0xf900, 0xfb06],
  [0xfe10, 0xffef],
] as const;

/** Zero-width marks, directions, joiners, variation selectors, the keycap frame, accents written by themselves. */
const INVISIBLE = [
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20e3, 0x20e3],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;

/** Signs that people use for one another. */
const ALIKE = [
  ['“”„‟〝〞＂', '"'],
  ['‘’‚‛′´｀`', "'"],
  ['‐‑‒–—―−－﹣', '-'],
  ['〜～∼﹏', '~'],
  ['○◯⚪', '〇'],
  ['×хХ', 'x'],
  ['｡', '。'],
  ['､', '、'],
  ['【〖〔［', '['],
  ['】〗〕］', ']'],
] as const;

function unfold(table: Uint16Array, unit: number): void {
  const letter = String.fromCharCode(unit);
  const plain = letter
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase();
  if (plain === letter || plain === '') return;
  if (plain.length === 1) table[unit] = plain.charCodeAt(0);
  else {
    table[unit] = LONG;
    UNFOLDED.set(unit, plain);
  }
}

const UNFOLDED = new Map<number, string>();
const FOLD = foldTable();

const SPACE = 0x20;
const BREAK = 0x0a;

function tidySpaces(units: number[], from: number[], original: string): Normalized {
  let kept = 0;
  for (let i = 0; i < units.length; ) {
    if (units[i] !== SPACE && units[i] !== BREAK) {
      units[kept] = units[i]!;
      from[kept++] = from[i++]!;
      continue;
    }
    const first = i;
    let unit = SPACE;
    for (; units[i] === SPACE || units[i] === BREAK; i++) if (units[i] === BREAK) unit = BREAK;
    if (kept === 0 || i === units.length || (unit === SPACE && joins(units, kept - 1, i))) continue;
    units[kept] = unit;
    from[kept++] = from[first]!;
  }
  units.length = kept;
  const text = textOf(units);
  const endOf = (last: number) => from[last]! + (isHigh(original.charCodeAt(from[last]!)) ? 2 : 1);
  return {
    text,
    span: (start, end) =>
      end > start ? [from[start]!, endOf(end - 1)] : [from[start] ?? original.length, from[start] ?? original.length],
  };
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const COUNTED = new Set([...'年月日号个学课节小分'].map(letter => letter.charCodeAt(0)));
const DAY_PART = new Set([...'月日号'].map(letter => letter.charCodeAt(0)));
const DATE_PART = new Set([...'年月'].map(letter => letter.charCodeAt(0)));

/** 「2017 年 6 月」, 「32 学时」: the space is typography. */
function joins(units: readonly number[], before: number, after: number): boolean {
  if (isDigit(units[before]!)) return COUNTED.has(units[after]!);
  if (!DATE_PART.has(units[before]!) || !isDigit(units[after]!)) return false;
  const end = after + (isDigit(units[after + 1] ?? 0) ? 2 : 1);
  return DAY_PART.has(units[end] === SPACE ? (units[end + 1] ?? 0) : (units[end] ?? 0));
}

function textOf(units: readonly number[]): string {
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.slice(i, i + 4096));
  return text;
}
