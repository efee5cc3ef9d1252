import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const YEAR_END = /2026年12月31日前学满|This year.s hours by/;

describe('the days that are due, for somebody whose certificate is not the electronic one', () => {
  it.each([
    ['我有一本2016年的培训合格证书，没换', '我有哪些日子要记', /^没换的老证：看证上印的有效期/, '3.1b'],
    ['我是2019年的培训合格证书', '我今年最晚什么时候学完', /^没换的老证：看证上印的有效期/, '3.1b'],
    ['我的是老岗位证书，能换吗', '我今年要在什么时候前学完', /没有给它定日子/, '1.1'],
    ['我的安全员证书是领导小组办公室发的', '我有哪些日子要记', /^安全员证书：每年的学时/, '3.1a'],
    ['我的安全员B证', '有什么要在年底前完成的吗', /^A、B、C证的日子/, '3.1a'],
  ])('are not those of electronic certificates: %s', (told, asked, headline, clause) => {
    const person = new Person();
    person.say(told);
    expect(person.say(asked).topic).toBe('upcoming-deadlines');
    expect(person.text).toMatch(headline);
    expect(person.text).not.toMatch(YEAR_END);
    expect(person.citations).toContain(clause);
    expect(person.answer?.replies[0]?.file).toBeUndefined();
  });

  it('are not those of electronic certificates in English', () => {
    const person = new Person({ locale: 'en' });
    person.say('I only have the old training certificate, never exchanged');
    person.say('what is due for me');
    expect(person.text).toMatch(/^Not exchanged: see its printed validity/);
  });

  it('name the printed end that was told', () => {
    const person = new Person();
    person.say('我的培训合格证书没换，有效期到2028年6月30日，还能用吗');
    person.say('我有哪些日子要记');
    expect(person.text).toMatch(/印到2028年6月30日，还在期内/);
  });

  it('stay those of the exchange while it is open', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我有一本2016年的培训合格证书，没换');
    person.say('我有哪些日子要记');
    expect(person.text).toMatch(/2020年12月31日：换证截止/);
  });

  it('hours a year of my own certificate are not told by the rule of another', () => {
    const person = new Person();
    person.say('我有一本2016年的培训合格证书，没换');
    person.say('我每年要学多少学时');
    expect(person.text).not.toMatch(/^每年不少于32学时/);
    expect(person.text).toMatch(/没换/);
  });

  it('reminders say that they are not for it', () => {
    const person = new Person();
    person.say('我有一本2016年的培训合格证书，没换');
    person.say('到期提醒我');
    expect(person.text).toMatch(/不是电子证/);
  });
});
