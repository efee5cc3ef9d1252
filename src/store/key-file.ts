import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type DataKeys, KEY_BYTES, keysIn, type Purpose } from './keys.ts';

/** Beside the embedded store, readable by its owner only: keys as in `DATA_KEY`. */
const KEY_FILE = 'data.key';
/** The key that is to write next: read already by every process, written with by none. */
const NEXT_FILE = 'data.key.next';
/** How soon a process notices that a file has changed. */
const LOOK_EVERY_MS = 500;
/** After this every living process has noticed. */
const NOTICED_AFTER_MS = 3 * LOOK_EVERY_MS;

/** The keys kept in the folder of the embedded store; made on first use. */
export async function keepDataKeys(folder: string): Promise<DataKeys> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, KEY_FILE);
  // One only, when several processes start at once: a finished file takes the name if nobody has it.
  if (!existsSync(path)) putFile(path, randomKey(), 'if-missing');
  return new KeptKeys(folder);
}

/** The keys kept in the folder of the embedded store; undefined when it has none yet. */
export async function readDataKeys(folder: string): Promise<DataKeys | undefined> {
  return existsSync(join(folder, KEY_FILE)) ? new KeptKeys(folder) : undefined;
}

/**
 * Brings a new key one step further: first every process comes to read it, then every process writes with it. True when all write with it and the
 * older ones are only read, also when a rotation was broken off there; else it is to be called again. Not by two at once.
 */
export function bringNextKey(folder: string): boolean {
  const [path, next] = [join(folder, KEY_FILE), join(folder, NEXT_FILE)];
  const [kept, [coming]] = [textsIn(path), textsIn(next)];
  if (kept.length > 1) {
    rmSync(next, { force: true });
    return isNoticed(path);
  }
  if (coming === undefined) putFile(next, randomKey(), 'if-missing');
  else if (isNoticed(next)) putFile(path, [coming, ...kept].join(','), 'over');
  return false;
}

/** Gives up every key but the one that writes. To be called while nobody else changes the file. */
export function dropOlderKeys(folder: string): void {
  const path = join(folder, KEY_FILE);
  const [writing, ...older] = textsIn(path);
  if (writing !== undefined && older.length > 0) putFile(path, writing, 'over');
}

/** Follows the file: a new key is used as soon as it is noticed, one that was given up still reads in this process. */
class KeptKeys implements DataKeys {
  readonly #folder: string;
  #lookAgainAt: number;
  #seen: string;
  #texts: readonly string[];
  #keys: DataKeys;

  constructor(folder: string) {
    this.#folder = folder;
    this.#seen = this.#stamp();
    this.#texts = this.#read();
    this.#keys = keysIn(this.#texts);
    this.#lookAgainAt = performance.now() + LOOK_EVERY_MS;
  }

  derive(purpose: Purpose): readonly Uint8Array[] {
    if (performance.now() >= this.#lookAgainAt) this.#look();
    return this.#keys.derive(purpose);
  }

  #look(): void {
    this.#lookAgainAt = performance.now() + LOOK_EVERY_MS;
    const stamp = this.#stamp();
    if (stamp === this.#seen) return;
    this.#seen = stamp;
    this.#texts = [...new Set([...this.#read(), ...this.#texts])];
    this.#keys = keysIn(this.#texts);
  }

  #read(): string[] {
    const kept = textsIn(join(this.#folder, KEY_FILE));
    if (kept.length === 0) throw new Error(`${KEY_FILE} does not hold a key`);
    return [...new Set([...kept, ...textsIn(join(this.#folder, NEXT_FILE))])];
  }

  #stamp(): string {
    return [KEY_FILE, NEXT_FILE].map(name => stampOf(join(this.#folder, name))).join(' ');
  }
}

function isNoticed(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs >= NOTICED_AFTER_MS;
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '-' : `${found.ino}.${found.mtimeMs}.${found.size}`;
}

/** The keys as they are written, none when there is no file. */
function textsIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const texts = readFileSync(path, 'utf8')
    .split(',')
    .map(one => one.trim());
  if (texts.some(text => Buffer.from(text, 'base64').length !== KEY_BYTES))
    throw new Error(`${KEY_FILE} does not hold a key`);
  return texts;
}

function randomKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** Whole and on the disk, or not at all. */
function putFile(path: string, keys: string, how: 'over' | 'if-missing'): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${keys}\n`);
    fsyncSync(file);
    if (how === 'over') renameSync(draft, path);
    else linkIfMissing(draft, path);
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
}

function linkIfMissing(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A name is on the disk when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
