import {
  type ClauseId,
  type Day,
  explainHours,
  explainRenewal,
  type HoursInput,
  type HoursResult,
  hainan,
  type Outcome,
  type RenewalInput,
  type RenewalVerdict,
} from '../rules/index.ts';
import { type Field, REQUIRED_TO_CHECK } from './columns.ts';
import { factsOf } from './facts.ts';
import { takeIn } from './merge.ts';
import { plainName } from './names.ts';
import { areTwins, type Certificate } from './person.ts';
import type { Problem, Row, ToldIn } from './row.ts';
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
  'left-post',
  'keep-more',
  'open',
  'safety-open',
  'safety-short',
  'records-unclear',
  'needs-information',
  'closed',
  'out-of-scope',
  'not-yet-due',
  'safety-not-due',
  'safety-met',
  'met',
] as const satisfies readonly (Exclude<Outcome, 'not-required'> | string)[];
export type FindingName = (typeof FINDINGS)[number];

/** Why a certificate is turned away or what of it is to be settled; each is a text of `check-why`. */
export type Why = 'code' | 'issue-year' | 'issuer' | 'post' | 'other' | 'safety-issuer' | 'unnamed-code' | 'left-post';

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
  why: readonly Why[];
  /** Columns without which nothing can be said. */
  missing: readonly Field[];
  /** Past years that fell short, of a safety officer. */
  shortYears: readonly number[];
  problems: readonly Problem[];
}

export interface CheckResult {
  asOf: Day;
  rows: number;
  people: number;
  unknownColumns: readonly string[];
  /** Sheets of the workbook that were not read, though something stands in them. */
  otherSheets: readonly string[];
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
      unreadable.push(...batch.rejected.map((problems, index) => unreadableOf(problems, batch.told[index]!)));
      rows += batch.rows.length + batch.rejected.length;
      onProgress?.(batch.line, batch.of);
    }
    const checked = [...unreadable, ...[...people.values()].flatMap(of => judgePerson(of, asOf))];
    const unread = { unknownColumns: layout.unknown, otherSheets: layout.otherSheets };
    return { asOf, rows, people: people.size, ...unread, checked: checked.sort(byUrgency) };
  });
}

/** Without an ID number, a name and a workplace are one person. */
function gather(people: Map<string, Row[]>, row: Row): void {
  const key = row.idNumber || `${plainName(row.name)} ${row.employer ?? ''}`;
  const others = people.get(key);
  if (others === undefined) people.set(key, [row]);
  else others.push(row);
}

const NOTHING = {
  hoursLeft: null,
  professionalLeft: null,
  deadline: null,
  clauses: [],
  why: [],
  missing: [],
  shortYears: [],
} as const;

/** Whose it is can be read most of the time, also where something else of the row cannot. */
function unreadableOf(problems: readonly Problem[], told: ToldIn): Checked {
  return { line: problems[0]!.line, ...told, kind: null, finding: 'unreadable', ...NOTHING, problems };
}

function judgePerson(rows: readonly Row[], asOf: Day): Checked[] {
  const { after } = takeIn(undefined, rows, { at: 0, who: '' });
  return factsOf(after, asOf).map(({ certificate, renewal, hours }) => {
    const own = rows.filter(row => row.certificate.no === certificate.no);
    return {
      line: own[0]!.line,
      name: after.name,
      employer: after.employer,
      no: certificate.no,
      kind: certificate.kind,
      problems: [],
      ...(hasTwins(own)
        ? { ...NOTHING, finding: 'records-unclear' as const }
        : hours === null
          ? judgeRenewal(renewal)
          : judgeHours(hours)),
    };
  });
}

/** Two rows that cannot be told apart may be two courses, which add up, or one course twice: nothing is said on half the hours. */
function hasTwins(rows: readonly Row[]): boolean {
  const records = rows.flatMap(({ record }) => (record === null ? [] : [record]));
  return records.some((one, index) => records.slice(0, index).some(other => areTwins(one, other)));
}

type Judged = Pick<
  Checked,
  'finding' | 'hoursLeft' | 'professionalLeft' | 'deadline' | 'clauses' | 'why' | 'missing' | 'shortYears'
>;

function judgeRenewal(input: RenewalInput): Judged {
  const { verdict, clauses } = explainRenewal(input);
  const { outcome, deadline, missing } = verdict;
  // A certificate that needs no exchange is asked for its yearly hours, and these for the day of issue.
  if (outcome === 'not-required')
    return { ...NOTHING, finding: 'needs-information', deadline, clauses: ['2.1'], missing: ['issued_on'] };
  return {
    ...NOTHING,
    finding: outcome,
    deadline,
    clauses,
    why: outcome === 'out-of-scope' ? whyTurnedAway(input, verdict) : [],
    missing: missing.map(field => FIELD_OF[field]),
  };
}

const FIELD_OF: Readonly<Record<RenewalVerdict['missing'][number], Field>> = {
  'certificate.kind': 'certificate_kind',
  'certificate.code': 'trade_code',
  'certificate.issuedOn': 'issued_on',
  'certificate.issuer': 'issuer',
  'certificate.inNationalSystem': 'in_national_system',
  'certificate.archiveVerified': 'archive_verified',
  'training.hours': 'hours',
  'training.professionalHours': 'professional_hours',
  'training.passed': 'passed',
};

function whyTurnedAway({ certificate }: RenewalInput, { reasons }: RenewalVerdict): Why[] {
  const { kind, code } = certificate ?? {};
  if (kind === 'post' || kind === 'other') return [kind];
  if (kind === 'safety-officer') return ['safety-issuer'];
  const failing = reasons.filter(({ met }) => !met).map(({ fact }) => fact as Why);
  const isUnnamed = typeof code === 'string' && hainan.exchange.unnamedCodes.includes(code);
  return isUnnamed ? [...failing, 'unnamed-code'] : failing;
}

function judgeHours(input: HoursInput): Judged {
  const { result, safe, clauses } = explainHours(input);
  const shortYears =
    result.standing === null ? result.years.filter(({ status }) => status === 'short').map(({ year }) => year) : [];
  return {
    finding: findingOf(result, (safe?.hours ?? 0) > 0, shortYears.length > 0),
    hoursLeft: safe?.hours ?? 0,
    professionalLeft: safe?.professionalHours ?? 0,
    deadline: safe?.by ?? null,
    clauses,
    why: result.void['left-post'] === true ? ['left-post'] : [],
    missing: [],
    shortYears,
  };
}

function findingOf({ standing, status, void: voids }: HoursResult, more: boolean, wasShort: boolean): FindingName {
  if (standing === 'void') return standing;
  if (standing === 'disputed') {
    const byHours = Object.entries(voids).some(([name, isVoid]) => name !== 'left-post' && isVoid === true);
    return byHours ? standing : 'left-post';
  }
  if (standing === null) {
    if (status === 'not-yet-due') return 'safety-not-due';
    return status === 'open' ? 'safety-open' : wasShort ? 'safety-short' : 'safety-met';
  }
  if (status !== 'met') return status;
  return more ? 'keep-more' : 'met';
}

function byUrgency(one: Checked, other: Checked): number {
  return (
    FINDINGS.indexOf(one.finding) - FINDINGS.indexOf(other.finding) ||
    (other.hoursLeft ?? 0) - (one.hoursLeft ?? 0) ||
    one.line - other.line
  );
}
