import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('the same asked again', () => {
  it('is told shortly, with the clauses and the offer of the whole', () => {
    const person = new Person();
    person.say('每年学多少学时');
    const whole = person.text;
    const { topic, replies } = person.say('一年要学多少学时');
    expect(topic).toBe('annual-hours');
    expect(person.text).toMatch(/^每年不少于32学时.*\n\n和刚才说的一样.*〔二（第一段）〕$/);
    expect(replies[0]?.citations).toContain('2.1');
    expect(person.choices.map(({ id }) => id)).toContain('do:again');
    person.choose('do:again');
    expect(person.text).toBe(whole);
  });

  it.each(['再说一遍', '没看清', 'again', 'say that again please'])('is told in full to “%s”', text => {
    const person = new Person();
    person.say('每年学多少学时');
    const whole = person.text;
    expect(person.say(text).topic).toBe('annual-hours');
    expect(person.text).toBe(whole);
  });

  it('is what was said last, and not the interview that it came between', () => {
    const person = new Person();
    person.say('证能换吗');
    person.say('打哪个电话');
    expect(person.say('再说一遍').topic).toBe('contact');
  });

  it('is told in full by a button, and where something has changed', () => {
    const person = new Person();
    person.say('学时不够怎么办');
    person.choose('topic:annual-hours');
    person.choose('topic:annual-hours');
    expect(person.text).not.toMatch(/和刚才说的一样/);
    const changing = new Person({ today: '2020-10-15' });
    changing.say('土建施工员的培训合格证书，2014年，能换吗');
    changing.say('不对，是2013年');
    expect(changing.text).not.toMatch(/和刚才说的一样/);
  });

  it('is told in full where another question comes to the same answer', () => {
    const person = new Person();
    person.say('我的老岗位证书2012年的，能换吗');
    person.say('那它还有没有用');
    expect(person.text).not.toMatch(/和刚才说的一样/);
  });

  it('keeps the question that is open', () => {
    const person = new Person();
    person.say('证能换吗');
    person.say('证能换吗');
    expect(person.text).toMatch(/和刚才说的一样/);
    expect(person.text).toMatch(/您手里是哪一种证？/);
    expect(person.choices.map(({ id }) => id)).toContain('fact:certificate.kind=training');
  });

  it('facts told once more come to the same as before', () => {
    const person = new Person();
    person.say('我有一本2016年的培训合格证书，没换');
    expect(person.say('我有一本2016年的培训合格证书，没换')).toMatchObject({ topic: 'eligibility', certain: true });
    expect(person.text).toMatch(/^换证2020年12月31日已截止.*\n\n和刚才说的一样/);
  });

  it('is short in English as well, and in full on request', () => {
    const person = new Person({ locale: 'en' });
    person.say('how many hours a year');
    person.say('how many hours every year');
    expect(person.text).toMatch(/As I said before.* \[Part II, first paragraph\]$/);
    person.say('again');
    expect(person.text).toMatch(/These are minimum numbers/);
  });
});
