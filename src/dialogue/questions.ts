import type { Text } from '../locale/index.ts';
import { formatDay, formatList } from '../locale/index.ts';

import { type AskedFact, currentCertificate, FACTS, type Facts, type KeptFact } from './state.ts';
import { cite, linesOf, onceADay, say, type Talk } from './talk.ts';
import type { Choice } from './turn.ts';

/** An open question with the answers that can be chosen. */
export interface Question {
  text: Text;
  choices: readonly Choice[];
}

/** The question for a fact: short, how to find out, and the answers to choose from, 不知道 among them. */
export function askFact(talk: Talk, fact: AskedFact): Question {
  const id = `ask-${fact === 'certificate.issuedOn?' ? 'certificate-issuedOn' : fact.replace('.', '-')}`;
  if (fact === 'certificate.issuedOn?') return askSpan(talk, id);
  return FIXED[fact] === undefined ? questionOn(talk, fact, id) : onceADay(talk, id, () => questionOn(talk, fact, id));
}

function questionOn(talk: Talk, fact: AskedFact, id: string): Question {
  const question = fact === 'certificate.code' ? askCode(talk, id) : cite(talk, id);
  const help = cite(talk, `${id}.help`);
  return {
    text: linesOf([question, help]),
    choices: [...answers(talk, fact), ...unknown(talk, fact)],
  };
}

/** 不知道, where that is an answer. */
function unknown(talk: Talk, fact: AskedFact): Choice[] {
  const isAnswer = fact === 'records' || FACTS[fact].safeParse('unknown').success;
  return isAnswer ? [{ id: `fact:${fact}=unknown`, label: say(talk, 'choice-unknown') }] : [];
}

/** 「17年」 can be a year of issue or a span of years: the one question that is about the words and not about the certificate. */
function askSpan(talk: Talk, id: string): Question {
  const full = String(currentCertificate(talk.state).facts['certificate.issuedOn?']);
  const year = full.slice(2);
  return {
    text: cite(talk, `${id}.span`, { year, full }),
    choices: [
      { id: 'fact:certificate.issuedOn?=yes', label: say(talk, 'answer-issued-year', { year: full }) },
      { id: 'fact:certificate.issuedOn?=no', label: say(talk, 'answer-span') },
    ],
  };
}

function askCode(talk: Talk, id: string): Text {
  const family = currentCertificate(talk.state).facts['certificate.codes'];
  const names = (family ?? []).map(code => tradeName(talk, code));
  if (family === undefined) return cite(talk, id);
  return cite(talk, `${id}.family`, { family: sharedEnd(names) });
}

/** The trade of a certificate by its name alone: that of its code, or the one that a family shares; undefined when it was not told. */
export function tradeShort(
  talk: Talk,
  { 'certificate.code': code, 'certificate.codes': family }: Facts,
): string | undefined {
  if (code !== undefined && code !== 'unknown') return codeText(talk, code, 'short');
  return family === undefined ? undefined : sharedEnd(family.map(one => tradeName(talk, one)));
}

/** 土建质量员, 市政工程质量员 → 质量员: what the names of a family end in. */
function sharedEnd(names: readonly string[]): string {
  const [first = '', ...others] = names;
  for (let at = 0; at < first.length; at += 1)
    if (others.every(name => name.endsWith(first.slice(at)))) return first.slice(at).trim();
  return '';
}

function tradeName({ policy, words }: Talk, code: string): string {
  const trade = policy.exchange.codes.value.find(trade => trade.code === code);
  return (words.locale === 'zh-CN' ? trade?.zh : trade?.en) ?? code;
}

type Answers = readonly (readonly [value: string, label: string])[];

const YES_NO: Answers = [
  ['yes', 'answer-yes'],
  ['no', 'answer-no'],
];

const FIXED: { readonly [F in AskedFact]?: Answers } = {
  'certificate.kind': [
    ['training', 'value-kind-training'],
    ['electronic', 'value-kind-electronic'],
    ['safety-officer', 'value-kind-safety-officer'],
    ['post', 'value-kind-post'],
    ['other', 'value-kind-other'],
  ],
  'certificate.issuer': [
    ['hainan-leading-group-office', 'answer-hainan'],
    ['other', 'answer-other-issuer'],
  ],
  'certificate.inNationalSystem': [
    ['yes', 'answer-found'],
    ['no', 'answer-not-found'],
  ],
  'certificate.archiveVerified': [
    ['yes', 'answer-verified'],
    ['no', 'answer-not-verified'],
  ],
  'training.passed': [
    ['yes', 'answer-passed'],
    ['no', 'answer-not-passed'],
  ],
  inPost: YES_NO,
};

function answers(talk: Talk, fact: AskedFact): Choice[] {
  if (fact === 'certificate.code') return codeAnswers(talk);
  if (fact === 'certificate.issuedOn') return yearAnswers(talk);
  return (FIXED[fact] ?? []).map(([value, label]) => ({ id: `fact:${fact}=${value}`, label: say(talk, label) }));
}

/** The codes of the family that was named, or all of them. */
function codeAnswers(talk: Talk): Choice[] {
  const family =
    currentCertificate(talk.state).facts['certificate.codes'] ??
    talk.policy.exchange.codes.value.map(({ code }) => code);
  return family.map(code => ({ id: `fact:certificate.code=${code}`, label: tradeName(talk, code) }));
}

function yearAnswers({ policy, state }: Talk): Choice[] {
  if (state.underway?.kind !== 'eligibility') return [];
  const [first, last] = [policy.exchange.firstIssueYear.value, policy.exchange.lastIssueYear.value];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index)).map(year => ({
    id: `fact:certificate.issuedOn=${year}`,
    label: year,
  }));
}

/** A kept value in the person's language. */
export function valueText(talk: Talk, fact: KeptFact, value: unknown): string {
  if (value === 'unknown') return say(talk, 'value-unknown');
  if (value === 'none') return say(talk, 'value-not-printed');
  if (typeof value === 'boolean') return say(talk, value ? 'value-yes' : 'value-no');
  if (typeof value === 'number') return say(talk, 'value-hours', { hours: String(value) });
  if (Array.isArray(value))
    return formatList(
      value.map(code => tradeName(talk, String(code))),
      talk.words.locale,
    );
  const text = String(value);
  if (fact === 'certificate.code') return codeText(talk, text);
  if (fact === 'certificate.kind') return say(talk, `value-kind-${text}`);
  if (fact === 'certificate.issuer') return say(talk, `value-issuer-${text}`);
  return formatDay(text, talk.words.locale);
}

function codeText(talk: Talk, code: string, length: 'short' | 'full' = 'full'): string {
  const name = tradeName(talk, code);
  if (name !== code) return length === 'short' ? name : say(talk, 'value-code', { code, trade: name });
  return /^\d+$/.test(code) ? say(talk, 'value-code', { code, trade: 'none' }) : code;
}

/** One line for every answer that was given. */
export function factLines(talk: Talk): { fact: AskedFact; line: string; label: string }[] {
  const { facts, records } = currentCertificate(talk.state);
  const kept = (Object.entries(facts) as [KeptFact, unknown][]).filter(
    ([fact, value]) => value !== undefined && talk.words.has(nameId(fact)),
  );
  const lines = kept.map(([fact, value]) => ({
    fact: fact as AskedFact,
    name: say(talk, nameId(fact)),
    value: valueText(talk, fact, value),
  }));
  const years =
    records.length === 0
      ? []
      : [{ fact: 'records' as AskedFact, name: say(talk, 'fact-records'), value: recordsText(talk) }];
  return [...lines, ...years].map(({ fact, name, value }) => {
    const line = say(talk, 'fact-line', { name, value });
    return { fact, line, label: line.slice(0, 60) };
  });
}

const nameId = (fact: KeptFact) => `fact-${fact.replace('.', '-')}`;

export function recordsText(talk: Talk): string {
  const { records } = currentCertificate(talk.state);
  const texts = records.map(({ year, hours, professionalHours }) =>
    say(talk, 'value-record', {
      year: String(year),
      hours: String(hours),
      professional: professionalHours === null ? 'none' : String(professionalHours),
    }),
  );
  return formatList(texts, talk.words.locale);
}

/** The facts named, as 「岗位：土建施工员（101）」, for the sentence that repeats what was taken. */
export function namedFacts(talk: Talk, names: readonly AskedFact[]): string {
  // Most messages change nothing, and the lines of all facts are many texts.
  if (names.length === 0) return '';
  return factLines(talk)
    .filter(({ fact }) => names.includes(fact))
    .map(({ line }) => line)
    .join(talk.words.locale === 'zh-CN' ? '，' : '; ');
}
