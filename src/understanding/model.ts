import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** The trained weights: for each feature row a small whole number per topic, and what to multiply the row by. */
export interface Model {
  topics: readonly string[];
  /** What a score is multiplied by before it becomes a probability: set so that 「80 %」 is right eight times in ten. */
  sharpness: number;
  /** Row number → line in `weights` and `scales`; line 0 is that of rows never met, and all zero. */
  lines: Uint32Array;
  scales: Float32Array;
  weights: Int8Array;
  /** By line: 1 when phrases about our subject use it. */
  home: Uint8Array;
}

/** The first line of a model file, in JSON. */
export interface ModelHeader {
  topics: readonly string[];
  sharpness: number;
  /** Number of feature rows, as a power of two. */
  bits: number;
  /** Number of rows that have weights. */
  rows: number;
  /** The largest weight; a row's scale is this, halved as often as its exponent says, over 127. */
  top: number;
}

/**
 * Reads a model file: brotli over the header line, then for every row with weights the distance from the row before (16 bits), its
 * exponent (7 bits) with whether it is a word of ours (1 bit), and its weights (8 bits a topic).
 */
export function readModel(file: URL): Model {
  return unpackModel(readFileSync(file));
}

/** The same from the bytes of a model file. */
export function unpackModel(packed: Uint8Array): Model {
  const bytes = brotliDecompressSync(packed);
  const end = bytes.indexOf('\n');
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as ModelHeader;
  const { rows, topics } = header;
  const lines = new Uint32Array(2 ** header.bits);
  const scales = new Float32Array(rows + 1);
  const home = new Uint8Array(rows + 1);
  const exponents = end + 1 + 2 * rows;
  for (let line = 1, row = -1; line <= rows; line++) {
    row += bytes.readUInt16LE(end + 1 + 2 * (line - 1));
    lines[row] = line;
    const byte = bytes[exponents + line - 1]!;
    scales[line] = header.top / 127 / 2 ** (byte >> 1);
    home[line] = byte & 1;
  }
  const weights = new Int8Array((rows + 1) * topics.length);
  weights.set(new Int8Array(bytes.buffer, bytes.byteOffset + exponents + rows, rows * topics.length), topics.length);
  return { topics, sharpness: header.sharpness, lines, scales, weights, home };
}
