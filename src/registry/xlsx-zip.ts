import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { type Limits, RosterRefusedError, type Source } from './source.ts';

/** The parts of a workbook, none of them unpacked yet, and all of them together within the limits by what they claim. */
export interface Parts {
  has(name: string): boolean;
  /** Unpacks a part; it fails when the part turns out longer than it claims. */
  stream(name: string): Promise<Readable>;
  close(): void;
}

/** A roster's workbook has about ten. */
const MOST_PARTS = 2_000;
const OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true };

/** Opens the archive that a workbook is. */
export async function openParts(source: Source, limits: Limits): Promise<Parts> {
  const zip = await orBroken(() =>
    'bytes' in source ? fromBufferPromise(Buffer.from(source.bytes), OPTIONS) : openPromise(source.path, OPTIONS),
  );
  try {
    const parts = await orBroken(() => listOf(zip, limits));
    if ([...parts.keys()].some(name => /vbaProject|macrosheets/i.test(name))) throw new RosterRefusedError('macros');
    return {
      has: name => parts.has(name),
      stream: name => orBroken(() => zip.openReadStreamPromise(parts.get(name)!)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listOf(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, entry);
    inflated += entry.uncompressedSize;
    if (inflated > limits.inflatedBytes || parts.size > MOST_PARTS) throw new RosterRefusedError('inflates');
  }
  return parts;
}

/** What an archive or its content does wrong becomes a refusal; what the disk does wrong stays what it is. */
export async function orBroken<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw asRefusal(error);
  }
}

export function asRefusal(error: unknown): unknown {
  if (error instanceof RosterRefusedError || (error as NodeJS.ErrnoException).syscall !== undefined) return error;
  return new RosterRefusedError('broken-zip');
}
