import { isUtf8 } from 'node:buffer';
import { chunksOf, headOf, type Limits, RosterRefusedError, type Source } from './source.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const NUL = 0x00;
const HEAD_BYTES = 64 * 1024;
const DELIMITERS = [',', '\t', ';'];

/** What the bytes of a CSV file say of it: one pass over them, which also finds what would only come to light in the middle of an import. */
export async function survey(
  source: Source,
  limits: Limits,
): Promise<{ encoding: Encoding; delimiter: string; rows: number }> {
  const encoding = await encodingOf(source);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(await headOf(source, HEAD_BYTES)));
  const shape = new Shape(delimiter.charCodeAt(0), limits);
  for await (const chunk of plainBytes(source, encoding)) shape.take(chunk);
  return { encoding, delimiter, rows: shape.end() };
}

async function encodingOf(source: Source): Promise<Encoding> {
  const [first, second] = await headOf(source, 2);
  if (first === 0xff && second === 0xfe) return decodes(source, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decodes(source, 'utf-16be');
  return (await isAllUtf8(source)) ? 'utf-8' : decodes(source, 'gb18030');
}

async function decodes(source: Source, encoding: Encoding): Promise<Encoding> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunksOf(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new RosterRefusedError('encoding');
    throw error;
  }
  return encoding;
}

async function isAllUtf8(source: Source): Promise<boolean> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of chunksOf(source)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeCharacters(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = bytes.subarray(whole);
  }
  return rest.length === 0;
}

/** Where the last character begins that the bytes may have only a part of. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function delimiterOf(head: string): string {
  const headers = head.split(/[\r\n]/, 1)[0]!;
  const counts = DELIMITERS.map(delimiter => headers.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** UTF-16 would hide quotes and line ends from a look at bytes; in UTF-8 and GB18030 they are never part of another character. */
async function* plainBytes(source: Source, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8' || encoding === 'gb18030') return yield* chunksOf(source);
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(source)) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}

/** The shape of the rows, byte by byte: the same rules for quotes as the parser's. */
class Shape {
  readonly #delimiter: number;
  readonly #limits: Limits;
  #rows = 1;
  #columns = 1;
  #cell = 0;
  #afterCr = false;
  #quoted = false;
  #wasQuoted = false;
  /** The row on which the quote was opened that is open now. */
  #openedOn = 0;

  constructor(delimiter: number, limits: Limits) {
    this.#delimiter = delimiter;
    this.#limits = limits;
  }

  take(chunk: Uint8Array): void {
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index]!;
      if (byte === QUOTE) this.#quote();
      else if (this.#quoted) this.#cell += 1;
      else if (byte === this.#delimiter) this.#nextCell();
      else if (byte === CR || (byte === LF && !this.#afterCr)) this.#nextRow();
      else if (byte === NUL) throw new RosterRefusedError('not-text');
      else if (byte !== LF) this.#cell += 1;
      this.#afterCr = byte === CR;
      // Bytes, up to four a character: what is longer than that is too long in any encoding.
      if (this.#cell > this.#limits.cell * 4)
        throw new RosterRefusedError('too-long-cell', { row: this.#quoted ? this.#openedOn : this.#rows });
    }
  }

  end(): number {
    if (this.#quoted) throw new RosterRefusedError('unclosed-quote', { row: this.#openedOn });
    return this.#rows;
  }

  /** A doubled quote inside a quoted cell closes and opens it again. */
  #quote(): void {
    const withinPlain = !this.#quoted && this.#cell > 0 && !this.#wasQuoted;
    if (withinPlain) return;
    this.#quoted = !this.#quoted;
    this.#wasQuoted = true;
    if (this.#quoted) this.#openedOn = this.#rows;
  }

  #nextCell(): void {
    this.#columns += 1;
    this.#cell = 0;
    this.#wasQuoted = false;
    if (this.#columns > this.#limits.columns)
      throw new RosterRefusedError('too-many-columns', { row: this.#rows, limit: this.#limits.columns });
  }

  #nextRow(): void {
    this.#rows += 1;
    this.#columns = 1;
    this.#cell = 0;
    this.#wasQuoted = false;
    if (this.#rows > this.#limits.rows) throw new RosterRefusedError('too-many-rows', { limit: this.#limits.rows });
  }
}
