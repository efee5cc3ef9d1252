/**
 * The same text to many through a Bot API that enforces its rate: `npm run bench:broadcast [-- seconds [million]]`. At 30 a second for so many
 * seconds (60), then at 3,000 a second to 20,000 recipients; and how soon the first message leaves when there are a million subscribers.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
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

async function atRate(name: string, perSecond: number, seconds: number): Promise<void> {
  const recipients = Math.ceil(perSecond * seconds);
  const running = await start(name, perSecond, recipients);
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
  console.log(
    `${name.padEnd(36)}${(share * 100).toFixed(1).padStart(7)} % of the rate ${String(refused).padStart(6)} × 429 ${String(memory).padStart(6)} MB ${String(takenMs.length).padStart(7)} of ${recipients}`,
  );
}

async function firstOf(name: string, subscribers: number): Promise<void> {
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
  console.log(
    `${name.padEnd(36)}${(firstMs / 1000).toFixed(2).padStart(7)} s to the first of ${subscribers}; ${before} MB before, at most ${after} MB in the ten seconds after`,
  );
}

console.log(`30 a second, ${SECONDS} s`);
for (const name of NAMES.filter(one => one.includes(ONLY))) await atRate(name, 30, SECONDS);
console.log('\n3,000 a second, 20,000 recipients');
for (const name of NAMES.filter(one => one.includes(ONLY))) await atRate(name, 3000, 20_000 / 3000);
if (MANY > 0) {
  console.log('');
  for (const name of NAMES.slice(0, 2)) await firstOf(name, MANY);
}
process.exit(0);
