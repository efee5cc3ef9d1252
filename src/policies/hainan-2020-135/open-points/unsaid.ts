import type { OpenPoint } from '../../policy.ts';
import { DEPARTMENT } from './department.ts';

/** The safety officer certificate (3.1a), and what the notice passes over altogether. */
export const unsaidPoints: OpenPoint[] = [
  {
    id: 'safety-officer-start',
    question: { zh: '安全员的学时从哪年开始算？', en: "In which year does a safety officer's duty start?" },
    nearest: ['3.1a'],
    readings: [
      { id: 'year-after', zh: '从发证次年起', en: 'in the year after issue' },
      { id: 'notice', zh: '从通知发出起', en: 'with the notice' },
    ],
    why: { zh: '三（一）只写“每年”，没有写从哪年起。', en: 'Clause 3.1a says “every year” and names no first one.' },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '本系统比照电子证，从次年起算，并说明这是本系统的算法。',
      en: 'The year after issue is used, as for the electronic certificate, and said to be this program’s convention.',
    },
    elsewhere: null,
    tests: ['test/cases/hours.jsonl#safety-officer-first-year'],
  },
  {
    id: 'safety-officer-condition',
    question: {
      zh: '安全员没学够学时，证书还能用吗？',
      en: 'May a safety officer who is short of hours go on using the certificate?',
    },
    nearest: ['3.1a'],
    readings: [
      { id: 'condition', zh: '学够学时是继续使用的条件', en: 'the hours are a condition of using it' },
      { id: 'offer', zh: '“可”参加，不学也能继续使用', en: 'the training is offered (可), and use goes on without it' },
    ],
    why: {
      zh: '“可……参加……继续教育，可继续使用到持证人终止从业”：两个“可”字，哪个是条件没写明。',
      en: 'The clause says “may take part … may remain in use”; whether the first is a condition of the second is not said.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '不说“作废”，也不说“没关系”：每年学满32学时最稳妥。',
      en: 'It is called neither void nor harmless: 32 hours a year are safe.',
    },
    elsewhere: null,
    tests: ['test/cases/hours.jsonl#safety-officer-short'],
  },
  {
    id: 'fees',
    question: { zh: '培训、换证收费多少？', en: 'What do training and exchange cost?' },
    nearest: ['2.2', '4.2'],
    readings: [],
    why: { zh: '通知没有提到费用。', en: 'The notice says nothing on fees.' },
    whoCouldSettle: {
      zh: '您选的培训机构；有疑问问主管部门',
      en: 'the training institution that you choose; in doubt the authority',
    },
    meanwhile: {
      zh: '不报价格；培训机构可以自己选，四（二）写明不得指定。',
      en: 'No price is named; the institution is your own choice (clause 4.2).',
    },
    elsewhere: { zh: '各地不同。', en: 'It varies.' },
    tests: ['test/policies/open-points.test.ts'],
  },
  {
    id: 'age-limit',
    question: { zh: '有没有年龄限制？60岁以后证书还有效吗？', en: 'Is there an age limit?' },
    nearest: ['2.1', '3.1a'],
    readings: [],
    why: { zh: '通知没有提到年龄。', en: 'The notice says nothing on age.' },
    whoCouldSettle: DEPARTMENT,
    meanwhile: { zh: '照实说通知没有写年龄限制。', en: 'The answer is that the notice names none.' },
    elsewhere: { zh: '各地不同。', en: 'It varies.' },
    tests: ['test/policies/open-points.test.ts'],
  },
  {
    id: 'pass-mark',
    question: { zh: '考核多少分合格？能补考吗？', en: 'What is the pass mark, and can the assessment be repeated?' },
    nearest: ['1.3', '2.2'],
    readings: [],
    why: {
      zh: '通知只写“通过考核”“经考核后”，没有写分数和补考。',
      en: 'The notice says “pass the assessment” and names neither a mark nor a repetition.',
    },
    whoCouldSettle: { zh: '组织考核的培训机构', en: 'the training institution that holds the assessment' },
    meanwhile: {
      zh: '照实说通知没有写，问培训机构。',
      en: 'The answer is that the notice does not say; ask the institution.',
    },
    elsewhere: { zh: '各地不同。', en: 'It varies.' },
    tests: ['test/policies/open-points.test.ts'],
  },
];
