import { REQUIRED } from './columns.ts';
import type { ImportContext, ImportOptions } from './import.ts';
import { isSameRecord, type Person, type Signed } from './person.ts';
import type { Row } from './row.ts';
import { readRoster } from './rows.ts';
import { FILE_LIMITS, type Source } from './source.ts';

/** What a withdrawal did. `withdrawn + unknown + rejected` is `rows`. */
export interface WithdrawSummary {
  rows: number;
  /** Records that count no longer, from now on or since an earlier run; with `undo`, those that count again. */
  withdrawn: number;
  /** Of these, how many stood so before. */
  already: number;
  /** Rows whose record is not on the roster. */
  unknown: number;
  rejected: number;
  unknownColumns: readonly string[];
  otherSheets: readonly string[];
}

export interface WithdrawOptions extends ImportOptions {
  /** Gives back what was withdrawn. */
  undo?: boolean;
}

/** Marks the record of each row as withdrawn, whatever hours the row names: the record is known by its year, institution and day. */
export async function withdrawRows(
  source: Source,
  { people, now, today }: ImportContext,
  options: WithdrawOptions,
): Promise<WithdrawSummary> {
  const { limits = FILE_LIMITS, onProgress, onRejected, dryRun, who, undo = false } = options;
  const signed: Signed = { at: now, who };
  const counts = { rows: 0, withdrawn: 0, already: 0, unknown: 0, rejected: 0 };
  return readRoster(
    source,
    { required: REQUIRED, strictness: 'roster', today, limits },
    async ({ layout, batches }) => {
      for await (const { rows, rejected, line, of } of batches) {
        for (const problems of rejected) await onRejected?.(problems);
        for (const row of rows) {
          const found = await people.find(row.idNumber);
          const record = found === undefined ? undefined : recordIn(found.person, row);
          if (found === undefined || record === undefined) {
            counts.unknown += 1;
            await onRejected?.([{ line: row.line, path: '', column: '', reason: 'no-such-record' }]);
            continue;
          }
          counts.withdrawn += 1;
          if ((record.withdrawn === undefined) === undo) counts.already += 1;
          else if (dryRun !== true)
            await people.change(found.key, person => (undo ? withAgain(person, row) : without(person, row, signed)));
        }
        counts.rows += rows.length + rejected.length;
        counts.rejected += rejected.length;
        onProgress?.(line, of);
      }
      return { ...counts, unknownColumns: layout.unknown, otherSheets: layout.otherSheets };
    },
  );
}

function recordIn({ certificates }: Person, { certificate, record }: Row) {
  const held = certificates.find(({ no }) => no === certificate.no);
  return record === null ? undefined : held?.records.find(one => isSameRecord(one, record));
}

function without(person: Person, row: Row, signed: Signed): Person {
  const target = recordIn(person, row);
  if (target !== undefined) target.withdrawn ??= signed;
  return person;
}

function withAgain(person: Person, row: Row): Person {
  const target = recordIn(person, row);
  if (target !== undefined) delete target.withdrawn;
  return person;
}
