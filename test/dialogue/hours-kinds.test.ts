import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Message, type State } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import type { PersonFound } from '../../src/registry/index.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { Person, words } from '../support/talk.ts';

const JUDGED = /作废风险|算作废|有风险|没问题|证要作废|再学\d+学时|够了|保住|稳妥/;

function told(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27' });
  for (const message of messages) person.say(message);
  return person;
}

describe('hours that 2.1 does not speak of', () => {
  it.each([
    ['我的是老岗位证书2012年发的', '去年没学今年没学会怎样'],
    ['我是企事业单位岗位证书，2013年的', '去年学了20今年学了32够不够'],
    ['老岗位证书，2012年发的', '学时不够会作废吗'],
  ])('are not judged for an old post certificate: %s', (...messages) => {
    const { text, citations } = told(...messages);
    expect(text).toMatch(/通知没给它定学时/);
    expect(text).not.toMatch(JUDGED);
    expect(citations).toEqual(expect.arrayContaining(['1.1', '6']));
  });

  it.each([
    ['我那本培训合格证书是2017年的没换', '我去年学了32今年学了20够不够'],
    ['培训合格证书2016年的，没换，去年学了10今年40，会作废吗'],
    ['我那本培训合格证书是2017年的没换', '学时从哪一年开始算'],
  ])('are not judged for a training certificate that was not exchanged: %s', (...messages) => {
    const { text, citations } = told(...messages);
    expect(text).toMatch(/不按电子证的学时判/);
    expect(text).not.toMatch(JUDGED);
    expect(citations).toEqual(expect.arrayContaining(['2.1', '3.1b', '3.2']));
  });

  it('are judged once it turns out to be electronic, by a year of issue that is asked for anew', () => {
    const person = told('我那本培训合格证书是2017年的没换', '我去年学了32今年学了32够不够', '我的是电子证');
    expect(person.facts['certificate.kind']).toBe('electronic');
    expect(person.facts['certificate.issuedOn']).toBeUndefined();
    expect(person.text).toMatch(/哪一年发的/);
  });

  it('go by what the person says who does not name a certificate, and the reply says of which it speaks', () => {
    expect(told('我去年学了32今年学了20够不够').text).toMatch(/这里按《电子培训合格证》算/);
  });
});

describe('professional hours that were not told', () => {
  it('are named by their year, and are none of a year without hours', () => {
    expect(told('我今年学了三十个学时 专业的二十个 去年没学').text).not.toMatch(/没说其中专业/);
    expect(told('我2023年拿的电子证，去年学了30，专业20，今年学了20').text).toMatch(/2026年您没说其中专业/);
  });
});

describe('the hours of a safety officer', () => {
  it.each([
    ['我是安全员证，去年学了10个今年学了40，会作废吗'],
    ['我有安全员证要不要学', '我去年只学了10个学时会作废吗'],
    ['我是安全员证，去年学了10个今年学了40，会作废吗', '2018年发的'],
  ])('wait for which certificate it is, and nothing is said to be void: %s', (...messages) => {
    const person = told(...messages);
    expect(person.text).toMatch(/先分清哪种安全员证/);
    expect(person.text).not.toMatch(/作废风险|算作废|哪一年发的/);
    expect(person.citations).toContain('3.1a');
    person.say('是岗位培训的安全员证书');
    expect(person.text).toMatch(/2025年：10学时，少22学时〔三（一）第一段〕/);
    expect(person.text).toMatch(/不等于作废，也不等于没事/);
    expect(person.text).not.toMatch(/算作废|作废风险|〔二（第一段）〕/);
    person.say('2020年发的');
    expect(person.text).toMatch(/往年有不够的/);
    expect(person.text).not.toMatch(/算作废|作废风险|〔二（第一段）〕/);
  });

  it('stay those of either for whoever cannot tell, who is not asked again', () => {
    const person = told('我是安全员证，去年学了10个今年学了40，会作废吗', '不知道');
    expect(person.text).toMatch(/不等于作废，也不等于没事/);
    expect(person.text).not.toMatch(/作废风险|算作废|哪一年发的/);
    expect(person.state.open).toBeNull();
  });

  it('are none that the notice asks of an A, B or C', () => {
    const person = told('我是安全员证，去年学了10个今年学了40，会作废吗', 'C证');
    expect(person.text).toMatch(/A、B、C证的学时，这份通知没有规定/);
    expect(person.text).not.toMatch(/您手里是哪一种证/);
  });
});

describe('hours of the roster', () => {
  const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
  const moment = { today: '2026-11-27', now: 1_000, group: false };
  const access = { person: 'p1', level: 1, untilMs: 2_000_000 } as const;
  const message: Message = { kind: 'choice', id: 'topic:my-hours' };
  const held = (kind: PersonFound['certificates'][number]['kind'], issuedOn: string) => ({
    no: 'A-1',
    kind,
    code: null,
    issuedOn,
    issuer: 'hainan-leading-group-office',
    inNationalSystem: null,
    archiveVerified: null,
    inPost: null,
    records: [2024, 2025].map(year => ({
      year,
      hours: 10,
      professionalHours: 5,
      passed: true,
      institution: null,
      completedOn: null,
    })),
  });
  const show = (certificates: PersonFound['certificates']) => {
    const found: PersonFound = { access, employer: null, certificates };
    return turn(initialState('zh-CN'), { kind: 'got', message, got: { kind: 'person', found } }, moment);
  };
  const ask = (state: State, text: string) => textOf(turn(state, { kind: 'text', text }, moment));
  const textOf = ({ answer }: ReturnType<typeof turn>) => answer.replies.map(({ text }) => text).join('\n');

  it('are listed and not judged for an old post certificate, which has no picture either', () => {
    const shown = show([held('post', '2012')]);
    expect(textOf(shown)).toMatch(/2024年：10学时/);
    expect(textOf(shown)).not.toMatch(JUDGED);
    expect(textOf(shown)).not.toMatch(/2013|学时，少/);
    expect(shown.answer.replies[0]?.pictures).toBeUndefined();
    expect(ask(shown.state, '会作废吗')).not.toMatch(JUDGED);
  });

  it('are those of 3.1a for a safety officer, also in what is asked next', () => {
    const shown = show([held('safety-officer', '2022-03-01')]);
    expect(textOf(shown)).toMatch(/2024年：10学时（专业5），少22学时、专业少17〔三（一）第一段〕/);
    expect(textOf(shown)).not.toMatch(/〔二（第一段）〕|算作废/);
    expect(ask(shown.state, '会作废吗')).toMatch(/^安全员证书每年32学时，不够的后果没写明/);
  });

  it('are both told of when both are held', () => {
    const { state } = show([held('safety-officer', '2022-03-01'), held('electronic', '2022-03-01')]);
    const text = ask(state, '会作废吗');
    expect(text).toMatch(/安全员证书每年32学时/);
    expect(text).toMatch(/2年累计不满64/);
  });
});
