import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** The trained weights as they lie in `model/`: for each feature row a small whole number per topic. */
export interface Model {
  topics: readonly string[];
  /** Scores are weight sums times `scale`, then softmax at `temperature`. */
  scale: number;
  temperature: number;
  /** Row number → 1-based line in `weights`, 0 for a row never seen. */
  index: Uint32Array;
  weights: Int8Array;
}

interface Header {
  topics: string[];
  scale: number;
  temperature: number;
  bits: number;
  rows: number;
}

/** Unpacks a model file: a line of JSON, the row numbers, the weights; all of it brotli. */
export function readModel(file: URL): Model {
  const bytes = brotliDecompressSync(readFileSync(file));
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.subarray(0, end).toString('utf8')) as Header;
  const index = new Uint32Array(1 << header.bits);
  let at = end + 1;
  for (let line = 1, row = -1; line <= header.rows; line++) {
    row += bytes.readUInt16LE(at);
    at += 2;
    index[row] = line;
  }
  const weights = new Int8Array((header.rows + 1) * header.topics.length);
  weights.set(
    new Int8Array(bytes.buffer, bytes.byteOffset + at, header.rows * header.topics.length),
    header.topics.length,
  );
  return { ...header, index, weights };
}
