/**
 * A process of its own that writes to a store: `writer <address> count <times>` counts up in one entry, `writer <address> kill` writes
 * numbers until it is killed and prints each one that was confirmed.
 */
import { parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { NOTHING, type Store } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { sealedStore } from '../../src/store/sealed.ts';

const COPIES = 2_000;

const [address = '', task = '', times = '0'] = process.argv.slice(2);
const store = await openAt(JSON.parse(address));
await (task === 'count' ? count(Number(times)) : writeForEver());

interface Address {
  folder?: string;
  urls: string[];
  prefix: string;
  key?: string;
}

/** The store as its contract test names it. */
async function openAt({ folder, urls, prefix, key }: Address): Promise<Store> {
  const now = Date.now;
  const engine = await (folder === undefined ? openRedisStore(urls, { prefix, now }) : openLmdbStore(folder, { now }));
  return key === undefined ? engine : sealedStore(engine, parseDataKeys(key)!);
}

async function count(times: number): Promise<void> {
  let current = await store.read('count:a');
  for (let done = 0; done < times; ) {
    const next = `${Number(current === undefined ? 0 : Buffer.from(current.value).toString()) + 1}`;
    const written = await store.write('count:a', Buffer.from(next), current?.version ?? NOTHING);
    current = written.ok ? { value: Buffer.from(next), version: written.version } : written.current;
    if (written.ok) done += 1;
  }
  await store.close();
  process.stdout.write('done\n');
}

async function writeForEver(): Promise<void> {
  const current = await store.read('kill:a');
  let version = current?.version ?? NOTHING;
  let number = current === undefined ? 0 : Number.parseInt(Buffer.from(current.value).toString(), 10);
  for (;;) {
    number += 1;
    const value = Array(COPIES).fill(number).join(' ');
    const written = await store.write('kill:a', Buffer.from(value), version, { owes: `${number}` });
    if (!written.ok) throw new Error('nobody else writes here');
    version = written.version;
    process.stdout.write(`${number}\n`);
  }
}
