import { setTimeout } from 'node:timers/promises';
import { type Budget, createBudget, type Queue } from '../../src/delivery/index.ts';
import { createBullQueue } from '../../src/delivery/queue-bullmq.ts';
import { createEmbeddedQueue } from '../../src/delivery/queue-embedded.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import type { Store } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { patientRedis } from '../../src/store/redis-client.ts';
import { freshFolder } from '../support/folder.ts';
import { freshPrefix, startRedis, startRedisCluster } from '../support/redis.ts';

/** A store with its queue, empty at first; each `open` is one more process on them. */
export interface Engine {
  open(): Promise<{ store: Store; queue: Queue }>;
}

export const ENGINES = ['embedded', 'Redis', 'Redis Cluster'] as const;
export type EngineName = (typeof ENGINES)[number];

const addresses = new Map<EngineName, Promise<readonly string[]>>();

function addressesOf(name: EngineName): Promise<readonly string[]> {
  const known = addresses.get(name);
  if (known !== undefined) return known;
  const started =
    name === 'Redis' ? startRedis().then(({ url }) => [url]) : startRedisCluster().then(({ urls }) => urls);
  addresses.set(name, started);
  return started;
}

/** A fresh engine by its name; servers are started once for each test file. */
export async function freshEngine(name: EngineName, now: () => number = Date.now): Promise<Engine> {
  const onFault = () => {};
  if (name === 'embedded') {
    const folder = freshFolder();
    return { open: async () => ({ store: await openLmdbStore(folder, { now }), queue: createEmbeddedQueue(onFault) }) };
  }
  const urls = await addressesOf(name);
  const prefix = freshPrefix();
  const queue = () => createBullQueue({ connect: () => patientRedis(urls), prefix: `{${prefix}}`, onFault });
  return { open: async () => ({ store: await openRedisStore(urls, { prefix, now }), queue: queue() }) };
}

/** The real budget on a store. */
export function budgetOn(store: Store, perSecond: number): Budget {
  return createBudget({
    store,
    name: 'bot',
    perSecond,
    now: Date.now,
    wait: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
    log: SILENT_LOG,
  });
}
