/**
 * What a full turn costs, by part and by store: `npm run bench:turn [-- rounds]`. The same people talk to both stores in turns, one message
 * after another, through the web channel's handler without a socket. Needs `npm run build` for the start-up time and a redis-server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { createWeb, type Web } from '../src/channels/web/server.ts';
import type { Answered, Opened } from '../src/channels/web/wire.ts';
import { createAssistant, createConversation, initialState, reviveState } from '../src/dialogue/index.ts';
import { loadWords } from '../src/locale/index.ts';
import { hainanNotice } from '../src/policies/hainan-2020-135/notice.ts';
import { systemClock } from '../src/runtime/clock.ts';
import { SILENT_LOG } from '../src/runtime/log.ts';
import { createMetrics } from '../src/runtime/metrics.ts';
import { parseDataKeys } from '../src/store/keys.ts';
import { openLmdbStore } from '../src/store/lmdb.ts';
import type { Store } from '../src/store/port.ts';
import { openRedisStore } from '../src/store/redis.ts';
import { sealedStore } from '../src/store/sealed.ts';
import { createUnderstanding } from '../src/understanding/index.ts';
import { cpuByFolder } from './cpu-by-folder.ts';
import { DOORS, type Door, Doors } from './doors.ts';
import { firstAnswerMs } from './first-answer.ts';
import { MESSAGES, PEOPLE, type Sent } from './turn-script.ts';

const WARM_UP = 3;
/** Everybody of the script, so often in one measurement; each time in a chat of their own. */
const CROWDS = 12;
const STARTS = 5;
const MANY = { requests: 1_000_000_000, seconds: 1 };
const keys = parseDataKeys(Buffer.alloc(32, 7).toString('base64'))!;
const clock = systemClock();
const words = { 'zh-CN': loadWords('zh-CN', hainanNotice), en: loadWords('en', hainanNotice) };
const understanding = createUnderstanding();

interface Contender {
  name: string;
  web: Web;
  doors: Doors;
  /** One number a round, by what was measured: microseconds a message. */
  figures: Map<string, number[]>;
}

function contender(name: string, bare: Store): Contender {
  const doors = new Doors();
  const conversation = createConversation({ notice: hainanNotice, words, understand: doors.understand(understanding) });
  const assistant = createAssistant({
    store: doors.store(sealedStore(bare, keys)),
    conversation: {
      initial: initialState,
      revive: reviveState,
      localeOf: state => state.locale,
      turn: (...turn) => doors.sync('dialogue', 'assistant', () => conversation(...turn)),
    },
    words: { errorAnswer: () => 'error', unsavedNote: () => 'not saved' },
    clock,
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
    // As if every message met another process: each turn reads, opens and revives the state.
    remembered: 1,
  });
  const web = createWeb({
    assistant: doors.assistant(assistant),
    words,
    clauses: hainanNotice.policy.clauses,
    tokenKeys: keys.derive('chat-token'),
    log: SILENT_LOG,
    metrics: new Registry(),
    ready: async () => undefined,
    now: clock.now,
    locale: 'zh-CN',
    host: '127.0.0.1',
    port: 0,
    limits: { network: MANY, chat: MANY },
  });
  return { name, web, doors, figures: new Map() };
}

async function post<T>({ web, doors }: Contender, path: string, body: unknown): Promise<T> {
  const request = new Request(`http://localhost/api/chats${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Host: 'localhost' },
    body: JSON.stringify(body),
  });
  return doors.wait('channel', undefined, async () => {
    const response = await web.fetch(request);
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  });
}

/** Everybody's chats side by side: each message belongs to another chat than the one before. */
async function crowd(one: Contender, chats: readonly string[]): Promise<void> {
  const offered = new Map<number, readonly { id: string }[]>();
  const longest = Math.max(...PEOPLE.map(messages => messages.length));
  for (let step = 0; step < longest; step++)
    for (const [person, messages] of PEOPLE.entries()) {
      const sent = messages[step];
      if (sent === undefined) continue;
      const body = bodyOf(sent, offered.get(person) ?? []);
      const { replies } = await post<Answered>(one, `/${chats[person]}/messages`, { ...body, id: `m${step}` });
      offered.set(person, replies.at(-1)?.choices ?? []);
    }
}

function bodyOf(sent: Sent, offered: readonly { id: string }[]): { text: string } | { choice: string } {
  if (!('pick' in sent)) return sent;
  return { choice: offered[sent.pick]?.id ?? 'topic:help' };
}

async function openChats(one: Contender): Promise<string[][]> {
  const open = async () => (await post<Opened>(one, '', { locale: 'zh-CN' })).chat;
  return Promise.all(Array.from({ length: CROWDS }, () => Promise.all(PEOPLE.map(open))));
}

/** Once with the clock at the doors, once with the sampling profiler, which would slow the first. */
async function round(one: Contender, counts: boolean): Promise<void> {
  const crowds = await openChats(one);
  const sampled = await openChats(one);
  const perMessage = 1000 / (CROWDS * MESSAGES);
  one.doors.clear();
  const began = performance.now();
  const before = process.cpuUsage();
  for (const chats of crowds) await crowd(one, chats);
  const { user, system } = process.cpuUsage(before);
  const wall = performance.now() - began;
  const cpu = ((user + system) / 1000) * perMessage;
  const note = (name: string, value: number) =>
    counts && one.figures.set(name, [...(one.figures.get(name) ?? []), value]);
  for (const door of DOORS) note(`wall ${door}`, one.doors.ms[door] * perMessage);
  note('wall', wall * perMessage);
  note('cpu', cpu);
  const folders = await cpuByFolder(async () => {
    for (const chats of sampled) await crowd(one, chats);
  });
  const busy = [...folders].filter(([folder]) => folder !== 'idle');
  const all = busy.reduce((sum, [, us]) => sum + us, 0);
  for (const part of PARTS) {
    const us = busy.filter(([folder]) => partOf(folder) === part).reduce((sum, [, us]) => sum + us, 0);
    note(`cpu ${part}`, (cpu * us) / all);
  }
}

const PARTS = ['understanding', 'rules', 'dialogue', 'words', 'store', 'channel', 'bench', 'engine'] as const;
const FOLDERS: Record<string, (typeof PARTS)[number]> = {
  understanding: 'understanding',
  rules: 'rules',
  policies: 'rules',
  dialogue: 'dialogue',
  registry: 'dialogue',
  locale: 'words',
  store: 'store',
  channels: 'channel',
  runtime: 'channel',
  bench: 'bench',
};
/** Where each folder's time is counted; what belongs to no file of ours is the engine's own: rubbish collection, timers, sockets. */
const partOf = (folder: string) => FOLDERS[folder] ?? 'engine';
/** The assistant and the conversation lie in one folder; by the clock they are told apart. */
const DOOR_OF: Partial<Record<(typeof PARTS)[number], readonly Door[]>> = {
  understanding: ['understanding'],
  dialogue: ['assistant', 'dialogue'],
  store: ['store'],
  channel: ['channel'],
};

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;
}

function spread(values: readonly number[]): string {
  const [low, middle, high] = [0.25, 0.5, 0.75].map(part => quantile(values, part).toFixed(0)) as [
    string,
    string,
    string,
  ];
  return `${middle.padStart(6)} ${`(${low}…${high})`.padEnd(14)}`;
}

function print({ name, figures }: Contender): void {
  const of = (figure: string) => figures.get(figure) ?? [];
  const whole = quantile(of('cpu'), 0.5);
  console.log(`\n${name}: µs a message, median of ${of('cpu').length} rounds (lower…upper quartile)`);
  console.log(`${'part'.padEnd(16)}${'CPU'.padStart(6)}${' '.repeat(15)}share ${'wall'.padStart(8)}`);
  for (const part of PARTS) {
    const share = `${((100 * quantile(of(`cpu ${part}`), 0.5)) / whole).toFixed(0)} %`.padStart(5);
    const doors = DOOR_OF[part]?.map(door => of(`wall ${door}`));
    const wall = doors?.[0]?.map((_, index) => doors.reduce((sum, values) => sum + values[index]!, 0));
    console.log(`${part.padEnd(16)}${spread(of(`cpu ${part}`))}${share}  ${wall === undefined ? '' : spread(wall)}`);
  }
  console.log(`${'the whole turn'.padEnd(16)}${spread(of('cpu'))}${'100 %'.padStart(5)}  ${spread(of('wall'))}`);
}

async function startRedis(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'];
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, ...durable];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  return { child, url: `redis://127.0.0.1:${port}` };
}

async function main(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-bench-'));
  const redis = await startRedis(folder);
  const stores = [await openLmdbStore(join(folder, 'lmdb'), clock), await openRedisStore([redis.url], clock)];
  const all = [contender('embedded store', stores[0]!), contender('Redis', stores[1]!)];
  for (let turn = -WARM_UP; turn < rounds; turn++)
    for (const one of turn % 2 === 0 ? all : all.toReversed()) await round(one, turn >= 0);
  for (const one of all) print(one);
  const [embedded, other] = all.map(({ figures }) => quantile(figures.get('wall')!, 0.5)) as [number, number];
  console.log(`\nRedis takes ${(other / embedded).toFixed(2)} times as long by the clock as the embedded store`);
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  console.log(`heap after: ${(heapUsed / 1e6).toFixed(0)} MB, resident: ${(rss / 1e6).toFixed(0)} MB`);
  for (const store of stores) await store.close();
  redis.child.kill();
  await once(redis.child, 'exit');
  const starts = [];
  for (let start = 0; start < STARTS; start++) starts.push(await firstAnswerMs(join(folder, `start${start}`)));
  for (const what of ['wall', 'cpu'] as const)
    console.log(`start to first answer over HTTP, ms (${what}): ${spread(starts.map(start => start[what]))}`);
  rmSync(folder, { recursive: true });
}

await main(Number(process.argv[2] ?? 9));
