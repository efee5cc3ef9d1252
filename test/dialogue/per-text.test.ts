import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createConversation, initialState } from '../../src/dialogue/index.ts';
import { cue, PerText, perText } from '../../src/dialogue/per-text.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { createUnderstanding, type Understand } from '../../src/understanding/index.ts';
import { words } from '../support/talk.ts';

const understanding = createUnderstanding();
const MOMENT = { today: '2026-11-22', group: false, now: 0 };

const conversationOn = (understand: Understand) =>
  createConversation({ notice: hainanNotice, words, understand, hasRoster: true });

/** A conversation, and the texts that were handed to the understanding. */
function listening() {
  const heard: string[] = [];
  const take = conversationOn((text, situation) => {
    heard.push(text);
    return understanding(text, situation);
  });
  return {
    heard,
    /** Said one after another by somebody new. */
    say: (...texts: readonly string[]) =>
      texts.reduce((state, text) => take(state, { kind: 'text', text }, MOMENT).state, initialState('zh-CN')),
  };
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

describe('what a text says', () => {
  it('is the same for whoever writes it, whatever they said before', () => {
    const messages = ['everyday-zh', 'everyday-en', 'hours-told', 'quick'].flatMap(name =>
      readFileSync(new URL(`../understanding/held-out/${name}.jsonl`, import.meta.url), 'utf8')
        .trim()
        .split('\n')
        .filter((_, line) => line % 8 === 0)
        .map(line => (JSON.parse(line) as { text: string }).text),
    );
    // Whoever changed what is remembered would fail.
    const remembers = conversationOn((text, situation) => frozen(understanding(text, situation)));
    let states = Array.from({ length: 6 }, (_, person) => initialState(person % 2 === 0 ? 'zh-CN' : 'en'));
    for (const text of messages)
      states = states.map(state => {
        const message = { kind: 'text', text } as const;
        const turn = remembers(state, message, MOMENT);
        expect(turn).toEqual(conversationOn(understanding)(state, message, MOMENT));
        return turn.state;
      });
    expect(messages.length).toBeGreaterThan(100);
  });

  it('is understood once for all who are in the same place of a conversation', () => {
    const { heard, say } = listening();
    for (let person = 0; person < 5; person += 1) say('换证最迟什么时候', '学时不够会作废吗');
    expect(heard).toEqual(['换证最迟什么时候', '学时不够会作废吗']);
    say('学时不够会作废吗');
    expect(heard).toHaveLength(3);
  });

  it.each([
    ['an ID number', ['460000198804120011']],
    ['a name', ['我叫王小明，还差多少学时']],
    ['a telephone', ['打13876543210找我']],
    ['a certificate number', ['证书编号琼A12345']],
    ['an employer', ['我在海南示例建筑有限公司，证能换吗']],
    ['a one-time code', ['the sms code is 4821']],
    ['a password', ['my passcode is a1b2']],
    ['what is asked of somebody alone', ['查我自己的学时', '同意', '示例人']],
    ['a long story', ['我的证是二〇一七年发的，后来一直没有上班，去年才重新回到工地'.repeat(3)]],
  ])('is not remembered with %s', (_, texts) => {
    const { heard, say } = listening();
    say(...texts);
    say(...texts);
    expect(heard.filter(text => text === texts.at(-1))).toHaveLength(2);
  });

  it('is remembered for a few days and places of a conversation, and not without end', () => {
    const heard: string[] = [];
    const take = conversationOn((text, situation) => {
      heard.push(situation.today);
      return understanding(text, situation);
    });
    const days = Array.from({ length: 9 }, (_, day) => `2026-12-0${day + 1}`);
    for (const today of [...days, days[8]!, days[0]!])
      take(initialState('zh-CN'), { kind: 'text', text: '谢谢' }, { ...MOMENT, today });
    expect(heard).toEqual([...days, days[0]]);
  });

  it('is forgotten when a thousand others have been written since', () => {
    const { heard, say } = listening();
    const others = Array.from(
      { length: 1_000 },
      (_, at) => `多谢${['呀', '啊', '哦'].map((sound, place) => sound.repeat((at / 10 ** place) % 10)).join('')}`,
    );
    say('谢谢');
    for (const other of others) say(other);
    const before = heard.length;
    say(others.at(-1)!);
    expect(heard).toHaveLength(before);
    say('谢谢');
    expect(heard).toHaveLength(before + 1);
  });
});

describe('what is worked out per text', () => {
  it('is worked out once in a turn and, where the text may be kept, once for all turns', () => {
    const asked: string[] = [];
    const length = perText(text => asked.push(text) && text.length);
    const hasA = cue(/a/);
    const texts = new PerText();
    const turn = (text: string) => () => [length(text), length(text), hasA.test(text), hasA.test(text), hasA.test('b')];
    for (const keeps of [false, true, true])
      expect(texts.take('abc', turn('abc'), () => keeps)).toEqual([3, 3, true, true, false]);
    expect(asked).toEqual(['abc', 'abc']);
    expect(texts.take('bcd', turn('bcd'), () => true)).toEqual([3, 3, false, false, false]);
  });

  it('is worked out anew for every other text, and outside of turns', () => {
    const asked: string[] = [];
    const same = perText(text => (asked.push(text) > 0 ? text : ''));
    const texts = new PerText();
    expect(
      texts.take(
        'a',
        () => [same('b'), same('b'), same('a')],
        () => true,
      ),
    ).toEqual(['b', 'b', 'a']);
    expect(same('a')).toBe('a');
    expect(asked).toEqual(['b', 'b', 'a', 'a']);
  });

  it('leaves nothing behind when a turn fails', () => {
    const asked: string[] = [];
    const same = perText(text => (asked.push(text) > 0 ? text : ''));
    const fails = () => {
      same('a');
      throw new Error('a fault');
    };
    const texts = new PerText();
    expect(() => texts.take('a', fails, () => true)).toThrow('a fault');
    expect(
      texts.take(
        'a',
        () => same('a'),
        () => true,
      ),
    ).toBe('a');
    expect(asked).toEqual(['a', 'a']);
  });
});
