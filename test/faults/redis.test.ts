import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Passage } from '../support/passage.ts';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { randomFrom } from './random.ts';
import { Scene } from './scene.ts';
import { note, TIMES, told } from './table.ts';

const LIMIT_MS = 300_000;
/** `npm run faults` takes longer: a pause then lasts half a minute. */
const LASTS_MS = TIMES > 1 ? 10_000 : 2_500;
const PAUSED_MS = TIMES > 1 ? 30_000 : 4_000;

interface Fault {
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
  lastsMs?: number;
}

describeWithRedis('the program on a Redis', () => {
  let redis: RedisServer;
  let passage: Passage;
  let admin: Redis;
  beforeAll(async () => {
    redis = await startRedis();
    passage = await Passage.to(redis.port);
    admin = new Redis(redis.url, { maxRetriesPerRequest: null });
    admin.on('error', () => {});
  });
  afterAll(() => admin?.disconnect());

  const set = (name: string, value: string) => admin.config('SET', name, value);

  const FAULTS: Record<string, Fault> = {
    'is killed and started again (AOF, always)': { begin: () => redis.kill(), end: () => redis.start() },
    'is paused': { begin: async () => redis.freeze(), end: async () => redis.thaw(), lastsMs: PAUSED_MS },
    'is out of memory': { begin: () => set('maxmemory', '1mb'), end: () => set('maxmemory', '0') },
    'is read-only': { begin: () => admin.replicaof('127.0.0.1', '1'), end: () => admin.replicaof('NO', 'ONE') },
    'takes no writes for want of replicas': {
      begin: () => set('min-replicas-to-write', '1'),
      end: () => set('min-replicas-to-write', '0'),
    },
    'is slow by 2 s': {
      begin: async () => (passage.delayMs = 2_000),
      end: async () => (passage.delayMs = 0),
      lastsMs: PAUSED_MS,
    },
  };

  // In a usual run one after another in one scene; `npm run faults` judges each by itself.
  const rounds = TIMES > 1 ? Object.keys(FAULTS).map(name => [name]) : [Object.keys(FAULTS)];

  it.each(rounds)(
    'that $0 … answers everybody, says that it cannot save, and goes on by itself with nothing lost',
    async (...faults: string[]) => {
      await admin.flushall();
      const scene = await Scene.open({
        framework: 'telegraf',
        updates: 'polling',
        instances: 1,
        redis: [`redis://127.0.0.1:${passage.port}`],
        subscribers: 250,
        seats: 15,
        rate: 30,
      });
      scene.populate(randomFrom(faults.length));
      await scene.untilSaved();
      const recoveries = new Map<string, number>();
      for (const fault of Array(TIMES).fill(faults).flat() as string[]) {
        const recovered = await suffer(scene, FAULTS[fault]!);
        recoveries.set(fault, Math.max(recovered, recoveries.get(fault) ?? 0));
      }
      const judged = await scene.judged();
      const downs = scene.products[0]!.log.filter(({ msg }) => msg === 'the store is down').length;
      await scene.close();
      for (const [fault, recoveredMs] of recoveries)
        note({ fault: `Redis ${fault}`, times: TIMES, recoveredMs, ...told(judged) });
      expect(judged).toMatchObject({ lost: 0, wrong: 0, massTwice: 0 });
      expect(downs).toBeLessThan(faults.length * TIMES * 10);
    },
    LIMIT_MS * TIMES,
  );
});

/** Gives how long it took from the end of the fault until everybody was answered and remembered again. */
async function suffer(scene: Scene, { begin, end, lastsMs = LASTS_MS }: Fault): Promise<number> {
  await begin();
  await scene.untilUnsaved();
  await wait(lastsMs);
  const ended = performance.now();
  await end();
  await scene.untilSaved();
  return performance.now() - ended;
}
