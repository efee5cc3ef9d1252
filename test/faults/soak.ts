import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { csv, line } from '../registry/people.ts';
import { huanzheng } from '../support/command.ts';
import { freshFolder } from '../support/folder.ts';
import { Passage } from '../support/passage.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import { DATA_KEY } from './product.ts';
import { between, pick, type Random } from './random.ts';
import { type Judged, Scene } from './scene.ts';
import { FAIR, WEATHERS } from './weather.ts';

/** What the process held and how soon it answered at one moment. */
export interface Sample {
  atMs: number;
  heap: number;
  rss: number;
  handles: number;
  /** Milliseconds of the requests since the last sample. */
  p50: number;
  p99: number;
  /** The fault that there was, if there was one. */
  fault: string;
}

export interface Soaked {
  samples: readonly Sample[];
  judged: Judged;
  /** Before anybody came, and after everybody had gone. */
  quiet: readonly [before: number, after: number];
}

const SAMPLES = 60;
const IMPORTED = 200;
const QUIET_MS = 8_000;

interface Stage {
  scene: Scene;
  redis: RedisServer;
  passage: Passage;
  random: Random;
}

/** Everything at once for so long: people by Telegram and in the browser, imports, messages to many, and a fault now and then. */
export async function soak(lastsMs: number, random: Random): Promise<Soaked> {
  const redis = await startRedis();
  const passage = await Passage.to(redis.port);
  const scene = await Scene.open({
    framework: 'grammy',
    updates: 'polling',
    instances: 1,
    redis: [`redis://127.0.0.1:${passage.port}`],
    subscribers: Math.ceil(lastsMs / 300),
    seats: 12,
    rate: 100,
  });
  const stage = { scene, redis, passage, random };
  const { look } = scene.products[0]!;
  const before = countOf((await look()).handles);
  scene.populate(random);
  await scene.untilAnswered();
  const over = new AbortController();
  const now = { fault: '' };
  const latencies: number[] = [];
  const working = [
    trouble(stage, now, over.signal),
    imports(redis.url, over.signal),
    probe(scene, latencies, over.signal),
  ];
  const samples: Sample[] = [];
  const began = performance.now();
  while (samples.length < SAMPLES) {
    await wait(Math.max(0, began + ((samples.length + 1) * lastsMs) / SAMPLES - performance.now()));
    const held = await look();
    const sorted = latencies.splice(0).sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    const { heap, rss } = held;
    const handles = countOf(held.handles);
    samples.push({
      atMs: performance.now() - began,
      heap,
      rss,
      handles,
      p50: at(0.5),
      p99: at(0.99),
      fault: now.fault,
    });
  }
  over.abort();
  await Promise.all(working);
  const judged = await scene.judged();
  await wait(QUIET_MS);
  const after = countOf((await look()).handles);
  await scene.close();
  return { samples, judged, quiet: [before, after] };
}

/** One fault after another, with fair weather in between. */
async function trouble(
  { scene, redis, passage, random }: Stage,
  now: { fault: string },
  over: AbortSignal,
): Promise<void> {
  const faults: Record<string, { begin(): unknown; end(): unknown }> = {
    'Redis killed': { begin: () => redis.kill(), end: () => redis.start() },
    'Redis paused': { begin: () => redis.freeze(), end: () => redis.thaw() },
    'Redis slow': { begin: () => (passage.delayMs = 2_000), end: () => (passage.delayMs = 0) },
    'Bot API slow': { begin: () => (scene.api.delayMs = 500), end: () => (scene.api.delayMs = 0) },
    'clock forward': {
      begin: () => scene.products[0]!.shiftClock(600_000),
      end: () => scene.products[0]!.shiftClock(0),
    },
  };
  for (const [fault, weather] of Object.entries(WEATHERS))
    faults[`Bot API ${fault}`] = {
      begin: () => (scene.api.weather = weather(random)),
      end: () => (scene.api.weather = FAIR),
    };
  while (!over.aborted) {
    await wait(between(1_500, 4_000, random));
    if (over.aborted) break;
    now.fault = pick(Object.keys(faults), random);
    const { begin, end } = faults[now.fault]!;
    await begin();
    await wait(between(500, 2_500, random));
    await end();
    now.fault = '';
  }
}

async function imports(url: string, over: AbortSignal): Promise<void> {
  const file = join(freshFolder(), 'roster.csv');
  for (let round = 0; !over.aborted; round++) {
    const hours = String(10 + (round % 20));
    writeFileSync(
      file,
      csv(...Array.from({ length: IMPORTED }, (_, n) => line(n, { 学时: hours, 专业学时: '9' }))).bytes,
    );
    // An import that meets a fault is simply run again.
    await huanzheng({ REDIS_URL: url, DATA_KEY }, 'roster', 'import', file);
    await wait(5_000, undefined, { signal: over }).catch(() => {});
  }
}

/** Somebody who asks again and again, and looks at the clock. */
async function probe(scene: Scene, latencies: number[], over: AbortSignal): Promise<void> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${scene.products[0]!.url}/api/chats${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const { chat } = (await post('', {})) as { chat: string };
  while (!over.aborted) {
    const began = performance.now();
    await post(`/${chat}/messages`, { text: '一年几学时' });
    latencies.push(performance.now() - began);
    await wait(150);
  }
}

function countOf(handles: Record<string, number>): number {
  return Object.values(handles).reduce((sum, count) => sum + count, 0);
}
