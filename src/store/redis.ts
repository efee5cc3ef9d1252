import { Cluster, type Redis } from 'ioredis';
import {
  asKey,
  type Change,
  type Debt,
  type Engine,
  type Entry,
  type KeptDebt,
  type KeptEntry,
  NOTHING,
  orDown,
  type WriteOptions,
  type Written,
} from './port.ts';
import { connectRedis, disconnectRedis, type RedisClient } from './redis-client.ts';
import { READ_KEPT, REMOVE, type Script, TAKE_DEBTS } from './redis-scripts.ts';
import { type Act, Together, type Value } from './redis-together.ts';
import { newVersion, VERSION_BYTES } from './version.ts';

/** An entry and its debts share a shard, and a shard is one slot of a cluster. More shards than any cluster has nodes; few enough to visit one by one. */
const SHARDS = 64;
const PAGE = 256;
/** How many writes of a bulk are on their way at once. */
const BULK = 256;
/** Between key and debt: neither holds a space. */
const SEPARATOR = ' ';

export interface RedisStoreOptions {
  /** Begins every name in Redis, so that several programs or tests share one. */
  prefix?: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Opens the store on one Redis (6 or later), or on a Redis Cluster when several addresses are given. Opens also while Redis is down. */
export async function openRedisStore(addresses: readonly string[], options: RedisStoreOptions): Promise<Engine> {
  return new RedisStore(await connectRedis(addresses), options);
}

class RedisStore implements Engine {
  readonly #client: RedisClient;
  readonly #prefix: string;
  /** How the names of each shard begin. */
  readonly #shards: readonly string[];
  readonly #now: () => number;
  /** By shard in a cluster, where a script keeps to one slot; else one for all. */
  readonly #together = new Map<number, Together>();

  constructor(client: RedisClient, { prefix = 'huanzheng:', now }: RedisStoreOptions) {
    this.#client = client;
    this.#prefix = prefix;
    this.#shards = Array.from({ length: SHARDS }, (_, shard) => `${prefix}{s${String(shard).padStart(2, '0')}}`);
    this.#now = now;
  }

  async read(key: string): Promise<Entry | undefined> {
    const name = this.#entry(key);
    return entryOf(await orDown(() => this.#client.getBuffer(name)));
  }

  async write(
    key: string,
    value: Uint8Array,
    expected: number,
    { expiresInMs, owes }: WriteOptions = {},
  ): Promise<Written> {
    const version = newVersion();
    const shard = shardOf(key);
    const debt = owes === undefined ? '' : debtName(key, owes);
    const row = Buffer.concat([bytesOf(version), value]);
    const lifetime = expiresInMs === undefined ? '' : Math.max(1, Math.ceil(expiresInMs));
    const answer = await this.#act(shard, {
      names: [this.#entryIn(shard, key), this.#debts(shard)],
      values: [bytesOf(expected), row, lifetime, debt, this.#now()],
    });
    if (answer === 1) return { ok: true, version };
    const current = entryOf(answer as Buffer | null);
    // A cluster client may send a command again whose answer was lost: then what stands in the way is this very write.
    return current?.version === version ? { ok: true, version } : { ok: false, current };
  }

  async writeAll(changes: readonly Change[]): Promise<Written[]> {
    const written: Written[] = [];
    for (let start = 0; start < changes.length; start += BULK) {
      // Sent one behind the other without waiting for answers.
      const together = changes
        .slice(start, start + BULK)
        .map(({ key, value, expected, options }) => this.write(key, value, expected, options));
      written.push(...(await Promise.all(together)));
    }
    return written;
  }

  async remove(key: string): Promise<void> {
    await this.#run(REMOVE, [this.#entry(key), this.#debts(shardOf(key))], [key + SEPARATOR]);
  }

  async *scan(prefix: string): AsyncIterable<Entry & { key: string }> {
    for await (const names of this.#names(prefix)) yield* await this.#readAll(names);
  }

  async *entries(prefix = ''): AsyncIterable<KeptEntry> {
    for await (const names of this.#names(prefix)) {
      const kept = await Promise.all(names.map(name => this.#kept(name)));
      yield* kept.filter(entry => entry !== undefined);
    }
  }

  async readEntries(keys: readonly string[]): Promise<(KeptEntry | undefined)[]> {
    return Promise.all(keys.map(key => this.#kept(this.#entry(key))));
  }

  async count(): Promise<number> {
    let count = 0;
    for await (const names of this.#names('')) count += names.length;
    return count;
  }

  async *debts(): AsyncIterable<KeptDebt> {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const rows = await orDown(() => this.#client.zrangeBuffer(this.#debts(shard), 0, '-1', 'WITHSCORES'));
      for (let at = 0; at < rows.length; at += 2) yield { ...debtOf(rows[at]!), since: Number(rows[at + 1]) };
    }
  }

  async putEntries(entries: readonly KeptEntry[]): Promise<void> {
    await this.#putAll(entries, ({ key, value, version, expiresAt }) => {
      const row = Buffer.concat([bytesOf(version), value]);
      if (expiresAt === undefined) return this.#client.set(this.#entry(key), row);
      return this.#client.set(this.#entry(key), row, 'PX', Math.max(1, Math.ceil(expiresAt - this.#now())));
    });
  }

  async putDebts(debts: readonly KeptDebt[]): Promise<void> {
    await this.#putAll(debts, ({ key, debt, since }) =>
      this.#client.zadd(this.#debts(shardOf(key)), since, debtName(key, debt)),
    );
  }

  async #putAll<T>(all: readonly T[], put: (one: T) => Promise<unknown>): Promise<void> {
    for (let start = 0; start < all.length; start += BULK)
      await orDown(() => Promise.all(all.slice(start, start + BULK).map(put)));
  }

  async *#names(prefix: string): AsyncGenerator<string[]> {
    const pattern = `${escapeGlob(this.#prefix)}{s??}:${escapeGlob(prefix)}*`;
    for (const node of await orDown(() => this.#masters())) {
      let cursor = '0';
      do {
        const [next, names] = await orDown(() => node.scan(cursor, 'MATCH', pattern, 'COUNT', PAGE));
        yield names;
        cursor = next;
      } while (cursor !== '0');
    }
  }

  async #kept(name: string): Promise<KeptEntry | undefined> {
    const [row, left] = (await this.#run(READ_KEPT, [name], [])) as [Buffer | null, number];
    const entry = entryOf(row);
    return entry && { key: this.#keyOf(name), ...entry, expiresAt: left < 0 ? undefined : this.#now() + left };
  }

  async isOwed(key: string, debt: string): Promise<boolean> {
    const [names, name] = [this.#debts(shardOf(key)), debtName(key, debt)];
    return (await orDown(() => this.#client.zscore(names, name))) !== null;
  }

  async settle(key: string, debt: string): Promise<void> {
    const shard = shardOf(key);
    const debts = this.#debts(shard);
    await this.#act(shard, { names: [debts, debts], values: [NO_BYTES, '', '', debtName(key, debt), 0] });
  }

  async *takeDebts(prefix: string, olderThanMs: number): AsyncIterable<Debt> {
    const age = Math.max(1, olderThanMs);
    for (let shard = 0; shard < SHARDS; shard += 1) {
      let page: Buffer[];
      do {
        const now = this.#now();
        const values = [prefix, now - age, now, PAGE, now + age];
        page = (await this.#run(TAKE_DEBTS, [this.#debts(shard)], values)) as Buffer[];
        yield* page.map(debtOf);
      } while (page.length === PAGE);
    }
  }

  async ping(): Promise<void> {
    await orDown(() => this.#client.ping());
  }

  async close(): Promise<void> {
    for (const together of this.#together.values()) together.send();
    await orDown(() => disconnectRedis(this.#client));
  }

  #act(shard: number, act: Act): Promise<unknown> {
    const place = this.#client instanceof Cluster ? shard : 0;
    let together = this.#together.get(place);
    if (together === undefined) {
      together = new Together((script, names, values) => this.#run(script, names, values));
      this.#together.set(place, together);
    }
    return together.add(act);
  }

  /** By its digest, so that the text travels only when a server does not know it (a new one, or one that was restarted). */
  async #run({ sha1, lua }: Script, names: string[], values: Value[]): Promise<unknown> {
    const rest = [names.length, ...names, ...values];
    return orDown(() =>
      this.#client.callBuffer('evalsha', sha1, ...rest).catch((error: Error) => {
        if (!error.message.startsWith('NOSCRIPT')) throw error;
        return this.#client.callBuffer('eval', lua, ...rest);
      }),
    );
  }

  async #readAll(names: readonly string[]): Promise<(Entry & { key: string })[]> {
    const rows = await orDown(() => Promise.all(names.map(name => this.#client.getBuffer(name))));
    return rows.flatMap((row, index) => {
      const entry = entryOf(row);
      return entry === undefined ? [] : [{ key: this.#keyOf(names[index]!), ...entry }];
    });
  }

  /** Every node that holds entries. A client that has lost sight of one would otherwise pass over its entries without a word. */
  async #masters(): Promise<readonly Redis[]> {
    if (!(this.#client instanceof Cluster)) return [this.#client];
    const state = await this.#client.cluster('INFO');
    const masters = this.#client.nodes('master');
    const size = Number(/cluster_size:(\d+)/.exec(state)?.[1]);
    if (!state.includes('cluster_state:ok') || !(masters.length >= size))
      throw new Error('a part of the cluster is not there');
    return masters;
  }

  #entry(key: string): string {
    return this.#entryIn(shardOf(key), key);
  }

  #entryIn(shard: number, key: string): string {
    return `${this.#shard(shard)}:${asKey(key)}`;
  }

  #keyOf(name: string): string {
    return name.slice(this.#shard(0).length + 1);
  }

  #debts(shard: number): string {
    return `${this.#shard(shard)}!debts`;
  }

  #shard(shard: number): string {
    return this.#shards[shard]!;
  }
}

/** FNV-1a: spreads names evenly, and every instance must agree on it for ever. */
function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % SHARDS;
}

const NO_BYTES = Buffer.alloc(0);

function bytesOf(version: number): Buffer {
  if (version === NOTHING) return NO_BYTES;
  const bytes = Buffer.alloc(VERSION_BYTES);
  bytes.writeUIntBE(version, 0, VERSION_BYTES);
  return bytes;
}

function entryOf(row: Buffer | null): Entry | undefined {
  return row === null ? undefined : { version: row.readUIntBE(0, VERSION_BYTES), value: row.subarray(VERSION_BYTES) };
}

function debtName(key: string, debt: string): string {
  return asKey(key) + SEPARATOR + asKey(debt);
}

function debtOf(name: Buffer): Debt {
  const [key, debt] = name.toString().split(SEPARATOR) as [string, string];
  return { key, debt };
}

function escapeGlob(text: string): string {
  return text.replace(/[*?[\]\\^-]/g, '\\$&');
}
