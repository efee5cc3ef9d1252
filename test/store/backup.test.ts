import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBackup } from '../../src/store/backup-read.ts';
import { writeBackup } from '../../src/store/backup-write.ts';
import { CarryError, isEmpty, markOf } from '../../src/store/carry.ts';
import { restoreBackup } from '../../src/store/move.ts';
import { NOTHING } from '../../src/store/port.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import { freshFolder } from '../support/folder.ts';
import { end, startScript } from '../support/processes.ts';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { contentsOf, fill, freshLmdb, freshRedis, keysOf, newKey, type Opened } from './engines.ts';

const [KEY, OTHER] = [newKey(), newKey()];
const keys = keysOf(KEY);
const now = Date.now;
const BACKUP = { keys, now, onProgress() {} };
const OPTIONS = { force: false, onProgress() {} };
const KILLS = Number(process.env.KILLS ?? 2);
const MANY = 2_000;

const opened: Opened[] = [];
const keep = async (one: Promise<Opened>): Promise<Opened> => {
  opened.push(await one);
  return one;
};
const fileIn = (): string => join(freshFolder(), 'store.backup');

backupTests('the embedded store', () => keep(freshLmdb()));
describeWithRedis('on Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.kill());
  backupTests('Redis', () => keep(freshRedis([redis.url])));
});

function backupTests(engine: string, open: () => Promise<Opened>): void {
  describe(`a backup of ${engine}`, () => {
    afterEach(async () => {
      await Promise.all(opened.splice(0).map(one => one.engine.close()));
    });

    it('brings back every entry with its version and end, and every debt, and is for its owner only', async () => {
      const [{ engine: from }, { engine: to }] = [await open(), await open()];
      await fill(from, keys);
      const file = fileIn();
      await writeBackup(from, file, BACKUP);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).not.toContain('张三');
      await restoreBackup(await openBackup(file, BACKUP), to, OPTIONS);
      expect(await contentsOf(to, keys)).toEqual(await contentsOf(from, keys));
    });

    it('made while it is written to holds each entry whole, and what it owes', async () => {
      const [{ engine: from }, { engine: to }] = [await open(), await open()];
      await fill(from, keys);
      const store = sealedStore(from, keys);
      let isOver = false;
      const writing = (async () => {
        for (let n = 0; !isOver; n = (n + 1) % 700) {
          const { version } = (await store.read(`chat:web/${n}`))!;
          await store.write(`chat:web/${n}`, Buffer.from(`${n} `.repeat(200)), version, { owes: `late${n}` });
        }
      })();
      const file = fileIn();
      await writeBackup(from, file, BACKUP);
      isOver = true;
      await writing;
      await restoreBackup(await openBackup(file, BACKUP), to, OPTIONS);
      const { entries, debts } = await contentsOf(to, keys);
      expect(Object.keys(entries)).toHaveLength(702);
      for (const [key, { value }] of Object.entries(entries)) {
        const n = key.slice('chat:web/'.length);
        if (!value.startsWith(`${n} ${n} `)) continue;
        expect(value).toBe(`${n} `.repeat(200));
        expect(debts[`${key} late${n}`]).toBeDefined();
      }
    });

    it(`is restored all the same after ${KILLS} kills, and no server takes a half restored store for whole`, async () => {
      const [{ engine: from }, to] = [await open(), await open()];
      await fill(from, keys, MANY);
      const file = fileIn();
      await writeBackup(from, file, BACKUP);
      const what = JSON.stringify({ file, key: KEY, to: to.address });
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const { child, lines } = await startScript('test/store/carrier.ts', [what]);
        for await (const line of lines) if (Number(line) >= (kill / (KILLS + 1)) * MANY) await end(child);
        expect(await markOf(to.engine)).toMatchObject({ state: 'filling' });
      }
      await restoreBackup(await openBackup(file, BACKUP), to.engine, OPTIONS);
      expect(await contentsOf(to.engine, keys)).toEqual(await contentsOf(from, keys));
    });

    it('is put into no store that holds something, unless told to empty it', async () => {
      const [{ engine: from }, { engine: to }] = [await open(), await open()];
      await fill(from, keys, 10);
      await to.write('chat:theirs', Buffer.from('x'), NOTHING, { owes: 'm' });
      const file = fileIn();
      await writeBackup(from, file, BACKUP);
      const whole = await openBackup(file, BACKUP);
      await expect(restoreBackup(whole, to, OPTIONS)).rejects.toMatchObject({ fault: 'not-empty' });
      await restoreBackup(whole, to, { ...OPTIONS, force: true });
      expect(await contentsOf(to, keys)).toEqual(await contentsOf(from, keys));
    });

    it('leaves out what has expired since it was made', async () => {
      const [{ engine: from }, { engine: to }] = [await open(), await open()];
      await fill(from, keys, 10);
      const file = fileIn();
      await writeBackup(from, file, BACKUP);
      const later = () => now() + 5.5 * 3_600_000;
      await restoreBackup(await openBackup(file, { ...BACKUP, now: later }), to, OPTIONS);
      const { entries } = await contentsOf(to, keys);
      // Of the even ones, which end after 1, 3, 5, 7 and 9 hours, the last two are left.
      const even = Object.keys(entries).filter(key => /[02468]$/.test(key));
      expect(even.sort()).toEqual(['chat:web/6', 'chat:web/8']);
    });
  });
}

describe('a backup file', () => {
  let file: string;
  let bytes: Buffer;
  beforeAll(async () => {
    const { engine } = await freshLmdb();
    await fill(engine, keys, 20);
    file = fileIn();
    await writeBackup(engine, file, BACKUP);
    await engine.close();
    bytes = readFileSync(file);
  });

  const faultOf = (changed: Buffer, given = keys): Promise<string> => {
    const path = `${file}.changed`;
    writeFileSync(path, changed);
    return openBackup(path, { keys: given, now }).then(
      () => 'none',
      (error: CarryError) => error.fault,
    );
  };

  it('is refused when it ends early, wherever', async () => {
    expect(await faultOf(bytes)).toBe('none');
    for (let length = 0; length < bytes.length; length += 9_973)
      expect(await faultOf(bytes.subarray(0, length))).toMatch(/^(not-a-backup|broken)$/);
    expect(await faultOf(bytes.subarray(0, -1))).toBe('broken');
  });

  it('is refused when a byte of it was changed, a line taken out, or one put in twice', async () => {
    for (let at = 0; at < bytes.length; at += 9_931) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(await faultOf(changed)).not.toBe('none');
    }
    const lines = bytes.toString().split('\n');
    expect(await faultOf(Buffer.from(lines.toSpliced(2, 1).join('\n')))).toBe('broken');
    expect(await faultOf(Buffer.from(lines.toSpliced(2, 0, lines[2]!).join('\n')))).toBe('broken');
  });

  it('is refused with another key, by a name of its own, and opens when the key is one of several', async () => {
    expect(await faultOf(bytes, keysOf(OTHER))).toBe('other-key');
    expect(await faultOf(bytes, keysOf(`${OTHER},${KEY}`))).toBe('none');
  });

  it('is told from any other file, and from one of a later version', async () => {
    expect(await faultOf(Buffer.from('姓名,身份证号\n'))).toBe('not-a-backup');
    expect(await faultOf(Buffer.from(bytes.toString().replace('"format":1', '"format":2')))).toBe('later-version');
  });

  it('that is refused leaves an empty store empty', async () => {
    const { engine } = await freshLmdb();
    await expect(openBackup(`${file}.changed`, BACKUP)).rejects.toThrow(CarryError);
    expect(await isEmpty(engine)).toBe(true);
    await engine.close();
  });
});
