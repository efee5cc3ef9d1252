import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { CarryError, markOf } from '../../src/store/carry.ts';
import { copyStore } from '../../src/store/move.ts';
import { NOTHING } from '../../src/store/port.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import { end, startScript } from '../support/processes.ts';
import {
  describeWithRedis,
  type RedisCluster,
  type RedisServer,
  startRedis,
  startRedisCluster,
} from '../support/redis.ts';
import { contentsOf, fill, freshLmdb, freshRedis, keysOf, newKey, type Opened } from './engines.ts';

const OPTIONS = { force: false, onProgress() {} };
const MANY = 2_000;
const KILLS = Number(process.env.KILLS ?? 2);

describeWithRedis('a copy of the store', () => {
  let redis: RedisServer;
  let cluster: RedisCluster;
  const opened: Opened[] = [];
  beforeAll(async () => {
    [redis, cluster] = await Promise.all([startRedis(), startRedisCluster()]);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(({ engine }) => engine.close()));
  });
  afterAll(async () => void (await Promise.all([redis.kill(), cluster.kill()])));

  const OPEN = {
    LMDB: freshLmdb,
    Redis: () => freshRedis([redis.url]),
    'Redis Cluster': () => freshRedis(cluster.urls),
  } as const;
  const open = async (engine: keyof typeof OPEN): Promise<Opened> => {
    const one = await OPEN[engine]();
    opened.push(one);
    return one;
  };
  const keys = keysOf(newKey());

  it.each([
    ['LMDB', 'Redis'],
    ['Redis', 'LMDB'],
    ['LMDB', 'Redis Cluster'],
    ['Redis Cluster', 'LMDB'],
  ] as const)(
    'from %s to %s holds the same entries, versions, ends and debts, and opens with the same key',
    async (one, other) => {
      const [{ engine: from }, { engine: to }] = [await open(one), await open(other)];
      await fill(from, keys);
      const moved = await copyStore(from, to, OPTIONS);
      expect(moved).toMatchObject({ differing: 0, removed: 0, debts: 234, put: { debts: 234 } });
      expect(moved.put.entries).toBe(moved.entries);
      const { 'meta:carried': mark, ...entries } = (await contentsOf(to, keys)).entries;
      expect(mark).toBeDefined();
      expect({ entries, debts: (await contentsOf(to, keys)).debts }).toEqual(await contentsOf(from, keys));
    },
  );

  it('run again carries what has changed, come and gone meanwhile, and nothing else', async () => {
    const [{ engine: from }, { engine: to }] = [await open('LMDB'), await open('Redis')];
    await fill(from, keys);
    await copyStore(from, to, OPTIONS);
    expect(await copyStore(from, to, OPTIONS)).toMatchObject({ put: { entries: 0, debts: 0 }, removed: 0 });
    const store = sealedStore(from, keys);
    const { version } = (await store.read('chat:web/1'))!;
    await store.write('chat:web/1', Buffer.from('changed'), version);
    await store.write('chat:new', Buffer.from('new'), NOTHING);
    await store.remove('chat:web/2');
    await store.settle('chat:web/3', 'm3');
    expect(await copyStore(from, to, OPTIONS)).toMatchObject({
      put: { entries: 2, debts: 0 },
      removed: 1,
      differing: 0,
    });
    const { entries, debts } = await contentsOf(to, keys);
    expect([entries['chat:web/1']!.value, entries['chat:new']!.value]).toEqual(['changed', 'new']);
    expect([entries['chat:web/2'], debts['chat:web/3 m3']]).toEqual([undefined, undefined]);
  });

  it('fills no store that holds something or on which a server runs, unless told to empty it', async () => {
    const [{ engine: from }, { engine: to }] = [await open('LMDB'), await open('Redis')];
    await fill(from, keys, 10);
    await to.write('chat:theirs', Buffer.from('x'), NOTHING, { owes: 'm' });
    await expect(copyStore(from, to, OPTIONS)).rejects.toMatchObject({ fault: 'not-empty' });
    await to.write('here:server', Buffer.from('1'), NOTHING, { expiresInMs: 60_000 });
    await expect(copyStore(from, to, { ...OPTIONS, force: true })).rejects.toThrow(CarryError);
    await to.remove('here:server');
    await copyStore(from, to, { ...OPTIONS, force: true });
    expect(await to.read('chat:theirs')).toBeUndefined();
    expect(await to.isOwed('chat:theirs', 'm')).toBe(false);
    expect(await markOf(to)).toMatchObject({ state: 'whole' });
  });

  it('leaves out what running servers say of themselves', async () => {
    const [{ engine: from }, { engine: to }] = [await open('Redis'), await open('LMDB')];
    await fill(from, keys, 10);
    await from.write('here:server', Buffer.from('1'), NOTHING, { expiresInMs: 60_000 });
    await copyStore(from, to, OPTIONS);
    expect(await to.read('here:server')).toBeUndefined();
  });

  it.each([
    ['LMDB', 'Redis'],
    ['Redis', 'LMDB'],
  ] as const)(`from %s to %s, killed ${KILLS} times at any moment and run again, is the same`, async (one, other) => {
    const [from, to] = [await open(one), await open(other)];
    await fill(from.engine, keys, MANY);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const { child, lines } = await startScript('test/store/carrier.ts', [
        JSON.stringify({ from: from.address, to: to.address }),
      ]);
      for await (const line of lines) if (Number(line) >= (kill / (KILLS + 1)) * MANY) await end(child);
      expect(await markOf(to.engine)).toMatchObject({ state: 'filling' });
    }
    expect(await copyStore(from.engine, to.engine, OPTIONS)).toMatchObject({ differing: 0 });
    const { 'meta:carried': _, ...entries } = (await contentsOf(to.engine, keys)).entries;
    expect(entries).toEqual((await contentsOf(from.engine, keys)).entries);
  });
});
