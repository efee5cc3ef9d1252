import { createHmac, randomInt } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { bytesOf, parse } from '../store/entries.ts';
import type { DataKeys } from '../store/keys.ts';
import { NOTHING, type Store } from '../store/port.ts';
import { RETENTION_MS } from '../store/retention.ts';
import { cue } from './per-text.ts';

/** Codes that carry a conversation to another chat: short-lived, good for one chat, known to the store by a keyed hash alone. */
export interface CarryCodes {
  /** A code for what is carried; undefined when this chat has asked for too many. */
  give(asker: { chat: string }, carried: unknown): Promise<string | undefined>;
  /**
   * What a code carries, for the first doing that asks; the same `once` again gets it again, as after a crash. Undefined when there is no such
   * code, it is used or over, or too many were tried: nobody learns which.
   */
  take(asker: { chat: string; from?: string | undefined; once: string }, code: string): Promise<unknown>;
}

export const CARRY_MINUTES = RETENTION_MS.carry / 60_000;
/** No vowels, so that no word is a code; no letter that is misread for another. */
const LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
const CODE_LETTERS = 8;
const TRIES = { duration: 600 };
const KIND = 'carry:';

interface Kept {
  carried: unknown;
  usedBy: string | null;
}

export function createCarryCodes({ store, keys }: { store: Store; keys: DataKeys }): CarryCodes {
  // Derived at every use, and with what invites use: a code outlives a rotation that comes meanwhile, as theirs do.
  const hashKeys = () => keys.derive('invite');
  const limits = {
    given: new RateLimiterMemory({ ...TRIES, points: 6 }),
    chat: new RateLimiterMemory({ ...TRIES, points: 6 }),
    address: new RateLimiterMemory({ ...TRIES, points: 60 }),
  };
  const nameOf = (code: string, key: Uint8Array): string =>
    KIND + createHmac('sha256', key).update(`carry ${code}`).digest('base64url').slice(0, 32);

  async function redeem(name: string, once: string): Promise<Kept | undefined> {
    const entry = await store.read(name);
    if (entry === undefined) return undefined;
    const kept = parse<Kept>(entry.value);
    if (kept.usedBy !== null) return kept.usedBy === once ? kept : undefined;
    const written = await store.write(name, bytesOf({ ...kept, usedBy: once }), entry.version, {
      expiresInMs: RETENTION_MS.carry,
    });
    return written.ok ? kept : undefined;
  }

  return {
    async give({ chat }, carried) {
      if (!(await allows(limits.given, chat))) return undefined;
      const code = Array.from({ length: CODE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      const kept: Kept = { carried, usedBy: null };
      const options = { expiresInMs: RETENTION_MS.carry };
      const written = await store.write(nameOf(code, hashKeys()[0]!), bytesOf(kept), NOTHING, options);
      return written.ok ? code : undefined;
    },
    async take({ chat, from, once }, code) {
      if (!(await allows(limits.chat, chat))) return undefined;
      if (from !== undefined && !(await allows(limits.address, from))) return undefined;
      for (const key of hashKeys()) {
        const kept = await redeem(nameOf(code, key), once);
        if (kept !== undefined) return kept.carried;
      }
      return undefined;
    },
  };
}

/** The code that a text is, however it was copied; undefined when it is none. */
export function carryCodeIn(text: string): string | undefined {
  if (!LATIN.test(text)) return undefined;
  const [, first, second] = CODE.exec(text.normalize('NFKC').trim().toUpperCase()) ?? [];
  return first === undefined ? undefined : `${first}${second}`;
}

/** Without four letters in a row, in any width, a message holds no code; most hold none. */
const LATIN = cue(/[a-zａ-ｚ]{4}/i);

const CODE = new RegExp(`^(?:代码|CODE)?\\s*[:：]?\\s*([${LETTERS}]{4})[-‐–—\\s]?([${LETTERS}]{4})[.。]?$`);

function allows(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
