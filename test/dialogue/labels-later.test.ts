import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../src/policies/policy.ts';
import { Person, words } from '../support/talk.ts';

describe('a label that was shown a few turns ago', () => {
  it.each(['zh-CN', 'en'] as const)('opens its topic when it is typed, in %s', locale => {
    for (const topic of TOPICS.filter(one => one !== 'out-of-scope' && one !== 'language')) {
      const person = new Person({ locale });
      person.say(locale === 'en' ? 'how many hours a year' : '每年学多少学时');
      person.say(locale === 'en' ? 'who do I call' : '联系电话');
      const answer = person.say(words[locale].cite(`topic-${topic}`).text);
      expect([topic, answer.topic, answer.certain]).toEqual([topic, topic, true]);
    }
  });

  it('still gives a receipt, the walk and what is not said', () => {
    const person = new Person();
    person.say('我有一本2016年的培训合格证书，能换吗');
    person.say('每年学多少学时');
    person.say('要一个结论编号');
    expect(person.text).toMatch(/结论编号：/);
    person.say('带我一步步换');
    expect(person.text).toMatch(/第1步/);
    const other = new Person();
    other.say('学时不够会怎样');
    other.say('联系人和电话');
    other.say('通知没写清的地方');
    expect(other.choices.map(({ id }) => id)).toContain('topic:hours-shortfall');
  });

  it('names one of several certificates', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('一本施工员2016，一本资料员2019，都是培训合格证书，都能换吗');
    person.say('联系电话');
    person.say('看这本：资料员（2019年）');
    expect(person.state.current).toBe(1);
    expect(person.text).toMatch(/不在2015—2018年内/);
  });

  it('leaves an open question open where it is understood by its words', () => {
    const person = new Person();
    person.say('证能换吗');
    person.say('学时不够会怎样');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
  });
});
