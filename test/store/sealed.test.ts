import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { NOTHING, type Store } from '../../src/store/port.ts';
import { SealError, sealedStore } from '../../src/store/sealed.ts';
import { storeContract } from '../contracts/store.ts';
import { freshFolder } from '../support/folder.ts';

const [OLD, NEW, OTHER] = [1, 2, 3].map(() => randomBytes(32).toString('base64'));

storeContract('LMDB, sealed', async () => {
  const folder = freshFolder();
  let now = Date.UTC(2026, 10, 22);
  return {
    address: JSON.stringify({ folder, key: OLD }),
    open: async () => sealed(await openLmdbStore(folder, { now: () => now }), OLD!),
    pass(ms) {
      now += ms;
    },
  };
});

describe('a sealed store', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openLmdbStore(freshFolder(), { now: Date.now });
  });
  afterEach(() => store.close());

  it('hides the value, and its being the same as another one', async () => {
    for (const key of ['chat:a', 'chat:b']) await sealed(store, OLD!).write(key, Buffer.from('张三 460000'), NOTHING);
    const [a, b] = [await raw(store, 'chat:a'), await raw(store, 'chat:b')];
    expect(a.includes('张三')).toBe(false);
    expect(a.subarray(5).equals(b.subarray(5))).toBe(false);
  });

  it('opens with every key given, and seals with the first', async () => {
    await sealed(store, OLD!).write('chat:a', Buffer.from('x'), NOTHING);
    await sealed(store, `${NEW},${OLD}`).write('chat:b', Buffer.from('y'), NOTHING);
    const both = sealed(store, `${NEW},${OLD}`);
    expect([await text(both, 'chat:a'), await text(both, 'chat:b')]).toEqual(['x', 'y']);
    expect(await text(sealed(store, NEW!), 'chat:b')).toBe('y');
    await expect(sealed(store, OTHER!).read('chat:a')).rejects.toThrow(SealError);
  });

  it('refuses a value that stands under another name, or in which any byte was changed', async () => {
    const one = sealed(store, OLD!);
    await one.write('chat:a', Buffer.from('x'), NOTHING);
    const value = await raw(store, 'chat:a');
    await store.write('chat:b', value, NOTHING);
    await expect(one.read('chat:b')).rejects.toThrow(SealError);
    for (let at = 0; at < value.length; at += 1) {
      const changed = Buffer.from(value);
      changed[at]! ^= 1;
      await store.remove('chat:a');
      await store.write('chat:a', changed, NOTHING);
      await expect(one.read('chat:a')).rejects.toThrow(SealError);
    }
    for (const length of [0, 1, 16, 32]) {
      await store.remove('chat:a');
      await store.write('chat:a', value.subarray(0, length), NOTHING);
      await expect(one.read('chat:a')).rejects.toThrow(SealError);
    }
  });
});

function sealed(store: Store, keys: string): Store {
  return sealedStore(store, parseDataKeys(keys)!);
}

async function raw(store: Store, key: string): Promise<Buffer> {
  return Buffer.from((await store.read(key))!.value);
}

async function text(store: Store, key: string): Promise<string> {
  return (await raw(store, key)).toString();
}
