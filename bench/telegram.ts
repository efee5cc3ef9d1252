/**
 * Messages a second, taken, answered by the real assistant on the embedded store and sent, with a Bot API that takes 30 ms for every call:
 * `node scripts/run-ts.mjs bench/telegram.ts [messages]`. The Bot API server is a process of its own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bot } from 'grammy';
import { grammyChannel } from '../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../src/channels/telegram/telegraf.ts';
import { type Assistant, createAssistant, initialState, reviveState } from '../src/dialogue/index.ts';
import { systemClock } from '../src/runtime/clock.ts';
import { SILENT_LOG } from '../src/runtime/log.ts';
import { createMetrics } from '../src/runtime/metrics.ts';
import { openLmdbStore } from '../src/store/lmdb.ts';
import { BotApi } from '../test/support/bot-api/server.ts';
import { conversation, words } from '../test/support/talk.ts';

const DELAY_MS = 30;
const CHATS = 1000;

interface Start {
  root: string;
  token: string;
}

/** The other process: a Bot API server with messages waiting, which tells how many replies a second it was sent. */
async function serve(messages: number): Promise<void> {
  const api = await BotApi.start();
  api.delayMs = DELAY_MS;
  const people = Array.from({ length: CHATS }, () => api.person());
  for (let n = 0; n < messages; n++) people[n % CHATS]?.say('一年要学几个学时');
  process.send?.({ root: api.root, token: api.token } satisfies Start);
  await api.until(() => api.calls.length > 0);
  const began = performance.now();
  let sent = 0;
  let seen = 0;
  while (sent < messages) {
    await new Promise(resolve => setTimeout(resolve, 5));
    for (; seen < api.calls.length; seen++) if (api.calls[seen]?.method === 'sendMessage') sent++;
  }
  process.send?.((messages * 1000) / (performance.now() - began));
}

async function measure(
  name: string,
  messages: number,
  start: (to: Start) => Promise<() => Promise<unknown>>,
): Promise<void> {
  const server: ChildProcess = fork('scripts/run-ts.mjs', ['bench/telegram.ts', 'serve', `${messages}`]);
  const [to] = (await once(server, 'message')) as [Start];
  const before = process.cpuUsage();
  const stop = await start(to);
  const [perSecond] = (await once(server, 'message')) as [number];
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${name.padEnd(28)} ${Math.round(perSecond).toString().padStart(6)} messages/s   ${Math.round((user + system) / messages)} µs of CPU a message`,
  );
  await stop();
  server.kill();
}

/** grammY alone, with its own polling and a handler that does nothing but reply. */
async function builtIn({ root, token }: Start): Promise<() => Promise<unknown>> {
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.on('message', ctx => ctx.reply('32'));
  void bot.start();
  return () => bot.stop();
}

const [what = '10000', count = '0'] = process.argv.slice(2);
if (what === 'serve') await serve(Number(count));
else await compare(Number(what));

async function compare(messages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-bench-'));
  const clock = systemClock();
  const store = await openLmdbStore(folder, clock);
  const run = {
    initial: initialState,
    revive: reviveState,
    localeOf: (state: { locale: 'zh-CN' | 'en' }) => state.locale,
    turn: conversation,
  };
  const phrases = { errorAnswer: () => 'error', unsavedNote: () => 'not saved' };
  const assistant: Assistant = createAssistant({
    store,
    conversation: run,
    words: phrases,
    clock,
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
  const channel =
    (open: typeof grammyChannel, offset: string) =>
    async ({ root, token }: Start) => {
      // Each framework meets people of its own: what one has answered is no work for the other.
      const named: Assistant = {
        ...assistant,
        owed: () => assistant.owed('none:', 0),
        receive: incoming => assistant.receive({ ...incoming, chat: incoming.chat + offset }),
      };
      const made = open({ token, apiRoot: root, assistant: named, words, rate: 1_000_000 });
      await made.start();
      return () => made.stop();
    };
  await measure('grammY, its own polling', Math.min(messages, 200), builtIn);
  for (let round = 1; round <= 2; round++) {
    await measure('huanzheng on grammY', messages, channel(grammyChannel, `1${round}`));
    await measure('huanzheng on Telegraf', messages, channel(telegrafChannel, `2${round}`));
  }
  await store.close();
  rmSync(folder, { recursive: true });
}
