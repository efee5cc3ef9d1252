import { expect, it, vi } from 'vitest';
import { createLookUps, createRegistry } from '../../src/registry/index.ts';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import { freshFolder } from '../support/folder.ts';
import { csv, inventedId, line } from './people.ts';

const PEOPLE = 20;
const GUESSES = 10_000;
const KEYS = parseDataKeys(`${'A'.repeat(42)}8`)!;

it('10,000 guesses learn nothing, write nothing, cost the same, and lock nobody out', async () => {
  const clock = { now: () => Date.UTC(2026, 10, 22), today: () => '2026-11-22' };
  const engine = await openLmdbStore(freshFolder(), { now: clock.now });
  const read = vi.spyOn(engine, 'read');
  const store = sealedStore(engine, KEYS);
  const registry = createRegistry({ store, keys: KEYS, clock });
  await registry.importRoster(csv(...Array.from({ length: PEOPLE }, (_, n) => line(n))), { who: 'cli:test' });
  const waits: number[] = [];
  const lookUps = createLookUps({ registry, store, now: clock.now, wait: async ms => void waits.push(ms) });
  const before = await engine.count();

  const readsOf = { known: new Set<number>(), unknown: new Set<number>() };
  for (let n = 0; n < GUESSES; n += 1) {
    read.mockClear();
    const idNumber = inventedId(n);
    const asker = { chat: `web:${n % 1_500}`, from: `192.0.2.${n % 250}` };
    expect(await lookUps.look(asker, { idNumber, name: `示例乙${n}` })).toBeNull();
    readsOf[n % 1_000 < PEOPLE ? 'known' : 'unknown'].add(read.mock.calls.length);
  }
  expect(await engine.count()).toBe(before);
  expect(Math.max(...waits)).toBeLessThanOrEqual(3_000);
  expect([...readsOf.known]).toEqual([...readsOf.unknown]);
  expect(readsOf.known.size).toBe(1);

  const right = { idNumber: inventedId(1), name: '示例甲1' };
  expect(await lookUps.look({ chat: 'web:1', from: '192.0.2.1' }, right)).toBeNull();
  expect(await lookUps.look({ chat: 'web:owner', from: '198.51.100.1' }, right)).not.toBeNull();
  await engine.close();
});
