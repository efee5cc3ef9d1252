import type { Fact } from '../../src/understanding/index.ts';
import type { Outcome } from './measure.ts';

/** Facts found, against the entities that a corpus names. */
export interface FactFigures {
  name: string;
  precision: number;
  recall: number;
  expected: number;
}

type Entities = NonNullable<Outcome['message']['entities']>;

/** Which fact answers to which entity, and how its value is written there. */
const READERS: Record<keyof Entities, (fact: Fact) => string | null> = {
  code: fact => (fact.name === 'certificate.code' ? fact.value : null),
  issueYear: fact => (fact.name.startsWith('certificate.issuedOn') ? String(fact.value).slice(0, 4) : null),
  kind: fact => (fact.name === 'certificate.kind' ? fact.value : null),
  date: fact => (fact.name === 'certificate.validUntil' || fact.name === 'asOf' ? fact.value : null),
  hours: fact =>
    fact.name === 'training.hours' ? String(fact.value) : fact.name === 'record' ? hoursOf(fact.value) : null,
};

const hoursOf = ({ hours }: { hours?: number }): string | null => (hours === undefined ? null : String(hours));

/** Only messages that name entities are counted; a fact that is denied is not one. */
export function factFiguresOf(outcomes: readonly Outcome[]): FactFigures[] {
  const named = outcomes.filter(({ message }) => message.entities);
  return (Object.keys(READERS) as (keyof Entities)[]).map(name => {
    let [hits, found, expected] = [0, 0, 0];
    for (const { message, understanding } of named) {
      const truth = message.entities![name];
      const values = understanding.facts
        .filter(fact => !fact.negated)
        .map(READERS[name])
        .filter(value => value !== null);
      if (truth !== undefined) expected++;
      if (truth !== undefined && values.includes(String(truth))) hits++;
      found += new Set(values).size;
    }
    return { name, precision: found === 0 ? 1 : hits / found, recall: expected === 0 ? 1 : hits / expected, expected };
  });
}
