/** A process of its own that imports a roster: `importer <address> <file>`; it prints how far it is, and `done <summary>`. */
import { createRegistry } from '../../src/registry/index.ts';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { sealedStore } from '../../src/store/sealed.ts';

const [address = '', path = ''] = process.argv.slice(2);
const { folder, urls, prefix, key } = JSON.parse(address) as {
  folder?: string;
  urls: string[];
  prefix: string;
  key: string;
};
const now = Date.now;
const engine = await (folder === undefined ? openRedisStore(urls, { prefix, now }) : openLmdbStore(folder, { now }));
const keys = parseDataKeys(key)!;
const store = sealedStore(engine, keys);
const registry = createRegistry({ store, keys, clock: { now, today: () => '2026-11-22' } });
let mostHeap = 0;
const summary = await registry.importRoster(
  { path },
  {
    who: 'cli:test',
    onProgress(rows) {
      const { heapUsed, external } = process.memoryUsage();
      mostHeap = Math.max(mostHeap, heapUsed + external);
      process.stdout.write(`${rows}\n`);
    },
  },
);
await store.close();
process.stdout.write(`done ${JSON.stringify({ ...summary, mostHeap })}\n`);
