import { randomBytes } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepDataKeys } from '../../src/store/key-file.ts';
import { checkDataKeys, type DataKeys, OtherKeyError, parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { freshFolder } from '../support/folder.ts';

const [OLD, NEW, OTHER] = [1, 2, 3].map(() => randomBytes(32).toString('base64'));

describe('data keys', () => {
  it('are 32 bytes each in base64, one or several', () => {
    expect(parseDataKeys(OLD!)).toBeDefined();
    expect(parseDataKeys(`${NEW} , ${OLD!.replace('=', '')}`)!.derive('seal')).toHaveLength(2);
    for (const bad of [
      '',
      ',',
      `${OLD},`,
      randomBytes(31).toString('base64'),
      randomBytes(33).toString('base64'),
      `${OLD!.slice(0, 42)}!=`,
    ]) {
      expect(parseDataKeys(bad)).toBeUndefined();
    }
  });

  it('give each purpose keys of its own, the same each time', () => {
    const keys = parseDataKeys(`${NEW},${OLD}`)!;
    const all = (['seal', 'chat-token', 'lookup'] as const).flatMap(purpose => hex(keys, purpose));
    expect(new Set(all).size).toBe(6);
    expect(hex(parseDataKeys(OLD!)!, 'seal')).toEqual(hex(keys, 'seal').slice(1));
    expect(all.every(key => key.length === 64)).toBe(true);
  });

  it('are made once beside the embedded store, for its owner only, whoever starts at the same time', async () => {
    const folder = join(freshFolder(), 'data');
    const made = await Promise.all(Array.from({ length: 8 }, () => keepDataKeys(folder)));
    expect(new Set(made.map(keys => hex(keys, 'seal')[0])).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['data.key']);
    expect(statSync(join(folder, 'data.key')).mode & 0o777).toBe(0o600);
    const kept = readFileSync(join(folder, 'data.key'), 'utf8');
    await keepDataKeys(folder);
    expect(readFileSync(join(folder, 'data.key'), 'utf8')).toBe(kept);
  });

  it('are never made anew over a file that is there, even one that holds none', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'data.key'), 'not a key\n');
    chmodSync(join(folder, 'data.key'), 0o600);
    await expect(keepDataKeys(folder)).rejects.toThrow('data.key does not hold a key');
  });

  it('must be those that the store was used with; a new one may come in front', async () => {
    const store = await openLmdbStore(freshFolder(), { now: Date.now });
    const check = (keys: string): Promise<void> => checkDataKeys(store, parseDataKeys(keys)!);
    await Promise.all([check(OLD!), check(OLD!)]);
    await expect(check(OTHER!)).rejects.toThrow(OtherKeyError);
    await check(`${OLD},${NEW}`);
    await expect(check(NEW!)).rejects.toThrow(OtherKeyError);
    await check(`${NEW},${OLD}`);
    await expect(check(OLD!)).rejects.toThrow(OtherKeyError);
    await expect(check(NEW!)).rejects.toThrow(OtherKeyError);
    await check(`${OLD},${NEW}`);
    await store.close();
  });
});

function hex(keys: DataKeys, purpose: 'seal' | 'chat-token' | 'lookup'): string[] {
  return keys.derive(purpose).map(key => Buffer.from(key).toString('hex'));
}
