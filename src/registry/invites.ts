import { createHmac, randomBytes } from 'node:crypto';
import type { DataKeys } from '../store/keys.ts';
import { NOTHING, type Store } from '../store/port.ts';

const INVITES = 'invite:';
/** Without I, L, O and U, which are misread for others; five bits a letter. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 16;
const USED = new Uint8Array();

/** One-time codes that the roster's owner hands to people; the store holds no code, only its keyed hash. */
export class Invites {
  readonly #store: Store;
  readonly #keys: DataKeys;

  constructor(store: Store, keys: DataKeys) {
    this.#store = store;
    this.#keys = keys;
  }

  /** Makes a code for each person key, `XXXX-XXXX-XXXX-XXXX` with 80 random bits. */
  async issue(people: readonly string[], lifetimeMs: number): Promise<string[]> {
    const codes = people.map(() => newCode());
    await this.#store.writeAll(
      codes.map((code, index) => ({
        key: nameOf(code, this.#keys.derive('invite')[0]!),
        value: Buffer.from(people[index]!),
        expected: NOTHING,
        options: { expiresInMs: lifetimeMs },
      })),
    );
    return codes.map(code => code.match(/.{4}/g)!.join('-'));
  }

  /** The person key behind a code, once: of two who come at the same time one gets it. */
  async redeem(typed: string): Promise<string | undefined> {
    const code = plainCode(typed);
    for (const key of this.#keys.derive('invite')) {
      const name = nameOf(code, key);
      const entry = await this.#store.read(name);
      if (entry === undefined || entry.value.length === 0) continue;
      const written = await this.#store.write(name, USED, entry.version);
      if (!written.ok) continue;
      await this.#store.remove(name);
      return Buffer.from(entry.value).toString();
    }
    return undefined;
  }
}

function nameOf(code: string, key: Uint8Array): string {
  return INVITES + createHmac('sha256', key).update(`invite ${code}`).digest('base64url').slice(0, 32);
}

function newCode(): string {
  return Array.from(randomBytes(CODE_LETTERS), byte => LETTERS[byte % LETTERS.length]).join('');
}

/** As people copy it by hand: spaces, dashes, small and full-width letters, O for 0. */
function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
