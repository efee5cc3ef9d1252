import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Message } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import type { PersonFound } from '../../src/registry/index.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { Person, words } from '../support/talk.ts';

function told(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-28' });
  for (const message of messages) person.say(message);
  return person;
}

const recordsOf = (person: Person) =>
  (person.state.certificates[person.state.current]?.records ?? []).map(({ year, hours, professionalHours }) => [
    year,
    hours,
    professionalHours,
  ]);

describe('professional hours of several years', () => {
  const YEARS = ['市政质量员电子证，2022年3月10日发的', '2023年32 2024年32 2025年16 2026年40'] as const;

  it.each(['专业都是24，2025年12', '专业学时都是24，只有2025年是12', '专业各24，不过2025年12'])(
    'are of each year but the one named apart: %s',
    message => {
      expect(recordsOf(told(...YEARS, message))).toEqual([
        [2023, 32, 24],
        [2024, 32, 24],
        [2025, 16, 12],
        [2026, 40, 24],
      ]);
    },
  );

  it('are of the years told with them', () => {
    expect(recordsOf(told('电子证2024年拿的，去年32今年40，专业都是24'))).toEqual([
      [2025, 32, 24],
      [2026, 40, 24],
    ]);
  });

  it('are not more than the hours of a year: that is asked back', () => {
    const person = told(...YEARS, '专业都是24');
    expect(person.text).toMatch(/专业/);
    expect(recordsOf(person).map(([, , professional]) => professional)).toEqual([null, null, null, null]);
  });

  it.each(['每年专业都要22吗', '专业都是22吗'])('are not told by a question: %s', message => {
    expect(recordsOf(told(...YEARS, message)).every(([, , professional]) => professional === null)).toBe(true);
  });
});

describe('hours that are all professional', () => {
  it.each(['今年学了30个，都是专业的', '今年30学时，全部是专业课'])('are told so: %s', message => {
    expect(recordsOf(told('电子证2024年拿的', message))).toEqual([[2026, 30, 30]]);
  });

  it.each([
    '如果我再学4个学时，都是专业的，够不够',
    '再学4个，都是专业的，够不够',
    '再学4个专业课够不够',
    '要是再学4学时全是专业的呢',
  ])('are added to the professional ones: %s', message => {
    const person = told('电子证2024年拿的，去年32学时专业22，今年34学时专业18', message);
    expect(person.text).toMatch(/2026年：38学时（专业22），够了/);
    expect(recordsOf(person)).toContainEqual([2026, 34, 18]);
  });

  it('are added to those of the roster', () => {
    const turn = createConversation({
      notice: hainanNotice,
      words,
      understand: createUnderstanding(),
      hasRoster: true,
    });
    const moment = { today: '2026-11-28', now: 1_000, group: false };
    const record = { passed: true, institution: '示例学校', completedOn: '2026-06-01' };
    const found: PersonFound = {
      access: { person: 'p1', level: 1, untilMs: 2_000_000 },
      employer: null,
      certificates: [
        {
          no: 'A-1',
          kind: 'electronic',
          code: '106',
          issuedOn: '2024-03-15',
          issuer: null,
          inNationalSystem: null,
          archiveVerified: null,
          inPost: null,
          records: [
            { year: 2025, hours: 32, professionalHours: 22, ...record },
            { year: 2026, hours: 34, professionalHours: 18, ...record },
          ],
        },
      ],
    };
    const opened: Message = { kind: 'choice', id: 'topic:my-hours' };
    const shown = turn(initialState('zh-CN'), { kind: 'got', message: opened, got: { kind: 'person', found } }, moment);
    const message: Message = { kind: 'text', text: '如果我再学4个学时，都是专业的，够不够' };
    const asked = turn(shown.state, message, moment);
    expect(asked.want).toMatchObject({ kind: 'person' });
    const { answer } = turn(asked.state, { kind: 'got', message, got: { kind: 'person', found } }, moment);
    expect(answer.replies.map(({ text }) => text).join('\n')).toMatch(/38学时（专业22），够了/);
  });
});

describe('hours supposed in all, after hours', () => {
  it.each(['如果我學夠44個鐘呢', '要是学满44的话会怎样', '如果我学到44学时呢'])('%s', message => {
    const person = told('电子证2024年12月10日拿的，去年20学时专业20，今年20学时专业10', message);
    expect(person.text).toMatch(/按2026年一共学到44学时来算/);
    expect(recordsOf(person)).toContainEqual([2026, 20, 10]);
  });

  it('in English', () => {
    const person = new Person({ today: '2026-11-28', locale: 'en' });
    person.say('his electronic certificate was issued in March 2024, 20 hours last year, 5 this year');
    person.say('and if he does 54?');
    expect(person.text).toMatch(/With 54 hours in 2026/);
  });
});
