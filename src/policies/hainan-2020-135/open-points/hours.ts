import type { OpenPoint } from '../../policy.ts';
import { DEPARTMENT } from './department.ts';

/** The hours of every year (2.1, 2.2): in which readings they are computed. */
export const hoursPoints: OpenPoint[] = [
  {
    id: 'year-ends',
    question: { zh: '“每年”从哪天算到哪天？', en: 'When does a year begin and end?' },
    nearest: ['2.1'],
    readings: [
      { id: 'calendar', zh: '自然年：1月1日到12月31日', en: 'the calendar year: 1 January to 31 December' },
      {
        id: 'anniversary',
        zh: '发证日起算：从每年的发证对应日到下一个对应日的前一天',
        en: 'from the day of issue: from its anniversary to the day before the next one',
      },
    ],
    why: {
      zh: '通知只写“次年起，每年”，没有写一年从哪天起算。',
      en: 'The notice says “from the following year, every year” and not from which day a year counts.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '两种算法都算给您看。稳妥的做法：在发证对应日之后、12月31日之前学完，两种算法都认。',
      en: 'Both are computed. Safe in both: do the hours after the anniversary of issue and before 31 December.',
    },
    elsewhere: {
      zh: '湖北（鄂建发展〔2021〕9号）、陕西（2022年）和部里系统的说明按发证日起算；浙江2022年由自然年改为发证日起算。',
      en: "Hubei (鄂建发展〔2021〕9号), Shaanxi (2022) and the ministry system's own explanation count from the day of issue; Zhejiang changed to this from calendar years in 2022.",
    },
    tests: ['test/cases/hours.jsonl#anniversary-day-before', 'test/cases/hours.jsonl#anniversary-day'],
  },
  {
    id: 'which-two-years',
    question: { zh: '“2年累计不满64学时”是哪两年？', en: 'Which two years are the “2 years” of less than 64 hours?' },
    nearest: ['2.1'],
    readings: [
      { id: 'rolling', zh: '任意相邻两年', en: 'any two consecutive years' },
      {
        id: 'fixed',
        zh: '从第一年起每两年一个周期：第1、2年，第3、4年……',
        en: 'fixed periods from the first year on: years 1–2, 3–4, …',
      },
      { id: 'both-short', zh: '连续两年，每年都不满32学时', en: 'two consecutive years, each of them below 32 hours' },
    ],
    why: {
      zh: '通知没有写这两年是连续滚动、固定周期，还是两年都要不达标。',
      en: 'The notice does not say whether the two years roll, come in fixed periods, or must both fall short.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '三种理解都算。只有每一种都不满时才说证书作废；只要有一种够，就说“有争议”，并告诉您还差多少。',
      en: 'All three are computed. Only when every one fails is the certificate called void; otherwise it is disputed, and you are told what is lacking.',
    },
    elsewhere: {
      zh: '福建、浙江、安徽用同样的两年64学时，但没有写“作废”；广东有培训机构说“连续2年未达标”。',
      en: 'Fujian, Zhejiang and Anhui have the same trigger without the certificate becoming void; an institution in Guangdong speaks of “two consecutive years not reached”.',
    },
    tests: ['test/cases/hours.jsonl#second-and-third-year-short', 'test/cases/hours.jsonl#one-year-short-one-full'],
  },
  {
    id: 'carry-over',
    question: { zh: '一年多学的学时，能不能算到另一年？', en: 'Does a surplus of one year count for the other?' },
    nearest: ['2.1'],
    readings: [
      { id: 'full', zh: '学多少算多少', en: 'all hours count' },
      { id: 'capped', zh: '一年最多算32学时', en: 'at most 32 hours of one year count' },
    ],
    why: {
      zh: '通知写“累计”，但没有写超出的学时能不能累计。',
      en: 'The notice says “accumulate” and not whether a surplus does.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '两种都算。稳妥的做法：每年都学满32学时，不指望多学的能抵。',
      en: 'Both are computed. Safe in both: 32 hours every year, without counting on a surplus.',
    },
    elsewhere: {
      zh: '湖北、陕西写明不可超前学习，一年60学时也不拆到下一年。',
      en: 'Hubei and Shaanxi say that hours cannot be done in advance: 60 in one year are not split into the next.',
    },
    tests: ['test/cases/hours.jsonl#surplus-then-short'],
  },
  {
    id: 'make-up',
    question: { zh: '以前年度没学够，能补学吗？', en: 'Can the hours of a past year be made up?' },
    nearest: ['2.1'],
    readings: [],
    why: { zh: '通知没有提到补学。', en: 'The notice does not mention making up hours.' },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '不说能补，也不说不能补：先把今年的学够，再打电话问清楚。',
      en: 'It is said neither that it can be done nor that it cannot: do this year’s hours and ask the contact.',
    },
    elsewhere: {
      zh: '湖北：特殊情况可补上一年；浙江：2021年统一可补；陕西没有这样的规定。',
      en: 'Hubei: the year before, in special cases; Zhejiang: 2021 for everybody; Shaanxi has no such clause.',
    },
    tests: ['test/policies/open-points.test.ts', 'test/cases/hours.jsonl#two-short-years-void'],
  },
  {
    id: 'left-post',
    question: {
      zh: '离开岗位多久，证书作废？',
      en: 'For how long must one have left the post for the certificate to become void?',
    },
    nearest: ['2.1'],
    readings: [
      { id: 'any', zh: '一离开岗位就算', en: 'as soon as one leaves' },
      { id: 'two-years', zh: '满两年没有从事才算', en: 'only after two years without working in it' },
    ],
    why: {
      zh: '通知写“未从事相应岗位工作的人员”，没有写多长时间。',
      en: 'The notice says “persons who have not worked in the post concerned” and not for how long.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '当作一种可能的理解：说证书“有争议”，不直接说作废，请打电话确认。',
      en: 'It is treated as one more reading: the certificate is called disputed, not void; ask the contact.',
    },
    elsewhere: null,
    tests: ['test/cases/hours.jsonl#left-post', 'test/cases/hours.jsonl#left-post-not-known'],
  },
  {
    id: 'several-certificates',
    question: {
      zh: '一个人有几本证，学时要分开学吗？',
      en: 'Must the hours be done for each of several certificates?',
    },
    nearest: ['2.1'],
    readings: [
      { id: 'each', zh: '每本证各学32学时', en: '32 hours for each' },
      {
        id: 'shared',
        zh: '公共部分算一次，每本证各学专业22学时',
        en: 'the general part once, 22 professional hours for each',
      },
    ],
    why: {
      zh: '通知按“人员”写，没有说一人多证怎么办。',
      en: 'The notice speaks of persons and not of somebody with several certificates.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '每本证分开算；学之前先问培训机构和主管部门。',
      en: 'Each certificate is reckoned by itself; ask before training.',
    },
    elsewhere: {
      zh: '有的省：公共10学时每人每年算一次，专业22学时各算各的。',
      en: 'Some provinces: the 10 general hours count once per person and year, the 22 belong to each trade.',
    },
    tests: ['test/policies/open-points.test.ts'],
  },
  {
    id: 'late-posting',
    question: {
      zh: '年底学的、第二年才录入的学时，算哪一年？',
      en: 'To which year do hours belong that are done late in December and entered in January?',
    },
    nearest: ['2.2'],
    readings: [
      { id: 'done', zh: '算学习的那一年', en: 'to the year in which they were done' },
      { id: 'entered', zh: '算录入的那一年', en: 'to the year in which they were entered' },
    ],
    why: {
      zh: '培训机构每月分两批上报，审核后才录入；通知没有写按哪个日子算。',
      en: 'Institutions report in two batches a month, entry follows review; the notice does not say which day counts.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '按系统记入的年度计算；稳妥的做法是12月中旬以前学完。',
      en: 'The year to which the system credits them is used; safe: finish before the middle of December.',
    },
    elsewhere: null,
    tests: ['test/cases/hours.jsonl#late-december'],
  },
  {
    id: 'years-before-notice',
    question: {
      zh: '通知发出以前的年度，也要按它算学时吗？',
      en: 'Does the notice ask for hours of years before it was issued?',
    },
    nearest: ['2.1'],
    readings: [
      { id: 'counts', zh: '从取得证书的次年起都算', en: 'every year from the one after issue counts' },
      { id: 'from-notice', zh: '通知发出之后的年度才算', en: 'only years after the notice count' },
    ],
    why: {
      zh: '通知是2020年的，电子证在它之前就有人领了；通知没有写从哪年开始执行。',
      en: 'The notice is of 2020, electronic certificates are older; it names no first year.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '2021年以前的年度照算，但会注明依据的是2020年的通知。',
      en: 'Years before 2021 are computed and marked as resting on a notice of 2020.',
    },
    elsewhere: null,
    tests: ['test/cases/hours.jsonl#years-before-notice'],
  },
];
