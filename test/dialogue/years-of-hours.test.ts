import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function told(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-28' });
  for (const message of messages) person.say(message);
  return person;
}

describe('the year of hours', () => {
  it.each([
    ['现在补2025年的行不行', /能不能补，通知没有说/],
    ['2025年的还能补吗', /能不能补，通知没有说/],
    ['能不能把2024年的补上', /能不能补，通知没有说/],
    ['2025年的不够怎么办', /有风险|作废/],
    ['为什么2022年的不算', /从2023年开始要学/],
    ['2025年的我漏了', /有风险|作废/],
    ['那2025年的呢', /./],
  ])('is no year of issue: %s', (message, answer) => {
    const person = told('电子证，2022年3月拿的', '去年学了20，今年学了40', message);
    expect(person.facts['certificate.issuedOn']).toBe('2022-03');
    expect(person.text).toMatch(answer);
    expect(person.text).not.toMatch(/改好了|没问题/);
  });

  it.each([
    ['我的是2021年的', '2021'],
    ['2024年的证', '2024'],
    ['2017年的能补办吗', '2017'],
    ['2017年的算不算', '2017'],
    ['我补的证是2018年发的', '2018'],
  ])('is one where a certificate is spoken of: %s', (message, year) => {
    expect(told(message).facts['certificate.issuedOn']).toBe(year);
  });
});

describe('the day of the exchange', () => {
  const OWN = '培训合格证书，2017年土建施工员，没换';

  it.each(['其实换了，是2020年12月换的', '不对，2020年12月换成电子证了', '说错了，换证是2020年12月办的'])(
    'is the day of issue of the electronic certificate: %s',
    message => {
      const { facts } = told(OWN, message);
      expect([facts['certificate.kind'], facts['certificate.issuedOn']]).toEqual(['electronic', '2020-12']);
    },
  );

  it.each(['如果真换了呢，是2020年12月换的', '要是我当时2020年12月换了'])(
    'is only supposed, and nothing of it is kept: %s',
    message => {
      const person = told(OWN, message);
      expect(person.text).toMatch(/2020年12月拿的证，从2021年开始要学/);
      expect(person.text).toMatch(/没有记下来/);
      expect([person.facts['certificate.kind'], person.facts['certificate.issuedOn']]).toEqual(['training', '2017']);
    },
  );

  it.each(['2020年12月31日前换的话还来得及吗', '我2020年没换', '2020年就该换了', '我2020年换了单位'])(
    'is not told by: %s',
    message => {
      const person = told(OWN, message);
      expect([person.facts['certificate.kind'], person.facts['certificate.issuedOn']]).toEqual(['training', '2017']);
    },
  );
});
