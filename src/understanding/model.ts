import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { ConceptTable } from './concepts.ts';

/** The trained weights: for each feature row a small whole number per topic, and what to multiply the row by. */
export interface Model {
  topics: readonly string[];
  /** What a score is multiplied by before it becomes a probability: set so that 「80 %」 is right eight times in ten. */
  sharpness: number;
  /** The line of a feature row in the table below; line 0 is that of rows never met. */
  lineOf(row: number): number;
  /** By line, a mark and then the weights, two a byte (see `weightIn`). As small as can be: what misses the processor's cache costs most. */
  table: Uint8Array;
  /** Bytes of a line. */
  stride: number;
  /** What to multiply a line's weights by, by the upper seven bits of its mark; the lowest says whether the word is one of ours. */
  sizes: Float64Array;
  /** The words whose meaning was known in training. */
  concepts: ConceptTable;
}

/** Changes whenever the bytes or the features do: a program must not read another's model as its own. */
export const MODEL_FORMAT = 1;

/** The first line of a model file, in JSON. */
export interface ModelHeader {
  format: typeof MODEL_FORMAT;
  topics: readonly string[];
  sharpness: number;
  /** Number of feature rows, as a power of two. */
  bits: number;
  /** Number of rows that have weights. */
  rows: number;
  /** The largest weight of all. */
  top: number;
  /** The names of the concepts, and how many words they have. */
  concepts: readonly string[];
  words: number;
}

/** Weights are kept as -7 … 7, with 8 added; a line's largest is `top` times SHRINK, as often as its mark says (eight times halve it). */
export const LEVELS = 7;
export const SHRINK = 0.9170040432046712;

/** The weight of a topic in a line. */
export function weightIn({ table, stride, sizes }: Model, line: number, topic: number): number {
  const at = line * stride;
  const both = table[at + 1 + (topic >> 1)]!;
  return sizes[table[at]! >> 1]! * (((topic & 1) === 0 ? both & 15 : both >> 4) - 8);
}

/** Whether phrases about our subject use the word of a line. */
export function isHomeLine({ table, stride }: Model, line: number): boolean {
  return (table[line * stride]! & 1) === 1;
}

/**
 * Reads a model file: brotli over the header line, then for every row with weights the distance from the row before (16 bits); for
 * every row its mark (how often to shrink, 7 bits, and whether it is a word of ours, 1 bit) and its weights (4 bits a topic, low half
 * first); then the words of the concepts: their hashes (32 bits), their concepts (16 bits).
 */
export function readModel(file: URL): Model {
  return unpackModel(readFileSync(file));
}

/** The same from the bytes of a model file. */
export function unpackModel(packed: Uint8Array): Model {
  const bytes = brotliDecompressSync(packed);
  const end = bytes.indexOf('\n');
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as ModelHeader;
  if (header.format !== MODEL_FORMAT)
    throw new Error('a file of model/ belongs to another version of the program: run npm run train');
  const { rows, topics, bits, top, sharpness } = header;
  const stride = 1 + Math.ceil(topics.length / 2);
  const lines = end + 1 + 2 * rows;
  const words = lines + rows * stride;
  const numbering = createNumbering(bits);
  for (let line = 1, row = -1; line <= rows; line++) {
    row += bytes.readUInt16LE(end + 1 + 2 * (line - 1));
    numbering.add(row, line);
  }
  // Two bytes are read at a time, also at the end.
  const table = new Uint8Array((rows + 1) * stride + 1);
  table.set(bytes.subarray(lines, words), stride);
  const concepts = unpackConcepts(bytes, words, header);
  return { topics, sharpness, lineOf: numbering.lineOf, table, stride, sizes: sizesFrom(top), concepts };
}

function sizesFrom(top: number): Float64Array {
  const sizes = new Float64Array(128).fill(top / LEVELS);
  for (let times = 1; times < 128; times++) sizes[times] = sizes[times - 1]! * SHRINK;
  return sizes;
}

/**
 * Which line a row has: a bit for every row there could be, and for every 32 of them how many lines came before. A table of lines would
 * be sixteen times as large and miss the processor's cache at each of a message's features.
 */
function createNumbering(bits: number): { add(row: number, line: number): void; lineOf(row: number): number } {
  // The bits of 32 rows, and beside them how many lines came before: the two are always wanted together.
  const words = new Int32Array(2 ** (bits - 4));
  return {
    add: (row, line) => {
      const word = (row >>> 5) << 1;
      if (words[word] === 0) words[word + 1] = line - 1;
      words[word]! |= 1 << (row & 31);
    },
    lineOf: row => {
      const word = (row >>> 5) << 1;
      const own = words[word]!;
      const bit = 1 << (row & 31);
      return (own & bit) === 0 ? 0 : words[word + 1]! + countBits(own & (bit - 1)) + 1;
    },
  };
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function unpackConcepts(bytes: Buffer, from: number, { concepts: names, words }: ModelHeader): ConceptTable {
  const hashes = Int32Array.from({ length: words }, (_, at) => bytes.readInt32LE(from + 4 * at));
  const concepts = Uint16Array.from({ length: words }, (_, at) => bytes.readUInt16LE(from + 4 * words + 2 * at));
  return { names, hashes, concepts };
}
