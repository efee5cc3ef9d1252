import { describe, expect, it } from 'vitest';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { Person } from '../support/talk.ts';

function heard(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27' });
  for (const message of messages) person.say(message);
  return person;
}

const wordsOf = (id: string) => hainanNotice.policy.clauses.find(clause => clause.id === id)!.zh;

describe('a clause asked for', () => {
  it.each([
    ['一（二）原文是什么', ['1.2']],
    ['三（一）第二段原文念给我听', ['3.1b']],
    ['第三条第一款第二段是什么', ['3.1b']],
    ['一（二）写的是“务必”，怎么解释', ['1.2']],
    ['第二条怎么说', ['2.1', '2.2']],
    ['二第二段呢', ['2.2']],
    ['4.2原文', ['4.2']],
    ['32学时哪条规定的', ['2.1']],
    ['安全员那条写在哪', ['3.1a']],
    ['不得指定机构出自哪一条', ['4.2']],
    ['what is clause 3(2)', ['3.2']],
    ['what does Part II, first paragraph say', ['2.1']],
    ['section 3.1b', ['3.1b']],
    ['which clause says 32 hours', ['2.1']],
  ] as const)('is given word for word: %s', (message, ids) => {
    const person = heard(message);
    expect(person.answer?.topic).toBe('source');
    expect(person.citations).toEqual(ids);
    for (const id of ids) expect(person.text).toContain(wordsOf(id));
  });

  it('is that of what was talked of last, when nothing is named', () => {
    const person = heard('没换的老证还能用吗', '原文怎么写的');
    expect(person.text).toContain(wordsOf('3.1b'));
  });

  it.each([
    ['第七条呢', '第七条'],
    ['一（四）写的什么', '一(四)'],
    ['五（一）原文', '五(一)'],
    ['三（一）第三段原文', '三(一)第三段'],
    ['clause 7?', 'clause 7'],
  ])('is said not to be there: %s', (message, name) => {
    const person = heard(message);
    expect(person.text.startsWith(`通知里没有“${name}”这一条`)).toBe(true);
    expect(person.text).toMatch(/换证范围〔一（一）〕/);
  });

  it('leaves the question that waits where it is', () => {
    const person = heard('资料员证 2017年的', '一（一）原文');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
    expect(person.text).toMatch(/您手里是哪一种证/);
  });

  it('is no certificate number, no date and no part of another question', () => {
    expect(heard('我2017年的施工员证能换吗，哪条规定的').answer?.topics).toContain('eligibility');
    expect(heard('第二本会不会作废').answer?.topic).not.toBe('source');
    expect(heard('3.1前要学完吗').answer?.topic).not.toBe('source');
    expect(heard('mine says "post certificate" on the cover').answer?.topic).not.toBe('source');
  });
});

describe('words that are looked for in the notice', () => {
  it('are told to be in it, or not', () => {
    expect(heard('有没有“补学”两个字').text).toMatch(/^通知原文里没有“补学”这几个字/);
    expect(heard('通知里有没有“务必”两个字').citations).toEqual(['1.2']);
  });

  it('are not repeated when they may be somebody’s number', () => {
    expect(heard('通知里有没有“460000198804121011”').text).not.toMatch(/4600001988/);
  });

  it('the ten readings are said to be no words of it', () => {
    const person = heard('哪里写了10种算法');
    expect(person.text).toMatch(/^算法不是通知写的/);
    expect(person.citations).toContain('2.1');
  });
});
