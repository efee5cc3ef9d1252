import { REQUIRED } from './columns.ts';
import { type Effect, isWithdrawn, takeIn } from './merge.ts';
import { maskedName } from './names.ts';
import type { Held, People } from './people.ts';
import type { Person, Signed } from './person.ts';
import type { Problem, Row } from './row.ts';
import { readRoster } from './rows.ts';
import { FILE_LIMITS, type Limits, type Source } from './source.ts';
import { Tally } from './tally.ts';

/** What an import did, or what it would do. `new + changed + unchanged + rejected` is `rows`. */
export interface ImportSummary {
  /** Different people among the rows that hold. */
  people: number;
  /** Rows of the file that are not blank, without the headers. */
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Of those rows, how many name a record that was withdrawn and stays so. */
  withdrawn: number;
  unknownColumns: readonly string[];
  /** Sheets of the workbook that were not read, though something stands in them. */
  otherSheets: readonly string[];
  /** Some of the people for whom something is new or changed, as `王**`. */
  examplesMasked: readonly string[];
}

export interface ImportOptions {
  /** For the log of actions and the history of records: `cli:<login>`, `telegram:<id>`. */
  who: string;
  /** Tells what an import would do, and does nothing. */
  dryRun?: boolean;
  limits?: Limits;
  onProgress?(rows: number, of: number): void;
  /** Hears of every problem of a row that is turned away; it is waited for. */
  onRejected?(problems: readonly Problem[]): void | Promise<void>;
}

/** Who the rows go to, when, and as of which day they are read. */
export interface ImportContext {
  people: People;
  now: number;
  today: string;
}

const MOST_EXAMPLES = 3;

/** Reads a roster into the store, batch by batch: broken off at any moment and run again, it ends the same. */
export async function importRows(
  source: Source,
  context: ImportContext,
  options: ImportOptions,
): Promise<ImportSummary> {
  const run = new ImportRun(context, options);
  const { limits = FILE_LIMITS, onProgress, onRejected } = options;
  const reading = { required: REQUIRED, strictness: 'roster', today: context.today, limits } as const;
  return readRoster(source, reading, async ({ layout, batches }) => {
    for await (const { rows, rejected, line, of } of batches) {
      const [single, twins] = run.withoutTwins(rows);
      const refused = [...rejected, ...twins.map(row => [twinProblem(row, layout.header('year'))])];
      for (const problems of refused) await onRejected?.(problems);
      await run.take(single);
      run.counts.rows += rows.length + rejected.length;
      run.counts.rejected += refused.length;
      onProgress?.(line, of);
    }
    const { unknown: unknownColumns, otherSheets } = layout;
    return { people: run.people.size, ...run.counts, unknownColumns, otherSheets, examplesMasked: run.examples };
  });
}

function twinProblem({ line }: Row, column: string): Problem {
  return { line, path: 'year', column, reason: 'record-twice' };
}

interface Merged {
  held: Held;
  rows: readonly Row[];
  after: Person;
  effects: Effect[];
}

class ImportRun {
  readonly counts = { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, withdrawn: 0 };
  readonly people = new Tally();
  readonly examples: string[] = [];
  readonly #people: People;
  readonly #signed: Signed;
  readonly #dryRun: boolean;
  /** What a dry run has met: a row that comes again in a later batch would change nothing. */
  readonly #met = new Tally();

  /** The records of this file that nothing but their year tells apart. */
  readonly #bare = new Tally();

  constructor({ people, now }: ImportContext, { who, dryRun = false }: ImportOptions) {
    this.#people = people;
    this.#signed = { at: now, who };
    this.#dryRun = dryRun;
  }

  /**
   * Two rows of one file for the same year, without institution or day, may be two courses or one: the second is turned away to be told apart,
   * and never replaces the first without a word.
   */
  withoutTwins(rows: readonly Row[]): [single: Row[], twins: Row[]] {
    const single: Row[] = [];
    const twins: Row[] = [];
    for (const row of rows) {
      const { idNumber, certificate, record } = row;
      const isBare = record !== null && record.institution === null && record.completedOn === null;
      const isFirst = !isBare || this.#bare.add(`${idNumber} ${certificate.no} ${record.year}`);
      (isFirst ? single : twins).push(row);
    }
    return [single, twins];
  }

  async take(rows: readonly Row[]): Promise<void> {
    const byPerson = new Map<string, Row[]>();
    for (const row of rows) {
      const others = byPerson.get(row.idNumber);
      if (others === undefined) byPerson.set(row.idNumber, [row]);
      else others.push(row);
    }
    const rowsOf = [...byPerson.values()];
    const held = await this.#people.hold([...byPerson.keys()]);
    let todo = held.map((one, index) => this.#merge(one, rowsOf[index]!));
    while (todo.length > 0) {
      const inTheWay = this.#dryRun ? [] : await this.#people.keep(todo.filter(isDue).map(writeOf));
      for (const one of todo) if (!inTheWay.some(({ key }) => key === one.held.key)) this.#count(one);
      todo = inTheWay.map(one =>
        this.#merge(one, byPerson.get(todo.find(({ held }) => held.key === one.key)!.after.idNumber)!),
      );
    }
  }

  #merge(held: Held, rows: readonly Row[]): Merged {
    return { held, rows, ...takeIn(held.person, rows, this.#signed) };
  }

  #count({ held, rows, after, effects }: Merged): void {
    this.people.add(held.key);
    this.counts.withdrawn += rows.filter(row => isWithdrawn(after, row)).length;
    for (const [index, effect] of effects.entries()) this.counts[this.#foreseen(rows[index]!, effect)] += 1;
    if (this.examples.length < MOST_EXAMPLES && effects.some(isChange)) this.examples.push(maskedName(rows[0]!.name));
  }

  #foreseen(row: Row, effect: Effect): Effect {
    if (!this.#dryRun || effect === 'unchanged') return effect;
    return this.#met.add(JSON.stringify({ ...row, line: 0 })) ? effect : 'unchanged';
  }
}

function isChange(effect: Effect): boolean {
  return effect !== 'unchanged';
}

function isDue({ held, effects }: Merged): boolean {
  return held.outdated !== undefined || effects.some(isChange);
}

/** Somebody who asked is owed the news of hours, by the same act that posts them. */
function writeOf({ held, after, effects }: Merged): { held: Held; person: Person; owes: boolean } {
  return { held, person: after, owes: after.watched && effects.some(isChange) };
}
