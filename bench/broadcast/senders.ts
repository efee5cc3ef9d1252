/** Whoever sends the same text to many, each alone in a process: `senders.ts <name> <root> <per second> <recipients> <address of Redis>`. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { apiThrottler } from '@grammyjs/transformer-throttler';
import { Queue, Worker } from 'bullmq';
import { Api } from 'grammy';
import { Redis } from 'ioredis';
import { grammyChannel } from '../../src/channels/telegram/grammy.ts';
import { createBudget, createDelivery, type Mailing } from '../../src/delivery/index.ts';
import { createBullQueue } from '../../src/delivery/queue-bullmq.ts';
import { createEmbeddedQueue } from '../../src/delivery/queue-embedded.ts';
import { createSubscribers } from '../../src/reminders/subscribers.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { NOTHING } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { patientRedis } from '../../src/store/redis-client.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import { words } from '../../test/support/talk.ts';

const TOKEN = '1:bench';
const TEXT = '今年的学时到2026年12月31日为止。';
const [name = '', root = '', rate = '', count = '', redisUrl = ''] = process.argv.slice(2);
const [perSecond, recipients] = [Number(rate), Number(count)];
const clock = systemClock();
const chats = Array.from({ length: recipients }, (_, n) => 1_000_000 + n);

/** Through subscribers in the store, the ledger and the real channel, as the server does it. */
async function huanzheng(engine: 'lmdb' | 'redis'): Promise<void> {
  const bare =
    engine === 'redis'
      ? await openRedisStore([redisUrl], clock)
      : await openLmdbStore(mkdtempSync(join(tmpdir(), 'huanzheng-bench-')), clock);
  const store = sealedStore(bare, parseDataKeys(Buffer.alloc(32, 7).toString('base64'))!);
  const subscribers = createSubscribers({ store, now: clock.now });
  const wish = { locale: 'zh-CN', leads: [30], person: null, sinceMs: 0, seenMs: 0 };
  for (let at = 0; at < recipients; at += 1000)
    await store.writeAll(
      chats.slice(at, at + 1000).map(id => ({
        key: `subscriber:telegram:${id}`,
        value: Buffer.from(JSON.stringify({ ...wish, chat: `telegram:${id}` })),
        expected: NOTHING,
      })),
    );
  const pause = (ms: number, signal?: AbortSignal) => wait(ms, undefined, signal === undefined ? {} : { signal });
  const budget = createBudget({ store, name: 'telegram', perSecond, now: clock.now, wait: pause, log: SILENT_LOG });
  const assistant = { owed: async function* () {} } as never;
  const channel = grammyChannel({ token: TOKEN, apiRoot: root, assistant, words, shared: budget });
  const onFault = (): void => {};
  const delivery = createDelivery({
    store,
    clock,
    log: SILENT_LOG,
    budget,
    queue:
      engine === 'redis'
        ? createBullQueue({ connect: () => patientRedis([redisUrl]), onFault })
        : createEmbeddedQueue(onFault),
    sources: {
      bench: {
        async *recipients() {
          for await (const { chat } of subscribers.everyone()) yield chat;
        },
        async prepare(_: Mailing, chat: string) {
          const one = await subscribers.find(chat);
          if (one === undefined) return { chat, skip: 'unsubscribed' };
          return { chat, replies: [{ text: TEXT, citations: [], choices: [] }] };
        },
      },
    },
    deliver: (chat, replies) => channel.deliver(chat, replies as never),
  });
  process.send!('ready');
  await delivery.mailings.add({ id: 'm1', kind: 'bench', notBeforeMs: clock.now(), urgent: true });
  await delivery.start();
}

/** BullMQ as its own documents have it: a job per message, its rate limiter, one worker. */
async function bareBullMq(): Promise<void> {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue<{ chat: number }>('bench', { connection });
  const api = new Api(TOKEN, { apiRoot: root });
  process.send!('ready');
  new Worker<{ chat: number }>('bench', job => api.sendMessage(job.data.chat, TEXT).then(() => {}), {
    connection: connection.duplicate(),
    concurrency: 200,
    limiter: { max: perSecond, duration: 1000 },
  });
  for (let at = 0; at < recipients; at += 1000)
    await queue.addBulk(
      chats.slice(at, at + 1000).map(chat => ({ name: 'send', data: { chat }, opts: { removeOnComplete: true } })),
    );
}

/** grammY's own throttler, all messages at once, as a loop over a list would have it. */
async function throttler(): Promise<void> {
  const api = new Api(TOKEN, { apiRoot: root });
  api.config.use(
    apiThrottler({
      global: { reservoir: perSecond, reservoirRefreshAmount: perSecond, reservoirRefreshInterval: 1000 },
    }),
  );
  process.send!('ready');
  await Promise.all(chats.map(chat => api.sendMessage(chat, TEXT).catch(() => {})));
}

const SENDERS: Readonly<Record<string, () => Promise<void>>> = {
  'huanzheng, embedded store': () => huanzheng('lmdb'),
  'huanzheng, Redis': () => huanzheng('redis'),
  'BullMQ with its rate limiter': bareBullMq,
  'grammY with transformer-throttler': throttler,
};

process.on('message', () => process.send!(Math.round(process.memoryUsage().rss / 1e6)));
void SENDERS[name]!();
