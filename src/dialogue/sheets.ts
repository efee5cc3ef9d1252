import { type Args, formatList } from '../locale/index.ts';
import {
  CHAT_LIMITS,
  type ImportSummary,
  RosterRefusedError,
  type SheetFile,
  type SheetOutcome,
  sayRefusal,
} from '../registry/index.ts';
import { type SheetStep, topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import type { Sheet } from './state.ts';
import { cite, linesOf, parts, replyOf, say, type Talk } from './talk.ts';
import type { Choice, Errand, GivenFile } from './turn.ts';

const MEGABYTE = 1024 ** 2;
/** What may be a sheet by its name; what it is shows its content. */
const SHEET_NAME = /\.(csv|txt|tsv|xlsx|xlsm|xls|et)$/i;

/** A file: everybody can have a list judged; who may import is asked what it is. */
export function hearFile(talk: Talk, file: SheetFile): Said {
  if (talk.group) return { state: talk.state, replies: [replyOf(parts(talk, 'sheet-group'))] };
  const limit = `${CHAT_LIMITS.bytes / MEGABYTE}`;
  if (file.bytes > CHAT_LIMITS.bytes) return refused(talk, say(talk, 'roster-refused.too-big', { limit }));
  if (/\.\w+$/.test(file.name) && !SHEET_NAME.test(file.name)) return refused(talk, say(talk, 'sheet-other-kind'));
  if (!talk.isAdmin) return begin(talk, file, 'check');
  const sheet: Sheet = { file, at: talk.now.toString(36), sha256: null };
  const choices = choicesFor(talk, sheet, ['import', 'check', 'cancel']);
  return { state: { ...talk.state, sheet }, replies: [replyOf(parts(talk, 'sheet-which'), choices)] };
}

function choicesFor(talk: Talk, { at }: Sheet, steps: readonly SheetStep[]): Choice[] {
  return steps.map(step => ({ id: `sheet:${step}=${at}`, label: say(talk, `sheet-choice.${step}`) }));
}

function refused(talk: Talk, why: string): Said {
  const texts = [say(talk, 'sheet-refused'), why, ...parts(talk, 'sheet-how', {}, ['next'])];
  return { state: talk.state, replies: [replyOf(texts, topicChoices(talk, ['help']))] };
}

/** Says that it is being done, and has it done. */
function begin(talk: Talk, file: SheetFile, what: 'check' | 'preview'): Said {
  const errand: Errand = { do: what, file, locale: talk.words.locale };
  return { state: talk.state, replies: [replyOf(parts(talk, `sheet-begun-${what}`))], errand };
}

/** What was chosen for a sheet; undefined when it is no longer to be chosen. */
export function chooseForSheet(talk: Talk, step: SheetStep, at: string): Said | undefined {
  const { sheet } = talk.state;
  if (sheet === null || sheet.at !== at || talk.group) return undefined;
  const settled: Talk = { ...talk, state: { ...talk.state, sheet: null } };
  switch (step) {
    case 'check':
      return begin(settled, sheet.file, 'check');
    case 'cancel':
      return { state: settled.state, replies: [replyOf([say(talk, 'sheet-cancelled')], topicChoices(talk, ['help']))] };
    case 'import':
      return talk.isAdmin ? begin(talk, sheet.file, 'preview') : undefined;
    case 'confirm': {
      if (!talk.isAdmin || sheet.sha256 === null) return undefined;
      const { file, sha256 } = sheet;
      const errand: Errand = { do: 'import', file, sha256, locale: talk.words.locale };
      return { state: settled.state, replies: [replyOf(parts(talk, 'sheet-begun-import'))], errand };
    }
    default:
      return step satisfies never;
  }
}

/** What came of a file. */
export function showSheet(talk: Talk, file: SheetFile, outcome: SheetOutcome): Said {
  switch (outcome.kind) {
    case 'checked':
      return showChecked(talk, outcome);
    case 'previewed':
      return showPreview(talk, file, outcome);
    case 'imported': {
      const texts = [...summaryTexts(talk, 'did', outcome.summary), ...rejectedTexts(talk, outcome.summary)];
      const reply = replyOf(texts, topicChoices(talk, ['help']));
      return { state: talk.state, replies: [withFile(reply, rejectedFile(file, outcome.rejected))] };
    }
    case 'refused':
      return refused(talk, sayRefusal(new RosterRefusedError(outcome.reason, outcome.args), talk.words));
    case 'too-often':
    case 'not-there':
    case 'not-the-same':
    case 'not-allowed':
    case 'failed':
      return {
        state: talk.state,
        replies: [replyOf(parts(talk, `sheet-${outcome.kind}`, argsOf(outcome)), topicChoices(talk, ['help']))],
      };
    default:
      return outcome satisfies never;
  }
}

const argsOf = (outcome: SheetOutcome): Args => (outcome.kind === 'too-often' ? { minutes: `${outcome.minutes}` } : {});

type Outcome<K extends SheetOutcome['kind']> = Extract<SheetOutcome, { kind: K }>;

function showChecked(
  talk: Talk,
  { people, rows, counts, unknownColumns, otherSheets, workbook }: Outcome<'checked'>,
): Said {
  const lines = counts.map(({ finding, count }) =>
    cite(talk, 'sheet-checked.line', { finding: say(talk, `check-${finding}.finding`), count: `${count}` }),
  );
  const texts = [
    cite(talk, 'sheet-checked.headline', { people: `${people}`, rows: `${rows}` }),
    linesOf(lines),
    ...columnTexts(talk, unknownColumns),
    ...sheetTexts(talk, otherSheets),
    cite(talk, 'sheet-checked.next'),
  ];
  const file: GivenFile = {
    name: say(talk, 'sheet-checked.file'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: workbook,
    encoding: 'base64',
  };
  const reply = replyOf(texts, topicChoices(talk, ['employer-duties', 'hours-shortfall']));
  return { state: talk.state, replies: [withFile(reply, file)] };
}

/** A preview of a sheet that was set aside meanwhile is not to be confirmed. */
function showPreview(talk: Talk, file: SheetFile, { summary, rejected, sha256 }: Outcome<'previewed'>): Said {
  const { sheet } = talk.state;
  const texts = [...summaryTexts(talk, 'would', summary), ...rejectedTexts(talk, summary)];
  const back = rejectedFile(file, rejected);
  if (sheet?.file.id !== file.id) return { state: talk.state, replies: [withFile(replyOf(texts), back)] };
  if (summary.new + summary.changed === 0) {
    const reply = replyOf([...texts, say(talk, 'sheet-nothing-new')], topicChoices(talk, ['help']));
    return { state: { ...talk.state, sheet: null }, replies: [withFile(reply, back)] };
  }
  const looked: Sheet = { ...sheet, sha256 };
  const reply = replyOf([...texts, say(talk, 'sheet-confirm')], choicesFor(talk, looked, ['confirm', 'cancel']));
  return { state: { ...talk.state, sheet: looked }, replies: [withFile(reply, back)] };
}

function summaryTexts(talk: Talk, what: 'did' | 'would', summary: ImportSummary): string[] {
  const names = formatList(summary.examplesMasked, talk.words.locale);
  return [
    say(talk, `roster-imported.${what}`, numbersOf(summary)),
    ...(summary.examplesMasked.length > 0 ? [say(talk, 'roster-examples', { names })] : []),
    ...(summary.withdrawn > 0 ? [say(talk, 'roster-still-withdrawn', { count: `${summary.withdrawn}` })] : []),
    ...columnTexts(talk, summary.unknownColumns),
    ...sheetTexts(talk, summary.otherSheets),
  ];
}

function columnTexts(talk: Talk, columns: readonly string[]): string[] {
  if (columns.length === 0) return [];
  return [say(talk, 'roster-unknown-columns', { columns: namesIn(talk, columns) })];
}

function sheetTexts(talk: Talk, sheets: readonly string[]): string[] {
  return sheets.length === 0 ? [] : [say(talk, 'roster-other-sheets', { sheets: namesIn(talk, sheets) })];
}

function namesIn(talk: Talk, names: readonly string[]): string {
  const shown = names.slice(0, MOST_COLUMNS).map(name => [...name].slice(0, COLUMN_LETTERS).join(''));
  return formatList(shown, talk.words.locale);
}

/** So much of the headers of a file that may hold anything. */
const MOST_COLUMNS = 12;
const COLUMN_LETTERS = 20;

function rejectedTexts(talk: Talk, { rejected }: ImportSummary): string[] {
  return rejected === 0 ? [] : [say(talk, 'sheet-rejected', { count: `${rejected}` })];
}

function numbersOf(summary: ImportSummary): Args {
  return Object.fromEntries(Object.entries(summary).map(([name, value]) => [name, `${value}`]));
}

/** Under the name of the file that it is about, as far as that can be the name of a file. */
function rejectedFile({ name }: SheetFile, content: string | null): GivenFile | undefined {
  if (content === null) return undefined;
  const plain = [...name.replace(/[^\p{L}\p{N}._-]+/gu, '-')].slice(-NAME_LETTERS).join('');
  return { name: `${plain}.rejected.csv`, mediaType: 'text/csv; charset=utf-8', content };
}

const NAME_LETTERS = 60;

function withFile<R extends object>(reply: R, file: GivenFile | undefined): R {
  return file === undefined ? reply : { ...reply, file };
}
