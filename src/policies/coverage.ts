import type { ClauseId, Policy } from './policy.ts';
import { references } from './policy.ts';

/** Who names which clauses: the answers that people get, and the tests. What the policy's own values name is known already. */
export interface Citations {
  answers: Iterable<ClauseId>;
  tests: Iterable<ClauseId>;
}

export interface Gap {
  clause: ClauseId;
  problem: 'no rule' | 'no answer' | 'no test' | 'no such clause';
}

/**
 * Clause coverage in both directions: every clause of the notice has a rule or value that rests on it, an answer that cites it and a test that
 * names it; and nothing names a clause that the notice does not have. Empty when all is covered.
 */
export function clauseCoverage(policy: Policy, { answers, tests }: Citations): Gap[] {
  const named = {
    'no rule': new Set(clausesNamedBy(policy)),
    'no answer': new Set(answers),
    'no test': new Set(tests),
  };
  const clauses = new Set(policy.clauses.map(({ id }) => id));
  const uncovered = [...clauses].flatMap(clause =>
    (['no rule', 'no answer', 'no test'] as const)
      .filter(problem => !named[problem].has(clause))
      .map(problem => ({ clause, problem })),
  );
  const everywhere = new Set(Object.values(named).flatMap(set => [...set]));
  const unknown = [...everywhere].filter(clause => !clauses.has(clause));
  return [...uncovered, ...unknown.map(clause => ({ clause, problem: 'no such clause' }) as const)];
}

/** The clauses that the values, silences and topics of a policy rest on. */
export function clausesNamedBy(policy: Policy): ClauseId[] {
  return [...references(policy)].filter(({ key }) => key !== 'openPoint').map(({ value }) => value);
}
