import { type Policy, type Silent, TOPICS, type Topic, type Valued } from '../../../src/policies/policy.ts';
import { clauses } from './clauses.ts';

function says<T>(clause: string, value: T): Valued<T> {
  return { value, clause, checkedOn: '2031-01-15' };
}
const called = (clause: string, zh: string, en: string) => ({ clause, checkedOn: '2031-01-15', zh, en });
function silentOn(openPoint: string, clause: string): Silent {
  return { silent: true, nearest: [clause], openPoint, checkedOn: '2031-01-15' };
}

const exchange: Policy['exchange'] = {
  kinds: {
    training: called('1', '旧证', 'old certificate'),
    electronic: called('4', '新证', 'new certificate'),
    'safety-officer': called('5', '安全员证', 'safety officer certificate'),
    post: called('1', '岗位证', 'post certificate'),
    other: called('1', '其他证', 'another certificate'),
  },
  codes: says('1', [
    { code: 'A', zh: '甲岗', en: 'trade A' },
    { code: 'B', zh: '乙岗', en: 'trade B' },
  ]),
  unnamedCodes: [],
  firstIssueYear: says('1', 2022),
  lastIssueYear: says('1', 2029),
  issuer: says('1', { id: 'elsewhere-centre', zh: '某省考核中心', en: 'the centre' }),
  lastDay: says('2', '2031-06-30'),
  system: says('1', { url: 'https://example.org', zh: '某省系统', en: 'the system' }),
  archiveLastDay: says('2', '2031-05-31'),
  archivePlace: says('1', { room: '3', zh: '三楼', en: 'floor 3' }),
  hours: says('3', 16),
  professionalHours: says('3', 10),
  assessment: says('3', true),
  servicesLastDay: says('6', '2031-06-30'),
  usableUnexchanged: says('6', true),
};

const annual: Policy['annual'] = {
  hours: says('4', 24),
  professionalHours: says('4', 12),
  twoYearHours: says('4', 48),
  startsAfterYears: says('4', 1),
  // This notice says what Hainan's leaves open, so one reading is all there is.
  yearKind: says('4', 'calendar'),
  pair: says('4', 'rolling'),
  credit: says('4', 'capped'),
  leftPost: silentOn('left-post', '4'),
  safetyOfficer: {
    hours: says('5', 20),
    professionalHours: says('5', 20),
    start: silentOn('safety-officer-start', '5'),
  },
  batchesAMonth: says('3', 1),
};

function openPoint(id: string, clause: string) {
  const same = (text: string) => ({ zh: text, en: text });
  return {
    id,
    question: same(id),
    nearest: [clause],
    readings: [],
    why: same('未写明'),
    whoCouldSettle: same('某省'),
    meanwhile: same('照实说'),
    elsewhere: null,
    tests: ['test/policies/another-province.test.ts'],
  };
}

/** A notice with invented numbers: another province is one folder, and no other change. */
export const elsewhere: Policy = {
  id: 'elsewhere-2031-7',
  version: 3,
  document: {
    number: '某建〔2031〕7号',
    year: 2031,
    title: { zh: '换证通知', en: 'Notice on the exchange' },
    office: { zh: '某省厅', en: 'a department' },
  },
  clauses,
  exchange,
  annual,
  contact: says('7', { name: '某某', phone: '000' }),
  silences: {},
  openPoints: [openPoint('left-post', '4'), openPoint('safety-officer-start', '5')],
  topics: Object.fromEntries(TOPICS.map(topic => [topic, topic === 'contact' ? ['7'] : []])) as unknown as Record<
    Topic,
    string[]
  >,
};
