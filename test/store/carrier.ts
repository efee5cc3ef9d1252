/**
 * A process of its own that carries a store: `carrier <what>`, `{from, to}` for a copy and `{file, key, to}` for a restore, in JSON. It prints a
 * line for each step, and `done` at the end.
 */
import { openBackup } from '../../src/store/backup-read.ts';
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { copyStore, restoreBackup } from '../../src/store/move.ts';
import type { Engine } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';

interface Address {
  folder?: string;
  urls: string[];
  prefix: string;
}

const now = Date.now;
const what = JSON.parse(process.argv[2]!) as { from?: Address; file?: string; key?: string; to: Address };
const options = { force: false, onProgress: (done: number) => process.stdout.write(`${done}\n`) };
const to = await openAt(what.to);
if (what.from !== undefined) {
  const from = await openAt(what.from);
  await copyStore(from, to, options);
  await from.close();
} else {
  await restoreBackup(await openBackup(what.file!, { keys: parseDataKeys(what.key!)!, now }), to, options);
}
await to.close();
process.stdout.write('done\n');

function openAt({ folder, urls, prefix }: Address): Promise<Engine> {
  return folder === undefined ? openRedisStore(urls, { prefix, now }) : openLmdbStore(folder, { now });
}
