import { hainanValues } from '../policies/hainan-2020-135/values.ts';
import type { ClauseId, PolicyValues } from '../policies/policy.ts';
import {
  archive,
  archiveDeadline,
  assessment,
  CRITERIA,
  type Criterion,
  code,
  deadline,
  hours,
  issuedIn,
  issuer,
  kind,
  meets,
  nationalSystem,
  professionalHours,
  type RenewalFactName,
} from './criteria.ts';
import type { Day } from './day.ts';
import { type Field, type RenewalFacts, type RenewalInput, readRenewal } from './input.ts';

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
export function assessRenewal(input: RenewalInput, policy: PolicyValues = hainanValues): RenewalVerdict {
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

type Step = (facts: RenewalFacts, policy: PolicyValues) => Finding | undefined;

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
export function decide(facts: RenewalFacts, policy: PolicyValues): Finding[] {
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

export function verdictOf(facts: RenewalFacts, findings: readonly Finding[], policy: PolicyValues): RenewalVerdict {
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

function reasonsFor(facts: RenewalFacts, row: number, policy: PolicyValues): RenewalReason[] {
  const reasons: RenewalReason[] = [];
  for (const criterion of CRITERIA) {
    const met = criterion.listed(facts, row) ? meets(facts, criterion, policy) : null;
    if (met !== null) reasons.push({ clause: criterion.source(policy, facts).clause, fact: criterion.fact, met });
  }
  return reasons;
}

const NONE: readonly Field[] = [];
const SCOPE: readonly Criterion[] = [code, issuedIn, issuer];
const ARCHIVE: readonly Criterion[] = [nationalSystem, archive];
const TRAINING: readonly Criterion[] = [hours, professionalHours, assessment];

function outsideScope(facts: RenewalFacts, policy: PolicyValues): Finding | undefined {
  const fails = (criterion: Criterion) => meets(facts, criterion, policy) === false;
  const outside =
    fails(kind) ||
    (facts.kind === 'training' && SCOPE.some(fails)) ||
    (facts.kind === 'safety-officer' && fails(issuer));
  return outside ? settled(3, 'out-of-scope') : undefined;
}

function safetyOfficerIssuer(facts: RenewalFacts): Finding | undefined {
  return facts.kind === 'safety-officer' ? asking(4, [issuer], facts, 'out-of-scope') : undefined;
}

function exchangeNotRequired(facts: RenewalFacts): Finding | undefined {
  return facts.kind === 'training' ? undefined : settled(2, 'not-required');
}

function exchangeOpen(facts: RenewalFacts, policy: PolicyValues): Finding | undefined {
  return meets(facts, deadline, policy) ? undefined : settled(5, 'closed');
}

function scopeKnown(facts: RenewalFacts): Finding | undefined {
  return asking(6, SCOPE, facts, 'out-of-scope');
}

function archiveSettled(facts: RenewalFacts, policy: PolicyValues): Finding | undefined {
  if (ARCHIVE.some(criterion => meets(facts, criterion, policy))) return undefined;
  const inTime = meets(facts, archiveDeadline, policy);
  const outcome = inTime ? 'archive-check' : 'archive-late';
  return asking(7, ARCHIVE, facts, outcome) ?? settled(inTime ? 8 : 9, outcome);
}

function trainingDone(facts: RenewalFacts, policy: PolicyValues): Finding | undefined {
  if (TRAINING.some(criterion => meets(facts, criterion, policy) === false)) return settled(11, 'training-first');
  return asking(10, TRAINING, facts, 'training-first');
}

function everythingMet(): Finding {
  return settled(12, 'ready');
}

function settled(row: number, outcome: Outcome): Finding {
  return { row, asks: NONE, outcome };
}

/** Asks for those of the facts that are not known; undefined when all are. */
function asking(
  row: number,
  criteria: readonly Criterion[],
  facts: RenewalFacts,
  outcome: Outcome,
): Finding | undefined {
  const asks: Field[] = [];
  for (const { held, field } of criteria) if (held(facts) === null) asks.push(field as Field);
  return asks.length === 0 ? undefined : { row, asks, outcome };
}
