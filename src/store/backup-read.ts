import { timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { countsText, debtIn, entryIn, FORMAT, type Header, KIND, macBy, type Trailer } from './backup-format.ts';
import type { BackupOptions } from './backup-write.ts';
import { type Cargo, CarryError, type Counts } from './carry.ts';
import { fingerprintsOf } from './keys.ts';

/** More than the first or the last line takes. */
const LINE_BYTES = 64 * 1024;

/** A backup that was read to its end and found whole. */
export interface Backup extends Cargo {
  counts: Counts;
  /** When it was begun, ISO 8601. */
  at: string;
  /** Names this backup and no other. */
  mac: string;
}

/** Reads the file to its end; rejects with `CarryError` when it is not a whole backup, or none that these keys open. */
export async function openBackup(path: string, { keys, now }: Omit<BackupOptions, 'onProgress'>): Promise<Backup> {
  const file = await open(path);
  try {
    const header = await headerOf(file);
    const given = fingerprintsOf(keys);
    const signer = given.indexOf(header.signedBy);
    if (signer < 0 || !header.keys.every(one => given.includes(one))) throw new CarryError('other-key');
    const { trailer, startsAt } = await trailerOf(file);
    const mac = macBy(keys, signer);
    for await (const chunk of createReadStream(path, { end: startsAt - 1 })) mac.update(chunk as Buffer);
    if (!isMac(mac.update(countsText(trailer)).digest(), trailer.mac)) throw new CarryError('broken');
    return { ...cargoIn(path, trailer, now), at: header.at };
  } finally {
    await file.close();
  }
}

function cargoIn(path: string, { mac, ...counts }: Trailer, now: () => number): Omit<Backup, 'at'> {
  return {
    mac,
    counts,
    count: async () => counts.entries,
    async *entries() {
      for await (const line of linesIn(path)) {
        const entry = entryIn(line);
        // What has expired since then has done so everywhere.
        if (entry !== undefined && (entry.expiresAt ?? Number.POSITIVE_INFINITY) > now()) yield entry;
      }
    },
    async *debts() {
      for await (const line of linesIn(path)) {
        const debt = debtIn(line);
        if (debt !== undefined) yield debt;
      }
    },
  };
}

function linesIn(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
}

async function headerOf(file: FileHandle): Promise<Header> {
  const bytes = await bytesAt(file, 0);
  const header = jsonIn<Partial<Header>>(bytes.subarray(0, Math.max(0, bytes.indexOf('\n'))));
  if (header?.huanzheng !== KIND || !Array.isArray(header.keys)) throw new CarryError('not-a-backup');
  if (header.format !== FORMAT) throw new CarryError('later-version');
  return header as Header;
}

/** The last line, and where it begins. */
async function trailerOf(file: FileHandle): Promise<{ trailer: Trailer; startsAt: number }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - LINE_BYTES);
  const bytes = await bytesAt(file, from);
  const begins = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  const trailer = bytes.at(-1) === 0x0a ? jsonIn<Partial<Trailer>>(bytes.subarray(begins)) : undefined;
  if (begins === 0 || typeof trailer?.mac !== 'string') throw new CarryError('broken');
  return { trailer: trailer as Trailer, startsAt: from + begins };
}

async function bytesAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(LINE_BYTES), 0, LINE_BYTES, position);
  return buffer.subarray(0, bytesRead);
}

function jsonIn<T>(bytes: Buffer): T | undefined {
  try {
    return JSON.parse(bytes.toString()) as T;
  } catch {
    return undefined;
  }
}

function isMac(mac: Buffer, written: string): boolean {
  const given = Buffer.from(written, 'hex');
  return given.length === mac.length && timingSafeEqual(given, mac);
}
