import { expect, it } from 'vitest';
import { type Certificate, diffPolicies, type Person } from '../../src/registry/index.ts';
import { hainan } from '../../src/rules/index.ts';

const CERTIFICATE: Certificate = {
  no: '示例1',
  kind: 'training',
  code: '101',
  issuedOn: '2017-06-01',
  issuer: 'hainan-leading-group-office',
  inNationalSystem: true,
  archiveVerified: null,
  inPost: null,
  records: [{ year: 2020, hours: 32, professionalHours: 22, passed: true, institution: null, completedOn: null }],
};
const PERSON: Person = { idNumber: '', name: '示例甲', employer: null, watched: false, certificates: [CERTIFICATE] };

async function* everyone() {
  yield { person: PERSON };
  yield { person: { ...PERSON, name: '试例乙', certificates: [{ ...CERTIFICATE, kind: 'post' as const }] } };
}

it('F04: tells whose verdict another policy would change, how many they are, and nobody by name', async () => {
  const lastDay = { ...hainan.exchange.lastDay, value: '2027-12-31' };
  const after = { ...hainan, version: hainan.version + 1, exchange: { ...hainan.exchange, lastDay } };
  const diff = await diffPolicies(everyone(), { before: hainan, after, asOf: '2026-11-22' });
  expect(diff).toEqual({
    before: `hainan-2020-135/${hainan.version}`,
    after: `hainan-2020-135/${hainan.version + 1}`,
    people: 2,
    certificates: 2,
    changes: [{ question: 'renewal', from: 'closed', to: 'ready', certificates: 1, examplesMasked: ['示**'] }],
  });
  const same = await diffPolicies(everyone(), { before: hainan, after: hainan, asOf: '2026-11-22' });
  expect(same.changes).toEqual([]);
});
