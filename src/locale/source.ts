import { FluentResource } from '@fluent/bundle';
import { BrokenTextError } from './broken-text-error.ts';

/** A file of texts, as it lies on the disk. */
export interface SourceFile {
  /** As it is named in an error. */
  name: string;
  bytes: Uint8Array;
}

export type Entry = FluentResource['body'][number];

/** Where a message or a term begins, for Fluent's own reader too. */
const BEGINNING = /^(-?[a-zA-Z][\w-]*) *= */gm;
/** Empty lines and comments between one text and the next. */
const BETWEEN = /^(?:[ \r]*$|#.*)/;
/** Stands in no text, so that where it is found the reader has been. */
const MARK = '\u0000';

/** Two of Fluent's patterns cost the square of a run of spaces; no text of a chat needs a longer line. */
const MAX_LINE = 4_000;

/**
 * The texts of a file, one by one. Fluent itself leaves out what it cannot read, without a word: a person would meet the gap in the middle of
 * a conversation. Here the first that is broken ends the reading.
 */
export function entriesOf({ name, bytes }: SourceFile): Entry[] {
  const source = decoded(name, bytes);
  const beginnings = [...source.matchAll(BEGINNING)];
  const before = source.slice(0, beginnings[0]?.index);
  const stray = before.split('\n').findIndex(line => !BETWEEN.test(line));
  if (stray >= 0) throw new BrokenTextError(name, `line ${stray + 1}`, 'belongs to no text');
  const refuse = (isBad: (text: string) => boolean, what: string): void => {
    if (isBad(source)) throw new BrokenTextError(name, idAt(source, beginnings, isBad), what);
  };
  refuse(text => text.includes(MARK), 'has a NUL in it');
  refuse(
    text => text.split('\n').some(line => line.length > MAX_LINE),
    `has a line of more than ${MAX_LINE} characters`,
  );
  const texts = beginnings.map(({ 1: id = '', index }, n) => {
    return { id, text: withoutEnd(source.slice(index, beginnings[n + 1]?.index)) };
  });
  const entries = read(name, texts);
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) throw new BrokenTextError(name, id, 'is there twice');
    ids.add(id);
  }
  return entries;
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder().decode(bytes);
    const before = [...text.slice(0, text.indexOf('\ufffd')).matchAll(BEGINNING)];
    throw new BrokenTextError(name, before.at(-1)?.[1] ?? 'line 1', 'is not UTF-8');
  }
}

/** Which text it is in. */
function idAt(source: string, beginnings: readonly RegExpExecArray[], isBad: (text: string) => boolean): string {
  const found = beginnings.find(({ index }, n) => isBad(source.slice(index, beginnings[n + 1]?.index)));
  return found?.[1] ?? 'line 1';
}

/** Without the empty lines and comments that follow. */
function withoutEnd(text: string): string {
  let end = text.length;
  for (;;) {
    const newline = text.lastIndexOf('\n', end - 1);
    if (newline < 0 || !BETWEEN.test(text.slice(newline + 1, end))) return text.slice(0, end).replace(/\r$/, '');
    end = newline;
  }
}

interface Text {
  id: string;
  text: string;
}

/** Each text is followed by a mark, which must be found at its end: Fluent stops at what it takes for no part of a text, and drops the rest. */
function read(file: string, texts: readonly Text[]): Entry[] {
  const entries = parsed(file, texts);
  for (const [index, { id }] of texts.entries()) {
    const entry = entries[index];
    if (entry?.id !== id) throw new BrokenTextError(file, id, 'cannot be read');
    const left = takeMark(entry);
    if (left === undefined) throw new BrokenTextError(file, id, 'breaks off before its end');
    if (left.length === 0) throw new BrokenTextError(file, id, 'has nothing in it');
  }
  return entries;
}

function parsed(file: string, texts: readonly Text[]): Entry[] {
  try {
    return new FluentResource(texts.map(({ text }) => `${text}${MARK}\n`).join('')).body;
  } catch (error) {
    // Braces in braces, thousands of them, are deeper than the stack.
    if (!(error instanceof RangeError)) throw error;
    for (const one of texts) if (texts.length > 1) parsed(file, [one]);
    throw new BrokenTextError(file, texts[0]!.id, 'is nested too deeply');
  }
}

/** Takes the mark from the end of a text, with the spaces that would have been dropped without it. Gives what is left of its last part; nothing when the mark is not there. */
function takeMark(entry: Entry): NonNullable<Entry['value']> | undefined {
  const name = Object.keys(entry.attributes).at(-1);
  const pattern = name === undefined ? entry.value : entry.attributes[name]!;
  const last = typeof pattern === 'string' ? pattern : pattern?.at(-1);
  if (typeof last !== 'string' || !last.endsWith(MARK)) return undefined;
  const clean = last.slice(0, -MARK.length).replace(/ +$/, '');
  const left = Array.isArray(pattern) ? [...pattern.slice(0, -1), ...(clean === '' ? [] : [clean])] : clean;
  if (name === undefined) entry.value = left;
  else entry.attributes[name] = left;
  return left;
}
