import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('another certificate', () => {
  it.each([
    '另开一本来看',
    '再看一本',
    '换一本看看',
    '好，新的一本',
    '还有一本呢',
    'look at another one',
    'a different certificate please',
  ])('is opened by “%s”, and what was told of the first stays', text => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我的证代码101能换吗');
    person.say('每年学多少学时');
    person.say(text);
    expect(person.answer?.topic).toBe('eligibility');
    expect(person.text).toMatch(/另开一本来看/);
    expect(person.facts).toEqual({});
    expect(person.state.certificates[0]?.facts).toEqual({ 'certificate.code': '101' });
  });

  it.each(['下一本', '另一本呢', 'the other one', 'next certificate'])('is the one told besides, at “%s”', text => {
    const person = new Person({ today: '2020-10-15' });
    person.say('一本施工员2016，一本资料员2019，都是培训合格证书，都能换吗');
    person.say(text);
    expect(person.state.current).toBe(1);
    expect(person.text).toMatch(/这是资料员（2019年）那本的/);
  });

  it.each([
    ['101能换吗', '那109呢', '109'],
    ['土建施工员能换吗', '资料员能换吗', '114'],
    ['can code 101 be exchanged', 'and what about code 114', '114'],
  ])('is not what a second question about the list means: %s, %s', (first, second, code) => {
    const person = new Person({ today: '2020-10-15' });
    person.say(first);
    person.say(second);
    expect(person.state.certificates).toHaveLength(1);
    expect(person.facts['certificate.code']).toBe(code);
    expect(person.text).not.toMatch(/另开一本|改好了/);
  });

  it('is one of which somebody says that they hold it as well', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('土建施工员能换吗');
    person.say('我还有一本资料员呢');
    expect(person.state.certificates).toHaveLength(2);
    expect(person.text).toMatch(/另开一本/);
  });
});
