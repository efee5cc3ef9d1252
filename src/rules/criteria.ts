import type { CertificateKind, ClauseId, Issuer, Policy, Trade } from '../policies/policy.ts';
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
  required(policy: Policy): RenewalMeasures[Fact]['required'];
  source(policy: Policy, facts: RenewalFacts): { clause: ClauseId; checkedOn: Day };
  met(facts: RenewalFacts, policy: Policy): boolean;
  /** Whether an outcome of this row of the table has looked at the fact. */
  listed(facts: RenewalFacts, row: number): boolean;
}

const WITHIN_NOTICE: readonly CertificateKind[] = ['training', 'electronic', 'safety-officer'];

function criterion<Fact extends RenewalFactName>(criterion: Criterion<Fact>): Criterion {
  // A criterion is only ever asked about its own fact; the list needs one common type.
  return criterion as unknown as Criterion;
}

/** Every fact with its clause, in the order in which reasons are given. */
export const CRITERIA: readonly Criterion[] = [
  criterion({
    fact: 'kind',
    field: 'certificate.kind',
    held: ({ kind }) => kind,
    required: () => WITHIN_NOTICE,
    source: ({ exchange }, { kind }) => exchange.kinds[kind ?? 'training'],
    met: ({ kind }) => kind !== null && WITHIN_NOTICE.includes(kind),
    listed: () => true,
  }),
  criterion({
    fact: 'code',
    field: 'certificate.code',
    held: ({ code }) => code,
    required: ({ exchange }) => exchange.codes.value,
    source: ({ exchange }) => exchange.codes,
    met: ({ code }, { exchange }) => exchange.codes.value.some(trade => trade.code === code),
    listed: ({ kind }) => kind === 'training',
  }),
  criterion({
    fact: 'issue-year',
    field: 'certificate.issuedOn',
    held: ({ issuedOn }) => issueYear(issuedOn),
    required: ({ exchange }) => ({ from: exchange.firstIssueYear.value, to: exchange.lastIssueYear.value }),
    source: ({ exchange }) => exchange.firstIssueYear,
    met: ({ issuedOn }, { exchange }) => {
      const year = issueYear(issuedOn);
      return year !== null && year >= exchange.firstIssueYear.value && year <= exchange.lastIssueYear.value;
    },
    listed: ({ kind }) => kind === 'training',
  }),
  criterion({
    fact: 'issuer',
    field: 'certificate.issuer',
    held: ({ issuer }) => issuer,
    required: ({ exchange }) => exchange.issuer.value,
    source: ({ exchange, annual }, { kind }) =>
      kind === 'safety-officer' ? annual.safetyOfficer.issuer : exchange.issuer,
    met: ({ issuer }, { exchange }) => issuer === exchange.issuer.value.id,
    listed: ({ kind }) => kind === 'training' || kind === 'safety-officer',
  }),
  criterion({
    fact: 'deadline',
    field: 'asOf',
    held: ({ asOf }) => asOf,
    required: ({ exchange }) => exchange.lastDay.value,
    source: ({ exchange }) => exchange.lastDay,
    met: ({ asOf }, { exchange }) => asOf <= exchange.lastDay.value,
    listed: (_, row) => row >= 5,
  }),
  criterion({
    fact: 'national-system',
    field: 'certificate.inNationalSystem',
    held: ({ inNationalSystem }) => inNationalSystem,
    required: () => true,
    source: ({ exchange }) => exchange.system,
    met: ({ inNationalSystem }) => inNationalSystem === true,
    listed: (_, row) => row >= 7,
  }),
  criterion({
    fact: 'archive',
    field: 'certificate.archiveVerified',
    held: ({ archiveVerified }) => archiveVerified,
    required: () => true,
    source: ({ exchange }) => exchange.archivePlace,
    met: ({ archiveVerified }) => archiveVerified === true,
    listed: ({ inNationalSystem }, row) => row >= 7 && inNationalSystem !== true,
  }),
  criterion({
    fact: 'archive-deadline',
    field: 'asOf',
    held: ({ asOf }) => asOf,
    required: ({ exchange }) => exchange.archiveLastDay.value,
    source: ({ exchange }) => exchange.archiveLastDay,
    met: ({ asOf }, { exchange }) => asOf <= exchange.archiveLastDay.value,
    listed: (_, row) => row === 8 || row === 9,
  }),
  criterion({
    fact: 'hours',
    field: 'training.hours',
    held: ({ hours }) => hours,
    required: ({ exchange }) => exchange.hours.value,
    source: ({ exchange }) => exchange.hours,
    met: ({ hours }, { exchange }) => hours !== null && hours >= exchange.hours.value,
    listed: (_, row) => row >= 10,
  }),
  criterion({
    fact: 'professional-hours',
    field: 'training.professionalHours',
    held: ({ professionalHours }) => professionalHours,
    required: ({ exchange }) => exchange.professionalHours.value,
    source: ({ exchange }) => exchange.professionalHours,
    met: ({ professionalHours }, { exchange }) =>
      professionalHours !== null && professionalHours >= exchange.professionalHours.value,
    listed: (_, row) => row >= 10,
  }),
  criterion({
    fact: 'assessment',
    field: 'training.passed',
    held: ({ passed }) => passed,
    required: ({ exchange }) => exchange.assessment.value,
    source: ({ exchange }) => exchange.assessment,
    met: ({ passed }) => passed === true,
    listed: (_, row) => row >= 10,
  }),
];
