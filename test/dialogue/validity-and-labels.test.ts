import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function heard(locale: 'zh-CN' | 'en', ...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27', locale });
  for (const message of messages) person.say(message);
  return person;
}

describe('3.1b: the printed end of the validity', () => {
  it.each([
    [['没换的老证还能用吗', '2027年6月'], '2027-06'],
    [['没换的老证还能用吗', '28年5月'], '2028-05'],
    [['没换的老证还能用吗', '明年三月到期'], '2027-03'],
    [['证书有效期到2028年5月'], '2028-05'],
  ] as const)('%j is taken and judged', (messages, until) => {
    const person = heard('zh-CN', ...messages);
    expect(person.facts['certificate.validUntil']).toBe(until);
    expect(person.answer?.topic).toBe('unrenewed-validity');
    expect(person.text).toMatch(/今天还在有效期内/);
    expect(person.citations).toContain('3.1b');
  });

  it('that is over is said to be over', () => {
    expect(heard('zh-CN', '没换的老证还能用吗', '2024年6月').text).toMatch(/已经过了/);
  });

  it.each(['电子证有效期到2028年5月', '身份证有效期到2028年5月', '安全员C证有效期到2028年5月'])(
    '%s is of no training certificate',
    message => {
      expect(heard('zh-CN', message).text).not.toMatch(/今天还在有效期内/);
    },
  );
});

describe('3.1b: no validity is printed', () => {
  it.each([
    [['没换的老证还能用吗', '上面没有印有效期']],
    [['我的是2018年材料员培训合格证书，海南领导小组办公室发的，证上没写有效期。你说能不能用']],
    [['资料员证18年的', '有效期那栏是空的']],
    [['我的证没换，也没写有效期，还能用不']],
    [['My certificate of 2015, is it usable if nothing is printed?']],
  ])('is remembered, and no date is asked for again: %j', messages => {
    const person = heard('zh-CN', ...messages);
    const first = person.text;
    person.say('那我这个证还能不能用呢');
    for (const text of [first, person.text]) {
      expect(text).toMatch(/^证上没印有效期的，能用到哪天通知没有说/);
      expect(text).not.toMatch(/把证上印的有效期告诉我|告诉我证上印的有效期|今天还在有效期内/);
    }
    expect(person.citations).toEqual(expect.arrayContaining(['3.1b', '6']));
  });

  it('is over as soon as a date is told', () => {
    const person = heard('zh-CN', '没换的老证还能用吗', '没印有效期', '找到了，有效期到2027年6月');
    expect(person.text).toMatch(/今天还在有效期内/);
  });

  it.each(['通知没写有效期吗', '电子证上没写有效期', '安全员证书没写有效期'])('is not what is told by %s', message => {
    expect(heard('zh-CN', message).facts['certificate.validUntil']).toBeUndefined();
  });
});

describe('a year alone that may be a span of years', () => {
  it('is asked back before anything else', () => {
    const person = heard('zh-CN', '17年');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.issuedOn?' });
    expect(heard('zh-CN', '17年', '看看我填的').text).not.toMatch(/还没有告诉我/);
    person.say('是的');
    expect(person.facts['certificate.issuedOn']).toBe('2017');
  });
});

describe('labels that are typed', () => {
  it.each([
    ['zh-CN', '资料员培训合格证2016年', '改一个回答'],
    ['en', 'my certificate was issued in 2016', 'change an answer'],
  ] as const)('%s: the list of answers opens by its label at any time', (locale, told, label) => {
    expect(heard(locale, told, label).state.open).toEqual({ kind: 'review' });
  });

  it('a line of the list is picked by its name', () => {
    const person = heard('zh-CN', '资料员培训合格证2016年', '改一个回答', '发证年份');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.issuedOn' });
    person.say('2019');
    expect(person.facts['certificate.issuedOn']).toBe('2019');
  });

  it('every reading is shown by its label after another question, too', () => {
    const person = heard('zh-CN', '电子证2024年3月1日发，去年20，今年30', '换证最迟到哪天', '逐种算法看结果');
    expect(person.text).toMatch(/10种算法逐种看/);
  });
});

describe('a question about another step of the walk-through', () => {
  it('is answered, and the walk goes on where it was', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('带我一步步换');
    person.say('下一步');
    person.say('下一步');
    const before = person.state.underway;
    person.say('照片有什么要求');
    expect(person.text).toMatch(/照片|头像/);
    expect(person.state.underway).toEqual(before);
    person.say('继续');
    expect(person.state.underway).toEqual(before);
  });
});
