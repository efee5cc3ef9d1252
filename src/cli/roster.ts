import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { loadAllWords, openRoster, type Roster } from '../app.ts';
import { formatList, type Words } from '../locale/index.ts';
import {
  actionsOf,
  checkStaff,
  checkWorkbook,
  csvLine,
  FINDINGS,
  headerOf,
  type ImportSummary,
  type Problem,
  RosterRefusedError,
  readWhere,
  rejectedHeader,
  rejectedLine,
  sayRefusal,
  type WithdrawSummary,
} from '../registry/index.ts';
import { dayInShanghai, systemClock } from '../runtime/clock.ts';
import { EXIT, UsageError } from './exit.ts';
import { fileErrorIn } from './file-error.ts';
import { progressOn } from './progress.ts';
import { settingsOrStop } from './settings.ts';
import { whoIsHere } from './who.ts';

interface LoadOptions {
  dryRun?: boolean;
  /** Of a withdrawal: gives back what was withdrawn. */
  undo?: boolean;
  json?: boolean;
}

/** `huanzheng roster import|withdraw FILE`. */
export async function load(
  kind: 'import' | 'withdraw',
  file: string,
  { dryRun = false, undo = false, json = false }: LoadOptions,
): Promise<void> {
  await withRoster(async ({ registry, words, clock }) => {
    const rejected = new Rejected(`${file}.rejected.csv`, words);
    const progress = progressOn(process.stderr, clock.ticks);
    const options = { who: whoIsHere(), dryRun, onProgress: progress.show, onRejected: rejected.take };
    try {
      const summary = await (kind === 'import'
        ? registry.importRoster({ path: file }, options)
        : registry.withdraw({ path: file }, { ...options, undo }));
      progress.end();
      const written = await rejected.keep();
      const text = json
        ? JSON.stringify({ ...summary, dryRun, rejectedFile: written })
        : told(summary, { dryRun, undo, written }, words);
      process.stdout.write(`${text}\n`);
      process.exitCode = faultsIn(summary) > 0 ? EXIT.doneWithFaults : EXIT.done;
    } catch (error) {
      progress.end();
      await rejected.discard();
      throw error;
    }
  });
}

/** Rows of which nothing came: turned away, or of a record that is not there. */
function faultsIn(summary: ImportSummary | WithdrawSummary): number {
  return summary.rejected + ('unknown' in summary ? summary.unknown : 0);
}

function told(
  summary: ImportSummary | WithdrawSummary,
  { dryRun, undo, written }: { dryRun: boolean; undo: boolean; written: string | null },
  words: Words,
): string {
  const { unknownColumns, otherSheets } = summary;
  const isImport = 'examplesMasked' in summary;
  const head = isImport ? 'roster-imported' : undo ? 'roster-given-back' : 'roster-withdrawn';
  const examples = isImport ? summary.examplesMasked : [];
  const still = isImport ? summary.withdrawn : 0;
  const lines = [
    words.say(dryRun ? `${head}.would` : `${head}.did`, numbersOf(summary)),
    ...(examples.length > 0 ? [words.say('roster-examples', { names: formatList(examples, words.locale) })] : []),
    ...(still > 0 ? [words.say('roster-still-withdrawn', { count: `${still}` })] : []),
    ...leftOut({ unknownColumns, otherSheets }, words),
    ...(written === null ? [] : [words.say('roster-rejected-rows', { count: `${faultsIn(summary)}`, file: written })]),
  ];
  return lines.join('\n');
}

/** What of the file was not read. */
function leftOut({ unknownColumns, otherSheets }: Pick<ImportSummary, 'unknownColumns' | 'otherSheets'>, words: Words) {
  const list = (names: readonly string[]) => formatList(names, words.locale);
  return [
    ...(unknownColumns.length > 0 ? [words.say('roster-unknown-columns', { columns: list(unknownColumns) })] : []),
    ...(otherSheets.length > 0 ? [words.say('roster-other-sheets', { sheets: list(otherSheets) })] : []),
  ];
}

function numbersOf(summary: object): Record<string, string> {
  return Object.fromEntries(Object.entries(summary).map(([name, value]) => [name, `${value}`]));
}

/** The rows that were turned away, written as they come; a file from an earlier run goes when there are none. */
class Rejected {
  readonly #path: string;
  readonly #words: Words;
  #file: WriteStream | undefined;

  constructor(path: string, words: Words) {
    this.#path = path;
    this.#words = words;
  }

  readonly take = async (problems: readonly Problem[]): Promise<void> => {
    this.#file ??= await opened(`${this.#path}.part`, rejectedHeader(this.#words));
    await write(this.#file, problems.map(problem => rejectedLine(problem, this.#words)).join(''));
  };

  /** The path of the file, or null when no row was turned away. */
  async keep(): Promise<string | null> {
    await rm(this.#path, { force: true });
    if (this.#file === undefined) return null;
    await closed(this.#file);
    await rename(`${this.#path}.part`, this.#path);
    return this.#path;
  }

  async discard(): Promise<void> {
    if (this.#file === undefined) return;
    await closed(this.#file);
    await rm(`${this.#path}.part`, { force: true });
  }
}

/** `huanzheng roster export FILE`. */
export async function exportTo(path: string, { json = false }: { json?: boolean }): Promise<void> {
  if (!/\.csv$/i.test(path)) throw new UsageError('请用 .csv 文件名。 / Please name a .csv file.');
  await withRoster(async ({ registry, words }) => {
    const file = await opened(`${path}.part`, '');
    let rows = -1;
    for await (const line of registry.exportRoster({ who: whoIsHere(), locale: words.locale })) {
      await write(file, line);
      rows += 1;
    }
    await closed(file);
    await rename(`${path}.part`, path);
    const text = json
      ? JSON.stringify({ rows, file: path })
      : words.say('roster-exported', { rows: `${rows}`, file: path });
    process.stdout.write(`${text}\n`);
  });
}

/** `huanzheng roster invite`: the codes on standard output, how many on standard error. */
export async function invite({ where = [], days }: { where?: readonly string[]; days: string }): Promise<void> {
  const conditions = where.map(text => {
    const condition = readWhere(text);
    if (condition === undefined) throw new UsageError(`--where: 没有这一列 / no such column: ${text.split('=')[0]}`);
    return condition;
  });
  if (!/^[1-9]\d{0,2}$/.test(days)) throw new UsageError('--days: 1 … 999');
  await withRoster(async ({ registry, words }) => {
    const { locale } = words;
    const headers = [
      headerOf('name', locale),
      headerOf('employer', locale),
      headerOf('certificate_no', locale),
      words.say('roster-invite.code'),
    ];
    process.stdout.write(csvLine(headers));
    let count = 0;
    for await (const { person, code } of registry.invite({ who: whoIsHere(), where: conditions, days: Number(days) })) {
      const numbers = person.certificates.map(({ no }) => no).join(' ');
      if (!process.stdout.write(csvLine([person.name, person.employer, numbers, code])))
        await once(process.stdout, 'drain');
      count += 1;
    }
    process.stderr.write(`${words.say('roster-invite.done', { count: `${count}`, days })}\n`);
  });
}

/** `huanzheng roster log`. */
export async function log({ json = false }: { json?: boolean }): Promise<void> {
  await withRoster(async ({ store }) => {
    for (const action of await actionsOf(store)) {
      const counts = Object.entries(action.counts).map(([name, count]) => `${name} ${count}`);
      const line = json
        ? JSON.stringify(action)
        : [
            moment(action.at),
            action.who,
            action.action,
            ...(action.about === undefined ? [] : [action.about]),
            counts.join(', '),
            ...(action.reason === undefined ? [] : [action.reason.replace(/\s+/g, ' ')]),
            ...(action.receipt === undefined ? [] : [action.receipt]),
          ].join('\t');
      process.stdout.write(`${line}\n`);
    }
  });
}

function moment(ms: number): string {
  return `${dayInShanghai(ms)} ${new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

/** Opens the roster, and turns what a person can mend into one line. */
async function withRoster(act: (roster: Roster) => Promise<void>): Promise<void> {
  const roster = await openRoster(settingsOrStop());
  try {
    await act(roster);
  } catch (error) {
    throw asUsage(error, roster.words);
  } finally {
    await roster.store.close();
  }
}

function asUsage(error: unknown, words: Words): unknown {
  if (error instanceof RosterRefusedError) return new UsageError(sayRefusal(error, words));
  return fileErrorIn(error, words);
}

/** A file for its owner only: it holds personal data. Rejects when it cannot be made. */
async function opened(path: string, start: string): Promise<WriteStream> {
  const file = createWriteStream(path, { mode: 0o600 });
  await once(file, 'open');
  file.write(start);
  return file;
}

async function write(file: WriteStream, text: string): Promise<void> {
  if (!file.write(text)) await once(file, 'drain');
}

async function closed(file: WriteStream): Promise<void> {
  file.end();
  await once(file, 'close');
}

/** `huanzheng roster check FILE --out FILE`: judged by the list's own columns; no store is opened. */
export async function check(file: string, { out, json = false }: { out: string; json?: boolean }): Promise<void> {
  if (!/\.xlsx$/i.test(out)) throw new UsageError('--out: 请用 .xlsx 文件名 / name an .xlsx file');
  const config = settingsOrStop();
  const [clock, words] = [systemClock(config.AS_OF), loadAllWords()[config.LOCALE]];
  const progress = progressOn(process.stderr, clock.ticks);
  try {
    await refuseOverwriting(file, out);
    const result = await checkStaff({ path: file }, { asOf: clock.today(), onProgress: progress.show });
    await writeFile(out, await checkWorkbook(result, words), { mode: 0o600 });
    progress.end();
    const { rows, people, unknownColumns, otherSheets, checked } = result;
    const findings = Object.fromEntries(
      FINDINGS.map(name => [name, checked.filter(({ finding }) => finding === name).length]),
    );
    const figures = { people, rows, findings, unknownColumns, otherSheets, file: out };
    const done = words.say('check-done', { people: `${people}`, rows: `${rows}`, file: out });
    const text = [done, ...leftOut(result, words)].join('\n');
    process.stdout.write(`${json ? JSON.stringify(figures) : text}\n`);
    process.exitCode = findings.unreadable === 0 ? EXIT.done : EXIT.doneWithFaults;
  } catch (error) {
    progress.end();
    throw asUsage(error, words);
  }
}

/** The list is the employer's own and may be the only one: the answer never takes its place, whatever either path is called. */
async function refuseOverwriting(file: string, out: string): Promise<void> {
  const [list, answer] = await Promise.all([stat(file), stat(out).catch(() => undefined)]);
  if (answer !== undefined && list.dev === answer.dev && list.ino === answer.ino)
    throw new UsageError('--out: 这就是名单自己，请换个文件名 / this is the list itself, name another file');
}
