/**
 * A whole turn of huanzheng beside the session echo of the frameworks: `npm run bench [-- rounds [part of the names]]`. The bot has one core, whoever brings
 * the messages, Redis and this process the other; repetitions are interleaved, so that a noisy minute meets all alike.
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstAnswerMs } from '../first-answer.ts';
import { startRedis } from '../redis.ts';
import type { Spent } from './bots.ts';
import { CONTENDERS, type Contender } from './contenders.ts';
import { AS_MUCH, type Load, type Seen } from './load.ts';
import { type Figures, type Measured, writeResults } from './results.ts';

/**
 * A bot counts as started with its first answers, and as warm after so many more: until then V8 compiles the larger ones beside them. A busy
 * machine gets its time, but not for ever.
 */
const FIRST_ANSWERS = 200;
const START_WITHIN_MS = 60_000;
const WARM_ANSWERS = 20_000;
const WARM_WITHIN_MS = 30_000;
const MEASURED_MS = 2_000;
const SETTLE_MS = 500;
const STARTS = 5;
/** As the unit and the image start the program (docs/operations.md, Memory). */
const AS_DEPLOYED = {
  execArgv: ['--max-semi-space-size=8'],
  env: { ...process.env, MALLOC_ARENA_MAX: '2' },
};
const [rounds = '3', only = ''] = process.argv.slice(2);

const figures: Figures = new Map();
const load = loadavg()[0]!;
const redis = await startRedis();
spawnSync('taskset', ['-a', '-cp', '1', `${redis.pid}`]);
for (let round = 0; round < Number(rounds); round++)
  for (const delayMs of [0, 30])
    for (const one of CONTENDERS.filter(({ name, delays }) => name.includes(only) && delays.includes(delayMs)))
      await measure(one, delayMs);
await redis.stop();
writeResults({ figures, rounds: Number(rounds), load, starts: only === '' ? await starts() : [] });
process.exit(0);

/** First as much as it can; then, open-loop, at half of that: how long a person waits. */
async function measure(contender: Contender, delayMs: number): Promise<void> {
  const { name, by, brought, fresh = false } = contender;
  // Else the bots would meet messages that they have answered before.
  spawnSync('redis-cli', ['-u', redis.url, 'flushall']);
  const bringer = pinned(by, 1, []);
  const [root] = (await once(bringer, 'message')) as [string];
  const bot = pinned('bots', 0, [name, root, redis.url]);
  try {
    const signal = AbortSignal.timeout(START_WITHIN_MS);
    const [target] = brought ? ((await once(bot, 'message', { signal })) as [string]) : [undefined];
    tell(bringer, { perSecond: AS_MUCH, delayMs, target, fresh });
    await answers(bringer, FIRST_ANSWERS, signal);
    await answers(bringer, WARM_ANSWERS, AbortSignal.timeout(WARM_WITHIN_MS)).catch(() => {});
    const full = await window(bringer, bot);
    tell(bringer, { perSecond: 0, delayMs, target, fresh });
    await quiet(bringer, AbortSignal.timeout(START_WITHIN_MS));
    tell(bringer, { perSecond: full.perSecond / 2, delayMs, target, fresh });
    await wait(SETTLE_MS);
    const half = await window(bringer, bot);
    note(name, delayMs, { ...full, p50: half.p50, p99: half.p99, own: half.own });
  } catch (error) {
    process.stderr.write(`${name}: left out of this round (${error instanceof Error ? error.message : error})\n`);
  } finally {
    bringer.kill('SIGKILL');
    bot.kill('SIGKILL');
  }
}

function tell(bringer: ChildProcess, told: Load): void {
  bringer.send(told);
}

async function answers(bringer: ChildProcess, most: number, signal: AbortSignal): Promise<void> {
  for (let seen = 0; seen < most; ) {
    signal.throwIfAborted();
    await wait(100);
    seen += (await asked<Seen>(bringer, 'look')).answers;
  }
}

/** Waits until what was brought is answered: else those who come now would wait behind all that was brought as fast as it could be. */
async function quiet(bringer: ChildProcess, signal: AbortSignal): Promise<void> {
  do {
    signal.throwIfAborted();
    await wait(SETTLE_MS);
  } while ((await asked<Seen>(bringer, 'look')).answers > 0);
}

async function window(bringer: ChildProcess, bot: ChildProcess): Promise<Measured> {
  const [, before] = await Promise.all([asked<Seen>(bringer, 'look'), asked<Spent>(bot, 'look')]);
  await wait(MEASURED_MS);
  const [seen, after] = await Promise.all([asked<Seen>(bringer, 'look'), asked<Spent>(bot, 'look')]);
  if (seen.answers === 0) throw new Error('no message was answered');
  return {
    perSecond: seen.answers / seen.seconds,
    cpu: (after.cpu - before.cpu) / seen.answers,
    privateMb: after.privateMb,
    p50: quantile(seen.latencies, 0.5),
    p99: quantile(seen.latencies, 0.99),
    own: quantile(seen.own, 0.5),
    bringerCpu: seen.cpu / seen.answers,
  };
}

function quantile(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
}

async function asked<T>(child: ChildProcess, what: string): Promise<T> {
  const answer = once(child, 'message', { signal: AbortSignal.timeout(START_WITHIN_MS) });
  child.send(what);
  const [value] = (await answer) as [T];
  return value;
}

function note(name: string, delayMs: number, measured: Measured): void {
  const key = `${name}|${delayMs}`;
  figures.set(key, [...(figures.get(key) ?? []), measured]);
  const { perSecond, cpu, privateMb, p50, p99 } = measured;
  process.stderr.write(
    `${name.padEnd(38)} ${String(delayMs).padStart(2)} ms ${perSecond.toFixed(0).padStart(6)}/s ${cpu.toFixed(0).padStart(5)} µs  p50 ${p50.toFixed(1)}  p99 ${p99.toFixed(1)}  ${privateMb.toFixed(0)} MB\n`,
  );
}

/** Milliseconds from process start to the first answer over HTTP, with the embedded store, of the program as it is shipped. */
async function starts(): Promise<number[]> {
  spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' });
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-bench-'));
  const all: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const took = await firstAnswerMs(join(folder, `${start}`)).catch(error => {
      process.stderr.write(`a start is left out (${error instanceof Error ? error.message : error})\n`);
    });
    if (took !== undefined) all.push(took.wall);
  }
  rmSync(folder, { recursive: true });
  return all;
}

/** A process of its own on one core, where the system can pin. */
function pinned(file: string, core: number, args: readonly string[]): ChildProcess {
  const child = fork('scripts/run-ts.mjs', [`bench/frameworks/${file}.ts`, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(args[0]?.includes('huanzheng') && AS_DEPLOYED),
  });
  spawnSync('taskset', ['-a', '-cp', `${core}`, `${child.pid}`]);
  return child;
}
