import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setMark } from '../../src/store/carry.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { csv, line } from '../registry/people.ts';
import { type Ended, huanzheng } from '../support/command.ts';
import { freshFolder } from '../support/folder.ts';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis.ts';

const folder = freshFolder();
/** Each command is a process of its own. */
const SEVERAL_MS = 120_000;
const OLD = { DATA_DIR: join(folder, 'old') };
const backup = join(folder, 'store.backup');

describeWithRedis('huanzheng store', () => {
  let redis: RedisServer;
  let key: string;
  let roster: string;
  beforeAll(async () => {
    redis = await startRedis();
    writeFileSync(join(folder, 'roster.csv'), csv(line(1), line(2)).bytes);
    await huanzheng(OLD, 'roster', 'import', join(folder, 'roster.csv'));
    key = readFileSync(join(OLD.DATA_DIR, 'data.key'), 'utf8').trim();
    roster = await rosterOf(OLD);
  }, SEVERAL_MS);
  afterAll(() => redis.kill());

  async function rosterOf(settings: Record<string, string>): Promise<string> {
    const file = join(folder, 'export.csv');
    expect(await huanzheng(settings, 'roster', 'export', file)).toMatchObject({ status: 0, stderr: '' });
    return readFileSync(file, 'utf8').split('\r\n').sort().join('\n');
  }
  const oneLine = ({ status, stderr }: Ended): [number, string] => [status, stderr];

  it(
    'backup and restore bring the roster to another folder, with the same key and no other',
    async () => {
      const made = await huanzheng(OLD, 'store', 'backup', backup, '--json');
      expect([made.status, JSON.parse(made.stdout)]).toMatchObject([0, { debts: 0, file: backup }]);
      const NEW = { DATA_DIR: join(folder, 'new') };
      const otherKey =
        'DATA_KEY: the backup was made with another key; give that one (of an embedded store it lies in data.key)\n';
      expect(oneLine(await huanzheng(NEW, 'store', 'restore', backup))).toEqual([2, otherKey]);
      const wrong = { ...NEW, DATA_KEY: Buffer.alloc(32, 7).toString('base64') };
      expect(oneLine(await huanzheng(wrong, 'store', 'restore', backup))).toEqual([2, otherKey]);

      const right = { ...NEW, DATA_KEY: key };
      const restored = await huanzheng(right, 'store', 'restore', backup, '--json');
      expect([restored.status, JSON.parse(restored.stdout)]).toMatchObject([0, { debts: 0, paused: [] }]);
      expect(JSON.parse(restored.stdout).entries).toBe(JSON.parse(made.stdout).entries);
      expect(await rosterOf(right)).toBe(roster);
      expect(oneLine(await huanzheng(right, 'store', 'restore', backup))).toEqual([
        2,
        'that store is not empty; add --force if it is to be emptied\n',
      ]);
    },
    SEVERAL_MS,
  );

  it(
    'copy moves the embedded store to Redis, which is then in use and takes no other copy',
    async () => {
      const copied = await huanzheng(OLD, 'store', 'copy', '--to', redis.url, '--json');
      expect([copied.status, JSON.parse(copied.stdout)]).toMatchObject([0, { differing: 0, inUse: false }]);
      const again = await huanzheng(OLD, 'store', 'copy', '--to', redis.url, '--json');
      expect(JSON.parse(again.stdout)).toMatchObject({ put: { entries: 0, debts: 0 } });
      expect(await rosterOf({ REDIS_URL: redis.url, DATA_KEY: key })).toBe(roster);
      const refused = await huanzheng(OLD, 'store', 'copy', '--to', redis.url);
      expect(oneLine(refused)).toEqual([2, 'that store is not empty; add --force if it is to be emptied\n']);
    },
    SEVERAL_MS,
  );

  it(
    'says in one line what it cannot do, and exits with 2',
    async () => {
      const nowhere = await huanzheng(OLD, 'store', 'restore', join(folder, 'nowhere'));
      expect(oneLine(nowhere)).toEqual([2, 'there is no such file, or no such folder to write it in\n']);
      const nothing = await huanzheng({ DATA_DIR: join(folder, 'none') }, 'store', 'backup', backup);
      expect(oneLine(nothing)).toEqual([2, 'DATA_DIR: there is no store yet\n']);
      const same = await huanzheng(OLD, 'store', 'copy', '--to', `${OLD.DATA_DIR}/../old`);
      expect(oneLine(same)).toEqual([2, '--to: 就是现在的存储 / this is the same store\n']);
      for (const to of ['redi://127.0.0.1:6379', 'http://127.0.0.1:6379', '127.0.0.1:6379'])
        expect(oneLine(await huanzheng(OLD, 'store', 'copy', '--to', to))[1]).toMatch(/^--to: redis:/);
      const silent = await huanzheng(OLD, 'store', 'copy', '--to', 'redis://127.0.0.1:1');
      expect([silent.status, silent.stderr.trim().split('\n').length]).toEqual([2, 1]);
    },
    SEVERAL_MS,
  );

  it(
    'lets nobody use a store that was filled only in part',
    async () => {
      const half = { DATA_DIR: join(folder, 'half') };
      const engine = await openLmdbStore(half.DATA_DIR, { now: Date.now });
      await setMark(engine, { from: 'x', state: 'filling' });
      await engine.close();
      expect(oneLine(await huanzheng({ ...half, DATA_KEY: key }, 'roster', 'log'))).toEqual([
        2,
        'DATA_DIR: a restore or copy into this store was not finished; run it again\n',
      ]);
    },
    SEVERAL_MS,
  );
});
