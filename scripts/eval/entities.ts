import type { Fact } from '../../src/understanding/index.ts';
import type { Outcome } from './measure.ts';
import { FACT_KEYS, type FactKey } from './messages.ts';

/** Facts found, against those that a corpus names. */
export interface FactFigures {
  name: string;
  precision: number;
  recall: number;
  expected: number;
}

type Entity = keyof NonNullable<Outcome['message']['entities']>;
type Reader = (fact: Fact) => unknown;

/** Which fact answers to which entity, and how its value is written there. */
const ENTITIES: Record<Entity, Reader> = {
  code: fact => (fact.name === 'certificate.code' ? fact.value : undefined),
  issueYear: fact => (fact.name.startsWith('certificate.issuedOn') ? String(fact.value).slice(0, 4) : undefined),
  kind: fact => (fact.name === 'certificate.kind' ? fact.value : undefined),
  date: fact => (fact.name === 'certificate.validUntil' || fact.name === 'asOf' ? fact.value : undefined),
  hours: fact => (fact.name === 'training.hours' ? fact.value : fact.name === 'record' ? fact.value.hours : undefined),
};

const FACTS = Object.fromEntries(FACT_KEYS.map(key => [key, readerOf(key)])) as Record<FactKey, Reader>;

function readerOf(key: FactKey): Reader {
  if (key === 'professionalHours')
    return fact => (fact.name === 'record' ? fact.value.professionalHours : valueIf(fact, `training.${key}`));
  return fact => valueIf(fact, key) ?? valueIf(fact, `certificate.${key}`) ?? valueIf(fact, `training.${key}`);
}

const valueIf = (fact: Fact, name: string): unknown => (fact.name === name ? fact.value : undefined);

/** Only messages in which such facts are marked are counted; a fact that is denied is not one. */
export function factFiguresOf(outcomes: readonly Outcome[]): FactFigures[] {
  return [
    ...figuresWith(outcomes, ENTITIES, ({ message }) => message.entities),
    ...figuresWith(outcomes, FACTS, ({ message }) => message.facts),
  ];
}

function figuresWith<K extends string>(
  outcomes: readonly Outcome[],
  readers: Record<K, Reader>,
  marked: (outcome: Outcome) => Partial<Record<K, unknown>> | undefined,
): FactFigures[] {
  const told = outcomes.filter(outcome => marked(outcome));
  return (Object.keys(readers) as K[]).map(name => {
    let [hits, found, expected] = [0, 0, 0];
    for (const outcome of told) {
      const truth = marked(outcome)![name];
      const facts = outcome.understanding.facts.filter(fact => !fact.negated);
      const values = new Set(facts.map(readers[name]).filter(value => value !== undefined && value !== null));
      const written = new Set([...values].map(String));
      if (truth !== undefined) expected++;
      if (truth !== undefined && written.has(String(truth))) hits++;
      found += written.size;
    }
    return { name, precision: found === 0 ? 1 : hits / found, recall: expected === 0 ? 1 : hits / expected, expected };
  });
}
