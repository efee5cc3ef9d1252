import { brotliCompressSync, constants } from 'node:zlib';

/** The bytes of a model file, as `readModel` takes them. */
export function packModel(
  weights: Float32Array,
  options: { topics: readonly string[]; bits: number; temperature: number; least: number },
): Buffer {
  const classes = options.topics.length;
  let top = 0;
  for (const weight of weights) top = Math.max(top, Math.abs(weight));
  const scale = Math.fround(top / 127);
  const kept: number[] = [];
  for (let row = 0; row < 1 << options.bits; row++)
    if (weights.subarray(row * classes, (row + 1) * classes).some(weight => Math.abs(weight) > options.least))
      kept.push(row);
  const header = JSON.stringify({
    topics: options.topics,
    scale,
    temperature: options.temperature,
    bits: options.bits,
    rows: kept.length,
  });
  const index = Buffer.alloc(kept.length * 2);
  kept.forEach((row, line) => {
    index.writeUInt16LE(row - (kept[line - 1] ?? -1), line * 2);
  });
  const body = new Int8Array(kept.length * classes);
  kept.forEach((row, line) => {
    for (let c = 0; c < classes; c++) body[line * classes + c] = Math.round(weights[row * classes + c]! / scale);
  });
  return brotliCompressSync(Buffer.concat([Buffer.from(`${header}\n`), index, Buffer.from(body.buffer)]), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}
