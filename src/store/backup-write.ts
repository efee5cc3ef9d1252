import type { Hmac } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import {
  countsText,
  FORMAT,
  type Header,
  KIND,
  lineOfDebt,
  lineOfEntry,
  macBy,
  type Trailer,
} from './backup-format.ts';
import { batchesOf, type Counts, entriesOf, type OnProgress } from './carry.ts';
import { type DataKeys, fingerprintsIn, fingerprintsOf } from './keys.ts';
import type { Engine } from './port.ts';

export interface BackupOptions {
  keys: DataKeys;
  /** Milliseconds since 1970. */
  now(): number;
  onProgress: OnProgress;
}

/**
 * Writes all that lies in the store to a file, for its owner only, which takes its name once it is whole and on the disk. Each entry is as it
 * stood at some moment between begin and end; what an entry owes is in the file unless it was settled meanwhile.
 */
export async function writeBackup(
  engine: Engine,
  path: string,
  options: BackupOptions,
): Promise<Counts & { mac: string }> {
  const draft = `${path}.part`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    const written = await writeAll(engine, file, options);
    await file.sync();
    await rename(draft, path);
    return written;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function writeAll(engine: Engine, file: FileHandle, { keys, now, onProgress }: BackupOptions): Promise<Trailer> {
  const mac = macBy(keys, 0);
  const header: Header = {
    huanzheng: KIND,
    format: FORMAT,
    at: new Date(now()).toISOString(),
    keys: await fingerprintsIn(engine),
    signedBy: fingerprintsOf(keys)[0]!,
  };
  await writeLines(file, mac, [JSON.stringify(header)]);
  const counts = { entries: 0, debts: 0 };
  const of = await engine.count();
  // Entries first: what an entry owes is then read after it, and missing only when it has been settled.
  for await (const batch of batchesOf(entriesOf(engine))) {
    await writeLines(file, mac, batch.map(lineOfEntry));
    counts.entries += batch.length;
    onProgress(counts.entries, Math.max(counts.entries, of));
  }
  for await (const batch of batchesOf(engine.debts())) {
    await writeLines(file, mac, batch.map(lineOfDebt));
    counts.debts += batch.length;
  }
  const trailer = { ...counts, mac: mac.update(countsText(counts)).digest('hex') };
  await file.appendFile(`${JSON.stringify(trailer)}\n`);
  return trailer;
}

async function writeLines(file: FileHandle, mac: Hmac, lines: readonly string[]): Promise<void> {
  const text = `${lines.join('\n')}\n`;
  mac.update(text);
  await file.appendFile(text);
}
