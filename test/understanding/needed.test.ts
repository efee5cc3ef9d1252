import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstIn, has, mayMatch } from '../../src/understanding/facts/gate.ts';
import { neededBy } from '../../src/understanding/facts/needed.ts';

const needed = (pattern: RegExp) => [...(neededBy(pattern) ?? ['none'])].join('');

describe('the characters that a pattern needs', () => {
  it.each([
    ['one of each alternative', /施工|质量员|k/, '施质k'],
    ['the rarest part of a sequence', /的(?:那本)?证书/, '书'],
    ['nothing optional', /(?:好)?b*c{0,2}x?一+/, '一'],
    ['a class, with its ranges', /[a-c查-]/, 'abc查-'],
    ['a digit', /\d{4}年?/, '0123456789'],
    ['what is looked for beside it', /(?=[调离])(?<!没有?)(?:\w+)(?<=走)/, '走'],
    ['a named group and its echo', /(?<sep>[-/])\d\k<sep>/, '-/'],
    ['none, where one alternative needs nothing', /施工|.?/, 'none'],
    ['none, where all but some will do', /[^a]\s\W/, 'none'],
    ['none, where case does not count', /施工/i, 'none'],
  ])('are %s', (_, pattern, letters) => {
    expect(needed(pattern)).toBe(letters);
  });
});

describe('the gate before a pattern', () => {
  const letters = fc.constantFrom('a', 'b', 'c', '证', '员', '1', ' ', '-');
  const { pattern } = fc.letrec<{ pattern: string; piece: string }>(tie => ({
    pattern: fc
      .array(fc.array(tie('piece'), { maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(alternatives => alternatives.map(pieces => pieces.join('')).join('|')),
    piece: fc.oneof(
      { maxDepth: 3 },
      letters,
      fc.constantFrom('[ab-c]', '[^a]', '\\d', '.', '\\b', '^', '$', '[证\\-]', '\\.'),
      fc.tuple(letters, fc.constantFrom('?', '*', '+', '{0,2}', '{2}', '+?', '{1,}?')).map(parts => parts.join('')),
      fc
        .tuple(fc.constantFrom('', '?:', '?=', '?!', '?<=', '?<!'), tie('pattern'))
        .map(([opening, inner]) => `(${opening}${inner})`),
    ),
  }));
  const text = fc.string({ unit: letters, maxLength: 8 });

  it('never keeps a pattern from a text that it matches', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 5 }), (source, texts) => {
        const tried = new RegExp(source);
        for (const one of texts) {
          expect(has(one, tried), one).toBe(tried.test(one));
          expect(firstIn(one, tried)?.index).toBe(tried.exec(one)?.index);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('spares a text the patterns that it cannot match', () => {
    expect(mayMatch('换证最迟什么时候', /质量员|\d{4}年/)).toBe(false);
    expect(mayMatch('2016年', /质量员|\d{4}年/)).toBe(true);
  });
});
