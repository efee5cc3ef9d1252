import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openMailings } from '../../src/delivery/index.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { freshFolder } from '../support/folder.ts';
import { end, printed, startScript } from '../support/processes.ts';
import { freshPrefix } from '../support/redis.ts';
import { until } from '../support/until.ts';
import type { SenderSettings } from './sender.ts';

/** What became of a mailing in which instances were killed. */
export interface AfterKills {
  /** Neither sent nor listed as unknown. */
  lost: number;
  twice: number;
  unknown: number;
  /** Listed as unknown, though it had left: why a person decides. */
  unknownButSent: number;
}

const PEOPLE = 2_000;
const PER_SECOND = 3_000;

/** Sends to 2,000 people at 3,000 a second with so many instances, one of which is killed at a moment that the seed draws, and started again. */
export async function sendThroughKill(seed: number, instances: number, redisUrl?: string): Promise<AfterKills> {
  const folder = freshFolder();
  const settings: SenderSettings = {
    store: redisUrl ?? folder,
    prefix: freshPrefix(),
    people: PEOPLE,
    perSecond: PER_SECOND,
    file: join(folder, 'sent'),
  };
  writeFileSync(settings.file, '');
  const open = async () => {
    const { child } = await startScript('test/delivery/sender.ts', [JSON.stringify(settings)]);
    return { child, done: printed(child, /^done$/).catch(() => 'killed' as const) };
  };
  const running = await Promise.all(Array.from({ length: instances }, open));
  const victim = running[seed % instances]!;
  const moment = Math.floor(((seed * 0.6180339887) % 1) * PEOPLE * 0.95);
  await until('enough has been sent', () => countOf(settings.file) >= moment, 30_000);
  await end(victim.child);
  const next = await open();
  await next.done;
  for (const { child } of [...running, next]) await end(child);
  return judge(settings);
}

function countOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

async function judge({ store: address, prefix, file }: SenderSettings): Promise<AfterKills> {
  const now = Date.now;
  const store = address.startsWith('redis:')
    ? await openRedisStore([address], { prefix, now })
    : await openLmdbStore(address, { now });
  const unknown = new Set<string>();
  for await (const { recipient, state } of openMailings(store, { now } as never).rows('m1'))
    if (state === 'unknown') unknown.add(recipient);
  await store.close();
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const sent = new Set(lines);
  const everybody = Array.from({ length: PEOPLE }, (_, n) => `p${n}`);
  return {
    lost: everybody.filter(one => !sent.has(one) && !unknown.has(one)).length,
    twice: lines.length - sent.size,
    unknown: unknown.size,
    unknownButSent: [...unknown].filter(one => sent.has(one)).length,
  };
}
