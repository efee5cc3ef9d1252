import { describe, expect, it } from 'vitest';
import {
  assessRenewal,
  OUTCOMES,
  type RenewalCertificate,
  type RenewalInput,
  type RenewalTraining,
} from '../../src/rules/index.ts';

/** A certificate that can be exchanged at once; a test changes what it is about. */
function facts(asOf: string, certificate: RenewalCertificate = {}, training: RenewalTraining = {}): RenewalInput {
  return {
    asOf,
    certificate: {
      kind: 'training',
      code: '101',
      issuedOn: '2017-06-01',
      issuer: 'hainan-leading-group-office',
      inNationalSystem: true,
      archiveVerified: false,
      ...certificate,
    },
    training: { hours: 32, professionalHours: 22, passed: true, ...training },
  };
}
const outcome = (input: RenewalInput) => assessRenewal(input).outcome;
const AUTUMN = '2020-10-15';
const NOT_FOUND = { inNationalSystem: false };

describe('the exchange', () => {
  it('1.2: is open on 31 December 2020 and closed the day after', () => {
    expect(outcome(facts('2020-12-31'))).toBe('ready');
    expect(outcome(facts('2021-01-01'))).toBe('closed');
  });

  it('1.1: takes an archive check on 10 November 2020 and calls the day after late', () => {
    expect(outcome(facts('2020-11-10', NOT_FOUND))).toBe('archive-check');
    expect(outcome(facts('2020-11-11', NOT_FOUND))).toBe('archive-late');
    expect(outcome(facts('2020-11-11', { ...NOT_FOUND, archiveVerified: true }))).toBe('ready');
  });

  it('1.1: takes certificates issued from 1 January 2015 to 31 December 2018', () => {
    const issued = (issuedOn: string) => outcome(facts(AUTUMN, { issuedOn }));
    expect([issued('2014-12-31'), issued('2014')]).toEqual(['out-of-scope', 'out-of-scope']);
    expect([issued('2015-01-01'), issued('2015'), issued('2018'), issued('2018-12-31')]).toEqual(
      Array(4).fill('ready'),
    );
    expect([issued('2019-01-01'), issued('2019')]).toEqual(['out-of-scope', 'out-of-scope']);
  });

  it('1.1: takes the thirteen codes and no other text', () => {
    const taken = Array.from({ length: 1000 }, (_, code) => String(code)).filter(
      code => outcome(facts(AUTUMN, { code })) === 'ready',
    );
    expect(taken).toEqual(['101', '102', '103', '104', '106', '107', '108', '109', '111', '112', '113', '114', '115']);
    for (const code of ['', ' 101', '0101', '１０１', '土建施工员'])
      expect(outcome(facts(AUTUMN, { code })), code).toBe('out-of-scope');
  });

  it('2.2: asks for 32 hours, 22 of them professional, and a passed assessment', () => {
    const trained = (training: RenewalTraining) => outcome(facts(AUTUMN, {}, training));
    expect(trained({ hours: 31.99 })).toBe('training-first');
    expect(trained({ professionalHours: 21.99 })).toBe('training-first');
    expect(trained({ passed: false })).toBe('training-first');
    expect(trained({ hours: 32, professionalHours: 22 })).toBe('ready');
  });

  it('3.1a: does not concern the safety officer certificate of the same office; another issuer is outside', () => {
    const of = (issuer: string | null) => outcome(facts(AUTUMN, { kind: 'safety-officer', issuer }));
    expect([of('hainan-leading-group-office'), of('other'), of(null)]).toEqual([
      'not-required',
      'out-of-scope',
      'needs-information',
    ]);
  });

  it('1.2: stays closed whatever else is not known, and then asks for nothing', () => {
    const { outcome, missing, deadline } = assessRenewal({ asOf: '2026-11-22', certificate: { kind: 'training' } });
    expect({ outcome, missing, deadline }).toEqual({ outcome: 'closed', missing: [], deadline: '2020-12-31' });
  });

  it('1.1: asks for the kind alone while it is not known, after the deadline too', () => {
    for (const certificate of [undefined, null, {}, { kind: null }, { code: '101' }])
      expect(assessRenewal({ asOf: '2021-01-01', certificate })).toMatchObject({
        outcome: 'needs-information',
        missing: ['certificate.kind'],
      });
  });

  it('1.3: infers nothing from one field about another: 40 professional hours do not tell the hours', () => {
    const { outcome, missing } = assessRenewal(facts(AUTUMN, {}, { hours: null, professionalHours: 40 }));
    expect({ outcome, missing }).toEqual({ outcome: 'needs-information', missing: ['training.hours'] });
  });

  it('reaches every outcome there is', () => {
    const reached = [
      outcome({ asOf: AUTUMN }),
      outcome(facts(AUTUMN, { kind: 'electronic' })),
      outcome(facts(AUTUMN, { kind: 'post' })),
      outcome(facts('2021-01-01')),
      outcome(facts(AUTUMN, NOT_FOUND)),
      outcome(facts('2020-11-11', NOT_FOUND)),
      outcome(facts(AUTUMN, {}, { passed: false })),
      outcome(facts(AUTUMN)),
    ];
    expect(reached).toEqual(OUTCOMES);
  });
});

it('answers the example of the documentation with every reason in its order', () => {
  expect(assessRenewal(facts(AUTUMN))).toEqual({
    rules: 'hainan-2020-135/1',
    outcome: 'ready',
    reasons: [
      { clause: '1.1', fact: 'kind', met: true },
      { clause: '1.1', fact: 'code', met: true },
      { clause: '1.1', fact: 'issue-year', met: true },
      { clause: '1.1', fact: 'issuer', met: true },
      { clause: '1.2', fact: 'deadline', met: true },
      { clause: '1.1', fact: 'national-system', met: true },
      { clause: '2.2', fact: 'hours', met: true },
      { clause: '2.2', fact: 'professional-hours', met: true },
      { clause: '1.3', fact: 'assessment', met: true },
    ],
    missing: [],
    deadline: '2020-12-31',
  });
});
