import { statSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { describe, expect, it } from 'vitest';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { NOTHING, StoreDownError } from '../../src/store/port.ts';
import { engineContract, storeContract } from '../contracts/store.ts';
import { freshFolder } from '../support/folder.ts';

const fresh = async () => {
  const folder = freshFolder();
  let now = Date.UTC(2026, 10, 22);
  return {
    address: JSON.stringify({ folder }),
    open: () => openLmdbStore(folder, { now: () => now }),
    pass(ms: number) {
      now += ms;
    },
  };
};

storeContract('LMDB', fresh);
engineContract('LMDB', fresh);

describe('the embedded store, besides', () => {
  it('takes what has expired off the disk, with what it owed, and leaves what was written again', async () => {
    const folder = freshFolder();
    let now = Date.UTC(2026, 10, 22, 8);
    const first = await openLmdbStore(folder, { now: () => now });
    for (const key of ['chat:a', 'chat:b'])
      await first.write(key, Buffer.from('x'), NOTHING, { expiresInMs: 1_000, owes: 'm' });
    const { version } = (await first.read('chat:b'))!;
    await first.write('chat:b', Buffer.from('y'), version, { expiresInMs: 7_200_000 });
    await first.close();

    now += 3_600_000;
    const second = await openLmdbStore(folder, { now: () => now });
    expect(await second.isOwed('chat:a', 'm')).toBe(false);
    expect(await second.isOwed('chat:b', 'm')).toBe(true);
    await second.close();
    expect(rowsIn(folder)).toEqual({ entries: ['chat:b'], debts: [['chat:b', 'm']], expiries: 1 });
  });

  it('is down for writing before the disk is full, still reads and removes, and writes again once there is room', async () => {
    let freeBytes = 1e9;
    const store = await openLmdbStore(freshFolder(), { now: Date.now, freeBytes: () => freeBytes });
    await store.write('chat:a', Buffer.from('x'), NOTHING);
    freeBytes = 1e6;
    await expect(store.write('chat:b', Buffer.from('x'), NOTHING)).rejects.toThrow(StoreDownError);
    expect(await store.read('chat:a')).toBeDefined();
    await store.remove('chat:a');
    freeBytes = 1e9;
    expect(await store.write('chat:b', Buffer.from('x'), NOTHING)).toMatchObject({ ok: true });
    await store.close();
  });

  it('lets nobody else on this machine read its folder', async () => {
    const folder = join(freshFolder(), 'made', 'here');
    const store = await openLmdbStore(folder, { now: () => 0 });
    await store.close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});

function rowsIn(folder: string): object {
  const root = open({ path: join(folder, 'store.mdb'), noSubdir: true, overlappingSync: false });
  const keysOf = (name: string): unknown[] => [
    ...root.openDB({ name, useVersions: name === 'entries', encoding: 'binary' }).getKeys(),
  ];
  const rows = { entries: keysOf('entries'), debts: keysOf('debts'), expiries: keysOf('expiries').length };
  void root.close();
  return rows;
}
