import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Locale, type State, type Turn } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import type { Access } from '../../src/registry/index.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { words } from '../support/talk.ts';

const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
const NUMBER = '11010519491231002X';
const LEVEL_ONE: Access = { person: 'p1', level: 1, untilMs: 2_000_000 };

/** What is typed one after another, a choice after `#`; the turn of the last. */
function talked(typed: readonly string[], before: State | Locale = 'zh-CN'): Turn {
  let state = typeof before === 'string' ? initialState(before) : before;
  let last: Turn | undefined;
  for (const text of typed) {
    const message = text.startsWith('#')
      ? { kind: 'choice' as const, id: text.slice(1) }
      : { kind: 'text' as const, text };
    last = turn(state, message, { today: '2026-11-22', now: 1_000, group: false });
    state = last.state;
  }
  return last!;
}

const textOf = ({ answer }: Turn) => answer.replies.map(({ text }) => text).join('\n');
const ASK = ['我的学时', '同意'];
const withAccess = (access: Access): State => ({
  ...initialState('zh-CN'),
  lastTopic: 'my-hours',
  own: { consent: true, idNumber: null, access },
});
const REFUSED: State = {
  ...initialState('zh-CN'),
  lastTopic: 'my-hours',
  own: { consent: true, idNumber: null, access: null },
};

describe('the name', () => {
  it.each([
    ['我叫示例戊', '示例戊'],
    ['姓名：示例戊', '示例戊'],
    ['名册上叫示例戊', '示例戊'],
    ['my name is 示例甲', '示例甲'],
    ['My name is Shili Jia', 'Shili Jia'],
    ['买买提江·示例', '买买提江·示例'],
  ])('is taken out of “%s”', (typed, name) => {
    const { want, state } = talked([...ASK, NUMBER, typed]);
    expect(want).toEqual({ kind: 'person', by: { idNumber: NUMBER, name } });
    expect(state.lastText).toBeNull();
  });

  it.each([
    `身份证${NUMBER} 姓名示例戊`,
    `我叫示例戊，身份证${NUMBER}`,
    `${NUMBER} 示例戊`,
    `示例戊 ${NUMBER}`,
    `示例戊，身份证号码：${NUMBER}`,
    `号码${NUMBER}，名字示例戊，帮我查`,
    `${NUMBER},示例戊,质量员`,
  ])('is not asked for again after “%s”', typed => {
    const spoken = talked([...ASK, typed]);
    expect(spoken.want).toEqual({ kind: 'person', by: { idNumber: NUMBER, name: '示例戊' } });
    expect(spoken.conceal).toBe(true);
  });

  it('waits for consent, also when it came with the number', () => {
    expect(talked(['我的学时', `${NUMBER} 示例戊`]).state.open).toEqual({ kind: 'consent' });
    expect(talked(['我的学时', `我叫示例戊，身份证${NUMBER}`, '同意']).want).toMatchObject({ by: { name: '示例戊' } });
    expect(talked(['我的学时', `同意，${NUMBER} 示例戊`]).want).toMatchObject({ by: { name: '示例戊' } });
  });

  it.each([
    '今年专业还差多少',
    '看每条记录',
    '换证到哪天',
    '换证时间',
    '谢谢',
    '为什么要姓名',
    'show me my hours left',
  ])('is not “%s”: no try is used up, and it is asked for again', typed => {
    const spoken = talked([...ASK, NUMBER, typed]);
    expect(spoken.want).toBeUndefined();
    expect(spoken.state.open).toEqual({ kind: 'person-name' });
    expect(textOf(spoken)).toMatch(/再发一下姓名/);
  });

  it('without its number, before the number or after nobody was found, is remembered for it', () => {
    const asked = talked(['示例戊'], REFUSED);
    expect(textOf(asked)).toMatch(/再发18位身份证号/);
    expect(talked([NUMBER], asked.state).want).toMatchObject({ by: { name: '示例戊' } });
  });
});

describe('consent', () => {
  it.each([
    '先不',
    '不同意',
    '我不想给身份证',
    '不了',
    '还是先不查了',
    '不太想',
    '以后再说',
    '我考虑一下',
    'not yet',
    "I don't want to give it",
  ])('is refused by “%s”', typed => {
    const { state, answer } = talked(['我的学时', typed]);
    expect(answer.topic).toBe('my-hours');
    expect(state.own.consent).toBe(false);
    expect(state.open).toBeNull();
  });

  it.each([
    ['我的学时', '不同意', '好吧同意'],
    ['我的学时', '先不', '还是同意吧'],
    ['我的学时', '换证到哪天', '同意'],
    ['我的学时', '#topic:contact', '同意'],
    ['我的学时', '为什么要身份证', '同意'],
    ['我的学时', '查吧'],
  ])('is heard in %s, %s, %s', (...typed) => {
    expect(talked(typed.filter(text => text !== undefined)).state.open).toEqual({ kind: 'id-number' });
  });

  it('is not given by a “good” after the look-up was left, nor by a question that begins with a yes', () => {
    expect(talked(['我的学时', '算了', '好']).state.own.consent).toBe(false);
    expect(talked(['我的学时', '可以帮别人查吗']).state.own.consent).toBe(false);
    expect(talked(['我的学时', '好的，换证到哪天']).state.own.consent).toBe(false);
  });

  it('given once lets a number go on with the look-up after a question in between', () => {
    expect(talked([...ASK, '换证到哪天', NUMBER]).state.open).toEqual({ kind: 'person-name' });
    expect(talked([...ASK, '#topic:contact', NUMBER]).state.open).toEqual({ kind: 'person-name' });
    expect(talked(['换证到哪天', NUMBER], REFUSED).state.open).toEqual({ kind: 'person-name' });
  });

  it('can be withdrawn while the number or the name is asked for', () => {
    for (const typed of [
      [...ASK, '我不想给身份证'],
      [...ASK, NUMBER, '不想说名字'],
    ]) {
      const { state } = talked(typed);
      expect(state.open).toBeNull();
      expect(state.own.idNumber).toBeNull();
    }
  });

  it.each([
    '别人能查我学时吗',
    '老板能看到我的学时吗',
    '会不会有人查我的学时',
    '我的学时会给公司看吗',
    'can others look up my hours?',
  ])('is not asked for by “%s”: it is told who may look', typed => {
    const spoken = talked([typed]);
    expect(spoken.state.open).toBeNull();
    expect(textOf(spoken)).toMatch(/^要有那个人的身份证号和姓名|^Only with that person/);
  });

  it.each([
    ['我要查我老婆的学时', '同意', NUMBER],
    ['可以帮我查他们的学时吗', '同意', NUMBER],
    [`帮我查一下我同事的学时 身份证${NUMBER} 示例乙`, '同意', `${NUMBER} 示例乙`],
    ['帮徒弟查一下学时', '他同意了', `身份证${NUMBER}`],
    [...ASK, `这是我徒弟的 ${NUMBER}`, NUMBER],
    [...ASK, NUMBER, '他叫示例乙', `${NUMBER} 示例乙`],
    [...ASK, '不是我的号码', NUMBER],
    ["check my wife's hours", 'I agree', NUMBER],
  ])('of somebody else who is said to be one are not looked up: %s', (...typed) => {
    const spoken = talked(typed);
    expect(spoken.answer.topic).toBe('my-hours');
    expect(textOf(spoken)).toMatch(/^别人的学时我不查|^Only for yourself/);
    expect(spoken.want).toBeUndefined();
    expect(spoken.state).toMatchObject({ open: null, own: { idNumber: null } });
  });

  it('are asked for anew once the person says that they are their own', () => {
    expect(talked(['我要查我老婆的学时', '查我自己的学时']).state.open).toEqual({ kind: 'consent' });
  });

  it('take a name that stands behind the number before anything was asked', () => {
    const spoken = talked([`查我自己的学时 ${NUMBER} 示例戊`, '同意']);
    expect(spoken.want).toEqual({ kind: 'person', by: { idNumber: NUMBER, name: '示例戊' } });
  });

  it.each(['帮我查一下我的学时', '我公司给我交的学时查一下', '怎么查学时'])('is asked for by “%s”', typed => {
    expect(talked([typed]).state.open).toEqual({ kind: 'consent' });
  });
});

describe('the single records', () => {
  it.each(['示例2021001', '证书编号：示例2021001', '我的证书编号是示例2021001'])(
    'are opened by “%s” typed after the totals',
    typed => {
      expect(talked([typed], withAccess(LEVEL_ONE)).want).toEqual({
        kind: 'person',
        by: { access: LEVEL_ONE, proof: '示例2021001' },
      });
    },
  );

  it.each([
    ['琼A002', '琼A002'],
    ['证书编号琼A002', '琼A002'],
    ['编号：A012', 'A012'],
    ['Q7b-9', 'Q7b-9'],
  ])('have no known format of number: %s', (typed, proof) => {
    expect(talked([typed], withAccess(LEVEL_ONE)).want).toEqual({ kind: 'person', by: { access: LEVEL_ONE, proof } });
  });

  it.each(['看明细', '每条记录', '看一下具体记录', 'See every record', 'show the records'])(
    'are asked for by “%s” as by the button',
    typed => {
      expect(talked([typed], withAccess(LEVEL_ONE)).state.open).toEqual({ kind: 'proof' });
      const level2: Access = { ...LEVEL_ONE, level: 2 };
      expect(talked([typed], withAccess(level2)).want).toEqual({ kind: 'person', by: { access: level2 } });
    },
  );

  it.each(['13800001111', '2023年3月15日', '2025年32学时', '换证到哪天'])('are not opened by “%s”', typed => {
    expect(talked([typed], withAccess(LEVEL_ONE)).want).toBeUndefined();
  });

  it('wait for their proof while something else is asked', () => {
    const asked = talked(['#own:records', '换证到哪天'], withAccess(LEVEL_ONE));
    expect(asked.want).toBeUndefined();
    expect(asked.state.open).toEqual({ kind: 'proof' });
    expect(talked(['ABCD-EFGH-JKLM-NPQR'], asked.state).want).toMatchObject({ by: { proof: 'ABCD-EFGH-JKLM-NPQR' } });
    expect(textOf(talked(['没有编号'], asked.state))).toMatch(/编号印在证书上/);
  });
});

describe('what is kept', () => {
  it('is told of a verified chat without contradiction', () => {
    const text = textOf(talked(['我的资料'], withAccess({ ...LEVEL_ONE, level: 2 })));
    expect(text).toMatch(/^我记着您在这里说的，和名册的关联/);
    expect(text).toMatch(/和名册的关联，核实后最长记一年/);
    expect(textOf(talked(['我的资料']))).toMatch(/^我只记着这次聊天里您说的证书情况/);
  });
});
