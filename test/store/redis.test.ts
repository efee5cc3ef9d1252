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

    it('sends what is begun together as one command, and answers each for itself', async () => {
      const taken = await store.write('chat:a', Buffer.from('x'), NOTHING, { owes: 'm' });
      const admin = new Redis(server.url);
      await admin.config('RESETSTAT');
      const [won, lost, other] = await Promise.all([
        store.write('chat:a', Buffer.from('y'), taken.ok ? taken.version : NOTHING, { owes: 'n' }),
        store.write('chat:a', Buffer.from('z'), taken.ok ? taken.version : NOTHING, { owes: 'o' }),
        store.write('chat:b', Buffer.from('b'), NOTHING, { expiresInMs: 60_000 }),
        store.settle('chat:a', 'm'),
      ]);
      const stats = await admin.info('commandstats');
      await admin.quit();
      expect(stats).toMatch(/cmdstat_evalsha:calls=1,/);
      expect([won.ok, lost.ok, other.ok]).toEqual([true, false, true]);
      expect(await Promise.all(['m', 'n', 'o'].map(debt => store.isOwed('chat:a', debt)))).toEqual([
        false,
        true,
        false,
      ]);
    });

    it('does what was begun before it is closed', async () => {
      const prefix = freshPrefix();
      const closing = await openRedisStore([server.url], { prefix, now: Date.now });
      const written = closing.write('chat:a', Buffer.from('x'), NOTHING);
      await closing.close();
      expect((await written).ok).toBe(true);
    });
  });
});

async function isDown(store: Store): Promise<boolean> {
  return store.ping().then(
    () => false,
    () => true,
  );
}
