import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING, type Store, StoreDownError } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { engineContract, storeContract } from '../contracts/store.ts';
import { describeWithRedis, freshPrefix, type RedisServer, startRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { redisUnderTest } from './redis-under-test.ts';

describeWithRedis('Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.kill());

  storeContract('Redis', async () => redisUnderTest([server.url]));
  engineContract('Redis', async () => redisUnderTest([server.url]));

  describe('the store on Redis, besides', () => {
    let store: Store;
    beforeEach(async () => {
      store = await openRedisStore([server.url], { prefix: freshPrefix(), now: Date.now });
    });
    afterEach(() => store.close());

    it('says at once that it is down while Redis is away, and works again by itself with nothing lost', async () => {
      const first = await store.write('chat:a', Buffer.from('kept'), NOTHING);
      await server.kill();
      await until('the loss is seen', () => isDown(store));
      const asked = performance.now();
      await expect(store.read('chat:a')).rejects.toThrow(StoreDownError);
      await expect(store.write('chat:a', Buffer.from('x'), NOTHING)).rejects.toThrow(StoreDownError);
      expect(performance.now() - asked).toBeLessThan(200);
      await server.start();
      await until('the store is back', async () => !(await isDown(store)));
      expect(await store.read('chat:a')).toMatchObject({ version: first.ok ? first.version : undefined });
    });

    it('waits about a second, and not for ever, on a Redis that hangs, and works again when it goes on', async () => {
      server.freeze();
      const asked = performance.now();
      await expect(store.read('chat:a')).rejects.toThrow(StoreDownError);
      expect(performance.now() - asked).toBeLessThan(3_000);
      server.thaw();
      await until('the store is back', async () => !(await isDown(store)));
    });

    it('opens while Redis is down, and works once it is up', async () => {
      await server.kill();
      const early = await openRedisStore([server.url], { prefix: freshPrefix(), now: Date.now });
      await expect(early.ping()).rejects.toThrow(StoreDownError);
      await server.start();
      await until('the store is back', async () => !(await isDown(early)));
      await early.close();
    });

    it('writes in one round trip, also after the server has forgotten its scripts', async () => {
      const admin = new Redis(server.url);
      await store.write('chat:a', Buffer.from('x'), NOTHING);
      await admin.script('FLUSH');
      expect(await store.write('chat:b', Buffer.from('x'), NOTHING)).toMatchObject({ ok: true });
      await admin.config('RESETSTAT');
      await store.write('chat:c', Buffer.from('x'), NOTHING, { expiresInMs: 60_000, owes: 'm' });
      const stats = await admin.info('commandstats');
      await admin.quit();
      expect(stats).toMatch(/cmdstat_evalsha:calls=1,/);
      expect(stats).not.toMatch(/cmdstat_eval:/);
    });
  });
});

async function isDown(store: Store): Promise<boolean> {
  return store.ping().then(
    () => false,
    () => true,
  );
}
