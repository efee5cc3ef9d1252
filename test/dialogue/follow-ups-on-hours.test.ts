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

describe('questions after hours were reckoned', () => {
  const HOURS = ['电子证，2020年12月10日拿的', '21到24年每年32，25年0，26年20'] as const;

  it.each([
    '即係廢咗未',
    '咁我年尾之前最少要學幾多',
    '要不要遭作废',
    '那我的证会不会作废',
    '那作废了吗?',
    '到底有没有事',
    '够不够',
  ])('go by these hours: %s', message => {
    const { text } = told(...HOURS, message);
    expect(text).toMatch(/^有风险：有的算法说作废；今年还要学44学时/);
  });

  it.each(['学时不够会作废吗', '有人说一年不够就作废'])('stay about the rule where they ask of it: %s', message => {
    expect(told(...HOURS, message).text).not.toMatch(/今年还要学44学时/);
  });

  it('in English', () => {
    const person = new Person({ today: '2026-11-28', locale: 'en' });
    person.say(
      'My colleague got his e-certificate in March 2023. He did 32 in 2024, 10 in 2025 and nothing yet in 2026.',
    );
    expect(person.text).not.toMatch(/You did not say what you did this year/);
    person.say("How many hours must he do before New Year's Eve?");
    expect(person.text).toMatch(/^Risk: some readings say void; 32 to go/);
  });

  it('go by the hours of the roster where these were shown', () => {
    const turn = createConversation({
      notice: hainanNotice,
      words,
      understand: createUnderstanding(),
      hasRoster: true,
    });
    const moment = { today: '2026-11-28', now: 1_000, group: false };
    const found: PersonFound = {
      access: { person: 'p1', level: 1, untilMs: 2_000_000 },
      employer: null,
      certificates: [],
    };
    const opened: Message = { kind: 'choice', id: 'topic:my-hours' };
    const shown = turn(initialState('zh-CN'), { kind: 'got', message: opened, got: { kind: 'person', found } }, moment);
    expect(turn(shown.state, { kind: 'text', text: '那我的证会不会作废' }, moment).want).toMatchObject({
      kind: 'person',
    });
  });
});

describe('a year put right after something else came between', () => {
  it.each(['他23年其实只学了16', '23年实际上只有16个', '他23年其实是学了16个学时'])('%s', message => {
    const person = told('我同事小王21年拿的电子证 22到25年每年32 今年还没学', '机构月底还录入吗', message);
    expect(person.state.certificates[person.state.current]?.records.find(({ year }) => year === 2023)?.hours).toBe(16);
    expect(person.text).toMatch(/有的算法说作废/);
    expect(person.text).toMatch(/改好了/);
    person.say('那作废了吗');
    expect(person.text).toMatch(/有的算法说作废/);
  });
});

describe('hours of a safety officer, while another question is open', () => {
  it('are judged by 3.1a, whoever issued the certificate', () => {
    const { text } = told('我有一本岗位培训的安全员证书', '能换吗', '安全员我去年只学了10个学时，会作废吗');
    expect(text).toMatch(/往年有不够的，后果通知没写明/);
    expect(text).toMatch(/不等于作废，也不等于没事/);
  });
});
