import type { IncomingMessage } from 'node:http';

/** A file that came with a call. */
export class Upload {
  readonly name: string;
  readonly content: string;
  readonly #bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.content = bytes.toString();
    this.#bytes = bytes;
  }

  get bytes(): Buffer {
    return this.#bytes;
  }
}

/** The parameters of a call as JSON would have brought them; undefined when the body is not what its type says. */
export async function readParameters(
  request: IncomingMessage,
  typesOf: (field: string) => readonly string[],
): Promise<Record<string, unknown> | undefined> {
  const body = await readAll(request);
  const type = request.headers['content-type'] ?? '';
  try {
    if (type.startsWith('application/json')) return JSON.parse(body.toString() || '{}');
    return fromForm(readForm(request, type, body), typesOf);
  } catch {
    return undefined;
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function readForm(request: IncomingMessage, type: string, body: Buffer): Map<string, string | Upload> {
  const form = new Map<string, string | Upload>(new URL(request.url ?? '', 'http://localhost').searchParams);
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1];
  const fields =
    boundary === undefined ? new URLSearchParams(body.toString()) : readParts(body.toString('latin1'), boundary);
  for (const [name, value] of fields) form.set(name, value);
  return form;
}

/** Multipart as Telegram takes it, a byte to a letter: header names in any case, a file's name with or without quotes (the platform's own parser insists on them). */
function* readParts(body: string, boundary: string): Generator<[string, string | Upload]> {
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n');
    const disposition = /^content-disposition:.*$/im.exec(part.slice(0, end))?.[0] ?? '';
    const name = /[; ]name="([^"]*)"/i.exec(disposition)?.[1];
    if (name === undefined) throw new Error('a part without a name');
    const file = /filename="?([^"\r\n]*)/i.exec(disposition)?.[1];
    const bytes = Buffer.from(part.slice(end + 4).replace(/\r\n$/, ''), 'latin1');
    yield [name, file === undefined ? bytes.toString() : new Upload(Buffer.from(file, 'latin1').toString(), bytes)];
  }
}

/** A form knows strings only: each is read as the type that the API gives the field, and `attach://` becomes the file it points at. */
function fromForm(
  form: Map<string, string | Upload>,
  typesOf: (field: string) => readonly string[],
): Record<string, unknown> {
  const attached = new Set<string>();
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && value.startsWith('attach://')) {
      attached.add(value.slice('attach://'.length));
      parameters[name] = form.get(value.slice('attach://'.length)) ?? value;
    } else parameters[name] = typeof value === 'string' ? fromString(value, typesOf(name)) : value;
  }
  for (const name of attached) delete parameters[name];
  return parameters;
}

function fromString(value: string, types: readonly string[]): unknown {
  if (types.includes('Integer') && /^-?\d+$/.test(value)) return Number(value);
  if (types.includes('Boolean') && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return types.length === 0 || types.includes('String') ? value : JSON.parse(value);
}
