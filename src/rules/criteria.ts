import type { CertificateKind } from '../policies/kinds.ts';
import type { ClauseId, Issuer, PolicyValues, Trade } from '../policies/policy.ts';
import type { Day } from './day.ts';
import { type Field, issueYear, type RenewalFacts } from './input.ts';

/** What a person's facts are measured against, one entry a fact: what the person has, and what the notice asks for. */
export interface RenewalMeasures {
  kind: { held: CertificateKind; required: readonly CertificateKind[] };
  code: { held: string; required: readonly Trade[] };
  'issue-year': { held: number; required: { from: number; to: number } };
  issuer: { held: string; required: Issuer };
  deadline: { held: Day; required: Day };
  'national-system': { held: boolean; required: true };
  archive: { held: boolean; required: true };
  'archive-deadline': { held: Day; required: Day };
  hours: { held: number; required: number };
  'professional-hours': { held: number; required: number };
  assessment: { held: boolean; required: true };
}
export type RenewalFactName = keyof RenewalMeasures;

/** One fact that an outcome can rest on: what the person has, what the notice asks for, and where it says so. */
export interface Criterion<Fact extends RenewalFactName = RenewalFactName> {
  fact: Fact;
  /** The field of the input that holds it; a deadline is measured against `asOf`, which is always known. */
  field: Field | 'asOf';
  held(facts: RenewalFacts): RenewalMeasures[Fact]['held'] | null;
  required(policy: PolicyValues): RenewalMeasures[Fact]['required'];
  source(policy: PolicyValues, facts: RenewalFacts): { clause: ClauseId; checkedOn: Day };
  /** Whether what is held is what is required; only ever asked when it is known. */
  met(held: RenewalMeasures[Fact]['held'], policy: PolicyValues): boolean;
  /** Whether an outcome of this row of the table has looked at the fact. */
  listed(facts: RenewalFacts, row: number): boolean;
}

// A criterion is only ever given what it held itself; lists of them need one common type.
function criterion<Fact extends RenewalFactName>(one: Criterion<Fact>): Criterion {
  return one as unknown as Criterion;
}

const NAMED_KINDS: readonly CertificateKind[] = ['training', 'electronic', 'safety-officer'];

export const kind = criterion({
  fact: 'kind',
  field: 'certificate.kind',
  held: facts => facts.kind,
  required: () => NAMED_KINDS,
  source: ({ exchange }, facts) => exchange.kinds[facts.kind ?? 'training'],
  met: held => NAMED_KINDS.includes(held),
  listed: () => true,
});

export const code = criterion({
  fact: 'code',
  field: 'certificate.code',
  held: facts => facts.code,
  required: ({ exchange }) => exchange.codes.value,
  source: ({ exchange }) => exchange.codes,
  met: (held, { exchange }) => exchange.codes.value.some(trade => trade.code === held),
  listed: isTraining,
});

export const issuedIn = criterion({
  fact: 'issue-year',
  field: 'certificate.issuedOn',
  held: facts => issueYear(facts.issuedOn),
  required: ({ exchange }) => ({ from: exchange.firstIssueYear.value, to: exchange.lastIssueYear.value }),
  source: ({ exchange }) => exchange.firstIssueYear,
  met: (held, { exchange }) => held >= exchange.firstIssueYear.value && held <= exchange.lastIssueYear.value,
  listed: isTraining,
});

export const issuer = criterion({
  fact: 'issuer',
  field: 'certificate.issuer',
  held: facts => facts.issuer,
  required: ({ exchange }) => exchange.issuer.value,
  source: ({ exchange }, facts) => (isTraining(facts) ? exchange.issuer : exchange.kinds['safety-officer']),
  met: (held, { exchange }) => held === exchange.issuer.value.id,
  listed: facts => isTraining(facts) || facts.kind === 'safety-officer',
});

export const deadline = criterion({
  fact: 'deadline',
  field: 'asOf',
  held: facts => facts.asOf,
  required: ({ exchange }) => exchange.lastDay.value,
  source: ({ exchange }) => exchange.lastDay,
  met: (held, { exchange }) => held <= exchange.lastDay.value,
  listed: (_, row) => row >= 5,
});

export const nationalSystem = criterion({
  fact: 'national-system',
  field: 'certificate.inNationalSystem',
  held: facts => facts.inNationalSystem,
  required: () => true,
  source: ({ exchange }) => exchange.system,
  met: held => held,
  listed: (_, row) => row >= 7,
});

export const archive = criterion({
  fact: 'archive',
  field: 'certificate.archiveVerified',
  held: facts => facts.archiveVerified,
  required: () => true,
  source: ({ exchange }) => exchange.archivePlace,
  met: held => held,
  listed: (facts, row) => row >= 7 && facts.inNationalSystem !== true,
});

export const archiveDeadline = criterion({
  fact: 'archive-deadline',
  field: 'asOf',
  held: facts => facts.asOf,
  required: ({ exchange }) => exchange.archiveLastDay.value,
  source: ({ exchange }) => exchange.archiveLastDay,
  met: (held, { exchange }) => held <= exchange.archiveLastDay.value,
  listed: (_, row) => row === 8 || row === 9,
});

export const hours = criterion({
  fact: 'hours',
  field: 'training.hours',
  held: facts => facts.hours,
  required: ({ exchange }) => exchange.hours.value,
  source: ({ exchange }) => exchange.hours,
  met: (held, { exchange }) => held >= exchange.hours.value,
  listed: (_, row) => row >= 10,
});

export const professionalHours = criterion({
  fact: 'professional-hours',
  field: 'training.professionalHours',
  held: facts => facts.professionalHours,
  required: ({ exchange }) => exchange.professionalHours.value,
  source: ({ exchange }) => exchange.professionalHours,
  met: (held, { exchange }) => held >= exchange.professionalHours.value,
  listed: (_, row) => row >= 10,
});

export const assessment = criterion({
  fact: 'assessment',
  field: 'training.passed',
  held: facts => facts.passed,
  required: () => true,
  source: ({ exchange }) => exchange.assessment,
  met: held => held,
  listed: (_, row) => row >= 10,
});

/** Every fact, in the order in which reasons are given. */
export const CRITERIA: readonly Criterion[] = [
  kind,
  code,
  issuedIn,
  issuer,
  deadline,
  nationalSystem,
  archive,
  archiveDeadline,
  hours,
  professionalHours,
  assessment,
];

function isTraining(facts: RenewalFacts): boolean {
  return facts.kind === 'training';
}

/** Whether the facts meet the criterion; null when that is not known. */
export function meets(facts: RenewalFacts, { held, met }: Criterion, policy: PolicyValues): boolean | null {
  const value = held(facts);
  return value === null ? null : met(value, policy);
}
