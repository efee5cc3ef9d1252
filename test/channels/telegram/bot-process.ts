/**
 * A bot in a process of its own, on the embedded store: `bot-process <framework> <root> <token> <folder>`. It numbers the messages of each chat, and
 * stops with nothing lost at the end of its input.
 */
import { once } from 'node:events';
import { grammyChannel } from '../../../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../../../src/channels/telegram/telegraf.ts';
import { createAssistant } from '../../../src/dialogue/assistant.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../../src/runtime/log.ts';
import { createMetrics } from '../../../src/runtime/metrics.ts';
import { openLmdbStore } from '../../../src/store/lmdb.ts';

const [framework, apiRoot = '', token = '', folder = ''] = process.argv.slice(2);
const clock = systemClock();
const store = await openLmdbStore(folder, clock);
const assistant = createAssistant<number>({
  store,
  conversation: {
    initial: () => 0,
    revive: stored => Number(stored),
    localeOf: () => 'zh-CN',
    turn(before, message) {
      const text = `${before + 1} ${message.kind === 'text' ? message.text : ''}`;
      const answer = {
        topic: 'help',
        topics: ['help'],
        certain: true,
        replies: [{ text, citations: [], choices: [] }],
      } as const;
      return { state: before + 1, answer };
    },
  },
  words: { errorAnswer: () => 'error', unsavedNote: () => 'unsaved' },
  clock,
  log: SILENT_LOG,
  metrics: createMetrics(),
  locale: 'zh-CN',
});
const label = { say: (id: string) => id };
const open = framework === 'grammY' ? grammyChannel : telegrafChannel;
const channel = open({
  token,
  apiRoot,
  assistant,
  words: { 'zh-CN': label, en: label },
  rate: 10_000,
  owedAfterMs: 200,
});
await channel.start();
process.stdin.resume();
await once(process.stdin, 'end');
await channel.stop();
await store.close();
process.exit(0);
