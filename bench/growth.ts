/**
 * What grows with people, subscribers, turns of a chat and training phrases, and what does not: `npm run bench:growth [-- people]`, up to so
 * many people (300,000). Writes tables and pictures to `bench/GROWTH.md` and `docs/images/growth-*.svg`. Needs redis-server.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { loadPhrases } from '../scripts/train/phrases.ts';
import { trainModel } from '../scripts/train/train.ts';
import { buildConversation, loadAllWords } from '../src/app.ts';
import { createAssistant, initialState, reviveState } from '../src/dialogue/index.ts';
import { People } from '../src/registry/people.ts';
import type { Person } from '../src/registry/person.ts';
import { createSubscribers } from '../src/reminders/subscribers.ts';
import { systemClock } from '../src/runtime/clock.ts';
import { SILENT_LOG } from '../src/runtime/log.ts';
import { createMetrics } from '../src/runtime/metrics.ts';
import { parseDataKeys } from '../src/store/keys.ts';
import { openLmdbStore } from '../src/store/lmdb.ts';
import type { Store } from '../src/store/port.ts';
import { openRedisStore } from '../src/store/redis.ts';
import { sealedStore } from '../src/store/sealed.ts';
import { loadLanguage } from '../src/understanding/language.ts';
import { inventedId } from '../test/registry/people.ts';
import { SCRIPTS } from './frameworks/script.ts';
import { type Curve, curvesPicture, type Picture } from './growth/picture.ts';
import { startRedis } from './redis.ts';

const MOST = Number(process.argv[2] ?? 300_000);
const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000].filter(size => size <= MOST);
const TURNS = [10, 100, 1_000, 4_000];
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];
const PAGE = 1_024;
const LOOK_UPS = 5_000;
const ENGINES = ['embedded store', 'Redis'] as const;
type Engine = (typeof ENGINES)[number];

const keys = parseDataKeys(Buffer.alloc(32, 7).toString('base64'))!;
const clock = systemClock();
const report: string[] = [
  '# What grows, and what does not',
  '',
  `\`npm run bench:growth -- ${MOST}\`, Node ${process.version}. Processor time of this process; a person has one certificate and three years of records.`,
];

/** An engine with nothing in it, and how many bytes it holds. */
async function open(engine: Engine): Promise<{ store: Store; bytes(): Promise<number>; close(): Promise<void> }> {
  if (engine === 'Redis') {
    const redis = await startRedis();
    const client = new Redis(redis.url);
    const bare = await openRedisStore([redis.url], clock);
    return {
      store: sealedStore(bare, keys),
      bytes: async () => Number(/used_memory:(\d+)/.exec(await client.info('memory'))![1]),
      async close() {
        client.disconnect();
        await bare.close();
        await redis.stop();
      },
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-growth-'));
  const bare = await openLmdbStore(folder, clock);
  return {
    store: sealedStore(bare, keys),
    bytes: async () => statSync(join(folder, 'store.mdb')).size,
    async close() {
      await bare.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function people(): Promise<void> {
  const rows: string[] = [];
  const sizes: Curve[] = [];
  const times: Curve[] = [];
  for (const engine of ENGINES) {
    const opened = await open(engine);
    const roster = new People(opened.store, keys);
    const empty = await opened.bytes();
    const [bytes, micros]: { x: number; y: number }[][] = [[], []];
    let kept = 0;
    for (const size of SIZES) {
      const began = performance.now();
      const before = kept;
      for (; kept < size; kept += PAGE) await keep(roster, kept, Math.min(PAGE, size - kept));
      kept = size;
      const perSecond = ((size - before) * 1_000) / (performance.now() - began);
      const each = ((await opened.bytes()) - empty) / size;
      const cpu = await cpuOf(LOOK_UPS, () => roster.find(idOf(Math.floor(Math.random() * size))));
      bytes!.push({ x: size, y: each });
      micros!.push({ x: size, y: cpu });
      rows.push(
        `| ${engine} | ${size.toLocaleString('en')} | ${each.toFixed(0)} | ${Math.round(perSecond).toLocaleString('en')} | ${cpu.toFixed(0)} |`,
      );
    }
    sizes.push({ name: engine, points: bytes! });
    times.push({ name: engine, points: micros! });
    await opened.close();
  }
  table('People', '| store | people | bytes each | written a second | look-up, µs of CPU |', rows);
  picture('people-bytes', { title: 'Bytes a person', x: 'people', y: 'bytes', curves: sizes });
  picture('people-look-up', { title: 'Finding one person', x: 'people', y: 'µs of CPU', curves: times });
}

async function keep(roster: People, from: number, count: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, n) => idOf(from + n));
  const held = await roster.hold(ids);
  await roster.keep(held.map((one, n) => ({ held: one, person: personOf(from + n, ids[n]!), owes: false })));
}

/** A thousand people a birthday. */
function idOf(n: number): string {
  const birth = new Date(Date.UTC(1930, 0, 1 + Math.floor(n / 1_000))).toISOString().slice(0, 10).replaceAll('-', '');
  return inventedId(n % 1_000, birth);
}

function personOf(n: number, idNumber: string): Person {
  const records = [2023, 2024, 2025].map(year => ({
    year,
    hours: 32,
    professionalHours: 22,
    passed: true,
    institution: '示例培训中心',
    completedOn: `${year}-06-30`,
  }));
  const certificate = {
    no: `示例${n}`,
    kind: 'electronic',
    code: '101',
    issuedOn: '2022-09-30',
    issuer: null,
  } as const;
  const facts = { inNationalSystem: true, archiveVerified: null, inPost: true, records };
  return {
    idNumber,
    name: `示例甲${n}`,
    employer: '示例建筑公司',
    watched: false,
    certificates: [{ ...certificate, ...facts }],
  };
}

async function subscribers(): Promise<void> {
  const rows: string[] = [];
  const curves: Curve[] = [];
  for (const engine of ENGINES) {
    const opened = await open(engine);
    const all = createSubscribers({ store: opened.store, now: clock.now });
    const empty = await opened.bytes();
    const points: { x: number; y: number }[] = [];
    let kept = 0;
    for (const size of SIZES.filter(one => one <= 1_000_000)) {
      for (; kept < size; kept += PAGE)
        await Promise.all(
          Array.from({ length: Math.min(PAGE, size - kept) }, (_, n) =>
            all.subscribe(`telegram:${1_000_000_000 + kept + n}`, {
              locale: 'zh-CN',
              leads: [60, 30, 14, 7, 1],
              person: null,
            }),
          ),
        );
      kept = size;
      const began = process.cpuUsage();
      let seen = 0;
      for await (const _ of all.everyone()) seen++;
      const spent = process.cpuUsage(began);
      const micros = (spent.user + spent.system) / seen;
      points.push({ x: size, y: micros });
      const each = ((await opened.bytes()) - empty) / size;
      rows.push(`| ${engine} | ${size.toLocaleString('en')} | ${each.toFixed(0)} | ${micros.toFixed(1)} |`);
    }
    curves.push({ name: engine, points });
    await opened.close();
  }
  table('Subscribers', '| store | subscribers | bytes each | µs of CPU each to pass over all |', rows);
  picture('subscribers', { title: 'Passing over all subscribers', x: 'subscribers', y: 'µs of CPU each', curves });
}

async function chatHistory(): Promise<void> {
  const rows: string[] = [];
  const [bytes, micros]: { x: number; y: number }[][] = [[], []];
  const opened = await open('embedded store');
  const assistant = createAssistant({
    store: opened.store,
    conversation: {
      initial: initialState,
      revive: reviveState,
      localeOf: state => state.locale,
      turn: buildConversation(loadAllWords()),
    },
    words: { errorAnswer: () => 'error', unsavedNote: () => 'not saved' },
    clock,
    log: SILENT_LOG,
    metrics: createMetrics(),
    locale: 'zh-CN',
  });
  const texts = SCRIPTS.flat();
  let said = 0;
  const say = () =>
    assistant.receive({
      chat: 'bench:1',
      id: `m${said}`,
      message: { kind: 'text', text: texts[said++ % texts.length]! },
    });
  for (const turns of TURNS) {
    while (said < turns) await say();
    const size = (await opened.store.read('chat:bench:1'))!.value.length;
    const cpu = await cpuOf(texts.length * 4, say);
    bytes!.push({ x: turns, y: size });
    micros!.push({ x: turns, y: cpu });
    rows.push(`| ${turns.toLocaleString('en')} | ${size.toLocaleString('en')} | ${cpu.toFixed(0)} |`);
  }
  await opened.close();
  table('History of one chat', '| turns | bytes kept | µs of CPU for the next turn |', rows);
  picture('chat-bytes', {
    title: 'What is kept of one chat',
    x: 'turns',
    y: 'bytes',
    curves: [{ name: 'chat', points: bytes! }],
  });
  picture('chat-turn', {
    title: 'The next turn of one chat',
    x: 'turns',
    y: 'µs of CPU',
    curves: [{ name: 'turn', points: micros! }],
  });
}

/** The phrases of every author in the same share, so that all of them stay as varied as they are. */
function phraseFiles(): void {
  const phrases = loadPhrases();
  const language = loadLanguage();
  const rows: string[] = [];
  const seconds: { x: number; y: number }[] = [];
  for (const share of SHARES) {
    const some = phrases.filter((_, index) => index % Math.round(1 / share) === 0);
    const began = performance.now();
    const { length } = trainModel(some, language);
    const took = (performance.now() - began) / 1_000;
    seconds.push({ x: some.length, y: took });
    rows.push(`| ${some.length.toLocaleString('en')} | ${took.toFixed(1)} | ${(length / 1e6).toFixed(2)} |`);
  }
  table('Phrase files', '| phrases | training, s | model, MB |', rows);
  picture('phrases', {
    title: 'Training the model',
    x: 'phrases',
    y: 'seconds',
    curves: [{ name: 'training', points: seconds }],
  });
}

/** Microseconds of processor time for one of many. */
async function cpuOf(times: number, act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

function table(title: string, head: string, rows: readonly string[]): void {
  const line = head.replaceAll(/[^|]+/g, '---');
  const text = ['', `## ${title}`, '', head, line, ...rows];
  report.push(...text);
  console.log(text.join('\n'));
}

function picture(name: string, of: Picture): void {
  writeFileSync(`docs/images/growth-${name}.svg`, curvesPicture(of));
  report.push('', `![${of.title}](../docs/images/growth-${name}.svg)`);
}

await people();
await subscribers();
await chatHistory();
phraseFiles();
writeFileSync('bench/GROWTH.md', `${report.join('\n')}\n`);
