import { describe, expect, it } from 'vitest';
import { masked } from '../../../src/channels/web/client/mask.ts';
import { type Block, clausesIn, layOut, spoken } from '../../../src/channels/web/client/reply-text.ts';

const IDS = new Map([
  ['一（二）', '1.2'],
  ['二第一段', '2.1'],
  ['Part I (2)', '1.2'],
]);
const plain = (text: string): Block => ({ kind: 'paragraph', runs: [{ kind: 'text', text }] });

describe('A reply as it is laid out', () => {
  it('has its first line as headline when more follows', () => {
    expect(layOut('换不了\n\n因为截止了。', IDS)).toEqual([
      { ...plain('换不了'), kind: 'headline' },
      plain('因为截止了。'),
    ]);
    expect(layOut('不客气。', IDS)).toEqual([plain('不客气。')]);
  });

  it('makes lines with a mark in front a list', () => {
    const [, list, end] = layOut('好\n· 一\n· 二\n完', IDS);
    expect(list).toMatchObject({ kind: 'list', items: [{ marker: '·' }, { marker: '·' }] });
    expect(end).toEqual(plain('完'));
    expect(layOut('好\n✓ 年份\n✗ 日子', IDS)[1]).toMatchObject({ items: [{ marker: '✓' }, { marker: '✗' }] });
    expect(layOut('好\n1. 注册\n2. 更新', IDS)[1]).toMatchObject({
      kind: 'list',
      items: [{ marker: '1.' }, { marker: '2.' }],
    });
  });

  it.each([['2020年以后'], ['32学时'], ['-'], ['1.5倍'], ['3、']])('takes “%s” for no list', line => {
    expect(layOut(`好\n${line}`, IDS)[1]?.kind).toBe('paragraph');
  });

  it('finds the clauses that are cited, in either language, and no others', () => {
    const blocks = layOut(
      '好\n· 截止了。〔一（二）〕〔二第一段〕\nClosed [Part I (2)], see 〔2020〕135 and [this].',
      IDS,
    );
    expect(clausesIn(blocks)).toEqual(new Set(['1.2', '2.1']));
    expect(blocks[2]).toEqual({
      kind: 'paragraph',
      runs: [
        { kind: 'text', text: 'Closed ' },
        { kind: 'clause', id: '1.2', name: 'Part I (2)' },
        { kind: 'text', text: ', see 〔2020〕135 and [this].' },
      ],
    });
  });

  it.each([
    ['看http://rcgz.mohurd.gov.cn。', 'http://rcgz.mohurd.gov.cn', 'http://rcgz.mohurd.gov.cn'],
    ['See https://example.org/a?b=1&c, then', 'https://example.org/a?b=1&c', 'https://example.org/a?b=1&c'],
    ['(http://rcgz.mohurd.gov.cn).', 'http://rcgz.mohurd.gov.cn', 'http://rcgz.mohurd.gov.cn'],
    ['电话0898-65352821（刘）', '0898-65352821', 'tel:089865352821'],
  ])('makes what can be pressed in “%s” a link', (text, label, href) => {
    expect(layOut(text, IDS)[0]).toMatchObject({ runs: expect.arrayContaining([{ kind: 'link', text: label, href }]) });
  });

  it.each([['javascript:alert(1)'], ['ftp://example.org'], ['440524-188001010019'], ['www.example.org']])(
    'makes no link of “%s”',
    text => {
      expect(layOut(text, IDS)).toEqual([plain(text)]);
    },
  );

  it('is read out without its clause marks', () => {
    expect(spoken('截止了。〔一（二）〕见〔2020〕135号', IDS)).toBe('截止了。见〔2020〕135号');
  });
});

describe('An ID number', () => {
  it.each([
    ['44052418800101001X', '440•••••••••••••1X'],
    ['号码440524 18800101 0014，谢谢', '号码440•••••••••••••14，谢谢'],
    ['440524880101001', '440••••••••••01'],
  ])('is masked: %s', (text, shown) => {
    expect(masked(text)).toBe(shown);
  });

  it.each([['0898-65352821'], ['2015 2016 2017 2018'], ['12345678901234567890'], ['证书号46001700012345']])(
    'is not seen in %s',
    text => {
      expect(masked(text)).toBe(text);
    },
  );
});
