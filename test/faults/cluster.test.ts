import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { describeWithRedis, startRedisCluster } from '../support/redis.ts';
import { between, pick, randomFrom } from './random.ts';
import { Scene } from './scene.ts';
import { note, seeds, told } from './table.ts';

const LIMIT_MS = 300_000;
/** What a master had confirmed and not yet handed on when it died: some milliseconds of writes, of everybody who was talking just then. */
const MOST_LOST = 15;

describeWithRedis('the program on a Redis Cluster of three masters and three replicas', () => {
  it.each(seeds(1))(
    'goes on by itself when a master is killed and its replica takes over (%i)',
    async seed => {
      const random = randomFrom(seed);
      const cluster = await startRedisCluster(1);
      const scene = await Scene.open({
        framework: 'grammy',
        updates: 'polling',
        instances: 1,
        redis: cluster.urls,
        subscribers: 150,
        seats: 15,
        rate: 50,
      });
      scene.populate(random);
      await scene.untilAnswered();
      await wait(between(0, 1_000, random));
      await pick(await cluster.masters(), random).kill();
      const began = performance.now();
      await scene.untilUnsaved();
      await scene.untilAllSaved();
      const recoveredMs = performance.now() - began;
      const judged = await scene.judged();
      await scene.close();
      await cluster.kill();
      note({
        fault: 'Redis Cluster of 3 + 3: a master is killed, its replica takes over',
        times: 1,
        recoveredMs,
        ...told(judged),
      });
      expect(judged.lost + judged.wrong + judged.massTwice).toBeLessThanOrEqual(MOST_LOST);
    },
    LIMIT_MS,
  );
});
