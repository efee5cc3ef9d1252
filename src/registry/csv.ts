import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type Encoding, survey } from './csv-survey.ts';
import type { RawRow } from './row.ts';
import { chunksOf, type Limits, type Sheet, type Source } from './source.ts';

const BATCH = 512;

/** Opens delimited text: its bytes are looked through first, so that one that breaks off or hides something is refused before a row is used. */
export async function openCsv(source: Source, limits: Limits): Promise<Sheet> {
  const { encoding, delimiter, rows } = await survey(source, limits);
  return { rows, read: () => batches(source, encoding, delimiter), otherSheets: [], close() {} };
}

async function* batches(source: Source, encoding: Encoding, delimiter: string): AsyncGenerator<RawRow[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
  });
  const failed = new Promise<never>((_, reject) => {
    pipeline(Readable.from(decoded(source, encoding)), parser, error => error && reject(error));
  });
  // Whoever waits for the rows hears of it; without this an early end would count as unheard.
  failed.catch(() => {});
  let line = 0;
  let batch: RawRow[] = [];
  for await (const cells of parser as AsyncIterable<string[]>) {
    line += 1;
    if (cells.every(cell => cell === '')) continue;
    batch.push({ line, cells });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* decoded(source: Source, encoding: Encoding): AsyncGenerator<Uint8Array | string> {
  if (encoding === 'utf-8') return yield* chunksOf(source);
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(source)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
