import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function told(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-28' });
  for (const message of messages) person.say(message);
  return person;
}

describe('hours a year', () => {
  it.each([
    ['我的是培训合格证书，2017年土建施工员，没换电子证', '要不要每年学32学时'],
    ['我的是培训合格证书，2017年土建施工员，没换电子证', '一年要学多少学时'],
    ['那老证有效期内是不是也要每年学32学时'],
    ['我这没换过电子证要不要每年去继续叫育'],
  ])('are set for no certificate that was not exchanged: %s', (...messages) => {
    const { text, citations } = told(...messages);
    expect(text).toMatch(/^没换的《培训合格证书》，没规定每年的学时/);
    expect(citations).toEqual(expect.arrayContaining(['2.1', '3.1b']));
  });

  it.each([
    ['我的是培训合格证书，2017年土建施工员，没换', '那换成电子证以后每年学多少'],
    ['电子证每年学多少学时'],
    ['每年要学多少学时'],
    ['我换了单位，每年要学多少学时'],
  ])('are those of 2.1 where the electronic one is asked about: %s', (...messages) => {
    expect(told(...messages).text).toMatch(/^每年不少于32学时/);
  });

  it('of an unexchanged one in English', () => {
    const person = new Person({ today: '2026-11-28', locale: 'en' });
    person.say('I have a training certificate from 2017, building foreman, never exchanged');
    person.say('Do I need to do 32 hours a year for it?');
    expect(person.text).toMatch(/^No yearly hours are set for the old one/);
  });
});

describe('how long a certificate can be used', () => {
  it.each(['它能用到什么时候', '这个证还能用几年', '有效期到哪天'])('is by 3.1a for a safety officer: %s', message => {
    const { text, citations } = told('我的安全员证书领导小组办公室发的', message);
    expect(text).toMatch(/可继续使用到您终止从业/);
    expect(text).not.toMatch(/没换的老证|没换发的13个/);
    expect(citations).toContain('3.1a');
  });

  it('is not said of an old post certificate by 3.1b', () => {
    const { text } = told('我的是企事业单位岗位证书，2012年的', '它能用到什么时候');
    expect(text).not.toMatch(/有效期内可以?继续/);
    expect(text).toMatch(/通知没有说/);
  });

  it('stays by 3.1b for a training certificate', () => {
    expect(told('我的是培训合格证书，2017年的没换', '它能用到什么时候').citations).toContain('3.1b');
  });
});

describe('the day by which hours of another year are done', () => {
  it.each([
    ['电子证2026年12月拿的', '那2027年的学时什么时候之前学完'],
    ['电子证2026年12月拿的', '我有哪些日子要记'],
    ['2027年的学时什么时候之前学完'],
  ])('is that of the year: %s', (...messages) => {
    const { text } = told(...messages);
    expect(text).toMatch(/^2027年的学时，2027年12月31日前学完/);
    expect(text).not.toMatch(/2026年12月31日/);
  });

  it('stays that of this year where this year asks for hours', () => {
    expect(told('电子证2023年拿的', '我有哪些日子要记').text).toMatch(/2026年12月31日前学满今年的学时/);
  });
});
