import type { Sheet } from 'write-excel-file/node';
import { addDays, formatDay, formatList, type Text, type Words } from '../locale/index.ts';
import { hainan } from '../rules/index.ts';
import { barChart, type FileContent } from './chart.ts';
import { type Checked, type CheckResult, FINDINGS, type FindingName } from './check.ts';
import { headerOf } from './columns.ts';
import { sayProblem } from './problems.ts';

type Colour = 'now' | 'soon' | 'ask' | 'fine';
const COLOURS: Record<Colour, string> = { now: '#F8CBC6', soon: '#FDE9C4', ask: '#E4E7EB', fine: '#D5EFD9' };
const COLOUR_OF: Record<FindingName, Colour> = {
  unreadable: 'ask',
  'archive-late': 'now',
  ready: 'now',
  'archive-check': 'now',
  'training-first': 'now',
  void: 'now',
  disputed: 'now',
  'keep-more': 'soon',
  open: 'soon',
  'left-post': 'now',
  'safety-open': 'soon',
  'safety-short': 'ask',
  'records-unclear': 'ask',
  'needs-information': 'ask',
  closed: 'ask',
  'out-of-scope': 'ask',
  'not-yet-due': 'fine',
  'safety-not-due': 'fine',
  'safety-met': 'fine',
  met: 'fine',
};

const COLUMNS = ['finding', 'standing', 'hours', 'professional', 'deadline', 'next', 'clause', 'row'] as const;
const WIDTHS = [12, 16, 22, 26, 16, 10, 10, 16, 60, 16, 8];

/** The answer to an employer's list as a workbook: a line a certificate, sorted by urgency and coloured, and a summary with a chart. */
export async function checkWorkbook(result: CheckResult, words: Words): Promise<Buffer> {
  const counts = FINDINGS.map(finding => ({
    finding,
    label: words.say(`check-${finding}.finding`),
    count: result.checked.filter(one => one.finding === finding).length,
  })).filter(({ count }) => count > 0);
  const sheets = [listSheet(result, words), summarySheet(result, counts, words)];
  const chart = barChart({
    sheet: 2,
    title: words.say('check-sheet.summary'),
    categories: counts.map(({ label }) => label),
    values: counts.map(({ count }) => count),
    colours: counts.map(({ finding }) => COLOURS[COLOUR_OF[finding]]),
    range: { sheetName: words.say('check-sheet.summary'), firstRow: SUMMARY_HEAD + 1 },
  });
  // Loaded for whoever asks for a workbook: a server that only answers starts without it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets, { features: [chart] }).toBuffer();
}

/** Whether the last day itself counts is not said: go by the day before. */
const ARCHIVE_ADVISED = addDays(hainan.exchange.archiveLastDay.value, -1);

const bold = (value: string) => ({
  value,
  type: String,
  fontWeight: 'bold' as const,
  backgroundColor: '#EEF1F5',
  wrap: true,
});
const text = (value: string | null, backgroundColor: string) =>
  value === null || value === ''
    ? { value: '', type: String, backgroundColor }
    : { value, type: String, backgroundColor, wrap: true };

function listSheet({ checked }: CheckResult, words: Words): Sheet<FileContent> {
  const own = (['name', 'employer', 'certificate_no'] as const).map(field => headerOf(field, words.locale));
  const headers = [...own, ...COLUMNS.map(column => words.say(`check-column.${column}`))].map(bold);
  return {
    sheet: words.say('check-sheet.list'),
    data: [headers, ...checked.map(one => lineOf(one, words))],
    columns: WIDTHS.map(width => ({ width })),
    stickyRowsCount: 1,
  };
}

function lineOf(one: Checked, words: Words) {
  const colour = COLOURS[COLOUR_OF[one.finding]];
  const said = nextOf(one, words);
  const problems = one.problems.map(problem => `${problem.column} ${sayProblem(problem, words)}`.trim());
  const number = (value: number | null) =>
    value === null ? text('', colour) : { value, type: Number, backgroundColor: colour };
  return [
    text(one.name, colour),
    text(one.employer, colour),
    text(one.no, colour),
    text(words.say(`check-${one.finding}.finding`), colour),
    text(words.say(`check-${one.finding}.standing`), colour),
    number(one.hoursLeft),
    number(one.professionalLeft),
    text(dayOf(one, words), colour),
    text([...problems, ...said.map(({ text: next }) => next)].join('；'), colour),
    text(clausesOf([...one.clauses, ...said.flatMap(({ citations }) => citations)], words), colour),
    number(one.line),
  ];
}

/** What is wrong, what must not be lost with it, and what to do. */
function nextOf(one: Checked, words: Words): Text[] {
  const { finding, kind, hoursLeft, why, missing, shortYears } = one;
  const years = formatList(shortYears.map(String), words.locale);
  // What the year or the code keeps out of the exchange may be used within its printed validity all the same.
  const isUsable = kind === 'training' && why.some(fact => fact === 'code' || fact === 'issue-year');
  const isToldAlready = finding === 'left-post' || finding === 'void';
  const reasons: string[] = [...(isToldAlready ? [] : why), ...(isUsable ? ['still-usable'] : [])];
  return [
    ...reasons.map(reason => words.cite('check-why', { why: reason })),
    words.cite(`check-${finding}.next`, {
      left: hoursLeft === null || hoursLeft === 0 ? 'none' : `${hoursLeft}`,
      deadline: dayOf(one, words),
      archiveAdvised: formatDay(ARCHIVE_ADVISED, words.locale),
      columns: formatList(
        missing.map(field => headerOf(field, words.locale)),
        words.locale,
      ),
      years,
    }),
    ...(finding === 'safety-open' && shortYears.length > 0 ? [words.cite('check-short-years', { years })] : []),
  ];
}

function dayOf({ deadline }: Checked, { locale }: Words): string {
  return deadline === null ? '' : formatDay(deadline, locale);
}

function clausesOf(ids: readonly string[], { locale }: Words): string {
  const names = hainan.clauses
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => (locale === 'en' ? name.en : name.zh));
  return names.join(locale === 'en' ? ', ' : '、');
}

/** The rows above the table of counts. */
const SUMMARY_HEAD = 4;

function summarySheet(
  { asOf, rows, people }: CheckResult,
  counts: readonly { finding: FindingName; label: string; count: number }[],
  words: Words,
): Sheet<FileContent> {
  const plain = (value: string) => ({ value, type: String });
  return {
    sheet: words.say('check-sheet.summary'),
    data: [
      [bold(words.say('check-summary.title'))],
      [
        plain(
          words.say('check-summary.counts', {
            people: `${people}`,
            rows: `${rows}`,
            day: formatDay(asOf, words.locale),
          }),
        ),
      ],
      [plain(words.say('check-summary.note'))],
      [],
      [bold(words.say('check-column.finding')), bold(words.say('check-summary.count'))],
      ...counts.map(({ finding, label, count }) => {
        const colour = COLOURS[COLOUR_OF[finding]];
        return [text(label, colour), { value: count, type: Number, backgroundColor: colour }];
      }),
    ],
    columns: [{ width: 30 }, { width: 12 }],
  };
}
