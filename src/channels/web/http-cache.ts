import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** An entity tag for a text. */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Sets the entity tag; true when the reader has that very content already. */
export function isFresh(c: Context, tag: string): boolean {
  c.header('ETag', tag);
  return c.req.header('If-None-Match') === tag;
}
