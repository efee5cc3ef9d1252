import { setImmediate } from 'node:timers/promises';
import { type Field, type Layout, layoutOf } from './columns.ts';
import { type Problem, type RawRow, type Row, readRow, type Strictness, type ToldIn, toldIn } from './row.ts';
import { openSheet } from './sheet.ts';
import { type Limits, RosterRefusedError, type Sheet, type Source } from './source.ts';

/** Rows of a file that were read together. */
export interface Batch {
  rows: readonly Row[];
  /** The problems of each row that does not hold. */
  rejected: readonly Problem[][];
  /** Whose rows those are, one for one. */
  told: readonly ToldIn[];
  /** The last row read so far, and how many there are. */
  line: number;
  of: number;
}

export interface RosterFile {
  layout: Layout & Pick<Sheet, 'otherSheets'>;
  batches: AsyncIterable<Batch>;
}

export interface Reading {
  required: readonly Field[];
  strictness: Strictness;
  today: string;
  limits: Limits;
}

/** Rows that are read, merged and written together: few of a file in memory, which a running server was sent, so that nobody waits for it. */
const batchOf = (source: Source): number => ('bytes' in source ? 128 : 1_024);

/** Hands a file's rows to `use`, which gets its columns first; the file is closed whatever happens. */
export async function readRoster<T>(
  source: Source,
  reading: Reading,
  use: (file: RosterFile) => Promise<T>,
): Promise<T> {
  const sheet = await openSheet(source, reading.limits);
  try {
    const rows = sheet.read()[Symbol.asyncIterator]();
    const first = await rows.next();
    if (first.done === true) throw new RosterRefusedError('empty');
    const [headers, ...rest] = first.value as [RawRow, ...RawRow[]];
    const layout = layoutOrRefusal([headers, ...rest], reading.required);
    return await use({
      layout: { ...layout, otherSheets: sheet.otherSheets },
      batches: batchesOf(rest, rows, { layout, reading, of: sheet.rows, most: batchOf(source) }),
    });
  } finally {
    sheet.close();
  }
}

async function* batchesOf(
  first: RawRow[],
  rows: AsyncIterator<RawRow[]>,
  { layout, reading, of, most }: { layout: Layout; reading: Reading; of: number; most: number },
): AsyncGenerator<Batch> {
  let batch = first;
  try {
    for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
      batch = batch.concat(next.value);
      if (batch.length < most) continue;
      yield judged(batch, layout, reading, of);
      batch = [];
      // A file in memory never waits for a disk: others get their turn here.
      await setImmediate();
    }
    if (batch.length > 0) yield judged(batch, layout, reading, of);
  } finally {
    await rows.return?.();
  }
}

function judged(batch: readonly RawRow[], layout: Layout, { today, strictness }: Reading, of: number): Batch {
  const read = batch.map(raw => readRow(raw, layout, today, strictness));
  return {
    rows: read.filter((row): row is Row => !Array.isArray(row)),
    rejected: read.filter((row): row is Problem[] => Array.isArray(row)),
    told: batch.filter((_, index) => Array.isArray(read[index])).map(raw => toldIn(raw, layout)),
    line: batch.at(-1)!.line,
    of,
  };
}

/** Titles above the headers are usual: so far down they are looked for, to say where they stand. */
const MOST_TITLES = 20;

function layoutOrRefusal(rows: readonly RawRow[], required: readonly Field[]): Layout {
  const layout = layoutOf(rows[0]!.cells, required);
  if ('missing' in layout) {
    const below = rows.slice(1, MOST_TITLES).find(({ cells }) => !('missing' in layoutOf(cells, required)));
    throw below === undefined
      ? new RosterRefusedError('missing-columns', { fields: layout.missing.join(' ') })
      : new RosterRefusedError('headers-below', { row: below.line });
  }
  if ('twice' in layout) throw new RosterRefusedError('column-twice', { fields: layout.twice });
  return layout;
}
