/** A process of its own that gives everything to the first key: `rotator {folder | urls, prefix, keys}`; it prints how far it is, and `done`. */
import { rotateKeys } from '../src/key-rotation.ts';
import { parseDataKeys } from '../src/store/keys.ts';
import { openLmdbStore } from '../src/store/lmdb.ts';
import { openRedisStore } from '../src/store/redis.ts';

const { folder, urls, prefix, keys } = JSON.parse(process.argv[2]!) as {
  folder?: string;
  urls: string[];
  prefix: string;
  keys: string;
};
const now = Date.now;
const engine = await (folder === undefined ? openRedisStore(urls, { prefix, now }) : openLmdbStore(folder, { now }));
await rotateKeys({
  engine,
  keys: parseDataKeys(keys)!,
  clock: { now, today: () => '2026-11-22' },
  onProgress: done => process.stdout.write(`${done}\n`),
});
await engine.close();
process.stdout.write('done\n');
