import { isUtf8 } from 'node:buffer';

const LF = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A line of input: its text, or why it has none. */
export type Line = { text: string } | { fault: 'not UTF-8' | 'too long' };

/**
 * Cuts bytes into lines, chunk by chunk: every LF ends a line and nothing else does, a byte order mark at the very start is no part of the
 * first, and the last line may lack its LF. A line of more than `limit` bytes is a fault; no more of it than that is kept in memory.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line[]> {
  const open = new OpenLine(limit);
  for await (const chunk of withoutMark(input)) {
    const end = chunk.lastIndexOf(LF);
    if (end < 0) {
      open.extend(chunk);
      continue;
    }
    const first = open.isEmpty ? -1 : chunk.indexOf(LF);
    const lines: Line[] = [];
    if (first >= 0) {
      open.extend(chunk.subarray(0, first));
      lines.push(open.close());
    }
    if (first < end || first < 0) lines.push(...wholeLines(chunk.subarray(first + 1, end), limit));
    open.extend(chunk.subarray(end + 1));
    yield lines;
  }
  if (!open.isEmpty) yield [open.close()];
}

/** The line whose end has not come yet, in the pieces in which it came, so that a long one is not copied again and again. */
class OpenLine {
  readonly #limit: number;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  extend(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  close(): Line {
    const line = this.#length > this.#limit ? ({ fault: 'too long' } as const) : lineOf(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#length = 0;
    return line;
  }
}

/** The lines of a stretch without its last LF: decoded in one go when all of it is UTF-8, else line by line to tell the bad ones apart. */
function wholeLines(bytes: Buffer, limit: number): Line[] {
  if (bytes.length <= limit && isUtf8(bytes))
    return bytes
      .toString('utf8')
      .split('\n')
      .map(text => ({ text }));
  const lines: Line[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(LF, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    lines.push(line.length > limit ? { fault: 'too long' } : lineOf(line));
    start += line.length + 1;
  }
  return lines;
}

function lineOf(bytes: Buffer): Line {
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { fault: 'not UTF-8' };
}

/** The same bytes without a byte order mark at the very start, in however many chunks it came. */
async function* withoutMark(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of input) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < BYTE_ORDER_MARK.length && BYTE_ORDER_MARK.subarray(0, start.length).equals(start)) continue;
    yield start.subarray(0, 3).equals(BYTE_ORDER_MARK) ? start.subarray(3) : start;
    start = undefined;
  }
  if (start !== undefined && start.length > 0) yield start;
}
