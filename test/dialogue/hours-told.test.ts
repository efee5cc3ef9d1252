import { describe, expect, it } from 'vitest';
import type { State } from '../../src/dialogue/index.ts';
import { Person } from '../support/talk.ts';

type Told = readonly [year: number, hours: number, professional: number | null];

const recordsOf = ({ state }: Person): Told[] =>
  (state.certificates[state.current] as State['certificates'][number]).records.map(
    ({ year, hours, professionalHours }) => [year, hours, professionalHours],
  );

function heard(locale: 'zh-CN' | 'en', ...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27', locale });
  for (const message of messages) person.say(message);
  return person;
}

describe('professional hours of years', () => {
  it.each<[messages: string[], told: Told[]]>([
    [
      ['去年20今年40行不行', '电子证2023年拿的', '其中专业去年14今年25'],
      [
        [2025, 20, 14],
        [2026, 40, 25],
      ],
    ],
    [
      ['电子证2022年9月，25年40今年30', '专业去年26今年20'],
      [
        [2025, 40, 26],
        [2026, 30, 20],
      ],
    ],
    [
      ['电子证2023年5月10日发的', '25年30个,26年才8个', '25年专业22，26年专业8'],
      [
        [2025, 30, 22],
        [2026, 8, 8],
      ],
    ],
    [
      ['电子证2024年5月发，去年32专业22，今年20专业14', '今年专业改成18'],
      [
        [2025, 32, 22],
        [2026, 20, 18],
      ],
    ],
    [['电子证2024年5月发，今年20个', '专业改成14'], [[2026, 20, 14]]],
  ])('%j leave the hours as they are', (messages, told) => {
    const person = heard('zh-CN', ...messages);
    expect(recordsOf(person)).toEqual(told);
    expect(person.answer?.topic).toBe('hours-shortfall');
  });

  it('in English too', () => {
    const person = heard('en', 'electronic certificate issued March 1 2024, 20 hours last year, 30 this year');
    person.say('professional hours 14 last year and 25 this year');
    expect(recordsOf(person)).toEqual([
      [2025, 20, 14],
      [2026, 30, 25],
    ]);
  });

  it('without the hours of their year are asked back', () => {
    const person = heard('zh-CN', '电子证2023年拿的，今年40个学时', '去年专业26');
    expect(person.text).toMatch(/2025年专业学了26，这一年一共学了多少/);
    expect(recordsOf(person)).toEqual([[2026, 40, null]]);
  });

  it('without a year, where there are several, are asked back', () => {
    const person = heard('zh-CN', '电子证2024年5月发，去年32专业22，今年20专业14', '今年的不是20是28', '专业也改成20');
    expect(person.text).toMatch(/专业20学时是哪一年的/);
    expect(recordsOf(person)).toEqual([
      [2025, 32, 22],
      [2026, 28, 14],
    ]);
    person.say('今年专业20');
    expect(recordsOf(person)).toContainEqual([2026, 28, 20]);
  });
});

describe('while the year of issue is asked', () => {
  it.each(['今年学了100000个', '不对去年是21', '去年是2025年', '23、24年各32，25年16', '今年改成28', '25年学得少'])(
    '%s is no year of issue',
    message => {
      const person = heard('zh-CN', '去年20今年30够吗', message);
      expect(person.facts['certificate.issuedOn']).toBeUndefined();
      expect(person.text).not.toMatch(/今年还不用学|目前没问题/);
    },
  );

  it.each([
    ['2023年', '2023'],
    ['去年', '2025'],
    ['去年3月', '2025-03'],
    ['2023年5月10日', '2023-05-10'],
  ])('%s still is one', (message, issued) => {
    expect(heard('zh-CN', '去年20今年30够吗', message).facts['certificate.issuedOn']).toBe(issued);
  });
});

describe('hours of years that are put right', () => {
  it.each<[message: string, hours: number]>([
    ['今年的不是20是28', 28],
    ['26年改成50', 50],
    ['今年应该是30', 30],
    ['不对，今年是21', 21],
  ])('%s', (message, hours) => {
    const person = heard('zh-CN', '电子证2024年5月发，去年32专业22，今年20专业14', message);
    expect(recordsOf(person)).toContainEqual([2026, hours, 14]);
    expect(person.text).toMatch(/改好了/);
  });

  it('a year that lacks professional hours only says so', () => {
    const person = heard('zh-CN', '电子证2024年5月发，去年32专业22，今年20专业14', '26年改成50');
    expect(person.text).toMatch(/专业还差8/);
    expect(person.text).not.toMatch(/差0学时/);
  });
});

describe('hours of a year that are only supposed', () => {
  it.each([
    ['zh-CN', '如果今年学到44呢', /往年有不够的，算有风险；今年的学时够了/],
    ['zh-CN', '如果今年只学到32呢', /还要12学时，两年才够64/],
    ['zh-CN', '要是25年只有10个呢', /今年要学24学时，两年才够64/],
    ['zh-CN', '今年学满64行吗', /今年的学时够了/],
    ['zh-CN', '假如今年一个都不学呢', /有风险|不满64|作废/],
    ['zh-CN', '如果今年再学14呢', /今年的学时够了/],
    ['en', 'what if I do 44 this year?', /This year is done/],
  ] as const)('%s: %s is reckoned and not kept', (locale, message, answer) => {
    const told =
      locale === 'en'
        ? 'electronic certificate issued March 1 2024, 20 hours last year, 30 this year'
        : '电子证2024年3月1日发，去年20，今年30';
    const person = heard(locale, told, message);
    expect(person.text).toMatch(answer);
    expect(recordsOf(person)).toEqual([
      [2025, 20, null],
      [2026, 30, null],
    ]);
  });
});

describe('hours told without a question', () => {
  it.each([['电子证2022年9月，25年40今年30'], ['电子证2023年5月10日发的', '24年32']])(
    '%s are reckoned, and the exchange is not spoken of',
    (...messages) => {
      const person = heard('zh-CN', ...messages);
      expect(person.answer?.topic).toBe('hours-shortfall');
      expect(person.text).not.toMatch(/不用再换/);
    },
  );

  it('whether to exchange is still answered where it is asked', () => {
    expect(heard('zh-CN', '我是电子证，2022年9月的，25年40今年30，能不能换证').text).toMatch(/不用再换/);
  });

  it('years in a row keep the kind and the day of issue', () => {
    const person = heard('zh-CN', '22年10月电子证 23年32 24年32 25年16 26年48');
    expect(person.facts).toMatchObject({ 'certificate.kind': 'electronic', 'certificate.issuedOn': '2022-10' });
    expect(recordsOf(person).map(([year]) => year)).toEqual([2023, 2024, 2025, 2026]);
  });
});
