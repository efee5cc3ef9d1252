import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const MAC_BYTES = 16;
const TOKEN_SHAPE = /^[\w-]{43}$/;

/** Chat tokens that nobody can guess and that are known for forged without asking a store. */
export interface ChatTokens {
  /** A new token and the name of its chat; the name, which may be stored and logged, does not give the token away. */
  issue(): { token: string; chat: string };
  /** The chat that a token opens; undefined when it was not issued under one of the keys, letter by letter. */
  chatOf(token: string): string | undefined;
}

/** A token is 128 random bits and the first 128 bits of their HMAC-SHA256, in base64url. The first key signs, all are accepted. */
export function chatTokens(keys: readonly Uint8Array[]): ChatTokens {
  const [signing] = keys;
  if (signing === undefined || keys.some(key => key.length < 32))
    throw new RangeError('a token key has at least 32 bytes');
  return {
    issue() {
      const id = randomBytes(ID_BYTES);
      return { token: tokenOf(id, signing), chat: chatNamed(id) };
    },
    chatOf(token) {
      if (!TOKEN_SHAPE.test(token)) return undefined;
      const id = Buffer.from(token, 'base64url').subarray(0, ID_BYTES);
      // Comparing the texts, not the bytes: base64url can spell the same bytes in several ways.
      const issued = keys.filter(key => timingSafeEqual(Buffer.from(tokenOf(id, key)), Buffer.from(token)));
      return issued.length > 0 ? chatNamed(id) : undefined;
    },
  };
}

function tokenOf(id: Uint8Array, key: Uint8Array): string {
  const mac = createHmac('sha256', key).update('huanzheng web chat 1\0').update(id).digest().subarray(0, MAC_BYTES);
  return Buffer.concat([id, mac]).toString('base64url');
}

function chatNamed(id: Uint8Array): string {
  return `web:${Buffer.from(id).toString('base64url')}`;
}
