import { describe, expect, it } from 'vitest';
import { policySchema } from '../../src/policies/policy.ts';
import { assessHours, assessRenewal, explainHours, explainRenewal, type RenewalInput } from '../../src/rules/index.ts';
import { elsewhere } from './elsewhere-2031-7/index.ts';

const input: RenewalInput = {
  asOf: '2031-06-30',
  certificate: { kind: 'training', code: 'B', issuedOn: '2029', issuer: 'elsewhere-centre', inNationalSystem: true },
  training: { hours: 16, professionalHours: 10, passed: true },
};

it('another province is a policy like any other', () => {
  expect(policySchema.parse(elsewhere)).toEqual(elsewhere);
});

describe('under the notice of another province', () => {
  it('the exchange goes by its own days, codes, years, issuer and hours, and names its own clauses', () => {
    expect(assessRenewal(input, elsewhere)).toEqual({
      rules: 'elsewhere-2031-7/3',
      outcome: 'ready',
      reasons: [
        { clause: '1', fact: 'kind', met: true },
        { clause: '1', fact: 'code', met: true },
        { clause: '1', fact: 'issue-year', met: true },
        { clause: '1', fact: 'issuer', met: true },
        { clause: '2', fact: 'deadline', met: true },
        { clause: '1', fact: 'national-system', met: true },
        { clause: '3', fact: 'hours', met: true },
        { clause: '3', fact: 'professional-hours', met: true },
        { clause: '3', fact: 'assessment', met: true },
      ],
      missing: [],
      deadline: '2031-06-30',
    });
    expect(assessRenewal({ ...input, asOf: '2031-07-01' }, elsewhere).outcome).toBe('closed');
    const notFound = { ...input.certificate, inNationalSystem: false, archiveVerified: false };
    expect(assessRenewal({ ...input, asOf: '2031-05-31', certificate: notFound }, elsewhere).outcome).toBe(
      'archive-check',
    );
    expect(assessRenewal({ ...input, asOf: '2031-06-01', certificate: notFound }, elsewhere).outcome).toBe(
      'archive-late',
    );
    expect(() =>
      assessRenewal({ ...input, certificate: { issuer: 'hainan-leading-group-office' } }, elsewhere),
    ).toThrow('elsewhere-centre or other');
  });

  it('a point that its notice settles has one reading', () => {
    const certificate = { kind: 'electronic', issuedOn: '2029-03-01' } as const;
    const records = [
      { year: 2030, hours: 20, professionalHours: 12 },
      { year: 2031, hours: 30, professionalHours: 12 },
    ];
    const inDecember = assessHours({ asOf: '2031-12-01', certificate, records }, elsewhere);
    expect(inDecember).toMatchObject({
      standing: 'in-force',
      status: 'met',
      void: { 'calendar/rolling/capped': false },
    });
    expect(Object.keys(inDecember.void)).toEqual(['calendar/rolling/capped', 'left-post']);
    expect(inDecember.years[0]!.ends).toEqual({ calendar: '2030-12-31', anniversary: null });
    // 20 of last year leave 28 to do, and no more than 24 of one year count: nothing keeps this pair any more.
    expect(inDecember.thisYear!.hoursToKeep).toBe(0);
    expect(assessHours({ asOf: '2032-01-01', certificate, records }, elsewhere).standing).toBe('void');
  });

  it('safety officers have their own number of hours', () => {
    const certificate = { kind: 'safety-officer', issuedOn: '2030' } as const;
    const { result, required } = explainHours({ asOf: '2031-02-01', certificate, records: [] }, elsewhere);
    expect(result.thisYear).toMatchObject({ remainingHours: 20, remainingProfessional: 20 });
    expect(required.hours).toMatchObject({ value: 20, clause: '5' });
  });

  it('replies are told of no silence that this notice does not keep', () => {
    expect(explainRenewal({ ...input, asOf: '2031-07-01' }, elsewhere).notes.map(({ note }) => note)).toEqual([
      'still-usable',
      'services-ended',
    ]);
  });
});
