/** A Bot API server that does as little as it can: what it cannot carry would be taken for a limit of the bots. A process of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { SCRIPTS } from './script.ts';

/** What it is told: to offer so many messages a second (`Infinity`: always a next one), to take so long for every call, to whom to post. */
export interface Load {
  perSecond: number;
  delayMs: number;
  /** By webhook, in place of polling. */
  webhook?: string;
}

/** What it has seen since it was last asked. */
export interface Seen {
  answers: number;
  /** Milliseconds from the moment a message could be fetched to the call that answers it. */
  latencies: number[];
  seconds: number;
}

const CHATS = 2000;
const WEBHOOKS_AT_ONCE = 40;
const OK = JSON.stringify({ ok: true, result: true });
const ME = JSON.stringify({ ok: true, result: { id: 1, is_bot: true, first_name: 'b', username: 'bench_bot' } });

interface Chat {
  id: number;
  script: readonly string[];
  said: number;
  /** When the message that waits for an answer could be fetched; 0: none does. */
  sinceMs: number;
}

const chats: Chat[] = Array.from({ length: CHATS }, (_, n) => ({
  id: 1_000_000 + n,
  script: SCRIPTS[n % SCRIPTS.length]!,
  said: 0,
  sinceMs: 0,
}));
const byId = new Map(chats.map(chat => [chat.id, chat]));
let free = [...chats];
let updateId = 1;
let load: Load = { perSecond: Number.POSITIVE_INFINITY, delayMs: 0 };
let answers = 0;
let latencies: number[] = [];
let lookedMs = performance.now();
let dueSinceMs = performance.now();
let given = 0;
let waiting: (() => void) | undefined;
let posting = 0;

function nextUpdates(most: number): object[] {
  const now = performance.now();
  const due = Math.min(most, Math.floor(((now - dueSinceMs) / 1000) * load.perSecond - given), free.length);
  const updates: object[] = [];
  for (const chat of free.splice(0, Math.max(0, due))) {
    given++;
    chat.sinceMs = load.perSecond === Number.POSITIVE_INFINITY ? now : dueSinceMs + (given / load.perSecond) * 1000;
    const person = { id: chat.id, is_bot: false, first_name: 'P', language_code: 'zh-hans' };
    const text = chat.script[chat.said++ % chat.script.length]!;
    const message = { message_id: updateId, date: 1, chat: { id: chat.id, type: 'private', first_name: 'P' }, text };
    updates.push({ update_id: updateId++, message: { ...message, from: person } });
  }
  return updates;
}

function answered(chatId: number): void {
  const chat = byId.get(chatId);
  if (chat === undefined || chat.sinceMs === 0) return;
  answers++;
  latencies.push(performance.now() - chat.sinceMs);
  chat.sinceMs = 0;
  free.push(chat);
  if (waiting !== undefined && load.perSecond === Number.POSITIVE_INFINITY) waiting();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.url!.slice(request.url!.lastIndexOf('/') + 1);
  const body = await bodyOf(request);
  if (method === 'getUpdates') return end(response, await updatesFor(request));
  if (method === 'sendMessage') {
    const chat = Number((JSON.parse(body.toString()) as { chat_id: unknown }).chat_id);
    const result = `{"ok":true,"result":{"message_id":${updateId},"date":1,"chat":{"id":${chat},"type":"private"},"text":""}}`;
    const done = (): void => {
      answered(chat);
      end(response, result);
    };
    if (load.delayMs === 0) return done();
    setTimeout(done, load.delayMs);
    return;
  }
  const result = method === 'getMe' ? ME : OK;
  if (load.delayMs === 0) end(response, result);
  else setTimeout(() => end(response, result), load.delayMs);
}

async function updatesFor(request: IncomingMessage): Promise<string> {
  for (;;) {
    const updates = nextUpdates(100);
    if (updates.length > 0) {
      if (load.delayMs > 0) await new Promise(resolve => setTimeout(resolve, load.delayMs));
      return JSON.stringify({ ok: true, result: updates });
    }
    if (request.destroyed && request.socket.destroyed) return JSON.stringify({ ok: true, result: [] });
    await new Promise<void>(resolve => {
      waiting = resolve;
      setTimeout(resolve, 2);
    });
  }
}

function end(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Keeps so many posts under way as Telegram would by default. */
async function post(): Promise<void> {
  const url = load.webhook!;
  while (load.webhook === url) {
    const [update] = posting < WEBHOOKS_AT_ONCE ? nextUpdates(1) : [];
    if (update === undefined) {
      await new Promise(resolve => setImmediate(resolve));
      continue;
    }
    posting++;
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'bench' };
    void fetch(url, { method: 'POST', headers, body: JSON.stringify(update) })
      .then(response => response.arrayBuffer())
      .catch(() => {})
      .finally(() => posting--);
  }
}

process.on('message', (told: Load | 'look') => {
  const now = performance.now();
  const seconds = (now - lookedMs) / 1000;
  if (told === 'look') process.send!({ answers, latencies, seconds } satisfies Seen);
  else {
    load = told;
    free = chats.filter(chat => chat.sinceMs === 0);
    dueSinceMs = now;
    given = 0;
    if (load.webhook !== undefined) void post();
  }
  answers = 0;
  latencies = [];
  lookedMs = now;
});

const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1', () => {
  server.keepAliveTimeout = 600_000;
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
