import { brotliCompressSync, constants } from 'node:zlib';
import type { ModelHeader } from '../../src/understanding/model.ts';

/** Weights by feature row, one number a topic; rows without an entry have none. */
export type Weights = ReadonlyMap<number, Float32Array>;

/** The bytes of a model file, as `readModel` takes them. */
export function packModel(
  weights: Weights,
  isHome: (row: number) => boolean,
  { topics, sharpness, bits }: Pick<ModelHeader, 'topics' | 'sharpness' | 'bits'>,
): Buffer {
  const rows = [...weights.keys()].sort((a, b) => a - b);
  const top = Math.max(...rows.map(row => largest(weights.get(row)!)));
  const header: ModelHeader = { topics, sharpness, bits, rows: rows.length, top };
  const distances = Buffer.alloc(2 * rows.length);
  const exponents = Buffer.alloc(rows.length);
  const body = Buffer.alloc(rows.length * topics.length);
  rows.forEach((row, line) => {
    const own = weights.get(row)!;
    const exponent = halvings(largest(own), top);
    distances.writeUInt16LE(row - (rows[line - 1] ?? -1), 2 * line);
    exponents[line] = 2 * exponent + (isHome(row) ? 1 : 0);
    own.forEach((weight, c) => {
      body.writeInt8(Math.round((weight / top) * 127 * 2 ** exponent), line * topics.length + c);
    });
  });
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), distances, exponents, body]);
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

const largest = (weights: Float32Array): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);

/** How often `top` can be halved and still hold the row's largest weight; few steps, so that small rows stay small on disk too. */
function halvings(size: number, top: number): number {
  let times = 0;
  while (times < 6 && size * 2 ** (times + 1) <= top) times++;
  return times;
}
