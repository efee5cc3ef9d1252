/**
 * A whole turn of huanzheng beside the session echo of the frameworks: `npm run bench [-- rounds]`. The bot has one core, the Bot API server,
 * Redis and this process the other; repetitions are interleaved, medians are printed with the smallest and the largest beside them.
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { startRedis } from '../redis.ts';
import type { Load, Seen } from './bot-api.ts';
import type { Spent } from './bots.ts';
import { type Figures, type Measured, writeResults } from './results.ts';

const NAMES = [
  'a plain loop without a framework',
  'grammY + runner + Redis session',
  'huanzheng on grammY, Redis',
  'huanzheng on grammY, embedded store',
  'Telegraf + Redis session',
  'huanzheng on Telegraf, Redis',
  'Telegraf, bare',
  'grammY, its own polling',
];
const DELAYS = [0, 30];
const WARM_UP_MS = 2500;
const MEASURED_MS = 4000;
const ROUNDS = Number(process.argv[2] ?? 3);
/** Only bots whose names hold this text. */
const ONLY = process.argv[3] ?? '';

const figures: Figures = new Map();

const redis = await startRedis();
for (let round = 0; round < ROUNDS; round++)
  for (const delayMs of DELAYS)
    for (const name of NAMES.filter(one => one.includes(ONLY))) await measure(name, delayMs);
await redis.stop();
writeResults(figures, ROUNDS);
process.exit(0);

/** First as much as it can; then, open-loop, at half of that: how long a person waits. */
async function measure(name: string, delayMs: number): Promise<void> {
  // Else the bots would meet messages that they have answered before.
  spawnSync('redis-cli', ['-u', redis.url, 'flushall']);
  const server = pinned('bot-api', 1, []);
  const [root] = (await once(server, 'message')) as [string];
  const bot = pinned('bots', 0, [name, root, redis.url]);
  await told(server, { perSecond: Number.MAX_VALUE, delayMs });
  await wait(WARM_UP_MS);
  const full = await window(server, bot);
  await told(server, { perSecond: full.perSecond / 2, delayMs });
  await wait(WARM_UP_MS / 2);
  const half = await window(server, bot);
  server.kill('SIGKILL');
  bot.kill('SIGKILL');
  note(name, delayMs, { ...full, p50: half.p50, p99: half.p99 });
}

async function told(server: ChildProcess, load: Load): Promise<void> {
  server.send(load);
}

async function window(server: ChildProcess, bot: ChildProcess): Promise<Measured> {
  await asked<Seen>(server, 'look');
  const before = await asked<Spent>(bot, 'look');
  await wait(MEASURED_MS);
  const { answers, latencies, seconds } = await asked<Seen>(server, 'look');
  const after = await asked<Spent>(bot, 'look');
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    perSecond: answers / seconds,
    cpu: (after.cpu - before.cpu) / Math.max(1, answers),
    privateMb: after.privateMb,
    p50: at(0.5),
    p99: at(0.99),
  };
}

async function asked<T>(child: ChildProcess, what: string): Promise<T> {
  const answer = once(child, 'message');
  child.send(what);
  const [value] = (await answer) as [T];
  return value;
}

function note(name: string, delayMs: number, window: Measured): void {
  const key = `${name}|${delayMs}`;
  figures.set(key, [...(figures.get(key) ?? []), window]);
  const { perSecond, cpu, privateMb, p50, p99 } = window;
  process.stderr.write(
    `${name.padEnd(36)} ${String(delayMs).padStart(2)} ms ${perSecond.toFixed(0).padStart(6)}/s ${cpu.toFixed(0).padStart(5)} µs  p50 ${p50.toFixed(1)}  p99 ${p99.toFixed(1)}  ${privateMb.toFixed(0)} MB\n`,
  );
}

/** A process of its own on one core, where the system can pin. */
function pinned(file: string, core: number, args: readonly string[]): ChildProcess {
  const child = fork('scripts/run-ts.mjs', [`bench/frameworks/${file}.ts`, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  spawnSync('taskset', ['-a', '-cp', `${core}`, `${child.pid}`]);
  return child;
}
