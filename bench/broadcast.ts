/**
 * The same text to many through a Bot API that enforces its rate: `npm run bench:broadcast [-- seconds [million]]`. At 30 a second for so many
 * seconds (60), then at 3,000 a second to 20,000 recipients; and how soon the first message leaves when there are a million subscribers.
 * Closes with tables in Markdown.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Taken } from './broadcast/limited-api.ts';
import { startRedis } from './redis.ts';

const NAMES = [
  'huanzheng, embedded store',
  'huanzheng, Redis',
  'BullMQ with its rate limiter',
  'grammY with transformer-throttler',
];
const SECONDS = Number(process.argv[2] ?? 60);
/** Only senders whose names hold this text. */
const ONLY = process.argv[4] ?? '';
const MANY = Number(process.argv[3] ?? 1_000_000);

interface Running {
  api: ChildProcess;
  sender: ChildProcess;
  readyMs: number;
  stop(): Promise<void>;
}

async function start(name: string, perSecond: number, recipients: number): Promise<Running> {
  const redis = await startRedis();
  const api = fork('scripts/run-ts.mjs', ['bench/broadcast/limited-api.ts', `${perSecond}`]);
  const [root] = (await once(api, 'message')) as [string];
  const args = ['bench/broadcast/senders.ts', name, root, `${perSecond}`, `${recipients}`, redis.url];
  const sender = fork('scripts/run-ts.mjs', args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(sender, 'message');
  return {
    api,
    sender,
    readyMs: performance.now(),
    async stop() {
      sender.kill('SIGKILL');
      api.kill('SIGKILL');
      await redis.stop();
    },
  };
}

async function ask<T>(child: ChildProcess): Promise<T> {
  const answer = once(child, 'message');
  child.send('look');
  return ((await answer) as [T])[0];
}

/** Cells of a table's row, the name first. */
type Row = readonly string[];

async function atRate(name: string, perSecond: number, seconds: number): Promise<Row> {
  const recipients = Math.ceil(perSecond * seconds);
  const running = await start(name, perSecond, recipients);
  const beforeMb = await ask<number>(running.sender);
  let memory = 0;
  let taken: Taken;
  const giveUp = performance.now() + (seconds * 3 + 15) * 1000;
  do {
    await wait(500);
    memory = Math.max(memory, await ask<number>(running.sender));
    taken = await ask<Taken>(running.api);
  } while (taken.takenMs.length < recipients && performance.now() < giveUp);
  await running.stop();
  const { takenMs, refused } = taken;
  // After the first second, and until the last message: how much of what was permitted was used.
  const from = takenMs[0]! + 1000;
  const later = takenMs.filter(ms => ms >= from);
  const share = (later.length - 1) / (((later.at(-1)! - later[0]!) / 1000) * perSecond);
  const minutes = (takenMs.at(-1)! - takenMs[0]!) / 60_000;
  return [
    name,
    `${(share * 100).toFixed(1)} %`,
    `${refused}`,
    (refused / Math.max(1, minutes)).toFixed(1),
    `${takenMs.length} of ${recipients}`,
    `${beforeMb} → ${memory}`,
  ];
}

async function firstOf(name: string, subscribers: number): Promise<Row> {
  const running = await start(name, 30, subscribers);
  const before = await ask<number>(running.sender);
  while ((await ask<Taken>(running.api)).takenMs.length === 0) await wait(10);
  const firstMs = performance.now() - running.readyMs;
  let after = 0;
  for (let n = 0; n < 20; n++) {
    await wait(500);
    after = Math.max(after, await ask<number>(running.sender));
  }
  await running.stop();
  return [name, `${(firstMs / 1000).toFixed(2)} s`, `${before} → ${after}`];
}

/** Measures one after another, saying which, and gives the table. */
async function tableOf(
  title: string,
  heads: Row,
  measure: (name: string) => Promise<Row>,
  names: Row,
): Promise<string> {
  const rows: Row[] = [];
  for (const name of names.filter(one => one.includes(ONLY))) {
    process.stderr.write(`${title}: ${name}\n`);
    const row = await measure(name);
    process.stderr.write(`  ${row.slice(1).join(' · ')}\n`);
    rows.push(row);
  }
  const lines = [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`);
  return [`${title}`, '', ...lines, ''].join('\n');
}

const RATE_HEADS = ['', 'of the permitted rate', '429', '429 a minute', 'arrived', 'memory, MB'];
const MANY_RECIPIENTS = 20_000;
const tables = [
  await tableOf(`30 a second for ${SECONDS} s`, RATE_HEADS, name => atRate(name, 30, SECONDS), NAMES),
  await tableOf(
    `3,000 a second to ${MANY_RECIPIENTS} people`,
    RATE_HEADS,
    name => atRate(name, 3000, MANY_RECIPIENTS / 3000),
    NAMES,
  ),
];
if (MANY > 0)
  tables.push(
    await tableOf(
      `${MANY} subscribers`,
      ['', 'to the first message', 'memory, MB (then ten seconds on)'],
      name => firstOf(name, MANY),
      NAMES.slice(0, 2),
    ),
  );
console.log(
  `${cpus().length} cores, load ${loadavg()
    .map(load => load.toFixed(1))
    .join(' ')}\n`,
);
console.log(tables.join('\n'));
process.exit(0);
