import type { Issuer, Policy, Silent, Trade, Valued } from '../policy.ts';

/** The day on which every value below was last compared with the notice, word by word. */
const CHECKED_ON = '2026-11-22';

function says<T>(clause: string, value: T): Valued<T> {
  return { value, clause, checkedOn: CHECKED_ON };
}

function isSilentOn(openPoint: string, ...nearest: string[]): Silent {
  return { silent: true, nearest, openPoint, checkedOn: CHECKED_ON };
}

function called(clause: string, zh: string, en: string) {
  return { clause, checkedOn: CHECKED_ON, zh, en };
}

/** The thirteen trades that 1.1 names. 105 and 110 are never named in the notice and get no name here. */
const TRADES: Trade[] = [
  { code: '101', zh: '土建施工员', en: 'civil construction officer' },
  { code: '102', zh: '装饰装修施工员', en: 'decoration construction officer' },
  { code: '103', zh: '设备安装施工员', en: 'equipment installation construction officer' },
  { code: '104', zh: '市政工程施工员', en: 'municipal engineering construction officer' },
  { code: '106', zh: '土建质量员', en: 'civil quality officer' },
  { code: '107', zh: '装饰装修质量员', en: 'decoration quality officer' },
  { code: '108', zh: '设备安装质量员', en: 'equipment installation quality officer' },
  { code: '109', zh: '市政工程质量员', en: 'municipal engineering quality officer' },
  { code: '111', zh: '材料员', en: 'materials officer' },
  { code: '112', zh: '机械员', en: 'machinery officer' },
  { code: '113', zh: '劳务员', en: 'labour officer' },
  { code: '114', zh: '资料员', en: 'documentation officer' },
  { code: '115', zh: '标准员', en: 'standards officer' },
];

const OFFICE: Issuer = {
  id: 'hainan-leading-group-office',
  zh: '海南省住房和城乡建设领域现场专业人员岗位培训考核评价工作领导小组办公室',
  en: 'the office of the Hainan leading group for the post training and assessment of site professionals in housing and urban-rural construction',
};

export const exchange: Policy['exchange'] = {
  kinds: {
    training: called('1.1', '《培训合格证书》', 'training certificate (培训合格证书)'),
    electronic: called('2.1', '《电子培训合格证》', 'electronic training certificate (电子培训合格证)'),
    'safety-officer': called('3.1a', '安全员证书', 'safety officer certificate (安全员证书)'),
    post: called(
      '1.1',
      '《建设企事业单位专业管理人员岗位证书》',
      'post certificate (建设企事业单位专业管理人员岗位证书)',
    ),
    other: called('1.1', '其他证书', 'another certificate'),
  },
  codes: says('1.1', TRADES),
  unnamedCodes: ['105', '110'],
  firstIssueYear: says('1.1', 2015),
  lastIssueYear: says('1.1', 2018),
  issuer: says('1.1', OFFICE),
  // The day itself counts: 3.2 stops services only after it.
  lastDay: says('1.2', '2020-12-31'),
  system: says('1.1', {
    url: 'http://rcgz.mohurd.gov.cn',
    zh: '住房和城乡建设行业从业人员培训管理信息系统',
    en: "the ministry's training management information system",
  }),
  // Taken to count as well, without such support: see the open point `archive-last-day`.
  archiveLastDay: says('1.1', '2020-11-10'),
  archivePlace: says('1.1', {
    room: '511',
    zh: '省住房和城乡建设厅 511 办公室',
    en: 'room 511, provincial Department of Housing and Urban-Rural Development',
  }),
  hours: says('2.2', 32),
  professionalHours: says('2.2', 22),
  assessment: says('1.3', true),
  servicesLastDay: says('3.2', '2020-12-31'),
  usableUnexchanged: says('3.1b', true),
};

export const annual: Policy['annual'] = {
  hours: says('2.1', 32),
  professionalHours: says('2.1', 22),
  twoYearHours: says('2.1', 64),
  startsAfterYears: says('2.1', 1),
  yearKind: isSilentOn('year-ends', '2.1'),
  pair: isSilentOn('which-two-years', '2.1'),
  credit: isSilentOn('carry-over', '2.1'),
  leftPost: isSilentOn('left-post', '2.1'),
  safetyOfficer: {
    hours: says('3.1a', 32),
    professionalHours: says('3.1a', 22),
    start: isSilentOn('safety-officer-start', '3.1a'),
  },
  batchesAMonth: says('2.2', 2),
};

export const contact: Policy['contact'] = says('6', { name: '刘永智', phone: '0898-65352821' });

/** What people ask about and the notice passes over. */
export const silences: Policy['silences'] = {
  'archive-last-day': isSilentOn('archive-last-day', '1.1'),
  'archive-late': isSilentOn('archive-late', '1.1'),
  'archive-passed': isSilentOn('archive-passed', '1.1', '1.3'),
  'after-close': isSilentOn('after-close', '1.2', '3.1b'),
  'make-up': isSilentOn('make-up', '2.1'),
  'several-certificates': isSilentOn('several-certificates', '2.1'),
  'late-posting': isSilentOn('late-posting', '2.2'),
  'years-before-notice': isSilentOn('years-before-notice', '2.1'),
  'safety-officer-condition': isSilentOn('safety-officer-condition', '3.1a'),
  'printed-validity': isSilentOn('printed-validity', '3.1b'),
  'other-codes': isSilentOn('other-codes', '1.1', '3.1b'),
  fees: isSilentOn('fees', '2.2', '4.2'),
  'age-limit': isSilentOn('age-limit', '2.1'),
  'pass-mark': isSilentOn('pass-mark', '1.3', '2.2'),
};
