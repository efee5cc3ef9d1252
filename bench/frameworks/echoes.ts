import { Agent, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { run, sequentialize } from '@grammyjs/runner';
import { RedisAdapter } from '@grammyjs/storage-redis';
import { serve } from '@hono/node-server';
import { Bot, type Context, type SessionFlavor, session, webhookCallback } from 'grammy';
import { Hono } from 'hono';
import { Redis } from 'ioredis';
import { Telegraf, type Context as TelegrafContext, session as telegrafSession } from 'telegraf';
import type { Place } from './ours.ts';

/** What a session of the frameworks holds here: about as much as a small bot keeps of a person. */
interface Session {
  count: number;
  last: string;
}

type GrammyContext = Context & SessionFlavor<Session>;

export function grammyBare({ token, root }: Place): Promise<void> {
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.on('message:text', ctx => ctx.reply(ctx.message.text));
  return bot.start();
}

function grammyWithSession({ token, root, redisUrl }: Place): Bot<GrammyContext> {
  const bot = new Bot<GrammyContext>(token, { client: { apiRoot: root } });
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

export function grammyRunner(place: Place): void {
  run(grammyWithSession(place));
}

export async function grammyWebhook(place: Place): Promise<string> {
  const bot = grammyWithSession(place);
  await bot.init();
  return listening(webhookCallback(bot, 'http', { secretToken: 'bench' }));
}

interface SessionContext extends TelegrafContext {
  session: Session;
}

export function telegrafBare({ token, root }: Place): Promise<void> {
  const bot = new Telegraf(token, { telegram: { apiRoot: root } });
  bot.on('text', ctx => ctx.reply(ctx.message.text));
  return bot.launch();
}

function telegrafWithSession({ token, root, redisUrl }: Place): Telegraf<SessionContext> {
  const redis = new Redis(redisUrl);
  const store = {
    get: async (key: string) => JSON.parse((await redis.get(`t:${key}`)) ?? 'null') as Session | undefined,
    set: (key: string, value: Session) => redis.set(`t:${key}`, JSON.stringify(value)),
    delete: (key: string) => redis.del(`t:${key}`),
  };
  const bot = new Telegraf<SessionContext>(token, { telegram: { apiRoot: root } });
  bot.use(telegrafSession({ store, defaultSession: () => ({ count: 0, last: '' }) }));
  bot.on('text', async ctx => {
    ctx.session.count++;
    ctx.session.last = ctx.message.text;
    await ctx.reply(ctx.message.text);
  });
  return bot;
}

export function telegrafPolling(place: Place): Promise<void> {
  return telegrafWithSession(place).launch();
}

export async function telegrafWebhook(place: Place): Promise<string> {
  const bot = telegrafWithSession(place);
  bot.botInfo = await bot.telegram.getMe();
  return listening(bot.webhookCallback('/telegram', { secretToken: 'bench' }));
}

function listening(handle: Parameters<typeof createServer>[1]): Promise<string> {
  return new Promise(resolve => {
    const server = createServer(handle).listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`);
    });
  });
}

/** The web framework that our own channel stands on, with a session and nothing else. */
export async function honoWithSession({ redisUrl }: Place): Promise<string> {
  const redis = new Redis(redisUrl);
  const app = new Hono();
  let chats = 0;
  app.post('/api/chats', c => c.json({ chat: String(++chats), replies: [] }, 201));
  app.post('/api/chats/:chat/messages', async c => {
    const { text } = (await c.req.json()) as { text: string };
    const key = `w:${c.req.param('chat')}`;
    const kept = JSON.parse((await redis.get(key)) ?? '{"count":0}') as Session;
    await redis.set(key, JSON.stringify({ count: kept.count + 1, last: text }));
    return c.json({ replies: [{ text, citations: [], choices: [] }] });
  });
  return new Promise(resolve => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
  });
}

/** What Node can do with the same messages and no framework at all. */
export async function plainLoop({ token, root }: Place): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const call = (method: string, payload: object): Promise<{ result: unknown }> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(payload);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = httpRequest(`${root}/bot${token}/${method}`, { method: 'POST', agent, headers }, async response => {
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
