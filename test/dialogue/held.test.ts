import { expect, it } from 'vitest';
import { buildConversation } from '../../src/app.ts';
import { createAssistant, initialState, reviveState } from '../../src/dialogue/index.ts';
import { fixedClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { freshFolder } from '../support/folder.ts';
import { words } from '../support/talk.ts';

it('a look-up is saved at once, and its answer and every repeat of it are held until they may be told', async () => {
  const clock = fixedClock('2026-11-22T08:00:00+08:00');
  const store = await openLmdbStore(freshFolder(), clock);
  const assistant = createAssistant({
    store,
    conversation: {
      initial: initialState,
      revive: reviveState,
      localeOf: state => state.locale,
      turn: buildConversation(words, { hasRoster: true }),
    },
    words: { errorAnswer: () => 'error', unsavedNote: () => 'not saved' },
    fulfil: async () => ({ kind: 'person', found: null, holdMs: 250 }),
    clock,
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
  const say = (id: string, text: string) =>
    assistant.receive({ chat: 'telegram:1', id, message: { kind: 'text', text } });
  for (const [at, text] of ['查我自己的学时', '同意', '460000198804121011'].entries())
    expect(await say(`u${at}`, text)).not.toHaveProperty('heldMs');
  const held = await say('u4', '示例甲');
  expect(held).toMatchObject({ delivery: 'new', heldMs: 250 });
  clock.pass(100);
  expect(await say('u4', '示例甲')).toMatchObject({ delivery: 'unsent', heldMs: 150, answer: held.answer });
  clock.pass(150);
  expect(await say('u4', '示例甲')).not.toHaveProperty('heldMs');
  await store.close();
});
