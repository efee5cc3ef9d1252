import {
  type ClauseId,
  type Day,
  explainHours,
  explainRenewal,
  type HoursInput,
  type Outcome,
  type RenewalInput,
} from '../rules/index.ts';
import { REQUIRED_TO_CHECK } from './columns.ts';
import { factsOf } from './facts.ts';
import { takeIn } from './merge.ts';
import { plainName } from './names.ts';
import type { Certificate } from './person.ts';
import type { Problem, Row } from './row.ts';
import { readRoster } from './rows.ts';
import { FILE_LIMITS, type Limits, type Source } from './source.ts';

/** What a line of the answer says, the most urgent first; the texts are `check-<name>`. */
export const FINDINGS = [
  'unreadable',
  'archive-late',
  'ready',
  'archive-check',
  'training-first',
  'void',
  'disputed',
  'keep-more',
  'open',
  'safety-open',
  'needs-information',
  'closed',
  'out-of-scope',
  'not-yet-due',
  'safety-met',
  'met',
] as const satisfies readonly (Exclude<Outcome, 'not-required'> | string)[];
export type FindingName = (typeof FINDINGS)[number];

/** One certificate of the list, judged by the list's own columns. */
export interface Checked {
  /** The first row of the list that is about it. */
  line: number;
  name: string;
  employer: string | null;
  no: string;
  kind: Certificate['kind'];
  finding: FindingName;
  /** Safe in every reading; null where no number of hours is the question. */
  hoursLeft: number | null;
  professionalLeft: number | null;
  deadline: Day | null;
  clauses: readonly ClauseId[];
  problems: readonly Problem[];
}

export interface CheckResult {
  asOf: Day;
  rows: number;
  people: number;
  unknownColumns: readonly string[];
  /** Sorted by urgency. */
  checked: readonly Checked[];
}

/** Judges an employer's own list. The roster is never asked, and nothing is kept. Rejects with `RosterRefusedError`. */
export async function checkStaff(
  source: Source,
  {
    asOf,
    limits = FILE_LIMITS,
    onProgress,
  }: { asOf: Day; limits?: Limits; onProgress?(rows: number, of: number): void },
): Promise<CheckResult> {
  const reading = { required: REQUIRED_TO_CHECK, strictness: 'check', today: asOf, limits } as const;
  return readRoster(source, reading, async ({ layout, batches }) => {
    const people = new Map<string, Row[]>();
    const unreadable: Checked[] = [];
    let rows = 0;
    for await (const batch of batches) {
      for (const row of batch.rows) gather(people, row);
      unreadable.push(...batch.rejected.map(unreadableOf));
      rows += batch.rows.length + batch.rejected.length;
      onProgress?.(batch.line, batch.of);
    }
    const checked = [...unreadable, ...[...people.values()].flatMap(of => judgePerson(of, asOf))];
    return { asOf, rows, people: people.size, unknownColumns: layout.unknown, checked: checked.sort(byUrgency) };
  });
}

/** Without an ID number, a name and a workplace are one person. */
function gather(people: Map<string, Row[]>, row: Row): void {
  const key = row.idNumber || `${plainName(row.name)} ${row.employer ?? ''}`;
  const others = people.get(key);
  if (others === undefined) people.set(key, [row]);
  else others.push(row);
}

function unreadableOf(problems: readonly Problem[]): Checked {
  const nothing = { hoursLeft: null, professionalLeft: null, deadline: null, clauses: [], employer: null, kind: null };
  return { line: problems[0]!.line, name: '', no: '', finding: 'unreadable', ...nothing, problems };
}

function judgePerson(rows: readonly Row[], asOf: Day): Checked[] {
  const { after } = takeIn(undefined, rows, { at: 0, who: '' });
  return factsOf(after, asOf).map(({ certificate, renewal, hours }) => ({
    line: rows.find(row => row.certificate.no === certificate.no)!.line,
    name: after.name,
    employer: after.employer,
    no: certificate.no,
    kind: certificate.kind,
    problems: [],
    ...(hours === null ? judgeRenewal(renewal) : judgeHours(hours)),
  }));
}

type Judged = Pick<Checked, 'finding' | 'hoursLeft' | 'professionalLeft' | 'deadline' | 'clauses'>;

function judgeRenewal(input: RenewalInput): Judged {
  const { verdict, clauses } = explainRenewal(input);
  const { outcome, deadline } = verdict;
  // A certificate that needs no exchange is asked for its yearly hours, and these for the day of issue.
  const finding = outcome === 'not-required' ? 'needs-information' : outcome;
  return { finding, hoursLeft: null, professionalLeft: null, deadline, clauses };
}

function judgeHours(input: HoursInput): Judged {
  const { result, safe, clauses } = explainHours(input);
  return {
    finding: findingOf(result.standing, result.status, (safe?.hours ?? 0) > 0),
    hoursLeft: safe?.hours ?? 0,
    professionalLeft: safe?.professionalHours ?? 0,
    deadline: safe?.by ?? null,
    clauses,
  };
}

function findingOf(
  standing: 'in-force' | 'disputed' | 'void' | null,
  status: 'not-yet-due' | 'met' | 'open',
  more: boolean,
): FindingName {
  if (standing === 'void' || standing === 'disputed') return standing;
  if (status === 'not-yet-due') return status;
  if (standing === null) return status === 'open' ? 'safety-open' : 'safety-met';
  if (status === 'open') return 'open';
  return more ? 'keep-more' : 'met';
}

function byUrgency(one: Checked, other: Checked): number {
  return (
    FINDINGS.indexOf(one.finding) - FINDINGS.indexOf(other.finding) ||
    (other.hoursLeft ?? 0) - (one.hoursLeft ?? 0) ||
    one.line - other.line
  );
}
