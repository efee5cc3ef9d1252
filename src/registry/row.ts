import {
  plainCell,
  type ReadCell,
  readCode,
  readDay,
  readDayOrYear,
  readHours,
  readKind,
  readPassed,
  readYear,
  readYesNo,
} from './cells.ts';
import type { Field, Layout } from './columns.ts';
import { type IdNumberFault, idNumberFault, plainIdNumber } from './id-number.ts';
import { plainName, plainNumber } from './names.ts';
import type { Certificate, TrainingRecord } from './person.ts';

/** What can be wrong with a cell; each is a text `roster-problem-<reason>` that says how to mend it and repeats nothing of the cell. */
export type Reason =
  | IdNumberFault
  | 'required'
  | 'too-long'
  | 'not-a-name'
  | 'kind'
  | 'date'
  | 'date-or-year'
  | 'yes-no'
  | 'passed'
  | 'year'
  | 'hours'
  | 'more-than-hours'
  | 'record-incomplete'
  | 'record-twice'
  | 'no-such-record'
  | 'passed-without-record'
  | 'cells-missing'
  | 'cells-too-many';

export interface Problem {
  /** The row of the file, as a spreadsheet numbers it: the headers are row 1. */
  line: number;
  /** The column's English name, whatever the file calls it. */
  path: Field | '';
  /** The header as the file has it. */
  column: string;
  reason: Reason;
}

/** One row that holds: a person, a certificate, and at most one training record. */
export interface Row {
  line: number;
  idNumber: string;
  name: string;
  employer: string | null;
  certificate: Omit<Certificate, 'records'>;
  record: TrainingRecord | null;
}

export interface RawRow {
  line: number;
  cells: readonly string[];
}

const LONGEST_CELL = 500;
/** What a failed formula leaves behind (#N/A), cells that slipped by a column, and the notes and sums under a table. */
const NO_NAME = /^[#\d=]|[:：。；;！!？?]|^(?:合计|总计|小计|共计|备注|说明|制表人?|填表人?|审核人?|total|note)$/i;
const RECORD = ['year', 'hours', 'professional_hours'] as const;

/** Whose row it is, as far as it can be read. */
export interface ToldIn {
  name: string;
  employer: string | null;
  no: string;
}

/** Read from a row that does not hold, for whoever has to find it again. */
export function toldIn({ cells }: RawRow, { at }: Layout): ToldIn {
  const cell = (field: Field) => plainCell(cells[at[field] ?? -1] ?? '').slice(0, LONGEST_CELL);
  return { name: cell('name'), employer: cell('employer') || null, no: cell('certificate_no') };
}

/** What a row must hold: a roster's row the person's number and the certificate's; an employer's own list only a name. */
export type Strictness = 'roster' | 'check';

/** Reads one row; either it holds as a whole, or every problem in it is named and nothing of it is used. */
export function readRow(
  raw: RawRow,
  layout: Layout,
  today: string,
  strictness: Strictness = 'roster',
): Row | Problem[] {
  const reader = new RowReader(raw, layout);
  const row = reader.row(today, strictness === 'roster');
  return reader.problems.length > 0 ? reader.problems : row;
}

class RowReader {
  readonly problems: Problem[] = [];
  readonly #raw: RawRow;
  readonly #layout: Layout;

  constructor(raw: RawRow, layout: Layout) {
    this.#raw = raw;
    this.#layout = layout;
    if (raw.cells.length > layout.width && raw.cells.slice(layout.width).some(cell => cell.trim() !== ''))
      this.#refuse('', 'cells-too-many');
    if (raw.cells.length < layout.width) this.#refuse('', 'cells-missing');
  }

  row(today: string, complete: boolean): Row {
    const name = this.#name();
    const idNumber = this.#idNumber(today, complete);
    const no = this.#text('certificate_no', complete);
    return {
      line: this.#raw.line,
      idNumber,
      name,
      employer: this.#text('employer', false),
      certificate: {
        no: plainNumber(no ?? ''),
        kind: this.#read('certificate_kind', readKind, 'kind'),
        code: this.#read('trade_code', readCode, 'too-long'),
        issuedOn: this.#read('issued_on', readDayOrYear, 'date-or-year'),
        issuer: this.#text('issuer', false),
        inNationalSystem: this.#read('in_national_system', readYesNo, 'yes-no'),
        archiveVerified: this.#read('archive_verified', readYesNo, 'yes-no'),
        inPost: this.#read('in_post', readYesNo, 'yes-no'),
      },
      record: this.#record(),
    };
  }

  #name(): string {
    const name = this.#text('name', true) ?? '';
    if (name !== '' && (NO_NAME.test(name) || plainName(name) === '')) this.#refuse('name', 'not-a-name');
    return name.replace(/\s+/g, ' ');
  }

  #idNumber(today: string, required: boolean): string {
    const number = plainIdNumber(this.#cell('id_number'));
    if (number === '') {
      if (required) this.#refuse('id_number', 'required');
      return number;
    }
    const fault = idNumberFault(number, today);
    if (fault !== undefined) this.#refuse('id_number', fault);
    return number;
  }

  #record(): TrainingRecord | null {
    const passed = this.#read('passed', readPassed, 'passed');
    const filled = RECORD.filter(field => this.#cell(field) !== '');
    if (filled.length === 0) {
      if (passed !== null) this.#refuse('passed', 'passed-without-record');
      return null;
    }
    for (const field of RECORD) if (!filled.includes(field)) this.#refuse(field, 'record-incomplete');
    const record = {
      year: this.#read('year', readYear, 'year') ?? 0,
      hours: this.#read('hours', readHours, 'hours') ?? 0,
      professionalHours: this.#read('professional_hours', readHours, 'hours') ?? 0,
      passed,
      institution: this.#text('institution', false),
      completedOn: this.#read('completed_on', readDay, 'date'),
    };
    if (record.professionalHours > record.hours && !this.problems.some(({ path }) => path === 'hours'))
      this.#refuse('professional_hours', 'more-than-hours');
    return record;
  }

  #text(field: Field, required: boolean): string | null {
    const text = this.#cell(field);
    if (text.length > LONGEST_CELL) this.#refuse(field, 'too-long');
    if (text === '' && required) this.#refuse(field, 'required');
    return text === '' ? null : text;
  }

  #read<T>(field: Field, read: ReadCell<T>, reason: Reason): T | null {
    const text = this.#text(field, false);
    if (text === null || text.length > LONGEST_CELL) return null;
    const value = read(text);
    if (value === undefined) this.#refuse(field, reason);
    return value ?? null;
  }

  #cell(field: Field): string {
    const index = this.#layout.at[field];
    return index === undefined ? '' : plainCell(this.#raw.cells[index] ?? '');
  }

  #refuse(path: Field | '', reason: Reason): void {
    this.problems.push({ line: this.#raw.line, path, column: path === '' ? '' : this.#layout.header(path), reason });
  }
}
