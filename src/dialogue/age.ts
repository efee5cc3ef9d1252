import type { Topic } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { cue } from './per-text.ts';

const TENS = '(?:[4-7]\\d|[四五六七]十[一二三四五六七八九]?)';
/** Without 岁 only what is hardly a number of hours. */
const OLD = '(?:5\\d|6[0-35-9]|五十[一二三四五六七八九]?|六十[一二三五六七八九]?)';
const AGE = cue(
  new RegExp(
    [
      `${TENS}[多来几]?周?[岁歲]`,
      '年[龄齡]|[岁歲][数數]|年纪|超[龄齡]|到[龄齡]',
      `[男女](?:的|人|同志)?${TENS}(?![\\d年学學个個])`,
      `${TENS}(?:就|了|要|才|已经|已經)*退休`,
      `今年${TENS}了`,
      `(?:我|俺|他|她|[爸妈])(?:也|都|快|刚|就|已经)*${OLD}了`,
      // 「满64」 is said of hours.
      '满(?:5[05]|6[05]|五十五?|六十五?)(?![0-9个個学學课課小一二三四六七八九分])',
      "\\b(?:i[’']?m|i am|s?he(?:[’']?s| is)|(?:father|mother|dad|mum|mom|husband|wife|brother|uncle|boss|colleague) is|aged?|at|turn(?:ed|ing|s)?|over|past) [4-7]\\d\\b(?! ?(?:hours|hrs|h\\b|%))",
      '\\b[4-7]\\d[- ]years?[- ]old|\\bage limit|\\btoo old|\\bretirement age',
    ].join('|'),
    'i',
  ),
);
const LASTS = cue(
  /有效|失[效孝校笑肖]|作[废廢费]|[废廢]|管用|有用|没用|没得用|能.{0,4}用|用得|算[数數]|[还還]算|算不算|不行|[过過]期|注[销銷]|年龄限制|\b(?:in)?valid|expire|\bvoid\b|\b(?:dead|dies?|finished|gone|useless|worthless|lapsed?|cancel)|\bstill\b.{0,12}\b(?:good|use|usable|count|ok|okay|fine)\b|\bkeep using\b|age limit/i,
);
/** Papers of other kinds, which have ages of their own. */
const OTHER_PAPERS = cue(/驾|駕|身份证|社保|医保|driv(?:er|ing)/i);

/** 「60岁了证还有效吗」: whether a certificate ends with an age. */
export function asksOfAge(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/(?<=[\p{Script=Han}\d]) +(?=[\p{Script=Han}\d])/gu, '');
  return AGE.test(plain) && LASTS.test(plain) && !OTHER_PAPERS.test(plain);
}

/** What else an age is taken for: leaving the post is another matter, and is not asked. */
const TAKEN_FOR: readonly Topic[] = [
  'left-post',
  'eligibility',
  'unrenewed-validity',
  'not-covered',
  'hours-shortfall',
  'out-of-scope',
  'reissue-change-cancel',
  'hours-not-posted',
];
const OF_HOURS = cue(/[学學课課][时時]|小[时時]|\bhours?\b|\bhrs\b|继续教育/i);
/** Who names the certificate that was not exchanged asks of its validity, whatever the age. */
const NOT_EXCHANGED = cue(/[没沒未]有?[换換]|[老旧舊][证證]|exchanged|old certificate/i);
const LEAVES = cue(/不做|不干|不再|没干|没做|转[行岗]|轉[行崗]|离[岗职]|改行|left the|quit|no longer/i);

/** The notice sets no age: neither leaving the post nor the exchange is the answer. */
export function onAge(understood: Understanding, text: string): Understanding {
  if (LEAVES.test(text) || OF_HOURS.test(text) || !asksOfAge(text)) return understood;
  const { asked, certain, facts } = understood;
  if (facts.some(({ name }) => name === 'record' || name === 'training.hours')) return understood;
  if (asked.includes('unrenewed-validity') && NOT_EXCHANGED.test(text)) return understood;
  const isTaken = certain ? asked.length > 0 && asked.every(topic => TAKEN_FOR.includes(topic)) : true;
  return isTaken ? { ...understood, asked: ['not-covered'], certain: true } : understood;
}
