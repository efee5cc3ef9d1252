import { FluentResource } from '@fluent/bundle';
import { describe, expect, it, vi } from 'vitest';
import { stopWith } from '../../src/cli/exit.ts';
import { filesOf, LOCALES, wordsOf } from '../../src/locale/index.ts';
import { entriesOf } from '../../src/locale/source.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';

function load(...sources: (string | Uint8Array)[]) {
  const files = sources.map((source, n) => ({ name: `en/${n}.ftl`, bytes: Buffer.from(source as string) }));
  return wordsOf('en', hainanNotice, files);
}

describe('A file of texts is refused, with its name and the text, when', () => {
  it.each([
    ['a brace is not closed', 'a = b\nc = { $d\ne = f', 'c: cannot be read'],
    ['a text is empty', 'a = b\nc =\ne = f', 'c: has nothing in it'],
    ['a part of a text is empty', 'a =\n    .b = c\n    .d =\ne = f', 'a: has nothing in it'],
    ['a choice has no default', 'a = { $b ->\n    [c] d\n    }', 'a: cannot be read'],
    ['a line is not indented', 'a = b\nc', 'a: breaks off before its end'],
    ['a comment stands in the middle', 'a = b\n# c\n    d', 'a: breaks off before its end'],
    ['something comes before the first text', '# c\n\nd\na = b', 'line 3: belongs to no text'],
    ['it has no text but words', 'nothing', 'line 1: belongs to no text'],
    ['it is not UTF-8', Buffer.from([...Buffer.from('a = b\nc = '), 0xff]), 'c: is not UTF-8'],
    ['there is a NUL', 'a = b\nc = d\0', 'c: has a NUL in it'],
    ['a line is endless', `a = b\nc = ${' '.repeat(300_000)}d`, 'c: has a line of more than 4000 characters'],
    ['braces are in braces', `a = b\nc = ${'{\n'.repeat(100_000)}`, 'c: is nested too deeply'],
    [
      'calls are in calls',
      `a = { ${'COUNT('.repeat(30)}$b${', one: "c", other: "d")'.repeat(30)} }`,
      'a: is nested too deeply',
    ],
    ['a text is there twice', 'a = b\nc = d\na = e', 'a: is there twice'],
    ['it takes in what is not there', 'a = { b }', 'a: takes in b, which is not there'],
    ['it takes in a part that is not there', 'a = { b.c }\nb = d', 'a: takes in b.c, which is not there'],
    ['it takes in a term that has parts only', 'a = { -b }\n-b =\n    .c = d', 'a: takes in -b, which is not there'],
    ['texts take in each other', 'a = { b }\nb = { $c ->\n    [d] e\n   *[f] { a }\n    }', 'a: takes itself in'],
    ['it has too many values', `a = ${'{ $b }'.repeat(101)}`, 'a: has too many values in it'],
    ['texts multiply', `a = ${'{ b }'.repeat(20)}\nb = ${'{ $c }'.repeat(20)}`, 'a: has too many values in it'],
    ['a clause is not in the notice', 'a = { CLAUSE("9.9") }', 'a: names a clause that is not there'],
    ['a clause has no number', 'a = { CLAUSE() }', 'a: names a clause wrongly'],
    ['a count has one word only', 'a = { COUNT($b, one: "c") }', 'a: counts wrongly'],
    ['it calls what is not there', 'a = { toNumber() }\nb = c', 'a: cannot be read'],
    ['it calls a function of Fluent’s own', 'a = { NUMBER("b") }', 'a: calls NUMBER, which is not there'],
    ['a number has too many digits', `a = { 1.${'0'.repeat(200)} }`, 'a: has a number with too many digits'],
  ])('%s', (_, source, says) => {
    expect(() => load('z = y', source)).toThrow(expect.objectContaining({ message: `en/1.ftl: ${says}` }));
  });
});

describe('A file of texts', () => {
  it.each(LOCALES.flatMap(locale => filesOf(locale, hainanNotice)))('$name reads as Fluent alone reads it', file => {
    expect(entriesOf(file)).toEqual(new FluentResource(Buffer.from(file.bytes).toString()).body);
  });

  it('keeps spaces, notes and line ends as Fluent does', () => {
    const words = load(
      'a = one \n\n# note\nb =\n    two\n      three  \n    .c = { $d }  \n\ne = { -f }\r\n-f = four\ng = { $h ->\n    [k] x\n   *[other] y\n}\n',
    );
    const said = ['a', 'b', 'b.c', 'e', 'g'].map(id => words.say(id, { d: 'D', h: 'k' }));
    expect(said).toEqual(['one', 'two\n  three', 'D', 'four', 'x']);
    expect([words.has('-f'), words.has('b.d'), words.has('constructor')]).toEqual([false, false, false]);
  });

  it('may give a text of an earlier file anew', () => {
    expect(load('a = b\nc = { a }', 'a = d').say('c')).toBe('d');
  });

  it('that names a value which the program does not give says so by file and text', () => {
    expect(() => load('a =\n    .b = { $c }').say('a.b')).toThrow('en/0.ftl: a.b: Unknown variable: $c');
  });

  it('that is damaged ends a command with one line, and no stack', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const ended = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
    try {
      load('a = {');
    } catch (error) {
      stopWith(error);
    }
    const calls = [written.mock.calls, ended.mock.calls];
    vi.restoreAllMocks();
    expect(calls).toEqual([[['en/0.ftl: a: cannot be read\n']], [[2]]]);
  });
});
