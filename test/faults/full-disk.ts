import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { NOTHING } from '../../src/store/port.ts';

/**
 * Writes to an embedded store that does not look how much room is left, until a commit finds the disk full; then makes room and writes again.
 * Prints what it saw as JSON. A rejection that nobody listens to ends it before.
 */
const LENGTH = 20_000;
const [folder = ''] = process.argv.slice(2);
const filler = join(folder, 'filler');
writeFileSync(filler, Buffer.alloc(2 ** 20));
const store = await openLmdbStore(folder, { now: Date.now, freeBytes: () => Number.POSITIVE_INFINITY });
const kept: string[] = [];
const failures: string[] = [];
for (let n = 0; failures.length < 3; n++) await keep(`full:${n}`);
rmSync(filler);
const before = failures.length;
for (let n = 0; n < 20; n++) await keep(`again:${n}`);
const found = await Promise.all(kept.map(key => store.read(key)));
await store.close();
process.stdout.write(
  JSON.stringify({
    failures: [...new Set(failures)],
    failedAgain: failures.length - before,
    kept: kept.length,
    lost: found.filter(entry => entry?.value.length !== LENGTH).length,
  }),
);

async function keep(key: string): Promise<void> {
  try {
    await store.write(key, Buffer.alloc(LENGTH, 1), NOTHING, {});
    kept.push(key);
  } catch (error) {
    failures.push(error instanceof Error ? error.name : String(error));
  }
}
