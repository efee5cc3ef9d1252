import { hainan } from '../policies/hainan-2020-135/index.ts';
import type { ClauseId, Policy } from '../policies/policy.ts';
import { CRITERIA, type RenewalFactName } from './criteria.ts';
import type { Day } from './day.ts';
import { type Field, issueYear, type RenewalFacts, type RenewalInput, readRenewal } from './input.ts';

/** Everything that `assessRenewal` can say. */
export const OUTCOMES = [
  'needs-information',
  'not-required',
  'out-of-scope',
  'closed',
  'archive-check',
  'archive-late',
  'training-first',
  'ready',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RenewalReason {
  clause: ClauseId;
  fact: RenewalFactName;
  met: boolean;
}

export interface RenewalVerdict {
  /** The policy and its version. */
  rules: string;
  outcome: Outcome;
  /** One for each fact that is known and that the outcome has looked at. */
  reasons: RenewalReason[];
  /** The unknown fields that can still change the outcome, in the order of the input. */
  missing: Field[];
  /** The last day of the exchange, for a certificate that may be exchanged. */
  deadline: Day | null;
}

/** Whether a certificate can be exchanged, by the policy: pure, synchronous, no clock. Throws a `RulesInputError` for bad input. */
export function assessRenewal(input: RenewalInput, policy: Policy = hainan): RenewalVerdict {
  const facts = readRenewal(input, policy.exchange.issuer.value.id);
  return verdictOf(facts, decide(facts, policy), policy);
}

/** What one row of the outcome table finds. */
export interface Finding {
  /** The row of the outcome table in the documentation of the interface. */
  row: number;
  /** The unknown fields that this row waits for; with none of them the outcome stands and no later row is looked at. */
  asks: readonly Field[];
  /** The outcome if this row does not let the certificate pass. */
  outcome: Outcome;
}

type Step = (facts: RenewalFacts, policy: Policy) => Finding | undefined;

/**
 * The outcome table, a step a row (2 stands behind 3 and 4, which it excludes). A step lets pass, settles the outcome, or asks;
 * the walk goes on behind a question, for what comes later may matter too. So outcome and `missing` come from one and the same walk.
 */
const STEPS: readonly Step[] = [
  outsideScope,
  safetyOfficerIssuer,
  exchangeNotRequired,
  exchangeOpen,
  scopeKnown,
  archiveSettled,
  trainingDone,
  everythingMet,
];

/** What the walk over the outcome table found: questions, and as the last one the finding that settles. */
export function decide(facts: RenewalFacts, policy: Policy): Finding[] {
  // Without the kind nothing else is worth asking.
  if (facts.kind === null) return [{ row: 1, asks: ['certificate.kind'], outcome: 'needs-information' }];
  const findings: Finding[] = [];
  for (const step of STEPS) {
    const finding = step(facts, policy);
    if (finding === undefined) continue;
    findings.push(finding);
    if (finding.asks.length === 0) break;
  }
  return findings;
}

export function verdictOf(facts: RenewalFacts, findings: readonly Finding[], policy: Policy): RenewalVerdict {
  const first = findings[0]!;
  const outcome = first.asks.length === 0 ? first.outcome : 'needs-information';
  const missing: Field[] = [];
  for (const { asks } of findings) missing.push(...asks);
  return {
    rules: `${policy.id}/${policy.version}`,
    outcome,
    reasons: reasonsFor(facts, first.row, policy),
    missing,
    deadline: facts.kind === 'training' && outcome !== 'out-of-scope' ? policy.exchange.lastDay.value : null,
  };
}

function reasonsFor(facts: RenewalFacts, row: number, policy: Policy): RenewalReason[] {
  const reasons: RenewalReason[] = [];
  for (const criterion of CRITERIA)
    if (criterion.listed(facts, row) && criterion.held(facts) !== null)
      reasons.push({
        clause: criterion.source(policy, facts).clause,
        fact: criterion.fact,
        met: criterion.met(facts, policy),
      });
  return reasons;
}

function outsideScope(facts: RenewalFacts, policy: Policy): Finding | undefined {
  if (facts.kind === 'electronic') return undefined;
  const { code, issueYear: issued, issuer } = fails(facts, policy);
  const outside =
    facts.kind === 'training' ? issuer || issued || code : facts.kind === 'safety-officer' ? issuer : true;
  return outside ? settled(3, 'out-of-scope') : undefined;
}

/** Which facts of the scope are known to fail. */
function fails({ code, issuedOn, issuer }: RenewalFacts, { exchange }: Policy) {
  const issued = issueYear(issuedOn);
  return {
    code: code !== null && !exchange.codes.value.some(trade => trade.code === code),
    issueYear: issued !== null && (issued < exchange.firstIssueYear.value || issued > exchange.lastIssueYear.value),
    issuer: issuer !== null && issuer !== exchange.issuer.value.id,
  };
}

function safetyOfficerIssuer({ kind, issuer }: RenewalFacts): Finding | undefined {
  if (kind !== 'safety-officer' || issuer !== null) return undefined;
  return { row: 4, asks: ['certificate.issuer'], outcome: 'out-of-scope' };
}

function exchangeNotRequired({ kind }: RenewalFacts): Finding | undefined {
  return kind === 'training' ? undefined : settled(2, 'not-required');
}

function exchangeOpen({ asOf }: RenewalFacts, { exchange }: Policy): Finding | undefined {
  return asOf > exchange.lastDay.value ? settled(5, 'closed') : undefined;
}

function scopeKnown({ code, issuedOn, issuer }: RenewalFacts): Finding | undefined {
  const asks: Field[] = [];
  if (code === null) asks.push('certificate.code');
  if (issuedOn === null) asks.push('certificate.issuedOn');
  if (issuer === null) asks.push('certificate.issuer');
  return asks.length === 0 ? undefined : { row: 6, asks, outcome: 'out-of-scope' };
}

function archiveSettled(
  { asOf, inNationalSystem, archiveVerified }: RenewalFacts,
  { exchange }: Policy,
): Finding | undefined {
  if (inNationalSystem === true || archiveVerified === true) return undefined;
  const asks: Field[] = [];
  if (inNationalSystem === null) asks.push('certificate.inNationalSystem');
  if (archiveVerified === null) asks.push('certificate.archiveVerified');
  const late = asOf > exchange.archiveLastDay.value;
  return { row: asks.length > 0 ? 7 : late ? 9 : 8, asks, outcome: late ? 'archive-late' : 'archive-check' };
}

function trainingDone({ hours, professionalHours, passed }: RenewalFacts, { exchange }: Policy): Finding | undefined {
  const tooFew = hours !== null && hours < exchange.hours.value;
  const tooFewProfessional = professionalHours !== null && professionalHours < exchange.professionalHours.value;
  if (tooFew || tooFewProfessional || passed === false) return settled(11, 'training-first');
  const asks: Field[] = [];
  if (hours === null) asks.push('training.hours');
  if (professionalHours === null) asks.push('training.professionalHours');
  if (passed === null) asks.push('training.passed');
  return asks.length === 0 ? undefined : { row: 10, asks, outcome: 'training-first' };
}

function everythingMet(): Finding {
  return settled(12, 'ready');
}

function settled(row: number, outcome: Outcome): Finding {
  return { row, asks: [], outcome };
}
