import { formatList, type Words } from '../locale/index.ts';
import { type Field, headerOf } from './columns.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv-out.ts';
import type { Problem } from './row.ts';
import type { RosterRefusedError } from './source.ts';

/** What is wrong with a cell and how to mend it; nothing of the cell is repeated. */
export function sayProblem({ reason }: Problem, words: Words): string {
  return words.say(`roster-problem.${reason}`);
}

/** Why a file is refused and what to do about it. */
export function sayRefusal({ reason, args }: RosterRefusedError, words: Words): string {
  const fields = typeof args.fields === 'string' ? args.fields.split(' ') : [];
  const columns = formatList(
    fields.map(field => headerOf(field as Field, words.locale)),
    words.locale,
  );
  return words.say(`roster-refused.${reason}`, { ...args, columns });
}

/** The first line of `FILE.rejected.csv`. */
export function rejectedHeader(words: Words): string {
  return BYTE_ORDER_MARK + csvLine(['row', 'column', 'reason'].map(name => words.say(`roster-rejected.${name}`)));
}

/** One problem of one row, as a line of `FILE.rejected.csv`. */
export function rejectedLine(problem: Problem, words: Words): string {
  const { line, path } = problem;
  return csvLine([line, path === '' ? '' : headerOf(path, words.locale), sayProblem(problem, words)]);
}
