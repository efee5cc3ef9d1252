import { assessHours, assessRenewal, type Day, type Policy } from '../rules/index.ts';
import { factsOf } from './facts.ts';
import { maskedName } from './names.ts';
import type { Person } from './person.ts';

/** A verdict that another policy would change, and for how many certificates. */
export interface Change {
  question: 'renewal' | 'hours';
  /** Outcomes; for hours `<standing>/<status>`, as `in-force/open`. */
  from: string;
  to: string;
  certificates: number;
  /** Some of the people, as `王**`. */
  examplesMasked: readonly string[];
}

export interface PolicyDiff {
  before: string;
  after: string;
  people: number;
  certificates: number;
  /** The most frequent first. */
  changes: readonly Change[];
}

const MOST_EXAMPLES = 3;

/** Whose verdicts another policy would change, over everybody, as of a day; nothing is written. */
export async function diffPolicies(
  everyone: AsyncIterable<{ person: Person }>,
  { before, after, asOf }: { before: Policy; after: Policy; asOf: Day },
): Promise<PolicyDiff> {
  const changes = new Map<string, Change & { examplesMasked: string[] }>();
  let [people, certificates] = [0, 0];
  for await (const { person } of everyone) {
    people += 1;
    certificates += person.certificates.length;
    for (const { question, from, to } of changesFor(person, before, after, asOf)) {
      const key = `${question} ${from} ${to}`;
      const known = changes.get(key) ?? { question, from, to, certificates: 0, examplesMasked: [] };
      known.certificates += 1;
      if (known.examplesMasked.length < MOST_EXAMPLES) known.examplesMasked.push(maskedName(person.name));
      changes.set(key, known);
    }
  }
  return {
    before: `${before.id}/${before.version}`,
    after: `${after.id}/${after.version}`,
    people,
    certificates,
    changes: [...changes.values()].sort((one, other) => other.certificates - one.certificates),
  };
}

function changesFor(
  person: Person,
  before: Policy,
  after: Policy,
  asOf: Day,
): Pick<Change, 'question' | 'from' | 'to'>[] {
  return factsOf(person, asOf).flatMap(({ renewal, hours }) => {
    const [outcomeWas, outcomeIs] = [before, after].map(policy => assessRenewal(renewal, policy).outcome);
    const [hoursWere, hoursAre] = [before, after].map(policy => {
      const result = hours && assessHours(hours, policy);
      return result && `${result.standing ?? 'no-standing'}/${result.status}`;
    });
    return [
      { question: 'renewal' as const, from: outcomeWas!, to: outcomeIs! },
      { question: 'hours' as const, from: hoursWere ?? '', to: hoursAre ?? '' },
    ].filter(({ from, to }) => from !== to);
  });
}
