/** The bots that are compared, each alone in a process: `bots.ts <name> <root of the Bot API> <address of Redis>`. */

import { mkdtempSync, readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, sequentialize } from '@grammyjs/runner';
import { RedisAdapter } from '@grammyjs/storage-redis';
import { Bot, type Context, type SessionFlavor, session } from 'grammy';
import { Redis } from 'ioredis';
import { Telegraf, type Context as TelegrafContext, session as telegrafSession } from 'telegraf';
import { buildConversation, loadAllWords } from '../../src/app.ts';
import { grammyChannel } from '../../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../../src/channels/telegram/telegraf.ts';
import { createAssistant, initialState, reviveState } from '../../src/dialogue/index.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { sealedStore } from '../../src/store/sealed.ts';

const TOKEN = '1:bench';
const [name = '', root = '', redisUrl = ''] = process.argv.slice(2);

/** What a session of the frameworks holds here: about as much as a small bot keeps of a person. */
interface Session {
  count: number;
  last: string;
}

type GrammyContext = Context & SessionFlavor<Session>;

function grammyWithSession(): Bot<GrammyContext> {
  const bot = new Bot<GrammyContext>(TOKEN, { client: { apiRoot: root } });
  const storage = new RedisAdapter<Session>({ instance: new Redis(redisUrl) as never });
  bot.use(sequentialize(ctx => String(ctx.chat?.id)));
  bot.use(session({ initial: (): Session => ({ count: 0, last: '' }), storage }));
  bot.on('message:text', async ctx => {
    ctx.session.count++;
    ctx.session.last = ctx.message.text;
    await ctx.reply(ctx.message.text);
  });
  return bot;
}

interface SessionContext extends TelegrafContext {
  session: Session;
}

function telegrafWithSession(): Telegraf<SessionContext> {
  const redis = new Redis(redisUrl);
  const store = {
    get: async (key: string) => JSON.parse((await redis.get(`t:${key}`)) ?? 'null') as Session | undefined,
    set: (key: string, value: Session) => redis.set(`t:${key}`, JSON.stringify(value)),
    delete: (key: string) => redis.del(`t:${key}`),
  };
  const bot = new Telegraf<SessionContext>(TOKEN, { telegram: { apiRoot: root } });
  bot.use(telegrafSession({ store, defaultSession: () => ({ count: 0, last: '' }) }));
  bot.on('text', async ctx => {
    ctx.session.count++;
    ctx.session.last = ctx.message.text;
    await ctx.reply(ctx.message.text);
  });
  return bot;
}

async function huanzheng(open: typeof grammyChannel, engine: 'redis' | 'lmdb'): Promise<void> {
  const clock = systemClock();
  const bare =
    engine === 'redis'
      ? await openRedisStore([redisUrl], clock)
      : await openLmdbStore(mkdtempSync(join(tmpdir(), 'huanzheng-bench-')), clock);
  const store = sealedStore(bare, parseDataKeys(Buffer.alloc(32, 7).toString('base64'))!);
  const words = loadAllWords();
  const assistant = createAssistant({
    store,
    conversation: {
      initial: initialState,
      revive: reviveState,
      localeOf: state => state.locale,
      turn: buildConversation(words),
    },
    words: { errorAnswer: () => 'error', unsavedNote: () => 'not saved' },
    clock,
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
  await open({ token: TOKEN, apiRoot: root, assistant, words, rate: 1_000_000 }).start();
}

/** What Node can do with the same messages and no framework at all. */
async function plainLoop(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const call = (method: string, payload: object): Promise<{ result: unknown }> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(payload);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = httpRequest(`${root}/bot${TOKEN}/${method}`, { method: 'POST', agent, headers }, async response => {
        const parts: Buffer[] = [];
        for await (const part of response) parts.push(part as Buffer);
        resolve(JSON.parse(Buffer.concat(parts).toString()) as { result: unknown });
      });
      sent.on('error', reject).end(body);
    });
  let offset = 0;
  for (;;) {
    const { result } = await call('getUpdates', { offset, timeout: 30 });
    for (const { update_id, message } of result as { update_id: number; message: { chat: object; text: string } }[]) {
      offset = update_id + 1;
      void call('sendMessage', { chat_id: (message.chat as { id: number }).id, text: message.text });
    }
  }
}

/** Every bot by its name in the table. */
const BOTS: Readonly<Record<string, () => unknown>> = {
  'a plain loop without a framework': plainLoop,
  'grammY, its own polling': () => {
    const bot = new Bot(TOKEN, { client: { apiRoot: root } });
    bot.on('message:text', ctx => ctx.reply(ctx.message.text));
    return bot.start();
  },
  'grammY + runner + Redis session': () => run(grammyWithSession()),
  'huanzheng on grammY, Redis': () => huanzheng(grammyChannel, 'redis'),
  'huanzheng on grammY, embedded store': () => huanzheng(grammyChannel, 'lmdb'),
  'Telegraf, bare': () => {
    const bot = new Telegraf(TOKEN, { telegram: { apiRoot: root } });
    bot.on('text', ctx => ctx.reply(ctx.message.text));
    return bot.launch();
  },
  'Telegraf + Redis session': () => telegrafWithSession().launch(),
  'huanzheng on Telegraf, Redis': () => huanzheng(telegrafChannel, 'redis'),
};

/** Processor time in microseconds, and what memory is this process's own. */
export interface Spent {
  cpu: number;
  privateMb: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const [, kb = '0'] = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  process.send!({ cpu: user + system, privateMb: Number(kb) / 1024 } satisfies Spent);
});
process.on('unhandledRejection', error => {
  process.stderr.write(`${name}: ${error}\n`);
});
void Promise.resolve(BOTS[name]?.()).catch(error => process.stderr.write(`${name}: ${error}\n`));
