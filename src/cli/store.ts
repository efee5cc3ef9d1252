import { realpath } from 'node:fs/promises';
import { readRedisUrl } from '../config.ts';
import { openMailings } from '../delivery/index.ts';
import { keysOf, type Place } from '../open-store.ts';
import type { Clock } from '../runtime/clock.ts';
import { openBackup } from '../store/backup-read.ts';
import { writeBackup } from '../store/backup-write.ts';
import { CarryError, isInUse } from '../store/carry.ts';
import type { DataKeys } from '../store/keys.ts';
import { copyStore, restoreBackup } from '../store/move.ts';
import type { Engine } from '../store/port.ts';
import { sealedStore } from '../store/sealed.ts';
import { EXIT, UsageError } from './exit.ts';
import { keeping, sourceOf } from './keeping.ts';

interface Options {
  force?: boolean;
  json?: boolean;
}

/** `huanzheng store backup FILE`. */
export async function backup(file: string, { json = false }: Options): Promise<void> {
  await keeping(async desk => {
    const { engine, keys } = await sourceOf(desk);
    const { clock, words, progress } = desk;
    const { entries, debts } = await writeBackup(engine, file, { keys, now: clock.now, onProgress: progress.show });
    progress.end();
    print(
      json ? JSON.stringify({ entries, debts, file }) : words.say('store-backed-up', { entries: `${entries}`, file }),
    );
  });
}

/** `huanzheng store restore FILE`. */
export async function restore(file: string, { force = false, json = false }: Options): Promise<void> {
  await keeping(async ({ config, clock, words, progress, open }) => {
    const keys = await keysOf(config);
    if (keys === undefined) throw new CarryError('other-key');
    const whole = await openBackup(file, { keys, now: clock.now });
    const engine = await open(config);
    const { entries, debts } = await restoreBackup(whole, engine, { force, onProgress: progress.show });
    const paused = await pauseSending(engine, keys, clock);
    progress.end();
    const figures = { entries, debts, at: whole.at, paused };
    if (json) return print(JSON.stringify(figures));
    print(words.say('store-restored', { entries: `${entries}`, at: whole.at }));
    if (paused.length > 0) print(words.say('store-restored-paused', { ids: paused.join(' ') }));
  });
}

/** `huanzheng store copy --to PLACE`. */
export async function copy({ to, force = false, json = false }: Options & { to: string }): Promise<void> {
  await keeping(async desk => {
    const { words, progress, open } = desk;
    const { engine: from } = await sourceOf(desk);
    const target = await open(await otherPlace(to, desk.config));
    const moved = await copyStore(from, target, { force, onProgress: progress.show });
    const inUse = await isInUse(from);
    progress.end();
    process.exitCode = moved.differing === 0 ? EXIT.done : EXIT.doneWithFaults;
    if (json) return print(JSON.stringify({ ...moved, inUse }));
    const { entries, put, removed, differing } = moved;
    const figures = { entries, put: put.entries, removed, differing };
    const values = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, `${figure}`]));
    print(words.say(differing === 0 ? 'store-copied' : 'store-copied-but', values));
    if (inUse) print(words.say('store-copied-in-use'));
  });
}

/** What was being sent when the backup was made may have gone on since; only a person can say whether it is to go on from there. */
async function pauseSending(engine: Engine, keys: DataKeys, clock: Clock): Promise<string[]> {
  const mailings = openMailings(sealedStore(engine, keys), clock);
  const sending = (await mailings.open()).filter(({ state, kind }) => state === 'sending' && kind === 'broadcast');
  for (const { id } of sending) await mailings.pause(id, 'by-hand');
  return sending.map(({ id }) => id);
}

async function otherPlace(to: string, here: Place): Promise<Place> {
  const isRedis = /^rediss?:/.test(to);
  // A mistyped address is no folder: an operator would take the old store away after it.
  if (!isRedis && (to.includes('://') || /^[\w.-]+:\d{1,5}$/.test(to)))
    throw new UsageError('--to: redis://… , rediss://… , 或文件夹 / or a folder');
  const REDIS_URL = isRedis ? readRedisUrl(to) : undefined;
  if (isRedis && REDIS_URL === undefined) throw new UsageError('--to: redis://… , redis://…');
  const other = { REDIS_URL, DATA_DIR: to };
  if ((await nameOf(other)) === (await nameOf(here)))
    throw new UsageError('--to: 就是现在的存储 / this is the same store');
  return other;
}

async function nameOf({ REDIS_URL, DATA_DIR }: Place): Promise<string> {
  return REDIS_URL?.join(',') ?? realpath(DATA_DIR).catch(() => DATA_DIR);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
