import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingError } from '../runtime/setting-error.ts';
import { bytesOf, parse, readJson } from './entries.ts';
import { NOTHING, type Store } from './port.ts';

/** What keys are for; each purpose has keys of its own, so that none of them gives another away. */
export type Purpose = 'seal' | 'chat-token' | 'lookup' | 'fingerprint' | 'backup';

/** The keys to personal data (the setting `DATA_KEY`): the first writes, all read. */
export interface DataKeys {
  /** 32 bytes for each data key, in their order. */
  derive(purpose: Purpose): readonly Uint8Array[];
}

const KEY_BYTES = 32;
/** Beside the embedded store, readable by its owner only. */
const KEY_FILE = 'data.key';
const FINGERPRINTS = 'meta:key-fingerprints';

/** The store was sealed with a key that is not among those given. */
export class OtherKeyError extends SettingError {
  override readonly name = 'OtherKeyError';

  constructor() {
    super('DATA_KEY', 'the store was used with another key; give the one that it was used with, or an empty store');
  }
}

/** Reads one key or several, separated by commas: 32 bytes each, in base64. Undefined when they are not. */
export function parseDataKeys(text: string): DataKeys | undefined {
  const keys = text.split(',').map(one => one.trim());
  if (!keys.every(key => /^[A-Za-z0-9+/]{43}=?$/.test(key))) return undefined;
  return dataKeys(keys.map(key => Buffer.from(key, 'base64')));
}

/** The keys kept in the folder of the embedded store; made on first use. */
export async function keepDataKeys(folder: string): Promise<DataKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = await readDataKeys(folder);
  if (kept !== undefined) return kept;
  await makeKeyFile(join(folder, KEY_FILE));
  return keepDataKeys(folder);
}

/** The keys kept in the folder of the embedded store; undefined when it has none yet. */
export async function readDataKeys(folder: string): Promise<DataKeys | undefined> {
  const text = await readFile(join(folder, KEY_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (text === undefined) return undefined;
  const keys = parseDataKeys(text);
  if (keys === undefined) throw new Error(`${KEY_FILE} does not hold a key`);
  return keys;
}

/**
 * Makes sure that the store is used with the keys that it was used with before: it remembers their fingerprints from the first time on.
 * A further key may come in front; one that the store knows may not be missing. Rejects with `OtherKeyError`.
 */
export async function checkDataKeys(store: Store, keys: DataKeys): Promise<void> {
  const given = fingerprintsOf(keys);
  for (;;) {
    const entry = await store.read(FINGERPRINTS);
    const known = entry === undefined ? [] : parse<string[]>(entry.value);
    if (!known.every(one => given.includes(one))) throw new OtherKeyError();
    const writing = given[0]!;
    if (known.includes(writing)) return;
    const written = await store.write(FINGERPRINTS, bytesOf([writing, ...known]), entry?.version ?? NOTHING);
    if (written.ok) return;
  }
}

/** What tells each key from others and says nothing else of it, in their order. */
export function fingerprintsOf(keys: DataKeys): string[] {
  return keys.derive('fingerprint').map(key => Buffer.from(key).toString('base64url').slice(0, 16));
}

/** The fingerprints of the keys that the store was used with. */
export async function fingerprintsIn(store: Store): Promise<readonly string[]> {
  return (await readJson<string[]>(store, FINGERPRINTS))?.value ?? [];
}

function dataKeys(keys: readonly Uint8Array[]): DataKeys {
  return {
    derive: purpose =>
      keys.map(key => new Uint8Array(hkdfSync('sha256', key, '', `huanzheng ${purpose} 1`, KEY_BYTES))),
  };
}

/** Whole or not at all, and one only, when several processes start at once: a finished file takes the name if nobody has it. */
async function makeKeyFile(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
    await file.close();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}
