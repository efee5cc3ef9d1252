/**
 * What the product needs of a store, as meanings and not as machinery. Two engines keep this promise (`lmdb.ts`, `redis.ts`),
 * and `test/contracts/store.ts` holds both to it.
 *
 * A key is `<kind>:<name>` in printable ASCII without spaces, at most 200 bytes; each entry stands for itself, with what it owes.
 * Every method rejects with `StoreDownError` when the engine fails.
 */
export interface Store {
  /** What stands under the key now; undefined when nothing does, or when it has expired. */
  read(key: string): Promise<Entry | undefined>;
  /**
   * Replaces the entry if its version is still `expected` (`NOTHING`: there is none yet); else changes nothing.
   * Resolved means durable to the engine's promise: a kill of this process after it loses nothing, before it leaves the old entry whole.
   */
  write(key: string, value: Uint8Array, expected: number, options?: WriteOptions): Promise<Written>;
  /**
   * Writes many entries in bulk, each for itself as `write` does: one that conflicts keeps none of the others from being written.
   * Resolves in their order once all are durable. It lets others write in between, so it may be long; but no key may stand in it twice.
   */
  writeAll(changes: readonly Change[]): Promise<Written[]>;
  /** Removes the entry and its debts, whatever its version. */
  remove(key: string): Promise<void>;
  /** Every live entry whose key starts with the prefix, each at least once, in no promised order; entries changed meanwhile may show either state. */
  scan(prefix: string): AsyncIterable<Entry & { key: string }>;
  /** Whether the debt has been noted and not yet settled. */
  isOwed(key: string, debt: string): Promise<boolean>;
  /** Notes that what a write owed has been done. Unknown debts are no error. */
  settle(key: string, debt: string): Promise<void>;
  /**
   * Hands out the debts of keys with this prefix that have stood for at least `olderThanMs`, because their payer has died or forgotten.
   * So have those that bear a time as far ahead: a clock was put back. The time of a debt begins anew as it is handed out, so that two who ask do not pay the same one. It may outlive an entry that expires.
   */
  takeDebts(prefix: string, olderThanMs: number): AsyncIterable<Debt>;
  /** Resolves when the engine answers. */
  ping(): Promise<void>;
  /** Lets go of the engine once the writes begun are done. */
  close(): Promise<void>;
}

/**
 * A store with all that lies in it, for those who carry it elsewhere or seal it anew. What they see and put is sealed: nothing here opens a value.
 */
export interface Engine extends Store {
  /** How many entries there are, some that have just expired included: good for a progress bar. */
  count(): Promise<number>;
  /** Every live entry with the moment of its end, each at least once and whole, in no promised order; entries changed meanwhile may show either state. */
  entries(prefix?: string): AsyncIterable<KeptEntry>;
  /** What stands under each key, in their order. */
  readEntries(keys: readonly string[]): Promise<(KeptEntry | undefined)[]>;
  /** Every debt that stands, with the moment since which it does. */
  debts(): AsyncIterable<KeptDebt>;
  /** Puts entries as they lay elsewhere, over whatever stands there, with their versions and ends. Resolves once all are durable. */
  putEntries(entries: readonly KeptEntry[]): Promise<void>;
  /** Notes debts as they stood elsewhere. Resolves once all are durable. */
  putDebts(debts: readonly KeptDebt[]): Promise<void>;
  /** Of an engine that lies on this machine: acts, at once and in one piece, while no process writes to it. A lock for what lies beside the store. */
  alone?<T>(act: () => T): T;
}

/** An entry with all that belongs to it but its debts. */
export interface KeptEntry extends Entry {
  key: string;
  /** When it disappears, in milliseconds since 1970; undefined when it does not. */
  expiresAt: number | undefined;
}

/** A debt and the moment since which it stands, in milliseconds since 1970. */
export interface KeptDebt extends Debt {
  since: number;
}

export interface Entry {
  value: Uint8Array;
  /** Names this writing of the key and no other, also after the entry has been removed and written again. */
  version: number;
}

/** The version of an entry that is not there. */
export const NOTHING = 0;

export interface WriteOptions {
  /** The entry disappears this many milliseconds from now, unless written again. */
  expiresInMs?: number;
  /** A name (as of a key) for work that this very write leaves to be done, such as a reply to be sent; kept until `settle`. Written in the same act as the entry. */
  owes?: string;
}

/** What `write` takes. */
export interface Change {
  key: string;
  value: Uint8Array;
  expected: number;
  options?: WriteOptions;
}

/** Not `ok` carries what stands there instead, so that the loser can decide again without another read. */
export type Written = { ok: true; version: number } | { ok: false; current: Entry | undefined };

export interface Debt {
  key: string;
  debt: string;
}

/** The engine cannot be reached or cannot write just now; a write that ended so may or may not have been done. */
export class StoreDownError extends Error {
  override readonly name = 'StoreDownError';

  constructor(cause: unknown) {
    super('the store does not answer', { cause });
  }
}

/** Makes every failure of the engine a `StoreDownError`. */
export async function orDown<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new StoreDownError(cause);
  }
}

const KEY = /^[!-~]{1,200}$/;

/** The same text; throws a `RangeError` when it cannot be a key or a debt: that is a mistake of ours and not of the engine. */
export function asKey(text: string): string {
  if (!KEY.test(text)) throw new RangeError('a key has 1 to 200 characters of printable ASCII');
  return text;
}
