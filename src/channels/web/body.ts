import type { Context } from 'hono';
import type { Message } from '../../dialogue/index.ts';
import type { Locale } from '../../locale/index.ts';
import { localeNamed, type Refusal, type WebEnv } from './refusal.ts';

/** How long a message may be, in code points. */
export const MAX_CHARACTERS = 4_000;
/** 4,000 characters outside the basic plane, each escaped as two `\uXXXX`, and room for the rest. */
const MAX_BYTES = 64 * 1024;
const MAX_ID = 200;

/** The outcome of reading something that somebody else wrote. */
export type Read<T> = { value: T } | { refusal: Refusal };

type Fields = Readonly<Record<string, unknown>>;

const NOTHING_VISIBLE = /^[\s\p{Z}\p{Cc}\p{Cf}]*$/u;

/** The body as a JSON object; keys nobody knows are left alone. An absent body is an empty object. */
export async function readFields(c: Context<WebEnv>): Promise<Read<Fields>> {
  const body = await readBytes(c.req.raw, MAX_BYTES);
  if ('refusal' in body) return body;
  if (body.value.length === 0) return { value: {} };
  if (!isJson(c.req.header('content-type'))) return refused(415, 'web-error-not-json-type');
  const parsed = parse(body.value);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refused(400, 'web-error-not-json');
  return { value: parsed as Fields };
}

/** The language of a new chat; undefined when none is asked for. */
export function readLocale(fields: Fields): Read<Locale | undefined> {
  if (fields.locale === undefined) return { value: undefined };
  const locale = localeNamed(fields.locale);
  return locale ? { value: locale } : refused(400, 'web-error-locale');
}

/** A message: exactly one of `text` and `choice`, and the client's own id if it has one. */
export function readMessage(fields: Fields): Read<{ message: Message; id?: string }> {
  const { text, choice, id } = fields;
  if ((text === undefined) === (choice === undefined)) return refused(400, 'web-error-text-or-choice');
  if (id !== undefined && !isClientId(id)) return refused(400, 'web-error-id', { limit: MAX_ID });
  const said = text ?? choice;
  if (typeof said !== 'string') return refused(400, 'web-error-not-a-string');
  if (NOTHING_VISIBLE.test(said)) return refused(400, 'web-error-empty');
  if (isTooLong(said)) return refused(413, 'web-error-too-long', { limit: MAX_CHARACTERS });
  const message: Message = text === undefined ? { kind: 'choice', id: said } : { kind: 'text', text: wellFormed(said) };
  return { value: id === undefined ? { message } : { message, id } };
}

function refused(status: Refusal['status'], says: string, args?: Refusal['args']): { refusal: Refusal } {
  return { refusal: args ? { status, says, args } : { status, says } };
}

function isClientId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= MAX_ID;
}

/** Half a surrogate pair cannot be stored as UTF-8: it becomes U+FFFD here and not somewhere later. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function isTooLong(text: string): boolean {
  return text.length > MAX_CHARACTERS && [...text].length > MAX_CHARACTERS;
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** The whole body, unless it is longer than the limit or breaks off. */
export async function readBytes(
  request: Request,
  limit: number,
  length = request.headers.get('content-length'),
): Promise<Read<Uint8Array<ArrayBuffer>>> {
  const tooLong = refused(413, 'web-error-too-long', { limit: MAX_CHARACTERS });
  if (Number(length) > limit) return tooLong;
  try {
    // No more than it says can come over a socket, and in one piece it costs a fraction.
    if (length !== null) {
      const whole = new Uint8Array(await request.arrayBuffer());
      return whole.length > limit ? tooLong : { value: whole };
    }
    return await readPieces(request, limit, tooLong);
  } catch {
    return refused(400, 'web-error-request');
  }
}

async function readPieces(
  request: Request,
  limit: number,
  tooLong: { refusal: Refusal },
): Promise<Read<Uint8Array<ArrayBuffer>>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) return tooLong;
  }
  return { value: new Uint8Array(Buffer.concat(chunks)) };
}
