/** A Bot API server that does as little as it can: what it cannot carry would be taken for a limit of the bots. A process of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { type Load, Watch } from './load.ts';
import { asksForOwn, CHATS, scriptOf } from './script.ts';

/** As many as Telegram posts at the same time by default. */
const WEBHOOKS_AT_ONCE = 40;
const OK = JSON.stringify({ ok: true, result: true });
const ME = JSON.stringify({ ok: true, result: { id: 1, is_bot: true, first_name: 'b', username: 'bench_bot' } });

interface Chat {
  id: number;
  own: boolean;
  script: readonly string[];
  said: number;
  /** When the message that waits for an answer could be fetched; 0: none does. */
  sinceMs: number;
}

const chats: Chat[] = Array.from({ length: CHATS }, (_, n) => ({
  id: 1_000_000 + n,
  own: asksForOwn(n),
  script: scriptOf(n),
  said: 0,
  sinceMs: 0,
}));
const byId = new Map(chats.map(chat => [chat.id, chat]));
let free = [...chats];
let updateId = 1;
let hooks: { pool: Pool; path: string } | undefined;
let posting = 0;
const watch = new Watch(load => {
  free = chats.filter(chat => chat.sinceMs === 0);
  if (load.target === undefined || hooks !== undefined) return;
  const { origin, pathname } = new URL(load.target);
  hooks = { pool: new Pool(origin, { connections: WEBHOOKS_AT_ONCE }), path: pathname };
  setInterval(post, 2);
});

function nextUpdates(most: number): object[] {
  const updates: object[] = [];
  const due = watch.due(Math.min(most, free.length));
  for (const [index, chat] of free.splice(0, due.length).entries()) {
    chat.sinceMs = due[index]!;
    const person = { id: chat.id, is_bot: false, first_name: 'P', language_code: 'zh-hans' };
    const said = chat.script[chat.said++ % chat.script.length]!;
    const text = watch.load.fresh === true ? said + spacesOf(updateId) : said;
    const message = { message_id: updateId, date: 1, chat: { id: chat.id, type: 'private', first_name: 'P' }, text };
    updates.push({ update_id: updateId++, message: { ...message, from: person } });
  }
  return updates;
}

/** Spaces of two widths that say a number: they change nothing of what a text means. */
const spacesOf = (number: number): string => number.toString(2).replaceAll('0', ' ').replaceAll('1', '\u3000');

function answered(chatId: number): void {
  const chat = byId.get(chatId);
  if (chat === undefined || chat.sinceMs === 0) return;
  watch.answered(performance.now() - chat.sinceMs, chat.own);
  chat.sinceMs = 0;
  free.push(chat);
  if (hooks !== undefined) post();
}

function bodyOf(request: IncomingMessage, whole: (body: Buffer) => void): void {
  const parts: Buffer[] = [];
  request.on('data', part => parts.push(part)).on('end', () => whole(Buffer.concat(parts)));
}

function serve(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const method = request.url!.slice(request.url!.lastIndexOf('/') + 1);
  if (method === 'getUpdates') answerPoll(request, response);
  else if (method === 'sendMessage') later(() => end(response, taken(body)));
  else later(() => end(response, method === 'getMe' ? ME : OK));
}

/** Notes the answer, and says what Telegram says of a message that it took. */
function taken(body: Buffer): string {
  const chat = Number((JSON.parse(body.toString()) as { chat_id: unknown }).chat_id);
  answered(chat);
  return `{"ok":true,"result":{"message_id":${updateId},"date":1,"chat":{"id":${chat},"type":"private"},"text":""}}`;
}

function answerPoll(request: IncomingMessage, response: ServerResponse): void {
  if (request.socket.destroyed) return;
  const updates = nextUpdates(100);
  if (updates.length === 0) setTimeout(answerPoll, 2, request, response);
  else later(() => end(response, JSON.stringify({ ok: true, result: updates })));
}

function later(act: () => void): void {
  const { delayMs } = watch.load;
  if (delayMs === 0) act();
  else setTimeout(act, delayMs);
}

function end(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

const HOOK_HEADERS = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'bench' };

/** Keeps as many posts under way as there are messages for. */
function post(): void {
  while (hooks !== undefined && posting < WEBHOOKS_AT_ONCE) {
    const [update] = nextUpdates(1);
    if (update === undefined) return;
    posting++;
    void hooks.pool
      .request({ path: hooks.path, method: 'POST', headers: HOOK_HEADERS, body: JSON.stringify(update) })
      .then(({ body }) => body.dump())
      .catch(() => {})
      .finally(() => {
        posting--;
        post();
      });
  }
}

process.on('message', (told: Load | 'look') => watch.told(told));
const server = createServer((request, response) => bodyOf(request, body => serve(request, response, body)));
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
