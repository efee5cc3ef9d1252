import fc, { type Arbitrary } from 'fast-check';
import { BrokenTextError, filesOf, type Words, wordsOf } from '../../src/locale/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { mutatedBytes, text } from './arbitraries.ts';
import { type Property, property } from './property.ts';

/** Of every size and kind; each can be read without the others. */
const NAMES = ['conversation.ftl', 'hours.ftl', 'own.ftl', 'web.ftl', 'zh-CN.ftl'];
const FILES = filesOf('zh-CN', hainanNotice)
  .filter(({ name }) => NAMES.some(one => name.endsWith(`/${one}`)))
  .map(({ bytes }) => Buffer.from(bytes));
/** What the program would give: every value that these files name. */
const VALUES = Object.fromEntries(
  [
    ...Buffer.concat(FILES)
      .toString()
      .matchAll(/\$([a-zA-Z][\w-]*)/g),
  ].map(([, name]) => [name!, '1']),
);
VALUES.clause = '1.2';

/** Fluent that means something, in places where it may not. */
const PIECES = [
  ...['{', '}', '{ ', ' }', '{ $', '{ -', '{ "', '"', '{ "\\u', '\\', '[', ']', '*[', '*[other]', '->', '=', '#', '.', '-', '\t'],
  ...['\n', '\r', '\r\n', '\n\n    ', '\n    .', '\n.a = b', '\n# ', '\n}', '\n{', '\na = b', '\na =', '\n-a = b', '\u2028', '\ufeff'],
  ...['{ a }', '{ -a }', '{ a.b }', '{ -a.b }', '{ -a(b: 1) }', '{ $unknown }', '{ $hours }', '{ CLAUSE("9.9") }', '{ CLAUSE() }'],
  ...['{ CLAUSE($clause) }', '{ COUNT($hours) }', '{ COUNT(one: "a", other: "b") }', '{ NUMBER("a") }', '{ DATETIME(1) }', '{ toString() }'],
  ...['{ 1.0000000000000000000000000000000 }', `{ ${'9'.repeat(400)} }`, '{ a ->\n *[b] { a }\n }', '{ $hours ->\n  [1] x\n *[b] y\n }'],
  ...['\nconstructor = { constructor }', '\na = { b }\nb = { a }', '\na =\n    .b = { a.b }', '\n__proto__ = a', '\na = { -b }\n-b =\n    .c = d'],
]; // biome-ignore format: a list
const piece: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: text },
  fc.tuple(fc.constantFrom('{', '{ a }', ' ', '\n', '\n ', '[', '{ $hours }'), fc.constantFrom(150, 3_000, 30_000)).map(([one, times]) => one.repeat(times)), // biome-ignore format: one line
);

const withPieces = (file: Buffer): Arbitrary<Buffer> =>
  fc
    .array(fc.tuple(fc.nat(), piece), { minLength: 1, maxLength: 4 })
    .map(puts =>
      Buffer.from(puts.reduce((all, [at, put]) => insert(all, at % (all.length + 1), put), file.toString())),
    );

function insert(all: string, at: number, put: string): string {
  return all.slice(0, at) + put + all.slice(at);
}

/** Reading and showing all of a file takes some milliseconds; nothing put in may make it hundreds of times as much. */
const LIMIT_MS = 2_000;

const damaged = property(
  'files of texts',
  300,
  fc.oneof(
    fc.constantFrom(...FILES).chain(mutatedBytes),
    fc.constantFrom(...FILES).chain(withPieces),
    fc.array(piece, { maxLength: 12 }).map(pieces => Buffer.from(`a = b${pieces.join('')}`)),
  ),
  bytes => {
    const began = process.cpuUsage();
    const words = brokenOr(() => wordsOf('zh-CN', hainanNotice, [{ name: 'zh-CN/damaged.ftl', bytes }]));
    if (words !== undefined) sayAll(words, bytes.toString());
    const { user, system } = process.cpuUsage(began);
    if ((user + system) / 1_000 > LIMIT_MS) throw new Error(`took ${(user + system) / 1_000} ms`);
  },
);

function sayAll(words: Words, source: string): void {
  for (const [, id = ''] of source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)) {
    const attributes = [...source.matchAll(/^ *\.([a-zA-Z][\w-]*) *=/gm)].map(([, name]) => `${id}.${name}`);
    for (const one of new Set([id, ...attributes])) if (words.has(one)) brokenOr(() => words.say(one, VALUES), one);
  }
}

/** A message of a text that is shown may only miss a value that the program does not give. */
function brokenOr<T>(act: () => T, id?: string): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof BrokenTextError)) throw error;
    const wanted =
      id === undefined ? /^zh-CN\/damaged\.ftl: (-?[a-zA-Z][\w-]*|line \d+): [^\n]+$/ : /: Unknown variable: /;
    if (!wanted.test(error.message)) throw new Error(`says it badly: ${error.message}`);
    return undefined;
  }
}

export const TEXTS: readonly Property[] = [damaged];
