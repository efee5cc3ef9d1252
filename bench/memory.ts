/**
 * What memory of its own a bot needs, as it is shipped, at its start and after so many answers with Redis:
 * `npm run bench:memory [-- grammy|telegraf [polling|webhook [flags for node…]]]`, after `npm run build`. Without flags it starts as `npm start`
 * does, with the heaps of threads as the unit has them; `-` as the flag means none at all.
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { AS_MUCH, type Load, type Seen } from './frameworks/load.ts';
import { rosterCsv } from './frameworks/script.ts';
import { ownMemory } from './memory/maps.ts';
import { freePort, startRedis } from './redis.ts';

interface Held {
  spaces: Readonly<Record<string, { used: number; held: number }>>;
  external: number;
}

const AFTER = [1, 1_000, 5_000, 20_000];
const SETTLE_MS = 2_000;
const [framework = 'grammy', way = 'polling', ...given] = process.argv.slice(2);
const flags = given.length === 0 ? ['--max-semi-space-size=8'] : given.filter(flag => flag !== '-');

const folder = mkdtempSync(join(tmpdir(), 'huanzheng-bench-'));
const redis = await startRedis();
const bringer = fork('scripts/run-ts.mjs', ['bench/frameworks/bot-api.ts'], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
const [root] = (await once(bringer, 'message')) as [string];
const port = await freePort();
const target = way === 'webhook' ? `http://127.0.0.1:${port}/telegram` : undefined;
const env = {
  ...process.env,
  ...(given.length === 0 && { MALLOC_ARENA_MAX: '2' }),
  PORT: `${port}`,
  REDIS_URL: redis.url,
  DATA_DIR: folder,
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  TELEGRAM_BOT_TOKEN: '1:bench',
  TELEGRAM_API_ROOT: root,
  TELEGRAM_RATE: '1000',
  TELEGRAM_FRAMEWORK: framework,
  ...(target !== undefined && { TELEGRAM_WEBHOOK_URL: target, TELEGRAM_WEBHOOK_SECRET: 'bench' }),
};
const roster = join(folder, 'roster.csv');
writeFileSync(roster, rosterCsv());
spawnSync(process.execPath, ['dist/cli/main.js', 'roster', 'import', roster], { env });
const bot = fork('dist/cli/main.js', ['serve'], {
  env,
  execArgv: ['--import', './bench/memory/probe.mjs', ...flags],
  stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
});
await listening(bot);
await wait(SETTLE_MS);

process.stdout.write(`${framework}, ${way}, Redis; node ${process.version} ${flags.join(' ')}\n\n`);
process.stdout.write('| answers | private MB | old | young | code | malloc | of threads | V8 in use | external |\n');
process.stdout.write('|---|---|---|---|---|---|---|---|---|\n');
await tell('none');
let answers = 0;
tellBringer({ perSecond: AS_MUCH, delayMs: 0, target });
for (const most of AFTER) {
  for (; answers < most; await wait(50)) answers += (await asked<Seen>(bringer)).answers;
  await tell(`${answers}`);
}
tellBringer({ perSecond: 0, delayMs: 0, target });
await wait(SETTLE_MS);
await tell('and quiet');
bot.kill('SIGKILL');
bringer.kill('SIGKILL');
await redis.stop();
rmSync(folder, { recursive: true });
process.exit(0);

/** Writes the line of a moment: what the process holds, in MB. */
async function tell(moment: string): Promise<void> {
  const { all, malloc, mallocOfThreads } = ownMemory(bot.pid!);
  const { spaces, external } = await asked<Held>(bot);
  const named = (pattern: RegExp) => Object.entries(spaces).filter(([name]) => pattern.test(name));
  const held = (pattern: RegExp) => named(pattern).reduce((sum, [, space]) => sum + space.held, 0) / 1024 ** 2;
  const used = named(/./).reduce((sum, [, space]) => sum + space.used, 0) / 1024 ** 2;
  const parts = [
    held(/^(?:old|large_object|read_only|shared|trusted)/),
    held(/^new/),
    held(/^code/),
    malloc,
    mallocOfThreads,
    used,
    external / 1024 ** 2,
  ];
  process.stdout.write(`| ${[moment, all.toFixed(0), ...parts.map(mb => mb.toFixed(0))].join(' | ')} |\n`);
}

function tellBringer(load: Load): void {
  bringer.send(load);
}

async function asked<T>(child: ChildProcess): Promise<T> {
  const answer = once(child, 'message');
  child.send('look');
  return ((await answer) as [T])[0];
}

async function listening(child: ChildProcess): Promise<void> {
  for await (const line of createInterface({ input: child.stdout! })) if (line.includes(`:${port}/`)) break;
  child.stdout!.resume();
}
