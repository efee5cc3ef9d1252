import type { OpenPoint } from '../../policy.ts';
import { DEPARTMENT } from './department.ts';

/** The exchange and the old certificate (1.1, 1.2, 3.1b). */
export const exchangePoints: OpenPoint[] = [
  {
    id: 'archive-last-day',
    question: {
      zh: '核查档案，2020年11月10日当天算不算？',
      en: 'Does 10 November 2020 itself still count for the archive check?',
    },
    nearest: ['1.1'],
    readings: [
      { id: 'included', zh: '当天算在内', en: 'the day counts' },
      { id: 'excluded', zh: '只到11月9日', en: '9 November is the last day' },
    ],
    why: {
      zh: '“11月10日前”两种说法都通。换证的12月31日有三（二）“12月31日后停止”作旁证，11月10日没有。',
      en: '“Before 10 November” (前) can be read either way. For 31 December, clause 3.2 (“after 31 December”) supports counting the day; for 10 November nothing does.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '判断时当天算在内；给人的建议是11月9日以前去。',
      en: 'The day is counted; the advice is to go by the 9th.',
    },
    elsewhere: null,
    tests: ['test/cases/renewal.jsonl#archive-last-day', 'test/cases/renewal.jsonl#archive-day-after'],
  },
  {
    id: 'archive-late',
    question: { zh: '过了11月10日还能核查档案吗？', en: 'Can the archive still be checked after 10 November?' },
    nearest: ['1.1'],
    readings: [],
    why: {
      zh: '通知只请大家11月10日前来，没有写过了以后怎么办。',
      en: 'The notice asks people to come before 10 November and does not say what follows later.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '不说“不行了”：请马上打电话问，换证要到12月31日才截止。',
      en: 'It is not called too late: ask the contact at once, the exchange itself ends on 31 December.',
    },
    elsewhere: null,
    tests: ['test/cases/renewal.jsonl#archive-day-after'],
  },
  {
    id: 'archive-passed',
    question: {
      zh: '档案核查通过后，证书什么时候出现在系统里？',
      en: 'When does a certificate appear in the system after the archive check?',
    },
    nearest: ['1.1', '1.3'],
    readings: [],
    why: {
      zh: '通知没有写核查之后怎么录入系统，而“更新”要在系统里点。',
      en: 'The notice does not say how the check leads to an entry in the system, where “更新” has to be pressed.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '先登录看“证书管理”里有没有这本证；没有就打电话问。',
      en: 'First see whether the certificate now appears under 证书管理; if not, ask the contact.',
    },
    elsewhere: null,
    tests: ['test/cases/renewal.jsonl#ready-by-archive'],
  },
  {
    id: 'other-codes',
    question: {
      zh: '十三个代码以外的岗位（“等”）算不算？',
      en: 'Are trades beyond the thirteen codes (“and the like”, 等) covered?',
    },
    nearest: ['1.1', '3.1b'],
    readings: [
      { id: 'closed', zh: '只有列出的十三个', en: 'only the thirteen listed' },
      { id: 'open', zh: '“等”字还包括别的岗位', en: '“and the like” covers more' },
    ],
    why: {
      zh: '列举之后有一个“等”字；105、110 在通知里从没出现过。',
      en: 'The list ends in 等 (“and the like”); 105 and 110 are never named.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '按列出的十三个判断，但说明有个“等”字，请打电话确认；105、110 先问是不是安全员证书。',
      en: 'The thirteen decide; the 等 is mentioned with the contact, and for 105 and 110 it is asked whether it is a safety officer certificate.',
    },
    elsewhere: null,
    tests: ['test/cases/renewal.jsonl#code-105', 'test/cases/renewal.jsonl#code-not-listed'],
  },
  {
    id: 'after-close',
    question: {
      zh: '2020年12月31日以后，换证系统有没有再开过？',
      en: 'Was the exchange ever opened again after 31 December 2020?',
    },
    nearest: ['1.2', '3.1b'],
    readings: [],
    why: {
      zh: '通知只写“逾期系统将自动关闭”。以后有没有新通知，这份通知说不了。',
      en: 'The notice only says that the system then closes automatically; later notices are not for it to tell.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '说明“按2020年的通知已经关闭”，并给出联系电话；旧证在证上写的有效期内还能用。',
      en: 'It is called closed by the notice of 2020, with the contact; the old certificate stays usable within its printed validity.',
    },
    elsewhere: {
      zh: '别的省有过重开或更长的期限（有的到2021年9月30日，云南到2024年3月31日）。',
      en: 'Other provinces reopened or allowed longer (some to 30 September 2021, Yunnan to 31 March 2024).',
    },
    tests: ['test/cases/renewal.jsonl#first-day-closed'],
  },
  {
    id: 'printed-validity',
    question: {
      zh: '旧证的“有效期”到哪天？能不能延？',
      en: 'Until when is an old certificate valid, and can that be extended?',
    },
    nearest: ['3.1b', '3.2'],
    readings: [],
    why: {
      zh: '通知只写“有效期内可继续使用”，没有写年限；证上没印日期的怎么算也没写。',
      en: 'The notice says “within their period of validity” and names no length, nor what holds where no date is printed.',
    },
    whoCouldSettle: DEPARTMENT,
    meanwhile: {
      zh: '看证书上印的日期，不猜三年还是五年；没印日期的打电话问。',
      en: 'Go by the date printed on it; three or five years are not guessed. Without a date, ask the contact.',
    },
    elsewhere: { zh: '四川发通知延长过。', en: 'Sichuan extended it by notice.' },
    tests: ['test/policies/open-points.test.ts'],
  },
];
