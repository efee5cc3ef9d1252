import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReview, initialState, type Review } from '../../src/dialogue/index.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import type { Store } from '../../src/store/port.ts';
import { freshFolder } from '../support/folder.ts';
import { conversation, Person } from '../support/talk.ts';

let store: Store;
let review: Review;
beforeAll(async () => {
  store = await openLmdbStore(freshFolder(), systemClock());
  review = createReview(store, systemClock().now);
});
afterAll(() => store.close());

const noted = (
  masked: string,
  kind: 'not-understood' | 'chosen' | 'not-helpful' = 'not-understood',
  topic = 'scope' as const,
) => ({ kind, masked, topic, locale: 'zh-CN' as const });

describe('the queue of messages to learn from', () => {
  it('counts everybody when all say the same at once', async () => {
    await Promise.all(Array.from({ length: 300 }, () => review.note(noted('新年快乐大家', 'not-understood'))));
    const item = (await review.open()).find(({ masked }) => masked.includes('新年快乐大家'));
    expect(item).toMatchObject({ notUnderstood: 300 });
    await review.ignore(item!.id);
  });

  it('counts the same words once, and remembers which topic people chose', async () => {
    await Promise.all([
      review.note(noted('那个咋整')),
      review.note(noted('那个咋整 ')),
      review.note(noted('那个咋整', 'chosen')),
      review.note(noted('那个咋整', 'not-helpful')),
    ]);
    const [item] = await review.open();
    expect(item).toMatchObject({
      masked: expect.stringContaining('那个咋整'),
      notUnderstood: 2,
      notHelpful: 1,
      chosen: { scope: 1 },
      status: 'open',
    });
  });

  it('keeps Chinese among the Chinese, whatever the language of the page', async () => {
    await review.note({ ...noted('我的那个红本本'), locale: 'en' });
    const item = (await review.open()).find(({ masked }) => masked === '我的那个红本本');
    expect(item?.locale).toBe('zh-CN');
    await review.ignore(item!.id);
  });

  it('gives what was assigned as phrases, and leaves out what is ignored', async () => {
    await review.note(noted('甲'));
    await review.note(noted('乙'));
    const items = await review.open();
    const idOf = (masked: string) => items.find(item => item.masked === masked)?.id ?? '';
    expect(await review.assign(idOf('甲'), 'contact')).toBe(true);
    expect(await review.ignore(idOf('乙'))).toBe(true);
    expect(await review.assign('ffffffffffff', 'contact')).toBe(false);
    expect((await review.assigned()).map(({ masked, topic }) => [masked, topic])).toEqual([['甲', 'contact']]);
    expect((await review.open()).map(({ masked }) => masked)).not.toContain('乙');
  });
});

describe('what the conversation notes', () => {
  it('is masked: no ID number or long number reaches the queue', () => {
    const turn = conversation(
      initialState('zh-CN'),
      { kind: 'text', text: '呃 440524188001010014 那个那个 13812345678' },
      { today: '2026-11-22', group: false, now: 0 },
    );
    expect(turn.state.lastText).not.toMatch(/\d{7}/);
    expect(JSON.stringify(turn.noted ?? {})).not.toMatch(/\d{7}/);
  });

  it('is an answer that did not help, on the topic and the words it was about', () => {
    const person = new Person();
    person.say('换证最迟到哪天');
    const turn = conversation(
      person.state,
      { kind: 'choice', id: 'feedback:down' },
      { today: person.today, group: false, now: 0 },
    );
    expect(turn.noted).toEqual({
      kind: 'not-helpful',
      locale: 'zh-CN',
      masked: '换证最迟到哪天',
      topic: 'renewal-deadline',
    });
    expect(turn.answer.replies[0]?.text).toMatch(/记下了/);
    const again = conversation(
      turn.state,
      { kind: 'choice', id: 'feedback:down' },
      { today: person.today, group: false, now: 0 },
    );
    expect(again.noted).toBeUndefined();
  });
});
