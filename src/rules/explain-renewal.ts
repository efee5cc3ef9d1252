import { hainanValues } from '../policies/hainan-2020-135/values.ts';
import { CERTIFICATE_KINDS } from '../policies/kinds.ts';
import type { ClauseId, PolicyValues, Valued } from '../policies/policy.ts';
import { CRITERIA, type Criterion, type RenewalFactName, type RenewalMeasures } from './criteria.ts';
import type { Day } from './day.ts';
import { type Field, type RenewalFacts, type RenewalInput, readRenewal } from './input.ts';
import { type Note, notesOnRenewal } from './notes.ts';
import { decide, type Finding, OUTCOMES, type Outcome, type RenewalVerdict, verdictOf } from './renewal.ts';

/** A verdict with everything that a reply about it can need, so that whoever words it needs no rule of its own. */
export interface RenewalExplanation {
  asOf: Day;
  verdict: RenewalVerdict;
  /** The row of the outcome table that gave the outcome. */
  row: number;
  reasons: ReasonExplained[];
  missing: MissingExplained[];
  /** What can still come out, in the order of `OUTCOMES`; the outcome alone once nothing is missing. */
  possible: Outcome[];
  /** The clauses that the outcome rests on: those of the decisive reasons and of what is missing, each once. */
  clauses: ClauseId[];
  notes: Note[];
}

/** A reason, what the person has, and what the notice asks for, with its clause and the day it was last checked. */
export type ReasonExplained = { [Fact in RenewalFactName]: ReasonAbout<Fact> }[RenewalFactName];
interface ReasonAbout<Fact extends RenewalFactName> {
  fact: Fact;
  clause: ClauseId;
  met: boolean;
  held: RenewalMeasures[Fact]['held'];
  required: Valued<RenewalMeasures[Fact]['required']>;
  /** Whether it made the outcome what it is: all of them for a good one, those not met for the others. */
  decisive: boolean;
}

/** An unknown field that can still change the outcome, what would be asked of it, and what comes out if it fails. */
export type MissingExplained = { [Fact in RenewalFactName]: MissingAbout<Fact> }[RenewalFactName];
interface MissingAbout<Fact extends RenewalFactName> {
  field: Field;
  fact: Fact;
  clause: ClauseId;
  required: Valued<RenewalMeasures[Fact]['required']>;
  /** Null for the kind: what follows differs from kind to kind. */
  otherwise: Outcome | null;
}

const GOOD_OUTCOMES: readonly Outcome[] = ['ready', 'not-required', 'needs-information'];

/** `assessRenewal` with what was held against what, what can still come out, and what a reply must not leave out. */
export function explainRenewal(input: RenewalInput, policy: PolicyValues = hainanValues): RenewalExplanation {
  const facts = readRenewal(input, policy.exchange.issuer.value.id);
  const findings = decide(facts, policy);
  const verdict = verdictOf(facts, findings, policy);
  const reasons = verdict.reasons.map(reason => {
    const criterion = criterionOf(({ fact }) => fact === reason.fact);
    const decisive = GOOD_OUTCOMES.includes(verdict.outcome) || !reason.met;
    return {
      ...reason,
      held: criterion.held(facts),
      required: requiredBy(criterion, facts, policy),
      decisive,
    } as ReasonExplained;
  });
  const missing = findings.flatMap(finding => missingIn(finding, facts, policy));
  return {
    asOf: facts.asOf,
    verdict,
    row: findings[0]!.row,
    reasons,
    missing,
    possible: possibleOutcomes(facts, findings, policy),
    clauses: [...new Set([...reasons.filter(({ decisive }) => decisive), ...missing].map(({ clause }) => clause))],
    notes: notesOnRenewal(facts, verdict, policy),
  };
}

function criterionOf(matches: (criterion: Criterion) => boolean): Criterion {
  return CRITERIA.find(matches)!;
}

function requiredBy(criterion: Criterion, facts: RenewalFacts, policy: PolicyValues): Valued<unknown> {
  const { clause, checkedOn } = criterion.source(policy, facts);
  return { value: criterion.required(policy), clause, checkedOn };
}

function missingIn({ asks, outcome }: Finding, facts: RenewalFacts, policy: PolicyValues): MissingExplained[] {
  return asks.map(field => {
    const criterion = criterionOf(candidate => candidate.field === field);
    const required = requiredBy(criterion, facts, policy);
    const { fact } = criterion;
    return {
      field,
      fact,
      clause: required.clause,
      required,
      otherwise: fact === 'kind' ? null : outcome,
    } as MissingExplained;
  });
}

/** Every question can be answered badly, and when none is, the last finding stands. */
function possibleOutcomes(facts: RenewalFacts, findings: readonly Finding[], policy: PolicyValues): Outcome[] {
  const possible = new Set(
    facts.kind === null
      ? CERTIFICATE_KINDS.flatMap(kind => decide({ ...facts, kind }, policy).map(({ outcome }) => outcome))
      : findings.map(({ outcome }) => outcome),
  );
  return OUTCOMES.filter(outcome => possible.has(outcome));
}
