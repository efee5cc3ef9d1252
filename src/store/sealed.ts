import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { DataKeys } from './keys.ts';
import type { Entry, Store, Written } from './port.ts';

/** A sealed value: format, key id, nonce, ciphertext, tag. */
const FORMAT = 1;
const ID_END = 5;
const NONCE_END = 17;
const TAG_BYTES = 16;

/** A value was sealed with a key that is not given, was changed, or stands under another name than it was written to. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor(cause?: unknown) {
    super('an entry of the store cannot be opened', { cause });
  }
}

/**
 * The same store with every value sealed by AES-256-GCM before it gets there and bound to the key that it stands under; keys, debts and
 * times stay readable. The first key seals, all of them open. Reading what does not open rejects with `SealError`.
 */
export function sealedStore(store: Store, keys: DataKeys): Store {
  const seal = createSeal(keys);
  const told = (key: string, written: Written): Written =>
    written.ok || written.current === undefined ? written : { ok: false, current: opened(key, written.current) };
  const opened = <E extends Entry>(key: string, entry: E): E => ({ ...entry, value: seal.open(key, entry.value) });
  return {
    async read(key) {
      const entry = await store.read(key);
      return entry && opened(key, entry);
    },
    async write(key, value, expected, options): Promise<Written> {
      return told(key, await store.write(key, seal.close(key, value), expected, options));
    },
    async writeAll(changes) {
      const sealed = changes.map(change => ({ ...change, value: seal.close(change.key, change.value) }));
      return (await store.writeAll(sealed)).map((written, index) => told(changes[index]!.key, written));
    },
    async *scan(prefix) {
      for await (const entry of store.scan(prefix)) yield opened(entry.key, entry);
    },
    remove: key => store.remove(key),
    isOwed: (key, debt) => store.isOwed(key, debt),
    settle: (key, debt) => store.settle(key, debt),
    takeDebts: (prefix, olderThanMs) => store.takeDebts(prefix, olderThanMs),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}

/** Seals and opens values bound to the names that they stand under. */
export interface Seal {
  close(name: string, value: Uint8Array): Uint8Array;
  open(name: string, sealed: Uint8Array): Uint8Array;
  /** Whether the first key has sealed it. */
  isByFirst(sealed: Uint8Array): boolean;
}

export function createSeal(keys: DataKeys): Seal {
  let ring = ringOf(keys.derive('seal'));
  const now = (): Ring => {
    const derived = keys.derive('seal');
    if (derived !== ring.derived) ring = ringOf(derived);
    return ring;
  };
  return {
    close(name, value) {
      const { header, writing } = now();
      return close(header, writing, name, value);
    },
    open(name, sealed) {
      const key = now().byId.get(Buffer.from(sealed.subarray(1, ID_END)).toString('hex'));
      if (sealed[0] !== FORMAT || key === undefined || sealed.length < NONCE_END + TAG_BYTES) throw new SealError();
      return open(key, name, sealed);
    },
    isByFirst: sealed => Buffer.compare(sealed.subarray(0, ID_END), now().header) === 0,
  };
}

interface Ring {
  derived: readonly Uint8Array[];
  byId: ReadonlyMap<string, KeyObject>;
  header: Uint8Array;
  writing: KeyObject;
}

function ringOf(derived: readonly Uint8Array[]): Ring {
  return {
    derived,
    byId: new Map(derived.map(key => [idOf(key).toString('hex'), createSecretKey(key)])),
    header: Buffer.concat([Buffer.from([FORMAT]), idOf(derived[0]!)]),
    writing: createSecretKey(derived[0]!),
  };
}

const NONCE_BYTES = NONCE_END - ID_END;
const NONCES_AT_ONCE = 256;
let nonces = Buffer.alloc(0);

/** Drawn many at a time: a call for each costs more than the drawing. */
function newNonce(): Buffer {
  if (nonces.length < NONCE_BYTES) nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
  const nonce = nonces.subarray(0, NONCE_BYTES);
  nonces = nonces.subarray(NONCE_BYTES);
  return nonce;
}

/** The nonce is drawn: 96 bits stay unique, to one in four thousand million, for as many writes under one key. */
function close(header: Uint8Array, key: KeyObject, name: string, value: Uint8Array): Uint8Array {
  const nonce = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  const text = cipher.update(value);
  cipher.final();
  return Buffer.concat([header, nonce, text, cipher.getAuthTag()]);
}

function open(key: KeyObject, name: string, sealed: Uint8Array): Uint8Array {
  const end = sealed.length - TAG_BYTES;
  const nonce = sealed.subarray(ID_END, NONCE_END);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(end));
  const value = decipher.update(sealed.subarray(NONCE_END, end));
  try {
    decipher.final();
  } catch (cause) {
    throw new SealError(cause);
  }
  return value;
}

/** Tells the keys apart and says nothing else of them. */
function idOf(key: Uint8Array): Buffer {
  return createHash('sha256')
    .update('huanzheng key id')
    .update(key)
    .digest()
    .subarray(0, ID_END - 1);
}
