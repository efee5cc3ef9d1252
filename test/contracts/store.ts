import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Engine,
  type KeptDebt,
  type KeptEntry,
  NOTHING,
  type Store,
  StoreDownError,
} from '../../src/store/port.ts';
import { end, startScript } from '../support/processes.ts';
import { until } from '../support/until.ts';

/** An empty store of one engine. */
export interface StoreUnderTest {
  /** How `test/store/writer.ts` opens it in a process of its own. */
  readonly address: string;
  /** Opens it, as one more process would. */
  open(): Promise<Store>;
  /** Lets time pass; an engine with a clock of its own may take as long. */
  pass(ms: number): void;
}

const TEXT = new TextEncoder();
const LIFETIME_MS = 300;

/** The promise of `src/store/port.ts`, for one engine. */
export function storeContract(engine: string, fresh: () => Promise<StoreUnderTest>): void {
  describe(`a store on ${engine}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    const opened: Store[] = [];

    async function open(): Promise<Store> {
      const one = await under.open();
      opened.push(one);
      return one;
    }

    beforeEach(async () => {
      under = await fresh();
      store = await open();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map(one => one.close()));
    });

    describe('entries', () => {
      it('gives back the bytes that were written, and nothing where nothing was', async () => {
        const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
        await write(store, 'chat:a', bytes);
        expect(await read(store, 'chat:a')).toEqual([...bytes]);
        expect(await store.read('chat:b')).toBeUndefined();
        await write(store, 'chat:empty', new Uint8Array());
        expect(await read(store, 'chat:empty')).toEqual([]);
      });

      it('shows a write at once to whoever else has the store open', async () => {
        const other = await open();
        const version = await write(store, 'chat:a', 'one');
        expect(await other.read('chat:a')).toMatchObject({ version });
        await write(other, 'chat:a', 'two', version);
        expect(await text(store, 'chat:a')).toBe('two');
      });

      it('refuses a write over a version that somebody else has replaced, and says what stands there', async () => {
        const first = await write(store, 'chat:a', 'one');
        const second = await write(store, 'chat:a', 'two', first);
        const lost = await store.write('chat:a', TEXT.encode('late'), first);
        expect(lost).toMatchObject({ ok: false, current: { version: second } });
        expect(await text(store, 'chat:a')).toBe('two');
      });

      it('refuses a first write where something stands, and a later one where nothing does', async () => {
        const version = await write(store, 'chat:a', 'one');
        expect(await store.write('chat:a', TEXT.encode('new'), NOTHING)).toMatchObject({
          ok: false,
          current: { version },
        });
        expect(await store.write('chat:b', TEXT.encode('old'), version)).toEqual({ ok: false, current: undefined });
        expect(await store.read('chat:b')).toBeUndefined();
      });

      it('removes an entry, and takes a write that knew the removed one for a conflict', async () => {
        const version = await write(store, 'chat:a', 'one');
        await store.remove('chat:a');
        expect(await store.read('chat:a')).toBeUndefined();
        const again = await write(store, 'chat:a', 'one');
        expect(again).not.toBe(version);
        expect(await store.write('chat:a', TEXT.encode('late'), version)).toMatchObject({ ok: false });
      });

      it('lets exactly one of many simultaneous writers win', async () => {
        const stores = [store, await open(), await open()];
        const version = await write(store, 'chat:a', 'start');
        const attempts = Array.from({ length: 60 }, (_, n) =>
          stores[n % 3]!.write('chat:a', TEXT.encode(`${n}`), version),
        );
        const won = (await Promise.all(attempts)).flatMap(({ ok }, n) => (ok ? [`${n}`] : []));
        expect(won).toHaveLength(1);
        expect(await text(store, 'chat:a')).toBe(won[0]);
      });

      it('writes many at once, each for itself: one that conflicts keeps none of the others back', async () => {
        const version = await write(store, 'bulk:7', 'old');
        const taken = await write(store, 'bulk:9', 'taken');
        const changes = Array.from({ length: 1_000 }, (_, n) => ({
          key: `bulk:${n}`,
          value: TEXT.encode(`new ${n}`),
          expected: n === 7 ? version : NOTHING,
          options: { owes: 'm' },
        }));
        const written = await store.writeAll(changes);
        expect(written.flatMap(({ ok }, n) => (ok ? [] : [n]))).toEqual([9]);
        expect(written[9]).toMatchObject({ ok: false, current: { version: taken } });
        expect(await text(store, 'bulk:7')).toBe('new 7');
        expect(await text(store, 'bulk:9')).toBe('taken');
        expect(await keys(store, 'bulk:')).toHaveLength(1_000);
        expect(await store.isOwed('bulk:999', 'm')).toBe(true);
        expect(await store.writeAll([])).toEqual([]);
      });

      it('refuses what cannot be a key', async () => {
        for (const key of ['', 'chat:a b', 'chat:名', 'chat:\n', `chat:${'a'.repeat(196)}`]) {
          await expect(store.read(key)).rejects.toThrow(RangeError);
          await expect(store.write(key, new Uint8Array(), NOTHING)).rejects.toThrow(RangeError);
        }
        await write(store, `chat:${'~'.repeat(195)}`, 'longest');
      });
    });

    describe('expiry', () => {
      it('shows an entry until its time has passed, and not after', async () => {
        await write(store, 'chat:a', 'short', NOTHING, { expiresInMs: LIFETIME_MS });
        await write(store, 'chat:b', 'for ever');
        expect(await text(store, 'chat:a')).toBe('short');
        under.pass(LIFETIME_MS);
        await until('the entry is gone', async () => (await store.read('chat:a')) === undefined);
        expect(await keys(store, 'chat:')).toEqual(['chat:b']);
      });

      it('takes an expired entry for none when it is written again', async () => {
        const version = await write(store, 'chat:a', 'short', NOTHING, { expiresInMs: LIFETIME_MS });
        under.pass(LIFETIME_MS);
        await until('the entry is gone', async () => (await store.read('chat:a')) === undefined);
        expect(await store.write('chat:a', TEXT.encode('late'), version)).toEqual({ ok: false, current: undefined });
        await write(store, 'chat:a', 'new');
        expect(await text(store, 'chat:a')).toBe('new');
      });

      it('begins the time anew with each write, and ends it with a write that names none', async () => {
        const first = await write(store, 'chat:a', 'one', NOTHING, { expiresInMs: LIFETIME_MS });
        const second = await write(store, 'chat:a', 'two', first, { expiresInMs: 100 * LIFETIME_MS });
        await write(store, 'chat:b', 'short', NOTHING, { expiresInMs: LIFETIME_MS });
        under.pass(LIFETIME_MS);
        await until('the other entry is gone', async () => (await store.read('chat:b')) === undefined);
        expect(await text(store, 'chat:a')).toBe('two');
        await write(store, 'chat:a', 'three', second);
        under.pass(1000 * LIFETIME_MS);
        expect(await text(store, 'chat:a')).toBe('three');
      });
    });

    describe('scans', () => {
      it('finds every key that begins so, and no other, whatever characters it has', async () => {
        const wanted = Array.from({ length: 700 }, (_, n) => `chat:web/${n}`);
        const odd = ['chat:*', 'chat:[a]', 'chat:w?b', 'chat:\\', 'chat:{s01}', 'chat:~'];
        await Promise.all([...wanted, ...odd, 'chats:web/1', 'cha'].map(key => write(store, key, key)));
        expect(await keys(store, 'chat:web/')).toEqual(wanted.sort());
        expect(await keys(store, 'chat:')).toEqual([...wanted, ...odd].sort());
        expect(await keys(store, 'chat:*')).toEqual(['chat:*']);
        expect(await keys(store, 'chat:[')).toEqual(['chat:[a]']);
        expect(await keys(store, '{')).toEqual([]);
      });

      it('gives value and version with the key', async () => {
        const version = await write(store, 'chat:a', 'one');
        for await (const entry of store.scan('chat:')) {
          expect({ ...entry, value: Buffer.from(entry.value).toString() }).toEqual({
            key: 'chat:a',
            version,
            value: 'one',
          });
        }
      });

      it('goes on while its caller removes what it finds', async () => {
        await Promise.all(Array.from({ length: 600 }, (_, n) => write(store, `chat:${n}`, 'x')));
        for await (const { key } of store.scan('chat:')) await store.remove(key);
        expect(await keys(store, 'chat:')).toEqual([]);
      });
    });

    describe('debts', () => {
      it('notes a debt with the write, and none with a write that lost', async () => {
        const version = await write(store, 'chat:a', 'one', NOTHING, { owes: 'm1' });
        await store.write('chat:a', TEXT.encode('late'), NOTHING, { owes: 'm2' });
        await write(store, 'chat:a', 'two', version, { owes: 'm3' });
        expect(await Promise.all(['m1', 'm2', 'm3'].map(debt => store.isOwed('chat:a', debt)))).toEqual([
          true,
          false,
          true,
        ]);
      });

      it('knows a settled debt no more, and settles an unknown one without complaint', async () => {
        await write(store, 'chat:a', 'one', NOTHING, { owes: 'm1' });
        await store.settle('chat:a', 'm1');
        await store.settle('chat:a', 'm1');
        expect(await store.isOwed('chat:a', 'm1')).toBe(false);
        under.pass(60_000);
        expect(await debts(store, 'chat:', 1)).toEqual([]);
      });

      it('hands out what has stood for so long, of the keys that begin so', async () => {
        await write(store, 'chat:a', 'one', NOTHING, { owes: 'm1' });
        await write(store, 'push:a', 'one', NOTHING, { owes: 'p1' });
        under.pass(30_000);
        await write(store, 'chat:b', 'one', NOTHING, { owes: 'm2' });
        under.pass(30_000);
        expect(await debts(store, 'chat:', 61_000)).toEqual([]);
        expect(await debts(store, 'chat:', 60_000)).toEqual(['chat:a m1']);
        expect(await debts(store, 'chat:', 30_000)).toEqual(['chat:b m2']);
        expect(await debts(store, 'push:', 30_000)).toEqual(['push:a p1']);
      });

      it('hands out each debt to one of those who ask, and again once the time has passed anew', async () => {
        await Promise.all(
          Array.from({ length: 700 }, (_, n) => write(store, `chat:${n}`, 'x', NOTHING, { owes: 'm' })),
        );
        const other = await open();
        under.pass(60_000);
        const [mine, theirs] = await Promise.all([debts(store, 'chat:', 60_000), debts(other, 'chat:', 60_000)]);
        expect(new Set([...mine, ...theirs]).size).toBe(700);
        expect(mine.length + theirs.length).toBe(700);
        under.pass(60_000);
        expect(await debts(store, 'chat:', 60_000)).toHaveLength(700);
      });

      it('removes the debts of an entry with it, and no others', async () => {
        await write(store, 'chat:a', 'one', NOTHING, { owes: 'm1' });
        await write(store, 'chat:a1', 'one', NOTHING, { owes: 'm1' });
        await store.remove('chat:a');
        expect(await store.isOwed('chat:a', 'm1')).toBe(false);
        expect(await store.isOwed('chat:a1', 'm1')).toBe(true);
      });
    });

    describe('several processes', () => {
      it('loses no update of two processes that count in one entry', async () => {
        const counters = await Promise.all(
          [1, 2].map(() => startScript('test/store/writer.ts', [under.address, 'count', '100'])),
        );
        const done = await Promise.all(counters.map(({ lines }) => all(lines)));
        expect(done).toEqual([['done'], ['done']]);
        expect(await text(store, 'count:a')).toBe('200');
      });

      it('holds the old or the new entry whole after a kill in the middle of writing, and nothing confirmed is lost', async () => {
        for (let round = 1; round <= 4; round += 1) {
          const confirmed = await writeUntilKilled(under.address, 40);
          const value = Buffer.from((await store.read('kill:a'))!.value).toString();
          const [last, ...others] = new Set(value.split(' '));
          expect(others).toEqual([]);
          expect([confirmed, confirmed + 1]).toContain(Number(last));
          expect(await store.isOwed('kill:a', last!)).toBe(true);
          expect(await store.isOwed('kill:a', `${Number(last) + 1}`)).toBe(false);
        }
      });
    });

    it('fails by the name of a store that is down once it is closed', async () => {
      const closed = await under.open();
      await closed.close();
      await expect(closed.ping()).rejects.toThrow(StoreDownError);
      await expect(closed.read('chat:a')).rejects.toThrow(StoreDownError);
      await expect(closed.write('chat:a', new Uint8Array(), NOTHING)).rejects.toThrow(StoreDownError);
      await expect(closed.settle('chat:a', 'm')).rejects.toThrow(StoreDownError);
      await expect(keys(closed, 'chat:')).rejects.toThrow(StoreDownError);
      await expect(debts(closed, 'chat:', 1)).rejects.toThrow(StoreDownError);
      await store.ping();
    });
  });
}

async function write(
  store: Store,
  key: string,
  value: string | Uint8Array,
  expected = NOTHING,
  options = {},
): Promise<number> {
  const bytes = typeof value === 'string' ? TEXT.encode(value) : value;
  const written = await store.write(key, bytes, expected, options);
  if (!written.ok) throw new Error(`${key}: a conflict`);
  return written.version;
}

async function read(store: Store, key: string): Promise<number[]> {
  return [...(await store.read(key))!.value];
}

async function text(store: Store, key: string): Promise<string | undefined> {
  const entry = await store.read(key);
  return entry && Buffer.from(entry.value).toString();
}

async function keys(store: Store, prefix: string): Promise<string[]> {
  const found = new Set<string>();
  for await (const { key } of store.scan(prefix)) found.add(key);
  return [...found].sort();
}

async function debts(store: Store, prefix: string, olderThanMs: number): Promise<string[]> {
  const found: string[] = [];
  for await (const { key, debt } of store.takeDebts(prefix, olderThanMs)) found.push(`${key} ${debt}`);
  return found.sort();
}

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

/** Kills a writing process after so many confirmed writes; gives the number of the last one that it confirmed. */
async function writeUntilKilled(address: string, writes: number): Promise<number> {
  const { child, lines } = await startScript('test/store/writer.ts', [address, 'kill']);
  let seen = 0;
  let confirmed = 0;
  for await (const line of lines) {
    seen += 1;
    confirmed = Number(line);
    // Lines on their way out still arrive after the kill.
    if (seen === writes) await end(child);
  }
  return confirmed;
}

export interface EngineUnderTest extends StoreUnderTest {
  open(): Promise<Engine>;
}

/** The promise of `Engine` besides that of a store, for one engine. */
export function engineContract(engine: string, fresh: () => Promise<EngineUnderTest>): void {
  describe(`an engine, ${engine}`, () => {
    let under: EngineUnderTest;
    let store: Engine;
    beforeEach(async () => {
      under = await fresh();
      store = await under.open();
    });
    afterEach(() => store.close());

    it('shows every entry with its version and its end, and counts them', async () => {
      const first = await write(store, 'chat:a', 'for ever');
      const second = await write(store, 'push:a', 'an hour', NOTHING, { expiresInMs: 3_600_000 });
      const found = await listed(store.entries());
      expect(found.map(({ key, version }) => [key, version])).toEqual([
        ['chat:a', first],
        ['push:a', second],
      ]);
      expect(found[0]!.expiresAt).toBeUndefined();
      under.pass(1_000);
      const [later] = await listed(store.entries('push:'));
      expect(Buffer.from(later!.value).toString()).toBe('an hour');
      expect(await store.count()).toBe(2);
    });

    it('shows no entry whose time has passed', async () => {
      await write(store, 'chat:a', 'short', NOTHING, { expiresInMs: LIFETIME_MS });
      under.pass(LIFETIME_MS);
      await until('the entry is gone', async () => (await listed(store.entries())).length === 0);
    });

    it('shows every debt that stands, with its time', async () => {
      for (let n = 0; n < 300; n += 1) await write(store, `chat:${n}`, 'x', NOTHING, { owes: 'm' });
      await store.settle('chat:7', 'm');
      const before = await listedDebts(store);
      expect(before).toHaveLength(299);
      under.pass(60_000);
      await write(store, 'chat:late', 'x', NOTHING, { owes: 'm' });
      const late = (await listedDebts(store)).find(({ key }) => key === 'chat:late')!;
      const first = before.find(({ key }) => key === 'chat:0')!;
      expect(late.since - first.since).toBeGreaterThanOrEqual(60_000);
    });

    it('puts entries as they lay elsewhere, over what stands there: with version and end', async () => {
      await write(store, 'chat:a', 'before');
      await write(store, 'clock:a', 'x', NOTHING, { expiresInMs: 1_000_000 });
      const endsAt = (await listed(store.entries('clock:')))[0]!.expiresAt!;
      await store.putEntries([
        { key: 'chat:a', value: TEXT.encode('carried'), version: 77, expiresAt: undefined },
        { key: 'chat:b', value: TEXT.encode('ends'), version: 78, expiresAt: endsAt },
        ...Array.from({ length: 600 }, (_, n) => ({
          key: `many:${n}`,
          value: TEXT.encode(`${n}`),
          version: n + 1,
          expiresAt: undefined,
        })),
      ]);
      expect(await store.read('chat:a')).toMatchObject({ version: 77 });
      expect(await text(store, 'chat:a')).toBe('carried');
      const [b] = await listed(store.entries('chat:b'));
      expect(b).toMatchObject({ version: 78 });
      expect(Math.abs(b!.expiresAt! - endsAt)).toBeLessThan(1_000);
      const [a, none, again] = await store.readEntries(['chat:a', 'chat:none', 'chat:b']);
      expect([a, none]).toMatchObject([{ key: 'chat:a', version: 77, expiresAt: undefined }, undefined]);
      expect(Math.abs(again!.expiresAt! - endsAt)).toBeLessThan(1_000);
      expect(await keys(store, 'many:')).toHaveLength(600);
      expect(await store.write('chat:a', TEXT.encode('next'), 77)).toMatchObject({ ok: true });
    });

    it('lets an entry that was put disappear at its end', async () => {
      await write(store, 'clock:a', 'x', NOTHING, { expiresInMs: LIFETIME_MS });
      const { expiresAt } = (await listed(store.entries('clock:')))[0]!;
      await store.putEntries([{ key: 'chat:a', value: TEXT.encode('x'), version: 7, expiresAt }]);
      expect(await text(store, 'chat:a')).toBe('x');
      under.pass(LIFETIME_MS);
      await until('the entry is gone', async () => (await store.read('chat:a')) === undefined);
    });

    it('notes debts as they stood elsewhere, and hands them out by their time', async () => {
      await write(store, 'clock:a', 'x', NOTHING, { owes: 'now' });
      const { since } = (await listedDebts(store))[0]!;
      await store.putDebts([
        { key: 'chat:a', debt: 'old', since: since - 60_000 },
        { key: 'chat:a', debt: 'new', since },
      ]);
      expect(await debts(store, 'chat:', 50_000)).toEqual(['chat:a old']);
      expect(await store.isOwed('chat:a', 'new')).toBe(true);
    });

    it('fails by the name of a store that is down once it is closed', async () => {
      const closed = await under.open();
      await closed.close();
      await expect(closed.count()).rejects.toThrow(StoreDownError);
      await expect(listed(closed.entries())).rejects.toThrow(StoreDownError);
      await expect(closed.readEntries(['chat:a'])).rejects.toThrow(StoreDownError);
      await expect(listedDebts(closed)).rejects.toThrow(StoreDownError);
      const entry = { key: 'chat:a', value: new Uint8Array(), version: 1, expiresAt: undefined };
      await expect(closed.putEntries([entry])).rejects.toThrow(StoreDownError);
      await expect(closed.putDebts([{ key: 'chat:a', debt: 'm', since: 1 }])).rejects.toThrow(StoreDownError);
    });
  });
}

async function listed(entries: AsyncIterable<KeptEntry>): Promise<KeptEntry[]> {
  const found = new Map<string, KeptEntry>();
  for await (const entry of entries) found.set(entry.key, entry);
  return [...found.values()].sort((one, other) => one.key.localeCompare(other.key));
}

async function listedDebts(store: Engine): Promise<KeptDebt[]> {
  const found: KeptDebt[] = [];
  for await (const debt of store.debts()) found.push(debt);
  return found;
}
