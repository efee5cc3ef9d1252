import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Message, type State } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import type { PersonFound } from '../../src/registry/index.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { words } from '../support/talk.ts';

const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
const moment = { today: '2026-06-22', now: 1_000, group: false };
const ACCESS = { person: 'p1', level: 1, untilMs: 2_000_000 } as const;
const DUE: Message = { kind: 'choice', id: 'topic:upcoming-deadlines' };

const record = (year: number, hours: number) => ({
  year,
  hours,
  professionalHours: 22,
  passed: true,
  institution: null,
  completedOn: null,
});

const held = (more: Partial<PersonFound['certificates'][number]>) => ({
  no: 'A-1',
  kind: 'electronic' as const,
  code: '106' as const,
  issuedOn: '2023-09-30',
  issuer: null,
  inNationalSystem: null,
  archiveVerified: null,
  inPost: null,
  records: [record(2024, 32), record(2025, 32), record(2026, 24)],
  ...more,
});

const known: State = { ...initialState('zh-CN'), own: { consent: true, idNumber: null, access: ACCESS } };

function dates(certificates: PersonFound['certificates'], today = moment.today) {
  const found: PersonFound = { access: ACCESS, employer: '示例公司', certificates };
  const got = { kind: 'person', purpose: 'deadlines', found } as const;
  const { answer } = turn(known, { kind: 'got', message: DUE, got }, { ...moment, today });
  const [reply] = answer.replies;
  return { topic: answer.topic, text: reply!.text, citations: reply!.citations, calendar: reply!.file!.content };
}

describe('C10: the days that are due', () => {
  it('are those of everybody to a stranger, to a group and once the access is over', () => {
    expect(turn(initialState('zh-CN'), DUE, moment).want).toBeUndefined();
    expect(turn(known, DUE, { ...moment, group: true }).want).toBeUndefined();
    expect(turn(known, DUE, { ...moment, now: ACCESS.untilMs }).want).toBeUndefined();
  });

  it('are looked up for whoever may see hours of the roster, and are those of everybody until then', () => {
    const asked = turn(known, DUE, moment);
    expect(asked.want).toEqual({ kind: 'person', by: { access: ACCESS }, purpose: 'deadlines' });
    const refused = turn(
      known,
      { kind: 'got', message: DUE, got: { kind: 'person', purpose: 'deadlines', found: null } },
      moment,
    );
    expect(refused.answer).toEqual(asked.answer);
    expect(refused.want).toBeUndefined();
  });

  it('tell each certificate apart, with what is left and from when on hours count twice', () => {
    const { topic, text, citations, calendar } = dates([held({}), held({ no: 'B-2', records: [record(2026, 40)] })]);
    expect(topic).toBe('upcoming-deadlines');
    expect(text.match(/【[^】]+】/g)).toHaveLength(2);
    expect(text).toMatch(/从2026年9月30日到2026年12月31日学的/);
    expect(citations).toContain('2.1');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(4);
    expect(calendar).toMatch(/DTSTART;VALUE=DATE:20260930/);
    expect(calendar).toMatch(/DTSTART;VALUE=DATE:20261231/);
    expect(calendar).not.toMatch(/示例公司|A-1/);
  });

  it('are of the next year once the hours of this one are done, and of the first one that asks for hours', () => {
    const done = dates([held({ records: [record(2024, 32), record(2025, 32), record(2026, 32)] })]);
    expect(done.calendar).toMatch(/DTSTART;VALUE=DATE:20271231/);
    expect(done.calendar).not.toMatch(/DTSTART;VALUE=DATE:20261231/);
    const fresh = dates([held({ issuedOn: '2026-03-01', records: [] })]);
    expect(fresh.calendar).toMatch(/DTSTART;VALUE=DATE:20271231/);
    expect(fresh.text).toMatch(/今年还不用学/);
  });

  it('are none for a certificate that every reading calls void, and the reply says that', () => {
    const { text, calendar } = dates([held({ issuedOn: '2020-09-30', records: [record(2026, 40)] }), held({})]);
    expect(text).toMatch(/证要作废/);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it('name the exchange beside the hours while it is open', () => {
    const { text, calendar } = dates([held({ issuedOn: '2019-03-01', records: [] })], '2020-11-20');
    expect(text).toMatch(/换证截止/);
    expect(calendar).toMatch(/DTSTART;VALUE=DATE:20201231/);
  });

  it('are the printed validity for somebody who has nothing but a certificate from before the exchange', () => {
    const found: PersonFound = { access: ACCESS, employer: '示例公司', certificates: [held({ kind: 'training' })] };
    const got = { kind: 'person', purpose: 'deadlines', found } as const;
    const [reply] = turn(known, { kind: 'got', message: DUE, got }, moment).answer.replies;
    expect(reply!.text).toMatch(/^没换的老证：看证上印的有效期/);
    expect(reply!.file).toBeUndefined();
  });
});
