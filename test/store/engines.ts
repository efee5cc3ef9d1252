import { randomBytes } from 'node:crypto';
import { checkDataKeys, type DataKeys, parseDataKeys } from '../../src/store/keys.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { type Engine, NOTHING } from '../../src/store/port.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { sealedStore } from '../../src/store/sealed.ts';
import { freshFolder } from '../support/folder.ts';
import { freshPrefix } from '../support/redis.ts';

/** An empty engine and how another process opens it. */
export interface Opened {
  engine: Engine;
  address: { folder?: string; urls: readonly string[]; prefix: string };
}

const now = Date.now;
const HOUR_MS = 3_600_000;

export async function freshLmdb(): Promise<Opened> {
  const folder = freshFolder();
  return { engine: await openLmdbStore(folder, { now }), address: { folder, urls: [], prefix: '' } };
}

export async function freshRedis(urls: readonly string[]): Promise<Opened> {
  const prefix = freshPrefix();
  return { engine: await openRedisStore(urls, { prefix, now }), address: { urls, prefix } };
}

export const newKey = (): string => randomBytes(32).toString('base64');

/** Entries of every sort: for ever and with an end, owing and not, small and large, from a server that is no more. */
export async function fill(engine: Engine, keys: DataKeys, many = 700): Promise<void> {
  await checkDataKeys(engine, keys);
  const store = sealedStore(engine, keys);
  await store.writeAll(
    Array.from({ length: many }, (_, n) => ({
      key: `chat:web/${n}`,
      value: Buffer.from(`张三 ${n} ${'x'.repeat(n % 500)}`),
      expected: NOTHING,
      options: { ...(n % 2 === 0 && { expiresInMs: (n + 1) * HOUR_MS }), ...(n % 3 === 0 && { owes: `m${n}` }) },
    })),
  );
  await store.write('chat:large', Buffer.alloc(300_000, 'y'), NOTHING);
}

export interface Contents {
  entries: Record<string, { version: number; value: string; hoursLeft: number | null }>;
  debts: Record<string, number>;
}

/** All that lies in an engine, opened with the keys; ends to the hour. */
export async function contentsOf(engine: Engine, keys: DataKeys): Promise<Contents> {
  const store = sealedStore(engine, keys);
  const contents: Contents = { entries: {}, debts: {} };
  for await (const { key, version, expiresAt } of engine.entries()) {
    const isMeta = key.startsWith('meta:');
    const value = isMeta ? (await engine.read(key))!.value : (await store.read(key))!.value;
    const hoursLeft = expiresAt === undefined ? null : Math.round((expiresAt - now()) / HOUR_MS);
    contents.entries[key] = { version, value: Buffer.from(value).toString(), hoursLeft };
  }
  for await (const { key, debt, since } of engine.debts()) contents.debts[`${key} ${debt}`] = since;
  return contents;
}

export const keysOf = (text: string): DataKeys => parseDataKeys(text)!;
