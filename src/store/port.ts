/**
 * What the product needs of a store, as meanings and not as machinery. Two engines keep this promise (`lmdb.ts`, `redis.ts`),
 * and `test/contracts/store.ts` holds both to it.
 *
 * A key is `<kind>:<owner>` or `<kind>:<owner>:<rest>`, ASCII, at most 200 bytes. All keys of one owner live together,
 * so that one write may change an entry and its debts at once (one slot of a Redis Cluster).
 */
export interface Store {
  /** What stands under the key now; undefined when nothing does, or when it has expired. */
  read(key: string): Promise<Entry | undefined>;
  /**
   * Replaces the entry if its version is still `expected` (0: there is none yet); else changes nothing.
   * Resolved means durable to the engine's promise: a kill of this process after it loses nothing, before it leaves the old entry whole.
   */
  write(key: string, value: Uint8Array, expected: number, options?: WriteOptions): Promise<Written>;
  /** Removes the entry and its debts, whatever its version. */
  remove(key: string): Promise<void>;
  /** Every live entry whose key starts with the prefix, each at least once, in no promised order; entries changed meanwhile may show either state. */
  scan(prefix: string): AsyncIterable<Entry & { key: string }>;
  /** Notes that what a write owed has been done. Unknown debts are no error. */
  settle(key: string, debt: string): Promise<void>;
  /** Debts older than `olderThanMs`, so that whoever finds them may pay them: their payer has died or forgotten. */
  debts(olderThanMs: number): AsyncIterable<Debt>;
  /** Resolves when the engine answers; rejects with `StoreDownError` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Entry {
  value: Uint8Array;
  /** Counts the writes of this key from 1; a key that expired or was removed begins again at 1. */
  version: number;
}

export interface WriteOptions {
  /** The entry disappears this many milliseconds from now, unless written again. */
  expiresInMs?: number;
  /** A name for work that this very write leaves to be done (a reply to be sent); kept until `settle`. Written in the same act as the entry. */
  owes?: string;
}

/** `conflict` carries what stands there instead, so that the loser can decide again without another read. */
export type Written = { ok: true; version: number } | { ok: false; current: Entry | undefined };

export interface Debt {
  key: string;
  debt: string;
  sinceMs: number;
}

/** The engine cannot be reached or cannot write just now; nothing is known to have been changed. */
export class StoreDownError extends Error {
  override readonly name = 'StoreDownError';
}
