import { changeJson, readJson } from './entries.ts';
import type { Engine, KeptDebt, KeptEntry, Store } from './port.ts';

/** Where entries and debts come from: an engine, or a backup. */
export interface Cargo {
  /** About how many entries there are. */
  count(): Promise<number>;
  /** Of a key that comes twice the last one counts. */
  entries(): AsyncIterable<KeptEntry>;
  debts(): AsyncIterable<KeptDebt>;
}

export interface Counts {
  entries: number;
  debts: number;
}

export type OnProgress = (done: number, of: number) => void;

/** Why nothing could be carried, as a code that the texts know. */
export type CarryFault =
  /** Something lies in the store that was to be filled. */
  | 'not-empty'
  /** A server is running on it. */
  | 'in-use'
  /** The store itself was filled only in part. */
  | 'unfinished'
  /** The file is no backup, was made by a later version, ends early or was changed, or was made with another key. */
  | 'not-a-backup'
  | 'later-version'
  | 'broken'
  | 'other-key'
  /** What was written reads back as something else. */
  | 'differs';

export class CarryError extends Error {
  override readonly name = 'CarryError';
  readonly fault: CarryFault;

  constructor(fault: CarryFault) {
    super(`the store cannot be carried: ${fault}`);
    this.fault = fault;
  }
}

/** What a store that is being filled says of itself, so that no server takes it for whole and nobody takes it for somebody's. */
export interface Mark {
  /** Names what it is filled from: a broken off filling from the same goes on. */
  from: string;
  /** `whole`: filled, and not used since; a copy may be brought up to date. */
  state: 'clearing' | 'filling' | 'whole';
}

const MARK = 'meta:carried';
/** What running processes say of themselves is over when they are. */
const OF_PROCESSES = ['here:', 'lead:'];
const BATCH = 256;
/** An engine may count a lifetime from the moment of writing. */
const SAME_END_MS = 5_000;

export async function markOf(store: Store): Promise<Mark | undefined> {
  return (await readJson<Mark>(store, MARK))?.value;
}

export async function setMark(store: Store, mark: Mark | undefined): Promise<void> {
  if (mark === undefined) await store.remove(MARK);
  else await changeJson<Mark>(store, MARK, () => mark);
}

/** Whether a server runs on the store. */
export async function isInUse(engine: Engine): Promise<boolean> {
  for await (const _ of engine.entries('here:')) return true;
  return false;
}

/** Rejects with `CarryError` when the store is only half filled. */
export async function refuseUnfinished(store: Store): Promise<void> {
  const mark = await markOf(store);
  if (mark !== undefined && mark.state !== 'whole') throw new CarryError('unfinished');
}

/** Whether nothing lies there but a mark. */
export async function isEmpty(engine: Engine): Promise<boolean> {
  for await (const _ of entriesOf(engine)) return false;
  return true;
}

/** Takes everything out but the mark. */
export async function clear(engine: Engine): Promise<void> {
  for await (const batch of batchesOf(entriesOf(engine))) await Promise.all(batch.map(({ key }) => engine.remove(key)));
  for await (const batch of batchesOf(engine.debts()))
    await Promise.all(batch.map(({ key, debt }) => engine.settle(key, debt)));
}

/** Puts whatever is missing or different, so that a carrying that was broken off is simply run again. Resolves with how many were put. */
export async function carry(from: Cargo, to: Engine, onProgress: OnProgress): Promise<Counts> {
  const put = { entries: 0, debts: 0 };
  // Entries first: what a later write of the same key owes is then noted although it has not come along, and nothing owed is lost.
  for await (const { batch, there } of compared(from, to, onProgress)) {
    const differing = batch.filter((entry, index) => !isSame(entry, there[index]));
    await to.putEntries(differing);
    put.entries += differing.length;
  }
  for await (const batch of batchesOf(from.debts())) {
    const missing = await notOwed(batch, to);
    await to.putDebts(missing);
    put.debts += missing.length;
  }
  return put;
}

/** What lies in the one and not in the other goes, debts too: the second half of bringing a copy up to date. Resolves with how many entries went. */
export async function removeOthers(from: Engine, to: Engine): Promise<number> {
  let removed = 0;
  for await (const batch of batchesOf(entriesOf(to))) {
    const known = await from.readEntries(batch.map(({ key }) => key));
    const others = batch.filter((_, index) => known[index] === undefined);
    await Promise.all(others.map(({ key }) => to.remove(key)));
    removed += others.length;
  }
  for await (const batch of batchesOf(to.debts())) {
    const others = await notOwed(batch, from);
    await Promise.all(others.map(({ key, debt }) => to.settle(key, debt)));
  }
  return removed;
}

/** Reads both sides to the end and compares every byte, version, end and debt. Resolves with what was compared and how much of it differs. */
export async function compare(
  from: Cargo,
  to: Engine,
  onProgress: OnProgress,
): Promise<Counts & { differing: number }> {
  const [seen, differing] = [{ entries: 0, debts: 0 }, new Set<string>()];
  for await (const { batch, there } of compared(from, to, onProgress)) {
    seen.entries += batch.length;
    for (const [index, entry] of batch.entries()) {
      if (isSame(entry, there[index])) differing.delete(entry.key);
      else differing.add(entry.key);
    }
  }
  let missing = 0;
  for await (const batch of batchesOf(from.debts())) {
    seen.debts += batch.length;
    missing += (await notOwed(batch, to)).length;
  }
  return { ...seen, differing: differing.size + missing };
}

/** Every entry that belongs to the store and not to a process that runs on it. */
export async function* entriesOf(from: Cargo): AsyncGenerator<KeptEntry> {
  for await (const entry of from.entries())
    if (entry.key !== MARK && !OF_PROCESSES.some(kind => entry.key.startsWith(kind))) yield entry;
}

async function* compared(
  from: Cargo,
  to: Engine,
  onProgress: OnProgress,
): AsyncGenerator<{ batch: KeptEntry[]; there: (KeptEntry | undefined)[] }> {
  const of = await from.count();
  let done = 0;
  for await (const batch of batchesOf(entriesOf(from))) {
    yield { batch, there: await to.readEntries(batch.map(({ key }) => key)) };
    done += batch.length;
    onProgress(done, Math.max(done, of));
  }
}

async function notOwed(debts: readonly KeptDebt[], there: Engine): Promise<KeptDebt[]> {
  const owed = await Promise.all(debts.map(({ key, debt }) => there.isOwed(key, debt)));
  return debts.filter((_, index) => !owed[index]);
}

function isSame(one: KeptEntry, other: KeptEntry | undefined): boolean {
  if (other === undefined || one.version !== other.version) return false;
  const apart = (one.expiresAt ?? 0) - (other.expiresAt ?? 0);
  return Math.abs(apart) <= SAME_END_MS && Buffer.compare(one.value, other.value) === 0;
}

export async function* batchesOf<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
