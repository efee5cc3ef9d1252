import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Args, LOCALES, type Locale, type Words } from '../../locale/index.ts';
import type { Refused } from './wire.ts';

/** What every handler finds in its context: the socket (none when the handler is called directly), the reader's language, the client's address. */
export interface WebEnv {
  Bindings: { incoming?: IncomingMessage };
  Variables: { words: Words; address: string; reference: string };
}

/** Why a request is not served, as the id of a text in `web.ftl`. */
export interface Refusal {
  status: ContentfulStatusCode;
  says: string;
  args?: Args;
  headers?: Record<string, string>;
}

/** The answer to a request that is not served: one sentence in the reader's language. */
export function refuse(c: Context<WebEnv>, { status, says, args, headers }: Refusal): Response {
  const body: Refused = { error: { message: c.get('words').say(says, args) } };
  return c.json(body, status, headers);
}

/** The best language that is there for an `Accept-Language` header; any Chinese is Chinese. */
export function preferredLocale(header: string | undefined, fallback: Locale): Locale {
  const wanted = parseAccept(header ?? '').filter(({ q }) => q > 0);
  for (const { type } of wanted) {
    const found = LOCALES.find(locale => languageOf(locale) === languageOf(type));
    if (found) return found;
  }
  return fallback;
}

/** The locale of that very name. */
export function localeNamed(name: unknown): Locale | undefined {
  return LOCALES.find(locale => locale === name);
}

function languageOf(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}
