import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessRenewal,
  explainRenewal,
  OUTCOMES,
  type RenewalInput,
  type RenewalVerdict,
} from '../../src/rules/index.ts';
import { type Facts, FILLS, missingIn, outcomeOf, reasonsFor } from './renewal-oracle.ts';

const KINDS = [null, 'training', 'electronic', 'safety-officer', 'post', 'other'] as const;
/** One day for each stretch of time in which the notice says something else. */
const DAYS = ['2020-10-15', '2020-11-11', '2021-01-01'];
const NAMES = Object.keys(FILLS) as (keyof typeof FILLS)[];

/** Every combination of a good value, a bad one and not known, for every field. */
function* combinations(kind: Facts['kind'], asOf: string): Generator<Facts> {
  for (let code = 0; code < 3 ** NAMES.length; code += 1) {
    const values = NAMES.map((name, place) => [name, FILLS[name][Math.floor(code / 3 ** place) % 3] ?? null]);
    yield { asOf, kind, ...Object.fromEntries(values) } as Facts;
  }
}

function inputOf({ asOf, hours, professionalHours, passed, ...certificate }: Facts): RenewalInput {
  return { asOf, certificate, training: { hours, professionalHours, passed } };
}

function expected(facts: Facts): RenewalVerdict {
  const outcome = outcomeOf(facts);
  const deadline = facts.kind === 'training' && outcome !== 'out-of-scope' ? '2020-12-31' : null;
  return {
    rules: 'hainan-2020-135/1',
    outcome,
    reasons: reasonsFor(facts),
    missing: missingIn(facts),
    deadline,
  } as RenewalVerdict;
}

describe.each(KINDS)('every combination of known and unknown facts of a certificate of kind %s', kind => {
  it.each(DAYS)('1.1–1.3: gets exactly the outcome, reasons and missing fields of the table on %s', asOf => {
    for (const facts of combinations(kind, asOf)) {
      const [is, should] = [assessRenewal(inputOf(facts)), expected(facts)];
      if (JSON.stringify(is) !== JSON.stringify(should)) expect({ facts, ...is }).toEqual({ facts, ...should });
    }
  });
});

it('1.1–1.3: what is still possible is exactly what filling in the unknown facts can bring', () => {
  // The other kinds settle at once.
  for (const kind of [null, 'training', 'safety-officer'] as const)
    for (const asOf of DAYS)
      for (const facts of combinations(kind, asOf)) {
        const unknown = NAMES.filter(name => facts[name] === null);
        // Two unknown facts at a time show every kind of question and how two of them meet.
        if (unknown.length > 2) continue;
        const { verdict, possible } = explainRenewal(inputOf(facts));
        const fillings = verdict.missing.length === 0 ? [verdict.outcome] : fillIn(facts, unknown).map(outcomeOf);
        const should = OUTCOMES.filter(outcome => fillings.includes(outcome));
        if (possible.join() !== should.join()) expect({ facts, possible }).toEqual({ facts, possible: should });
      }
});

it('1.1–1.3: any facts whatever get what the table says', () => {
  const day = fc
    .date({ min: new Date('2014-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10));
  const hours = fc.integer({ min: 2000, max: 4000 }).map(hundredths => hundredths / 100);
  const unsure = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
  const facts = fc.record<Facts>({
    asOf: fc.oneof(day, fc.constantFrom('2020-11-10', '2020-11-11', '2020-12-31', '2021-01-01')),
    kind: unsure(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('training' as const) },
        { weight: 1, arbitrary: fc.constantFrom('electronic', 'safety-officer', 'post', 'other') },
      ),
    ),
    code: unsure(
      fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 100, max: 116 }).map(String) },
        { weight: 1, arbitrary: fc.string() },
      ),
    ),
    issuedOn: unsure(
      fc.oneof(
        day,
        day.map(text => text.slice(0, 4)),
      ),
    ),
    issuer: unsure(fc.constantFrom('hainan-leading-group-office', 'hainan-leading-group-office', 'other')),
    inNationalSystem: unsure(fc.boolean()),
    archiveVerified: unsure(fc.boolean()),
    hours: unsure(hours),
    professionalHours: unsure(hours),
    passed: unsure(fc.boolean()),
  });
  const valid = facts.filter(
    ({ hours, professionalHours }) => hours === null || professionalHours === null || professionalHours <= hours,
  );
  fc.assert(
    fc.property(valid, one => {
      expect(assessRenewal(inputOf(one))).toEqual(expected(one));
    }),
    { numRuns: 2000 },
  );
});

function fillIn(facts: Facts, unknown: readonly (keyof typeof FILLS)[]): Facts[] {
  const [name, ...others] = unknown;
  if (name !== undefined) return FILLS[name].flatMap(value => fillIn({ ...facts, [name]: value }, others));
  if (facts.kind !== null) return [facts];
  return KINDS.filter(kind => kind !== null).map(kind => ({ ...facts, kind }));
}
