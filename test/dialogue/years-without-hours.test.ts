import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function told(locale: 'zh-CN' | 'en', ...messages: string[]): Person {
  const person = new Person({ today: '2026-11-28', locale });
  for (const message of messages) person.say(message);
  return person;
}

const hoursOf = (person: Person) =>
  (person.state.certificates[person.state.current]?.records ?? []).map(({ year, hours }) => [year, hours]);

describe('a year in which nothing was done', () => {
  it.each([
    '她去年屋头有事，一个学时都没整',
    '去年家里有事，没去学',
    '去年一节网课都没听',
    '去年没时间学',
    '去年忘了学',
    '去年没顾上',
    '去年没搞学时',
    '2025年没有学时',
    '去年学时挂零',
    '去年没学会不会作废',
    '去年一个学时都冇整到',
  ])('%s', message => {
    const person = told('zh-CN', '那个是电子证，22年拿到的', message);
    expect(hoursOf(person)).toEqual([[2025, 0]]);
    person.say('今年学了40个');
    expect(hoursOf(person)).toEqual([
      [2025, 0],
      [2026, 40],
    ]);
    expect(person.text).toMatch(/有风险/);
    expect(person.text).not.toMatch(/没问题/);
  });

  it.each(["last year I didn't do any", 'I skipped last year', 'I did not study at all in 2025'])('%s', message => {
    expect(hoursOf(told('en', 'my certificate is electronic, issued 2022', message))).toEqual([[2025, 0]]);
  });

  it.each([
    '去年没学完',
    '去年没学够',
    '去年学了一点没学够',
    '去年考核没参加',
    '去年是不是一个学时都没学',
    '去年学时没录进去',
    '去年系统里没有学时',
    '去年一个都没少学',
  ])('is not told by: %s', message => {
    expect(hoursOf(told('zh-CN', '那个是电子证，22年拿到的', message))).toEqual([]);
  });
});

describe('past years of which nothing was said', () => {
  it('leave the certificate with no “no problem”', () => {
    const { text } = told('zh-CN', '电子证，2022年拿的', '今年学了40个');
    expect(text).toMatch(/^今年的学时够了；没说的年度先当学满了/);
    expect(told('en', 'electronic certificate, issued 2022', '40 hours this year').text).toMatch(/others are not told/);
  });

  it('are all that it hangs on: once they are told, it is in force', () => {
    expect(told('zh-CN', '电子证，2024年拿的', '去年32专业22，今年学了40个专业30').text).toMatch(/^目前没问题/);
  });
});

describe('what is said in addition', () => {
  it('is not called a change', () => {
    const person = told('zh-CN', '电子证，2023年拿的', '去年32', '今年学了40个');
    expect(person.text).not.toMatch(/改好了/);
    person.say('我是2023年3月5日拿的');
    expect(person.text).not.toMatch(/改好了/);
    person.say('今年的不是40是28');
    expect(person.text).toMatch(/改好了/);
  });
});
