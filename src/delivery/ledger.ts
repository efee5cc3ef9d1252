import { isDeepStrictEqual } from 'node:util';
import { bytesOf, parse } from '../store/entries.ts';
import { type Entry, NOTHING, type Store } from '../store/port.ts';
import type { Row } from './port.ts';

/** A row as it is kept: with the mailing that it came from and the instance that claimed it. */
export interface KeptRow extends Row {
  mailing: string;
  by: string;
}

/** A row as it is to be claimed. */
export interface Claimable {
  recipient: string;
  row: KeptRow;
}

/** A row that this process has claimed; its version is what settling it expects. */
export interface Claim {
  recipient: string;
  row: KeptRow;
  version: number;
}

/**
 * The one truth about who got what: a row per recipient of a series, claimed durably before anything is sent, so that a message is sent at
 * most once however often its recipient comes along, on however many instances.
 */
export interface Ledger {
  /** Those who may still be claimed: there is no row of theirs, or it is queued again. */
  open(series: string, recipients: readonly string[]): Promise<string[]>;
  /** Claims rows for this instance as they are handed in; those that somebody else was faster with are left out. */
  claim(series: string, rows: readonly Claimable[]): Promise<Claim[]>;
  /** Gives back what was claimed without an answer from the store, whether or not the store has taken it; nothing of it has been sent. */
  release(series: string, rows: readonly Claimable[]): Promise<void>;
  /** Writes what became of claimed rows; a row that was taken for `unknown` meanwhile learns the truth. */
  settle(series: string, claims: readonly Claim[]): Promise<void>;
  rows(series: string): AsyncIterable<KeptRow & { recipient: string; version: number }>;
  /** Changes one row if it still stands as it was read. */
  replace(series: string, recipient: string, row: KeptRow, version: number): Promise<boolean>;
}

export function createLedger(store: Store): Ledger {
  const keyOf = (series: string, recipient: string): string => `row:${series}:${recipient}`;
  const change = (series: string, { recipient, row }: Claimable, expected: number) => ({
    key: keyOf(series, recipient),
    value: bytesOf(row),
    expected,
  });
  return {
    async open(series, recipients) {
      const entries = await Promise.all(recipients.map(recipient => store.read(keyOf(series, recipient))));
      return recipients.filter((_, index) => isOpen(entries[index]));
    },
    async claim(series, rows) {
      const first = await store.writeAll(rows.map(one => change(series, one, NOTHING)));
      const again = rows.flatMap((one, index) => {
        const written = first[index]!;
        return !written.ok && written.current !== undefined && isOpen(written.current)
          ? [{ one, version: written.current.version }]
          : [];
      });
      const second = await store.writeAll(again.map(({ one, version }) => change(series, one, version)));
      return [
        ...rows.flatMap((one, index) => claimOf(one, first[index]!)),
        ...again.flatMap(({ one }, index) => claimOf(one, second[index]!)),
      ];
    },
    async release(series, rows) {
      for (const { recipient, row } of rows) {
        const entry = await store.read(keyOf(series, recipient));
        if (entry === undefined || !isDeepStrictEqual(parse<KeptRow>(entry.value), row)) continue;
        await store.write(keyOf(series, recipient), bytesOf({ ...row, state: 'queued' }), entry.version);
      }
    },
    async settle(series, claims) {
      const written = await store.writeAll(claims.map(claim => change(series, claim, claim.version)));
      for (const [index, claim] of claims.entries()) {
        const result = written[index]!;
        if (result.ok || !knowsLess(result.current, claim)) continue;
        await store.write(keyOf(series, claim.recipient), bytesOf(claim.row), result.current?.version ?? NOTHING);
      }
    },
    async *rows(series) {
      const prefix = keyOf(series, '');
      for await (const { key, value, version } of store.scan(prefix))
        yield { ...parse<KeptRow>(value), recipient: key.slice(prefix.length), version };
    },
    async replace(series, recipient, row, version) {
      return (await store.write(keyOf(series, recipient), bytesOf(row), version)).ok;
    },
  };
}

/** The sender was taken for dead, or the store has lost its claim (a failover, a power cut): it alone knows better. */
function knowsLess(current: Entry | undefined, { row }: Claim): boolean {
  if (isOpen(current)) return true;
  const { state, by } = parse<KeptRow>(current!.value);
  return state === 'unknown' && by === row.by;
}

function isOpen(entry: Entry | undefined): boolean {
  return entry === undefined || parse<KeptRow>(entry.value).state === 'queued';
}

function claimOf(one: Claimable, written: { ok: boolean; version?: number }): Claim[] {
  return written.ok && written.version !== undefined ? [{ ...one, version: written.version }] : [];
}
