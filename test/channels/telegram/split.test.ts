import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { split } from '../../../src/channels/telegram/split.ts';

describe('a text that is too long for one message', () => {
  it('is left alone while it fits', () => {
    expect(split('a'.repeat(4096))).toEqual(['a'.repeat(4096)]);
    expect(split('  短  ')).toEqual(['短']);
    expect(split(' \n ')).toEqual([]);
  });

  it.each([
    ['a paragraph', '一二三四五六\n\n七八\n九十', ['一二三四五六', '七八\n九十']],
    ['a line', '一二三四五六\n七八。九十', ['一二三四五六', '七八。九十']],
    ['a sentence, with its closing quotation mark', '一二三“四五。”七八九十', ['一二三“四五。”', '七八九十']],
    ['an English sentence', 'Go on. Do it.', ['Go on.', 'Do it.']],
    ['a word', 'exchange certificate', ['exchange', 'certificate'.slice(0, 10), 'e']],
    ['a pair of surrogates at worst', '123456789😀1', ['123456789', '😀1']],
  ])('is cut after %s', (_, text, pieces) => {
    expect(split(text, 10)).toEqual(pieces);
  });

  it('does not leave a scrap before a wall: a paragraph that ends early is no place to cut', () => {
    expect(split('一\n\n二三四五，六七八九十', 10)).toEqual(['一\n\n二三四五，', '六七八九十']);
  });

  it('loses nothing but white space, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('字', '。', '，', '\n', ' ', '😀', 'a', '.', '”'), maxLength: 200 });
    const bare = (some: string) => some.replaceAll(/\s/g, '');
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (whole, limit) => {
        const pieces = split(whole, limit);
        expect(bare(pieces.join(''))).toBe(bare(whole));
        expect(
          pieces.every(piece => piece.length <= limit && piece.trim() !== '' && !/\p{Surrogate}/u.test(piece)),
        ).toBe(true);
      }),
    );
  });
});
