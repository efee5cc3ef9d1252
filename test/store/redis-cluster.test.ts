import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING, StoreDownError } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { engineContract, storeContract } from '../contracts/store.ts';
import { describeWithRedis, freshPrefix, type RedisCluster, startRedisCluster } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { redisUnderTest } from './redis-under-test.ts';

describeWithRedis('Redis Cluster', () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
  });
  afterAll(() => cluster?.kill());

  storeContract('Redis Cluster', async () => redisUnderTest(cluster.urls));
  engineContract('Redis Cluster', async () => redisUnderTest(cluster.urls));

  describe('the store on a Redis Cluster, besides', () => {
    it('spreads its entries over all nodes', async () => {
      const prefix = freshPrefix();
      const store = await openRedisStore(cluster.urls, { prefix, now: Date.now });
      await Promise.all(Array.from({ length: 300 }, (_, n) => store.write(`chat:${n}`, Buffer.from('x'), NOTHING)));
      await store.close();
      const counts = await Promise.all(cluster.urls.map(url => countKeys(url, prefix)));
      expect(counts.reduce((a, b) => a + b)).toBe(300);
      expect(Math.min(...counts)).toBeGreaterThan(50);
    });

    it('says that it is down while the cluster is away, and works again by itself with nothing lost', async () => {
      const store = await openRedisStore(cluster.urls, { prefix: freshPrefix(), now: Date.now });
      const written = await Promise.all(
        Array.from({ length: 30 }, (_, n) => store.write(`chat:${n}`, Buffer.from('x'), NOTHING)),
      );
      expect(written.every(({ ok }) => ok)).toBe(true);
      await cluster.kill();
      await expect(store.read('chat:1')).rejects.toThrow(StoreDownError);
      await cluster.start();
      await until('every entry is back', async () => {
        const found = await Promise.allSettled(written.map((_, n) => store.read(`chat:${n}`)));
        return found.every(one => one.status === 'fulfilled' && one.value !== undefined);
      });
      await store.close();
    });
  });
});

async function countKeys(url: string, prefix: string): Promise<number> {
  const node = new Redis(url);
  const names = await node.keys(`${prefix}*`);
  await node.quit();
  return names.length;
}
