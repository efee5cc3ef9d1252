import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Message, type State, type Turn } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import type { PersonFound } from '../../src/registry/index.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { words } from '../support/talk.ts';

const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
const NUMBER = '11010519491231002X';
const moment = { today: '2026-11-22', now: 1_000, group: false };

const FOUND: PersonFound = {
  access: { person: 'p1', level: 1, untilMs: 2_000_000 },
  employer: '示例公司',
  certificates: [
    {
      no: 'A-1',
      kind: 'electronic',
      code: '106',
      issuedOn: '2023-03-15',
      issuer: null,
      inNationalSystem: null,
      archiveVerified: null,
      inPost: null,
      records: [
        {
          year: 2023,
          hours: 8,
          professionalHours: 4,
          passed: true,
          institution: '示例学校',
          completedOn: '2023-09-01',
        },
        {
          year: 2024,
          hours: 32,
          professionalHours: 22,
          passed: true,
          institution: '示例学校',
          completedOn: '2024-06-01',
        },
        {
          year: 2025,
          hours: 32,
          professionalHours: 22,
          passed: true,
          institution: '示例学校',
          completedOn: null,
          withdrawn: { at: 0, who: 'cli:x' },
        },
      ],
    },
  ],
};

/** Takes messages one after another and gives back every turn. */
function talk(state: State, ...messages: (string | Message)[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    const before = turns.at(-1)?.state ?? state;
    turns.push(turn(before, typeof message === 'string' ? { kind: 'text', text: message } : message, moment));
  }
  return turns;
}

const start = () => initialState('zh-CN');
const open: Message = { kind: 'choice', id: 'topic:my-hours' };
const agree: Message = { kind: 'choice', id: 'own:yes' };
const textOf = (taken: Turn | undefined) => (taken?.answer.replies ?? []).map(({ text }) => text).join('\n');

describe('my own hours', () => {
  it('ask for consent, the number and the name, in this order and only for what is missing', () => {
    const turns = talk(start(), open, agree, NUMBER.toLowerCase(), '示例甲');
    expect(turns.map(({ state }) => state.open)).toEqual([
      { kind: 'consent' },
      { kind: 'id-number' },
      { kind: 'person-name' },
      null,
    ]);
    expect(turns.at(-1)?.want).toEqual({ kind: 'person', by: { idNumber: NUMBER, name: '示例甲' } });
    expect(turns.every(({ answer }) => answer.topic === 'my-hours')).toBe(true);
  });

  it.each([
    ['440524188001010019', /校验位/],
    ['440524800101001', /15位/],
    ['11010519491231', /18位/],
    ['110105194913310025', /校验位|出生/],
  ])('refuse the bad number %s before any look-up, and never repeat it', (number, why) => {
    const [, , refused] = talk(start(), open, agree, number);
    expect(textOf(refused)).toMatch(/不对/);
    expect(textOf(refused)).toMatch(why);
    expect(textOf(refused)).not.toContain(number);
    expect(refused?.want).toBeUndefined();
    expect(refused?.state.own.idNumber).toBeNull();
  });

  it.each(['退订', '我要退訂', 'TD', 'unsubscribe'])('are left for “%s”, which is nobody’s name', word => {
    const [, , , left] = talk({ ...start(), reminders: true }, open, agree, NUMBER, word);
    expect(left?.answer.topic).toBe('reminders-off');
    expect(left?.wish).toBeNull();
    expect(left?.want).toBeUndefined();
  });

  it('take 不知道 for an answer, say where each thing is found, and go on waiting', () => {
    const [, unsure, , lost, left] = talk(start(), open, '不知道', agree, '不知道', '算了');
    expect(unsure?.state.open).toEqual({ kind: 'consent' });
    expect(lost?.state.open).toEqual({ kind: 'id-number' });
    expect(textOf(lost)).toMatch(/18位/);
    expect(left?.answer.topic).toBe('my-hours');
    expect(left?.state.open).toBeNull();
  });

  it('keep nothing when consent is refused', () => {
    const [, declined] = talk(start(), open, { kind: 'choice', id: 'own:no' });
    expect(declined?.state.own).toEqual({ consent: false, idNumber: null, access: null });
  });

  it('show yearly totals at the first level, without records, institution or employer, and never the number', () => {
    const [, , asked] = talk(start(), open, agree, NUMBER);
    const [shown] = talk(asked?.state ?? start(), {
      kind: 'got',
      message: { kind: 'text', text: '示例甲' },
      got: { kind: 'person', found: FOUND },
    });
    expect(textOf(shown)).toMatch(/2024年：32学时/);
    expect(textOf(shown)).toMatch(/2025年：0学时/);
    expect(textOf(shown)).not.toMatch(/示例学校|示例公司|1101051949/);
    expect(shown?.state.own).toEqual({ consent: true, idNumber: null, access: FOUND.access });
    expect(shown?.answer.replies[0]?.citations).toContain('2.1');
  });

  it('show every record at the second level, and why one does not count', () => {
    const found = { ...FOUND, access: { ...FOUND.access, level: 2 as const } };
    const [shown] = talk(start(), { kind: 'got', message: open, got: { kind: 'person', found } });
    expect(textOf(shown)).toMatch(/示例学校/);
    expect(textOf(shown)).toMatch(/已撤回，不算/);
    expect(textOf(shown)).toMatch(/在起算年之前，不算/);
  });

  it('need no number again while the access lasts, and one afterwards', () => {
    const known: State = { ...start(), own: { consent: true, idNumber: null, access: FOUND.access } };
    expect(talk(known, open)[0]?.want).toEqual({ kind: 'person', by: { access: FOUND.access } });
    const later = turn(known, open, { ...moment, now: FOUND.access.untilMs });
    expect(later.state.open).toEqual({ kind: 'id-number' });
  });

  it('are one and the same reply for an unknown number, a wrong name and too many tries', () => {
    const [shown] = talk(start(), { kind: 'got', message: open, got: { kind: 'person', found: null } });
    expect(textOf(shown)).toMatch(/没有查到相符的记录，或者试得太多了/);
  });

  it('tell a certificate number that does not match apart from a name', () => {
    const asked = {
      ...start(),
      open: { kind: 'proof' as const },
      own: { ...start().own, consent: true, access: FOUND.access },
    };
    const message = { kind: 'text' as const, text: '示例0000000' };
    const [shown] = talk(asked, { kind: 'got', message, got: { kind: 'person', found: null } });
    expect(textOf(shown)).toMatch(/^编号没对上/);
    expect(shown?.state.own.access).toEqual(FOUND.access);
  });

  it('are never talked of in a group', () => {
    const answer = turn(start(), open, { ...moment, group: true });
    expect(textOf(answer)).toMatch(/群里不谈个人的事/);
    expect(answer.state.open).toBeNull();
  });

  it('are untied and forgotten on demand', () => {
    const known: State = { ...start(), own: { consent: true, idNumber: null, access: FOUND.access } };
    const [, deleted] = talk(known, { kind: 'choice', id: 'topic:my-data' }, { kind: 'choice', id: 'do:delete' });
    expect(deleted).toMatchObject({ deleted: expect.stringMatching(/^[0-9A-Z]+$/), release: 'p1' });
    expect(deleted?.state.own.access).toBeNull();
  });

  it('show the years as a picture that says the same in words', () => {
    const [shown] = talk(start(), { kind: 'got', message: open, got: { kind: 'person', found: FOUND } });
    expect(shown?.answer.replies[0]?.pictures).toEqual([
      expect.objectContaining({
        alt: '2024年32学时，专业22; 2025年0学时，专业0; 2026年0学时，专业0',
        need: [32, 22],
        years: [
          { label: '2024', values: [32, 22] },
          { label: '2025', values: [0, 0] },
          { label: '2026', values: [0, 0] },
        ],
      }),
    ]);
  });

  it('D06: are reckoned with hours that are only supposed, and nothing of it is kept', () => {
    const more = '如果今年再学12学时，其中专业8呢';
    const [shown] = talk(start(), { kind: 'got', message: open, got: { kind: 'person', found: FOUND } });
    const known = shown?.state ?? start();
    const [asked] = talk(known, more);
    expect(asked?.want).toEqual({ kind: 'person', by: { access: FOUND.access } });
    const message: Message = { kind: 'text', text: more };
    const [supposed] = talk(known, { kind: 'got', message, got: { kind: 'person', found: FOUND } });
    expect(textOf(supposed)).toMatch(/2026年.*12学时/);
    expect(supposed?.state.certificates).toEqual(known.certificates);
  });

  describe('of a certificate that owes none or of which that is not known', () => {
    const shownWith = (told: Partial<PersonFound['certificates'][number]>): string => {
      const found = { ...FOUND, certificates: [{ ...FOUND.certificates[0]!, ...told }] };
      return textOf(talk(start(), { kind: 'got', message: open, got: { kind: 'person', found } })[0]);
    };

    it.each([
      ['中国建筑业协会', /别处发的安全员证，这份通知没有管/],
      [null, /没写发证单位，安全员证的学时先不下结论/],
    ])('3.1a: give no verdict on a safety officer certificate issued by %s', (issuer, said) => {
      const text = shownWith({ kind: 'safety-officer', issuer });
      expect(text).toMatch(said);
      expect(text).toMatch(/2024年：32学时/);
      expect(text).not.toMatch(/今年还差|学够了/);
    });

    it('3.1a: reckon one that the office issued', () => {
      const issuer = '海南省住房和城乡建设领域现场专业人员岗位培训考核评价工作领导小组办公室';
      expect(shownWith({ kind: 'safety-officer', issuer })).toMatch(/今年还差32学时/);
    });

    it('1.1: say why a training certificate is turned away, and what stands all the same', () => {
      const text = shownWith({ kind: 'training', code: '105', issuedOn: '2017-06-01' });
      for (const said of [/换不了电子证/, /“等”字/, /是不是安全员证书/, /有效期内/, /0898/, /一（一）/])
        expect(text).toMatch(said);
      expect(shownWith({ kind: 'training', code: '101', issuedOn: '2014-06-01' })).toMatch(/2014年[\s\S]*有效期内/);
    });
  });

  it('J02: have a message with an ID number taken away, also a mistyped one, and say what becomes of it', () => {
    const [, , good] = talk(start(), open, agree, NUMBER);
    const [, , bad] = talk(start(), open, agree, '440524188001010019');
    const [unasked] = talk(start(), `我的号码${NUMBER}`);
    expect([good?.conceal, bad?.conceal, unasked?.conceal]).toEqual([true, true, true]);
    expect(textOf(good)).toMatch(/请把带身份证号的那条消息删掉/);
    const asking = talk(start(), open, agree).at(-1)?.state ?? start();
    const deleted = turn(asking, { kind: 'text', text: NUMBER }, { ...moment, deletes: true });
    expect(textOf(deleted)).toMatch(/我这就替您删掉/);
    expect(talk(start(), '换证到哪天')[0]?.conceal).toBeUndefined();
  });
});
