import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/understanding/normalize.ts';

describe('normalize', () => {
  it.each([
    ['full-width signs', 'ＡＢ１２，：？', 'ab12,:?'],
    ['traditional characters', '質量員證書繼續教育', '质量员证书继续教育'],
    ['the Hong Kong form of 證', '証書', '证书'],
    ['compatibility forms', 'Ⅱ①㎡', 'ii1m2'],
    ['pinyin with tones', 'zhìliàngyuán', 'zhiliangyuan'],
    ['zero-width characters', '证\u200b书\ufeff', '证书'],
    ['the frame around a keycap digit', '1️⃣', '1'],
    ['spaces around numbers that are counted', '2017 年 6 月 32 学时', '2017年6月 32学时'],
    ['other runs of white space', ' a \t　b ', 'a b'],
    ['a circle written for a nought', '二○一七', '二〇一七'],
  ])('tidies %s', (_, typed, tidy) => {
    expect(normalize(typed).text).toBe(tidy);
  });

  it('keeps emoji and line breaks', () => {
    expect(normalize('好👍\n 106').text).toBe('好👍\n106');
  });

  it('finds the way back to the original, also over pairs of UTF-16 units', () => {
    const typed = '👍  質\u200b量';
    const { text, span } = normalize(typed);
    expect(typed.slice(...span(text.indexOf('质'), text.length))).toBe('質\u200b量');
    expect(typed.slice(...span(0, 2))).toBe('👍');
  });

  it('gives spans that lie in the original and never run backwards, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        const { text, span } = normalize(typed);
        for (let start = 0; start < text.length; start++) {
          const [from, to] = span(start, text.length);
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(typed.length);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), typed => {
        const once = normalize(typed).text;
        expect(normalize(once).text).toBe(once);
      }),
    );
  });
});
