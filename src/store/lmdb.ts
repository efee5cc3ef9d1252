import { statfsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { bytesOfRow, hourOf, keptOf, moment, momentIn, NEVER, type Raw, type Row, rawOf } from './lmdb-rows.ts';
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
import { newVersion } from './version.ts';

const SWEEP_EVERY_MS = 10 * 60_000;
const PAGE = 256;
const MAP_BYTES = 16 * 1024 ** 3;
/** So many writes take some five milliseconds of the processor (measured), for which all other writers wait. */
const BULK = 128;
/** Kept free, so that a write is refused before a commit can find the disk full: docs/decisions/0003-store.md. */
const RESERVED_BYTES = 8 * 1024 * 1024;
/** Sorts after every key that begins alike: keys are printable ASCII. */
const LAST = '\x7f';

export interface LmdbOptions {
  /** Milliseconds since 1970. */
  now(): number;
  /** What is left on the disk, in bytes. */
  freeBytes?: () => number;
}

/** Opens the embedded store in a folder, made when missing; several processes of one machine may have it open at once. */
export async function openLmdbStore(folder: string, options: LmdbOptions): Promise<Engine> {
  return orDown(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Without overlapping sync a write resolves only when it is on the disk, and (measured) ten times sooner than one that waits for `flushed`.
    const root = open({
      path: join(folder, 'store.mdb'),
      noSubdir: true,
      // Address space, not memory: a map that has to grow stays beside the new one and takes as much memory again.
      mapSize: MAP_BYTES,
      overlappingSync: false,
      encoding: 'binary',
      maxDbs: 4,
    });
    // What an event turn begins together has one more promise, which nobody is given, and its error one for the reason: a failed commit would end the process by either.
    root.on('beforecommit', () => queueMicrotask(() => quietly(root.committed)));
    root.readerCheck();
    const store = new LmdbStore(root, { freeBytes: () => freeBytesIn(folder), ...options });
    await store.sweep();
    return store;
  });
}

class LmdbStore implements Engine {
  readonly #root: RootDatabase;
  readonly #now: () => number;
  readonly #freeBytes: () => number;
  /** key → expiry and value */
  readonly #entries: Database<Buffer, string>;
  /** [key, debt] → since */
  readonly #debts: Database<Buffer, [string, string]>;
  /** [hour, key]: whatever expires in that hour, unless it was written again since. By the hour, so that a lively chat leaves few rows here. */
  readonly #expiries: Database<Buffer, [number, string]>;
  readonly #sweeper: NodeJS.Timeout;
  #closed = false;

  constructor(root: RootDatabase, { now, freeBytes }: Required<LmdbOptions>) {
    this.#root = root;
    this.#now = now;
    this.#freeBytes = freeBytes;
    this.#entries = root.openDB({ name: 'entries', encoding: 'binary', useVersions: true });
    this.#debts = root.openDB({ name: 'debts', encoding: 'binary' });
    this.#expiries = root.openDB({ name: 'expiries', encoding: 'binary' });
    // A sweep that fails leaves its work to the next one; reads hide what has expired in any case.
    this.#sweeper = setInterval(() => void this.sweep().catch(() => {}), SWEEP_EVERY_MS).unref();
  }

  async read(key: string): Promise<Entry | undefined> {
    asKey(key);
    return this.#act(() => this.#live(this.#raw(key)));
  }

  async write(key: string, value: Uint8Array, expected: number, options: WriteOptions = {}): Promise<Written> {
    const row = {
      key: asKey(key),
      value,
      version: newVersion(),
      owes: options.owes,
      expiresAt: this.#expiry(options.expiresInMs),
    };
    if (row.owes !== undefined) asKey(row.owes);
    return this.#act(async () => {
      if (this.#freeBytes() < RESERVED_BYTES) throw new Error('the disk is nearly full');
      const found = this.#raw(key);
      // To its readers an expired entry is none; here it is still what a write has to replace.
      const stale = found !== undefined && this.#live(found) === undefined ? found.version : undefined;
      const stands = stale === undefined ? expected : expected === NOTHING ? stale : undefined;
      if (stands !== undefined && (await this.#put(row, stands))) return { ok: true, version: row.version };
      return { ok: false, current: this.#live(this.#raw(key)) };
    });
  }

  async writeAll(changes: readonly Change[]): Promise<Written[]> {
    const written: Written[] = [];
    for (let start = 0; start < changes.length; start += BULK) {
      // Begun in one event turn, so that the engine commits them in one transaction.
      const together = changes
        .slice(start, start + BULK)
        .map(({ key, value, expected, options }) => this.write(key, value, expected, options));
      written.push(...(await Promise.all(together)));
    }
    return written;
  }

  async remove(key: string): Promise<void> {
    asKey(key);
    await this.#act(() => this.#root.transaction(() => this.#forget(key)));
  }

  async *scan(prefix: string): AsyncIterable<Entry & { key: string }> {
    for await (const { key, value, version } of this.entries(prefix)) yield { key, value, version };
  }

  async *entries(prefix = ''): AsyncIterable<KeptEntry> {
    let start = prefix;
    for (;;) {
      // Page by page: a reader that stays open while its caller works would keep old pages from being used again.
      const page = await this.#act(() => [
        ...this.#entries.getRange({
          start,
          end: prefix + LAST,
          exclusiveStart: start !== prefix,
          limit: PAGE,
          versions: true,
        }),
      ]);
      for (const { key, value, version } of page) {
        const raw = rawOf(value, version!);
        if (this.#live(raw) !== undefined) yield keptOf(key, raw);
      }
      if (page.length < PAGE) return;
      start = page.at(-1)!.key;
    }
  }

  readEntries(keys: readonly string[]): Promise<(KeptEntry | undefined)[]> {
    return this.#act(() =>
      keys.map(key => {
        const raw = this.#raw(asKey(key));
        return raw !== undefined && this.#live(raw) !== undefined ? keptOf(key, raw) : undefined;
      }),
    );
  }

  count(): Promise<number> {
    return this.#act(() => (this.#entries.getStats() as { entryCount: number }).entryCount);
  }

  async *debts(): AsyncIterable<KeptDebt> {
    let start: [string, string] = ['', ''];
    for (;;) {
      const page = await this.#act(() => [...this.#debts.getRange({ start, exclusiveStart: true, limit: PAGE })]);
      for (const { key, value } of page) yield { key: key[0], debt: key[1], since: momentIn(value) };
      if (page.length < PAGE) return;
      start = page.at(-1)!.key;
    }
  }

  async putEntries(entries: readonly KeptEntry[]): Promise<void> {
    await this.#putAll(entries, ({ key, value, version, expiresAt = NEVER }) =>
      this.#lay({ key: asKey(key), value, version, expiresAt, owes: undefined }),
    );
  }

  async putDebts(debts: readonly KeptDebt[]): Promise<void> {
    await this.#putAll(debts, ({ key, debt, since }) =>
      quietly(this.#debts.put([asKey(key), asKey(debt)], moment(since))),
    );
  }

  alone<T>(act: () => T): T {
    return this.#root.transactionSync(act);
  }

  async #putAll<T>(all: readonly T[], put: (one: T) => void): Promise<void> {
    for (let start = 0; start < all.length; start += BULK) {
      await this.#act(() => {
        if (this.#freeBytes() < RESERVED_BYTES) throw new Error('the disk is nearly full');
        return this.#root.transaction(() => all.slice(start, start + BULK).forEach(put));
      });
    }
  }

  async isOwed(key: string, debt: string): Promise<boolean> {
    return this.#act(() => this.#debts.doesExist([asKey(key), asKey(debt)]));
  }

  async settle(key: string, debt: string): Promise<void> {
    const id: [string, string] = [asKey(key), asKey(debt)];
    await this.#act(() => this.#debts.remove(id));
  }

  async *takeDebts(prefix: string, olderThanMs: number): AsyncIterable<Debt> {
    const age = Math.max(1, olderThanMs);
    for (;;) {
      const page = await this.#act(() => this.#root.transaction(() => this.#redate(prefix, age)));
      yield* page.map(([key, debt]) => ({ key, debt }));
      if (page.length < PAGE) return;
    }
  }

  async ping(): Promise<void> {
    await this.#act(() => this.#entries.doesExist('ping'));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#sweeper);
    await orDown(() => this.#root.close());
  }

  /** Removes what has expired by now, with what it owes. */
  async sweep(): Promise<void> {
    const end: [number, string] = [hourOf(this.#now()), LAST];
    while (!this.#closed) {
      const due = [...this.#expiries.getKeys({ end, limit: PAGE })].filter(row => this.#isDue(row));
      if (due.length === 0) return;
      await this.#root.transaction(() => {
        for (const row of due) this.#sweepOne(row);
      });
    }
  }

  /** Rows of past hours are done with; one of this hour only when its entry has expired or will in another hour. */
  #isDue([hour, key]: [number, string]): boolean {
    const found = this.#raw(key);
    return (
      hour < hourOf(this.#now()) ||
      found === undefined ||
      found.expiresAt <= this.#now() ||
      hourOf(found.expiresAt) !== hour
    );
  }

  #sweepOne([hour, key]: [number, string]): void {
    const found = this.#raw(key);
    if (found !== undefined && found.expiresAt <= this.#now()) this.#forget(key);
    quietly(this.#expiries.remove([hour, key]));
  }

  /** Whatever touches the engine: it looks at what stands there now, not at what this event turn has seen before; a closed engine would end the process. */
  #act<T>(act: () => T | Promise<T>): Promise<T> {
    return orDown(() => {
      if (this.#closed) throw new Error('the store is closed');
      this.#root.resetReadTxn();
      return act();
    });
  }

  #put(row: Row, stands: number): Promise<boolean> {
    const act = (): void => this.#lay(row);
    return stands === NOTHING ? this.#entries.ifNoExists(row.key, act) : this.#entries.ifVersion(row.key, stands, act);
  }

  #lay(row: Row): void {
    const { key, version, owes, expiresAt } = row;
    quietly(this.#entries.put(key, bytesOfRow(row), version));
    if (owes !== undefined) quietly(this.#debts.put([key, owes], moment(this.#now())));
    if (expiresAt !== NEVER) quietly(this.#expiries.put([hourOf(expiresAt), key], Buffer.alloc(0)));
  }

  #raw(key: string): Raw | undefined {
    const found = this.#entries.getEntry(key);
    return found && rawOf(found.value, found.version!);
  }

  #live(raw: Raw | undefined): Entry | undefined {
    return raw !== undefined && raw.expiresAt > this.#now() ? { value: raw.value, version: raw.version } : undefined;
  }

  #expiry(expiresInMs: number | undefined): number {
    return expiresInMs === undefined ? NEVER : this.#now() + expiresInMs;
  }

  /** Inside a transaction. */
  #forget(key: string): void {
    quietly(this.#entries.remove(key));
    for (const id of [...this.#debts.getKeys({ start: [key, ''], end: [key, LAST] })]) quietly(this.#debts.remove(id));
  }

  /** Inside a transaction: the next debts that have stood for `age` or are as far ahead, with their time begun anew. */
  #redate(prefix: string, age: number): [string, string][] {
    const taken: [string, string][] = [];
    for (const { key: id, value } of this.#debts.getRange({ start: [prefix, ''], end: [prefix + LAST, ''] })) {
      if (Math.abs(this.#now() - momentIn(value)) >= age) taken.push(id);
      if (taken.length === PAGE) break;
    }
    for (const id of taken) quietly(this.#debts.put(id, moment(this.#now())));
    return taken;
  }
}

function freeBytesIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Each write in a transaction has a promise of its own, which fails together with that of the transaction. */
function quietly(part: PromiseLike<boolean>): void {
  part.then(() => {}, hush);
}

/** The error of a failed commit holds another promise, for the reason; it too would end the process when nobody listens. */
function hush(error: unknown): void {
  (error as { commitError?: Promise<unknown> } | null)?.commitError?.catch(() => {});
}
