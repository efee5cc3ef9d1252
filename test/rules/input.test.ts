import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessHours,
  assessRenewal,
  type HoursInput,
  hainan,
  type RenewalInput,
  RulesInputError,
} from '../../src/rules/index.ts';
import { schemasOf } from '../../src/rules/schema.ts';

const ASSESS = {
  renewal: (input: unknown) => assessRenewal(input as RenewalInput),
  hours: (input: unknown) => assessHours(input as HoursInput),
};
const SCHEMAS = schemasOf(hainan);

/** Where an input is at fault; undefined when it is not. */
function faultIn(kind: keyof typeof ASSESS, input: unknown): string | undefined {
  try {
    ASSESS[kind](input);
    return undefined;
  } catch (error) {
    if (!(error instanceof RulesInputError)) throw error;
    expect(error.message).not.toBe('');
    return error.path;
  }
}
const renewal = (certificate: unknown, training: unknown = null) =>
  faultIn('renewal', { asOf: '2020-10-15', certificate, training });
const hours = (change: object) =>
  faultIn('hours', {
    asOf: '2026-11-22',
    certificate: { kind: 'electronic', issuedOn: '2024' },
    records: [],
    ...change,
  });
const record = (change: object) => hours({ records: [{ year: 2025, hours: 20, professionalHours: 14, ...change }] });

describe('bad input is named by its path', () => {
  it('when it is not an object', () => {
    for (const input of [undefined, null, 7, 'x', true, []]) {
      expect(faultIn('renewal', input)).toBe('');
      expect(faultIn('hours', input)).toBe('');
    }
  });

  it('when a key is unknown, on every level, whatever its name', () => {
    expect(faultIn('renewal', { asOf: '2020-10-15', records: [] })).toBe('records');
    expect(faultIn('renewal', JSON.parse('{"asOf":"2020-10-15","__proto__":{"kind":"training"}}'))).toBe('__proto__');
    expect(renewal(JSON.parse('{"__proto__":null}'))).toBe('certificate.__proto__');
    expect(renewal({ constructor: 1 })).toBe('certificate.constructor');
    expect(renewal({}, { toString: 1 })).toBe('training.toString');
    expect(hours({ training: {} })).toBe('training');
    expect(hours({ certificate: { kind: 'electronic', issuedOn: '2024', validUntil: 1 } })).toBe(
      'certificate.validUntil',
    );
    expect(record({ month: 3 })).toBe('records.0.month');
    expect(renewal({ 'a.b': 1 })).toBe('certificate.a.b');
  });

  it('when a required key is missing or null: the key itself', () => {
    for (const nothing of [null, undefined]) {
      expect(faultIn('renewal', { asOf: nothing })).toBe('asOf');
      expect(hours({ asOf: nothing })).toBe('asOf');
      expect(hours({ certificate: nothing })).toBe('certificate');
      expect(hours({ certificate: { kind: nothing, issuedOn: '2024' } })).toBe('certificate.kind');
      expect(hours({ certificate: { kind: 'electronic', issuedOn: nothing } })).toBe('certificate.issuedOn');
      expect(hours({ records: nothing })).toBe('records');
      expect(hours({ records: [nothing] })).toBe('records.0');
      for (const key of ['year', 'hours', 'professionalHours'])
        expect(record({ [key]: nothing })).toBe(`records.0.${key}`);
    }
    expect(faultIn('renewal', {})).toBe('asOf');
  });

  it('when a value is of the wrong kind', () => {
    expect(renewal('x')).toBe('certificate');
    expect(renewal([])).toBe('certificate');
    expect(renewal({ kind: 'Training' })).toBe('certificate.kind');
    expect(renewal({ code: 101 })).toBe('certificate.code');
    expect(renewal({ issuedOn: 2017 })).toBe('certificate.issuedOn');
    expect(renewal({ issuedOn: '2017-02-29' })).toBe('certificate.issuedOn');
    expect(renewal({ issuer: 'hainan' })).toBe('certificate.issuer');
    expect(renewal({ inNationalSystem: 'true' })).toBe('certificate.inNationalSystem');
    expect(renewal({ archiveVerified: 1 })).toBe('certificate.archiveVerified');
    expect(renewal({}, { passed: 0 })).toBe('training.passed');
    expect(hours({ inPost: 'yes' })).toBe('inPost');
    expect(hours({ certificate: { kind: 'training', issuedOn: '2017' } })).toBe('certificate.kind');
    expect(hours({ records: {} })).toBe('records');
    for (const year of ['2025', 2025.5, 1899, 3000]) expect(record({ year }), String(year)).toBe('records.0.year');
  });

  it('when hours are not a number from 0 to 9999 with at most two decimals', () => {
    for (const bad of [-0.01, 9999.01, Number.POSITIVE_INFINITY, Number.NaN, 0.001, 19.999, 0.1 + 0.2, '32', true]) {
      expect(renewal({}, { hours: bad }), String(bad)).toBe('training.hours');
      expect(record({ hours: bad, professionalHours: 0 }), String(bad)).toBe('records.0.hours');
    }
    const everyNowAndThen = Array.from({ length: 27_025 }, (_, step) => (step * 37) / 100);
    expect(everyNowAndThen.filter(good => record({ hours: good, professionalHours: 0 }) !== undefined)).toEqual([]);
  });

  it('when the professional hours are more than the hours', () => {
    expect(renewal({}, { hours: 20, professionalHours: 20.01 })).toBe('training.professionalHours');
    expect(renewal({}, { professionalHours: 20.01 })).toBeUndefined();
    expect(record({ hours: 0 })).toBe('records.0.professionalHours');
  });
});

it('null, undefined and a missing key are one and the same: not known', () => {
  const bare = assessRenewal({ asOf: '2020-10-15' });
  expect(assessRenewal({ asOf: '2020-10-15', certificate: null, training: null })).toEqual(bare);
  expect(
    assessRenewal({ asOf: '2020-10-15', certificate: { kind: undefined, code: null }, training: undefined }),
  ).toEqual(bare);
  const unknownKey = { asOf: '2020-10-15', certificat: undefined } as unknown as RenewalInput;
  expect(assessRenewal(unknownKey)).toEqual(bare);
});

it('hours lets the other keys of a renewal certificate pass and does not judge their values', () => {
  const certificate = {
    kind: 'electronic',
    issuedOn: '2024',
    code: 101,
    issuer: {},
    inNationalSystem: 'x',
    archiveVerified: null,
  };
  expect(hours({ certificate })).toBeUndefined();
});

it('a message says what came instead, but never a text in which a number or name of a person could stand', () => {
  const message = (code: unknown) => {
    try {
      assessRenewal({ asOf: code } as RenewalInput);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  expect(message('2020-02-30')).toContain('got "2020-02-30"');
  expect(message(20200230)).toContain('got 20200230');
  for (const personal of ['46010019900307123X', '13800138000', '刘永智', 460100199003071e3])
    expect(message(personal)).not.toContain(String(personal));
});

describe('the published schemas', () => {
  /** Inputs that are nearly right: each part now and then is something else. */
  const off = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof(
      { weight: 12, arbitrary: value as fc.Arbitrary<unknown> },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(
          null,
          1,
          -1,
          0.001,
          10_000,
          '',
          'x',
          '2017',
          '2017-02-30',
          '1899-01-01',
          true,
          [],
          {},
        ),
      },
    );
  const part = (keys: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []) =>
    fc
      .tuple(
        fc.record(keys, { requiredKeys }),
        fc.constantFrom(...Array(20).fill(''), ',"__proto__":1', ',"x":null', ',"asOf":1'),
      )
      .map(([object, more]) =>
        JSON.parse(
          more === '' ? JSON.stringify(object) : `${JSON.stringify(object).slice(0, -1)}${more}}`.replace('{,', '{'),
        ),
      );
  const day = fc.constantFrom('2017-06-01', '2020-02-29', '2018', '2020-10-15');
  const amount = fc.integer({ min: 0, max: 4000 }).map(hundredths => hundredths / 100);
  const certificate = (kinds: fc.Arbitrary<unknown>, requiredKeys: string[]) =>
    part(
      {
        kind: off(kinds),
        code: off(fc.string()),
        issuedOn: off(day),
        issuer: off(fc.constantFrom('hainan-leading-group-office', 'other')),
        inNationalSystem: off(fc.boolean()),
        archiveVerified: off(fc.boolean()),
      },
      requiredKeys,
    );
  const anyKind = certificate(fc.constantFrom('training', 'electronic', 'safety-officer', 'post', 'other'), []);
  const kindWithHours = certificate(fc.constantFrom('electronic', 'safety-officer'), ['kind', 'issuedOn']);
  const training = part({ hours: off(amount), professionalHours: off(amount), passed: off(fc.boolean()) });
  const record = part(
    { year: off(fc.integer({ min: 2018, max: 2026 })), hours: off(amount), professionalHours: off(fc.constant(0)) },
    ['year', 'hours'],
  );
  const inputs = {
    renewal: off(part({ asOf: off(day), certificate: off(anyKind), training: off(training) }, ['asOf'])),
    hours: off(
      part(
        { asOf: off(day), certificate: off(kindWithHours), inPost: off(fc.boolean()), records: off(fc.array(record)) },
        ['asOf', 'certificate', 'records'],
      ),
    ),
  };

  it.each(['renewal', 'hours'] as const)(
    'take and refuse the same input as %s, for a fault that they know too',
    kind => {
      let taken = 0;
      fc.assert(
        fc.property(inputs[kind], input => {
          const fault = faultIn(kind, input);
          const read = SCHEMAS[`${kind}-input`].safeParse(input);
          expect(read.success).toBe(fault === undefined);
          if (fault !== undefined) expect(read.error!.issues.flatMap(pathsOf)).toContain(fault);
          else {
            taken += 1;
            expect(SCHEMAS[`${kind}-output`].safeParse(JSON.parse(JSON.stringify(ASSESS[kind](input)))).success).toBe(
              true,
            );
          }
        }),
        { numRuns: 2500 },
      );
      expect(taken).toBeGreaterThan(50);
    },
  );

  function pathsOf(issue: { code: string; path: PropertyKey[]; keys?: string[] }): string[] {
    return (issue.keys ?? [undefined]).map(key => [...issue.path, ...(key === undefined ? [] : [key])].join('.'));
  }
});
