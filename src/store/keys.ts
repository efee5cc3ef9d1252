import { hkdfSync } from 'node:crypto';
import { SettingError } from '../runtime/setting-error.ts';
import { bytesOf, changeJson, parse, readJson } from './entries.ts';
import { NOTHING, type Store } from './port.ts';

/** What keys are for; each purpose has keys of its own, so that none of them gives another away. */
export type Purpose = 'seal' | 'chat-token' | 'lookup' | 'invite' | 'fingerprint' | 'backup';

/** The keys to personal data (the setting `DATA_KEY`): the first writes, all read. */
export interface DataKeys {
  /** 32 bytes for each data key, in their order. The same list until the keys change, as those of the embedded store may at any time: to be asked for at each use. */
  derive(purpose: Purpose): readonly Uint8Array[];
}

export const KEY_BYTES = 32;
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
  return keysIn(keys);
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

/** The store needs no key but the first any more, and forgets the others. */
export async function forgetOtherKeys(store: Store, keys: DataKeys): Promise<void> {
  await changeJson<string[]>(store, FINGERPRINTS, known =>
    known === undefined || known.every(one => fingerprintsOf(keys).includes(one)) ? [fingerprintsOf(keys)[0]!] : known,
  );
}

/** Keys from their texts, 32 bytes each in base64. */
export function keysIn(texts: readonly string[]): DataKeys {
  const keys = texts.map(text => Buffer.from(text, 'base64'));
  const derived = new Map<Purpose, readonly Uint8Array[]>();
  return {
    derive(purpose) {
      const known = derived.get(purpose) ?? keys.map(key => derivedFrom(key, purpose));
      derived.set(purpose, known);
      return known;
    },
  };
}

function derivedFrom(key: Uint8Array, purpose: Purpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `huanzheng ${purpose} 1`, KEY_BYTES));
}
