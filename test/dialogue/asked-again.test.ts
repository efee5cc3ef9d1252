import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const QUESTION = /您手里是哪一种证/;

describe('a question that waits while other things are asked', () => {
  const person = new Person({ today: '2026-11-27' });
  person.say('资料员证 18年发的没换');

  it('is asked once more after the first of them, and not again', () => {
    const repeated = ['多少钱', '电话多少', '一年要学多少学时', '网上学行不行'].map(text => {
      person.say(text);
      return QUESTION.test(person.text);
    });
    expect(repeated).toEqual([true, false, false, false]);
  });

  it('does not take a no that was said of something else', () => {
    person.say('没有');
    expect(person.facts).toEqual({ 'certificate.code': '114', 'certificate.issuedOn': '2018' });
  });

  it('is answered whenever its fact is told', () => {
    person.say('是培训合格证书');
    expect(person.facts['certificate.kind']).toBe('training');
    expect(person.answer?.topic).toBe('eligibility');
    expect(person.text).toMatch(/^换证2020年12月31日已截止，这本现在换不了/);
  });

  it('is asked in full when it comes up by itself', () => {
    const other = new Person({ today: '2026-11-27' });
    for (const text of ['资料员证 18年发的', '多少钱', '电话多少', '我的证能换吗']) other.say(text);
    expect(other.text).toMatch(QUESTION);
    other.say('电话多少');
    expect(other.text).toMatch(QUESTION);
  });
});
