import { brotliCompressSync, constants } from 'node:zlib';
import type { ConceptTable } from '../../src/understanding/concepts.ts';
import { LEVELS, MODEL_FORMAT, type ModelHeader, SHRINK } from '../../src/understanding/model.ts';

/** Weights by feature row, one number a topic; rows without an entry have none. */
export type Weights = ReadonlyMap<number, Float32Array>;

/** What training gives: the weights, and which feature rows are words of ours. */
export interface Fitted {
  weights: Weights;
  isHome: (row: number) => boolean;
  concepts: ConceptTable;
}

/** The bytes of a model file, as `unpackModel` takes them. */
export function packModel(
  { weights, isHome, concepts }: Fitted,
  { topics, sharpness, bits }: Pick<ModelHeader, 'topics' | 'sharpness' | 'bits'>,
): Buffer {
  const rows = [...weights.keys()].sort((a, b) => a - b);
  const top = rows.reduce((most, row) => Math.max(most, largest(weights.get(row)!)), 0);
  const header: ModelHeader = {
    format: MODEL_FORMAT,
    topics,
    sharpness,
    bits,
    rows: rows.length,
    top,
    concepts: concepts.names,
    words: concepts.hashes.length,
  };
  const distances = Buffer.alloc(2 * rows.length);
  rows.forEach((row, line) => {
    distances.writeUInt16LE(row - (rows[line - 1] ?? -1), 2 * line);
  });
  const lines = rows.map(row => packLine(weights.get(row)!, top, isHome(row)));
  return compress(
    Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), distances, ...lines, packWords(concepts)]),
  );
}

function packLine(weights: Float32Array, top: number, home: boolean): Uint8Array {
  const { times, size } = shrinkTo(largest(weights), top);
  const level = (c: number): number => Math.round(((weights[c] ?? 0) / size) * LEVELS) + 8;
  const halves = Array.from(
    { length: Math.ceil(weights.length / 2) },
    (_, at) => level(2 * at) | (level(2 * at + 1) << 4),
  );
  return Uint8Array.of(2 * times + (home ? 1 : 0), ...halves);
}

function packWords({ hashes, concepts }: ConceptTable): Buffer {
  const bytes = Buffer.alloc(6 * hashes.length);
  hashes.forEach((hash, at) => {
    bytes.writeInt32LE(hash, 4 * at);
    bytes.writeUInt16LE(concepts[at]!, 4 * hashes.length + 2 * at);
  });
  return bytes;
}

function compress(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

const largest = (weights: Float32Array): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);

/** The smallest of the sizes `top` × SHRINK^times that still holds the row's largest weight. */
function shrinkTo(size: number, top: number): { times: number; size: number } {
  let times = 0;
  let shrunk = top;
  while (times < 127 && shrunk * SHRINK >= size) {
    shrunk *= SHRINK;
    times++;
  }
  return { times, size: shrunk };
}
