import { createHmac, type Hmac } from 'node:crypto';
import type { Counts } from './carry.ts';
import type { DataKeys } from './keys.ts';
import type { KeptDebt, KeptEntry } from './port.ts';

/*
 * A backup is lines of JSON: a header, an array for each entry and then each debt, and a last line with their numbers and a MAC over all that
 * stands before it, by a key that only the data key gives. Values stay sealed as they lie in the store.
 */

export const FORMAT = 1;
export const KIND = 'store-backup';

export interface Header {
  huanzheng: typeof KIND;
  format: number;
  /** When it was begun, ISO 8601. */
  at: string;
  /** Fingerprints of the keys that the store was used with: all of them are needed to open it. */
  keys: readonly string[];
  /** The fingerprint of the key whose MAC stands at the end. */
  signedBy: string;
}

export interface Trailer extends Counts {
  /** In hexadecimal. */
  mac: string;
}

type EntryLine = [kind: 'e', key: string, version: number, expiresAt: number | null, value: string];
type DebtLine = [kind: 'd', key: string, debt: string, since: number];

export function lineOfEntry({ key, version, expiresAt, value }: KeptEntry): string {
  const line: EntryLine = ['e', key, version, expiresAt ?? null, Buffer.from(value).toString('base64')];
  return JSON.stringify(line);
}

export function lineOfDebt({ key, debt, since }: KeptDebt): string {
  const line: DebtLine = ['d', key, debt, since];
  return JSON.stringify(line);
}

/** Undefined for a line of another kind. */
export function entryIn(line: string): KeptEntry | undefined {
  if (!line.startsWith('["e"')) return undefined;
  const [, key, version, expiresAt, value] = JSON.parse(line) as EntryLine;
  return { key, version, expiresAt: expiresAt ?? undefined, value: Buffer.from(value, 'base64') };
}

/** Undefined for a line of another kind. */
export function debtIn(line: string): KeptDebt | undefined {
  if (!line.startsWith('["d"')) return undefined;
  const [, key, debt, since] = JSON.parse(line) as DebtLine;
  return { key, debt, since };
}

/** The MAC of a backup, to be fed with its lines. */
export function macBy(keys: DataKeys, index: number): Hmac {
  return createHmac('sha256', keys.derive('backup')[index]!);
}

/** What the MAC covers of the last line. */
export function countsText({ entries, debts }: Counts): string {
  return `${entries} ${debts}`;
}
