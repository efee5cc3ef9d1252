import { EXCHANGE_TOPICS, type Topic } from '../policies/policy.ts';
import type { Fact, Understanding } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { cue } from './per-text.ts';
import type { State } from './state.ts';
import { cite, replyOf } from './talk.ts';
import { HOURS_TOPICS } from './topics/related.ts';

/** Nothing but digits, or a number in words with at most its unit. */
const DIGITS = cue(/^[\s\d.,，。、~·-]*\d[\s\d.,，。、~·-]*$/);
const FIRST_YEAR = 1980;
const MOST_HOURS = 400;
/** Topics after which hours are talked of, and it is only open which year they are of. */
const OF_YEARS: readonly Topic[] = [...HOURS_TOPICS, 'upcoming-deadlines', 'safety-officer'];
/** Topics on which anybody who types a number may want to go on. */
const LIKELY: readonly Topic[] = ['eligibility', 'annual-hours', 'help'];

/** A message of nothing but a number, for which nothing was asked. */
export function isBareNumber(text: string, { number, facts }: Understanding): boolean {
  return facts.length === 0 && (number !== null || DIGITS.test(text.normalize('NFKC')));
}

/** What a bare number can be after what was talked of last: a fact with its topic, hours of a year to be named, or nothing that can be told. */
export type NumberMeant = { kind: 'fact'; fact: Fact; topic: Topic } | { kind: 'hours-of-year' } | { kind: 'nothing' };

export function numberMeant(desk: Desk, { lastTopic }: State, text: string, { number }: Understanding): NumberMeant {
  const span = [0, text.length] as const;
  const thisYear = Number(desk.today.slice(0, 4));
  if (number === null || lastTopic === null) return { kind: 'nothing' };
  if (Number.isInteger(number) && number >= FIRST_YEAR && number <= thisYear) {
    const topic = OF_YEARS.includes(lastTopic)
      ? 'hours-start'
      : EXCHANGE_TOPICS.includes(lastTopic)
        ? 'eligibility'
        : undefined;
    const fact: Fact = { name: 'certificate.issuedOn', value: String(number), span, confidence: 0.9 };
    return topic === undefined ? { kind: 'nothing' } : { kind: 'fact', fact, topic };
  }
  if (number < 0 || number > MOST_HOURS) return { kind: 'nothing' };
  if (lastTopic === 'renewal-hours')
    return {
      kind: 'fact',
      fact: { name: 'training.hours', value: number, span, confidence: 0.9 },
      topic: 'renewal-hours',
    };
  return OF_YEARS.includes(lastTopic) ? { kind: 'hours-of-year' } : { kind: 'nothing' };
}

/** So many hours, and of which year is asked. */
export function askWhichYear(desk: Desk, state: State, { number }: Understanding): Spoken {
  const talk = talkAt(desk, state);
  const args = { hours: String(number) };
  return {
    state: { ...state, underway: { kind: 'hours' }, open: { kind: 'fact', fact: 'records' } },
    answer: {
      topic: 'hours-shortfall',
      topics: ['hours-shortfall'],
      certain: true,
      replies: [replyOf([cite(talk, 'number-of-year.headline', args), cite(talk, 'number-of-year.next', args)])],
    },
  };
}

/** Nobody can tell what it counts: said so, with what people ask. */
export function numberNotUnderstood(desk: Desk, state: State, text: string): Spoken {
  const talk = talkAt(desk, state);
  const args = { number: text.trim().slice(0, 12) };
  const texts = [cite(talk, 'bare-number.headline', args), cite(talk, 'bare-number.next')];
  return {
    state: { ...state, open: { kind: 'topics' } },
    answer: {
      topic: 'help',
      topics: ['help'],
      certain: false,
      candidates: LIKELY,
      replies: [replyOf(texts, topicChoices(talk, LIKELY))],
    },
  };
}

const BARE_YEAR =
  /^(?:是|那是|就是|it'?s |that'?s |for |in )*(?<year>(?:大前|前|去|今|上|本)年|(?:19|20)?\d\d ?年度?|20\d\d|last year|this year|the year before(?: last)?)(?:的|学的|學的)?[吧啊呀.。!！]*$/i;

/** 「去年」 after 「32」 and the question of which year: the two together. */
export function withNumberBefore({ open, lastText }: State, text: string): string {
  if (open?.kind !== 'fact' || open.fact !== 'records' || lastText === null || !DIGITS.test(lastText)) return text;
  const year = BARE_YEAR.exec(text.normalize('NFKC').trim())?.groups?.year;
  if (year === undefined) return text;
  const hours = lastText.trim();
  if (/[a-z]/i.test(year)) return `${hours} hours ${year}`;
  return `${/^\d{4}$/.test(year) ? `${year}年` : year}${hours}学时`;
}
