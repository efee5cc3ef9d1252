import { afterAll } from 'vitest';
import { grammyChannel } from '../../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../../src/channels/telegram/telegraf.ts';
import { type Assistant, createAssistant, initialState, reviveState } from '../../src/dialogue/index.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { channelContract } from '../contracts/channel.ts';
import { freshFolder } from '../support/folder.ts';
import { conversation } from '../support/talk.ts';
import { inTerminal, onTelegram, onWeb } from '../support/transcript-chats.ts';

const store = await openLmdbStore(freshFolder(), systemClock());
afterAll(() => store.close());

/** The real assistant, on that day, in a store that all conversations share. */
async function assistantOn(day: string): Promise<Assistant> {
  return createAssistant({
    store,
    conversation: { initial: initialState, revive: reviveState, localeOf: state => state.locale, turn: conversation },
    words: { errorAnswer: (_, number) => `error ${number}`, unsavedNote: () => 'unsaved' },
    clock: systemClock(day),
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
}

channelContract('the web', onWeb, assistantOn);
channelContract('the terminal', inTerminal, assistantOn);
channelContract('Telegram under grammY', onTelegram(grammyChannel), assistantOn);
channelContract('Telegram under Telegraf', onTelegram(telegrafChannel), assistantOn);
