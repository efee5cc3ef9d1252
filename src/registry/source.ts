import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { RawRow } from './row.ts';

/** A table that has been looked through once, to its end, and was found to keep the limits. */
export interface Sheet {
  /** How many rows it has, headers included; for a progress bar. */
  rows: number;
  /** All rows that are not blank, headers first, some hundreds at a time. */
  read(): AsyncIterable<RawRow[]>;
  /** Other sheets of the workbook that show and hold something: they are not read. */
  otherSheets: readonly string[];
  close(): void;
}

/** A file that can be read more than once: on the disk, or in memory as a chat sends it. */
export type Source = { path: string } | { bytes: Uint8Array };

/** Why a whole file is refused; each is a text `roster-refused.<reason>` that says how to mend it. Nothing of a refused file is loaded. */
export type RefusalReason =
  | 'empty'
  | 'too-big'
  | 'encoding'
  | 'not-text'
  | 'old-excel'
  | 'broken-zip'
  | 'not-a-workbook'
  | 'macros'
  | 'dates-from-1904'
  | 'inflates'
  | 'too-many-columns'
  | 'too-long-cell'
  | 'too-many-rows'
  | 'unclosed-quote'
  | 'missing-columns'
  | 'headers-below'
  | 'column-twice';

/** The file cannot be taken; nothing was loaded. */
export class RosterRefusedError extends Error {
  override readonly name = 'RosterRefusedError';
  readonly reason: RefusalReason;
  /** What the text needs: columns, a row. */
  readonly args: Readonly<Record<string, string | number>>;

  constructor(reason: RefusalReason, args: Readonly<Record<string, string | number>> = {}) {
    super(`the roster is refused: ${reason}`);
    this.reason = reason;
    this.args = args;
  }
}

/** How much of a file is taken on; a file from a chat gets less than one on the command line. */
export interface Limits {
  bytes: number;
  /** Of a workbook, once unpacked. */
  inflatedBytes: number;
  rows: number;
  columns: number;
  /** Characters; a spreadsheet itself allows no more. */
  cell: number;
}

export const FILE_LIMITS: Limits = {
  bytes: 2 * 1024 ** 3,
  inflatedBytes: 1024 ** 3,
  rows: 5_000_000,
  columns: 1_000,
  cell: 32_767,
};

export const CHAT_LIMITS: Limits = {
  ...FILE_LIMITS,
  bytes: 20 * 1024 ** 2,
  inflatedBytes: 200 * 1024 ** 2,
  rows: 200_000,
};

const CHUNK = 256 * 1024;

export async function sizeOf(source: Source): Promise<number> {
  return 'bytes' in source ? source.bytes.length : (await stat(source.path)).size;
}

/** The file in chunks, from its start. */
export function chunksOf(source: Source): AsyncIterable<Uint8Array> {
  return 'bytes' in source ? slices(source.bytes) : createReadStream(source.path, { highWaterMark: CHUNK });
}

/** The first bytes, by which a kind of file is known. */
export async function headOf(source: Source, length: number): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes.subarray(0, length);
  const file = await open(source.path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
}
