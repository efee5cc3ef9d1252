import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegistry } from '../../src/registry/index.ts';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import { freshFolder } from '../support/folder.ts';
import { end, startScript } from '../support/processes.ts';
import { freshPrefix, type RedisServer, startRedis } from '../support/redis.ts';
import { HEADERS, inventedId, line } from './people.ts';

/** `KILLS=50 npx vitest run test/registry/interrupted.test.ts` is the long way round. */
const KILLS = Number(process.env.KILLS ?? 5);
const ROWS = 12_000;
const PEOPLE = 3_000;
const MANY_ROWS = 100_000;
const KEY = `${'A'.repeat(42)}8`;

let redis: RedisServer;
let file: string;
beforeAll(async () => {
  redis = await startRedis();
  file = join(freshFolder(), 'roster.csv');
  writeFileSync(file, rosterOf(ROWS));
});
afterAll(() => redis.kill());

const ADDRESSES: Record<string, () => { folder?: string; urls: string[]; prefix: string; key: string }> = {
  LMDB: () => ({ folder: freshFolder(), urls: [], prefix: '', key: KEY }),
  Redis: () => ({ urls: [redis.url], prefix: freshPrefix(), key: KEY }),
};

describe.each(Object.keys(ADDRESSES))('an import on %s', engine => {
  it(`D07: killed ${KILLS} times at any moment and run again ends as if it had never been disturbed`, async () => {
    const [disturbed, calm] = [ADDRESSES[engine]!(), ADDRESSES[engine]!()];
    for (let kill = 1; kill <= KILLS; kill += 1)
      await importAt(disturbed, { killAfter: Math.ceil((kill / (KILLS + 1)) * ROWS) });
    await importAt(disturbed, {});
    await importAt(calm, {});
    expect(await rosterAt(disturbed)).toEqual(await rosterAt(calm));
  }, 600_000);
});

it('D07: an import keeps its memory flat, however long the file', async () => {
  const long = join(freshFolder(), 'long.csv');
  writeFileSync(long, rosterOf(MANY_ROWS));
  const summary = await importAt(ADDRESSES.LMDB!(), { path: long });
  expect(summary).toMatchObject({ rows: MANY_ROWS, rejected: 0 });
  expect(summary!.mostHeap).toBeLessThan(150 * 1024 ** 2);
}, 300_000);

/** Four records a person, row after row of different people: the hardest order, since every batch meets everybody's entries anew. */
function rosterOf(rows: number): string {
  const people = Math.max(PEOPLE, rows / 4);
  const lines = Array.from({ length: rows }, (_, n) => {
    const birth = new Date(Date.UTC(1960, 0, 1 + Math.floor((n % people) / 1_000)))
      .toISOString()
      .slice(0, 10)
      .replaceAll('-', '');
    const year = `${2022 + Math.floor(n / people)}`;
    return line(n % people, { 身份证号: inventedId(n % people, birth), 学时年度: year, 结业日期: `${year}-06-30` });
  });
  return [HEADERS, ...lines].join('\n');
}

/** Imports in a process of its own; kills it as soon as it has come past so many rows. */
async function importAt(
  address: object,
  { killAfter = Number.POSITIVE_INFINITY, path = file },
): Promise<Record<string, number> | undefined> {
  const { child, lines } = await startScript('test/registry/importer.ts', [JSON.stringify(address), path]);
  let summary: Record<string, number> | undefined;
  for await (const one of lines) {
    if (Number(one) >= killAfter) await end(child);
    if (one.startsWith('done ')) summary = JSON.parse(one.slice(5)) as Record<string, number>;
  }
  return summary;
}

async function rosterAt({
  folder,
  urls,
  prefix,
}: {
  folder?: string;
  urls: string[];
  prefix: string;
}): Promise<string[]> {
  const now = Date.now;
  const keys = parseDataKeys(KEY)!;
  const engine = await (folder === undefined ? openRedisStore(urls, { prefix, now }) : openLmdbStore(folder, { now }));
  const store = sealedStore(engine, keys);
  const registry = createRegistry({ store, keys, clock: { now, today: () => '2026-11-22' } });
  const lines: string[] = [];
  for await (const one of registry.exportRoster({ who: 'cli:test', locale: 'en' })) lines.push(one);
  await store.close();
  return lines.sort();
}
