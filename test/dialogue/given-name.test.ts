import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Message, type State } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { words } from '../support/talk.ts';

const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
const moment = { today: '2026-11-22', now: 1_000, group: false };
const BEFORE: readonly Message[] = [
  { kind: 'choice', id: 'topic:my-hours' },
  { kind: 'choice', id: 'own:yes' },
  { kind: 'text', text: '11010519491231002X' },
];

/** Says something where the name is asked for. */
function give(name: string, locale: 'zh-CN' | 'en' = 'zh-CN') {
  let state: State = initialState(locale);
  for (const message of BEFORE) state = turn(state, message, moment).state;
  expect(state.open).toEqual({ kind: 'person-name' });
  return turn(state, { kind: 'text', text: name }, moment);
}

const nameWanted = (name: string) => {
  const { want } = give(name);
  return want?.kind === 'person' && 'name' in want.by ? want.by.name : undefined;
};

describe('a name for the look-up', () => {
  it.each([
    ['我姓陈，叫志强', '陈志强'],
    ['姓陈名志强', '陈志强'],
    ['姓陈叫陈志强', '陈志强'],
    ['我姓欧阳，名修', '欧阳修'],
    ['陈志强，男', '陈志强'],
    ['陈志强 施工员', '陈志强'],
    ['我叫陈志强，大家叫我强哥', '陈志强'],
    ['我叫陈工', '陈工'],
    ['买买提·吐尔逊', '买买提·吐尔逊'],
  ])('is put together and taken out of its sentence: %s', (text, name) => expect(nameWanted(text)).toBe(name));

  it.each(['我姓陈', '免贵姓王', '老陈', '叫我老陈', '陈师傅', '小王', '阿强', '强哥', '陈工', '王女士'])(
    'that is a part or what others call somebody costs no try: %s',
    text => {
      const { want, state, answer } = give(text);
      expect(want).toBeUndefined();
      expect(state.open).toEqual({ kind: 'person-name' });
      expect(answer.replies[0]?.text).toMatch(/全名/);
      expect(answer.topic).toBe('my-hours');
    },
  );

  it.each([
    'my surname is Chen',
    'Mr Chen',
    'call me Tony',
    'everyone calls me Old Chen',
    'Tony',
    'surname Chen, given name Zhiqiang',
    'my last name is Chen and my first name is Zhiqiang',
  ])('that is no full name is asked for again in English: %s', text => {
    const { want, answer } = give(text, 'en');
    expect(want).toBeUndefined();
    expect(answer.replies[0]?.text).toMatch(/full name|in one/);
  });

  it.each(['my name is Chen Zhiqiang', 'I am Chen Zhiqiang', "it's John Smith"])('is taken in English: %s', text =>
    expect(give(text, 'en').want?.kind).toBe('person'),
  );
});
