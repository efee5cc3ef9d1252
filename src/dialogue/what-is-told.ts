import type { Topic } from '../policies/policy.ts';
import type { Fact, Understanding } from '../understanding/index.ts';
import { underwayTopic } from './going-on.ts';
import type { Taken } from './memory.ts';
import { isOnNotPrinted } from './not-printed.ts';
import { cue } from './per-text.ts';
import { currentCertificate, type State } from './state.ts';
import { HOURS_TOPICS } from './topics/related.ts';

/** Words and marks of a question. */
export const ASKS = cue(/[?？吗嗎呢么麼怎哪谁咩]|多少|几|what|how|where|when|who|can i|do i/i);

/** Topics that go on with a question about a certificate's renewal. */
export const RENEWAL_TOPICS: readonly Topic[] = [
  'eligibility',
  'scope',
  'renewal-hours',
  'assessment',
  'not-in-system',
];

/** A bare day after hours were worked out by a year of issue: the reply has said that the day is wanted. */
export function tellsDay(state: State, text: string): boolean {
  const issued = currentCertificate(state).facts['certificate.issuedOn'];
  return issued?.length === 4 && /\d\s?[月./-]\s?\d{1,2}/.test(text) && tellsOfHours(state, text);
}

/** A day, and no question, right after the reply that asks for the printed end of the validity. */
export const tellsValidity = ({ lastTopic, open }: State, text: string): boolean =>
  lastTopic === 'unrenewed-validity' && open === null && /[\d年]|year/i.test(text) && !ASKS.test(text);

/** 3.1b is about the training certificate only. */
const OTHER_PAPERS = cue(
  /电子|安全|岗位证|身份证|驾|建造|[一二]建|监理|造价|职称|特种|电工|焊工|合同|[abc] ?证|electronic|safety|licen[cs]e|passport|id card|constructor/i,
);

/** The printed end of the validity and nothing else of weight: whether it still runs (3.1b), whatever the wording sounds like. */
export function tellsOnlyValidity({ noted, changed, state }: Taken, text: string): boolean {
  if (isOnNotPrinted({ state }, text)) return true;
  const news = [...noted, ...changed];
  const kind = currentCertificate(state).facts['certificate.kind'] ?? 'unknown';
  return (
    (kind === 'training' || kind === 'unknown') &&
    !OTHER_PAPERS.test(text) &&
    news.includes('certificate.validUntil') &&
    news.every(name => name === 'certificate.validUntil' || name === 'certificate.kind') &&
    !ASKS.test(text)
  );
}

/** Words of somebody who has a certificate in hand, or speaks of a second one. */
export const OWN_OR_ANOTHER = cue(
  /我|俺|咱|本人|手[里裡上头頭]|另|还有|還有|别的|\b(?:i|my|mine|we|our|another|other|second|also)\b/i,
);

/** Nothing has been said before that could be taken back or gone on with. */
export const isFirst = ({ lastTopic, certificates, open }: State): boolean =>
  lastTopic === null &&
  open === null &&
  certificates.every(({ facts, records }) => records.length === 0 && Object.keys(facts).length === 0);

/** What is told of other matters says nothing of our certificates. */
export const isElsewhere = ({ asked, certain }: Understanding): boolean => certain && asked[0] === 'out-of-scope';

/** So few letters beside the facts ask nothing of their own. */
const LITTLE = 8;

/** Whether a message that names a certificate asks something besides that is not clear: not what facts alone would ask. */
export function tellsMore(text: string, { ranking, facts }: Understanding): boolean {
  const likeliest = ranking[0]?.topic;
  if (likeliest === 'eligibility' || facts.some(({ name }) => name === 'record' || name === 'hoursYear')) return false;
  return ASKS.test(text) || lettersBeside(text, facts) > LITTLE;
}

function lettersBeside(text: string, facts: readonly Fact[]): number {
  const isTold = (at: number): boolean => facts.some(({ span: [from, to] }) => at >= from && at < to);
  return Array.from(text, (_, at) => at).filter(at => /\p{L}/u.test(text[at]!) && !isTold(at)).length;
}

export const tellsAgain = ({ name, negated }: Fact): boolean =>
  negated !== true && (name === 'record' || name.startsWith('certificate.') || name.startsWith('training.'));

/** Facts told without a question after hours have been worked out (the day of issue, 「在岗」): they are worked out anew. */
export function tellsOfHours(state: State, text: string): boolean {
  return hoursTold(state) && state.underway === null && !ASKS.test(text);
}

const SPEAKS_OF_EXCHANGE = cue(/换|換|能不能|要不要|用不用|exchange|renew|convert|swap/i);

/** Hours of years of a certificate that has nothing to be exchanged, told without a question: what they come to, whatever the wording sounds like. */
export function tellsHours({ noted, changed, state }: Taken, text: string, { asked }: Understanding): boolean {
  const kind = currentCertificate(state).facts['certificate.kind'];
  return (
    [...noted, ...changed].includes('records') &&
    kind !== 'training' &&
    kind !== 'post' &&
    !ASKS.test(text) &&
    !SPEAKS_OF_EXCHANGE.test(text) &&
    asked.every(topic => RENEWAL_TOPICS.includes(topic) || HOURS_TOPICS.includes(topic))
  );
}

export const hoursTold = (state: State): boolean =>
  currentCertificate(state).records.length > 0 && [...HOURS_TOPICS, 'safety-officer'].includes(underwayTopic(state));

/** 「代码105是什么」: a question about the list, not about a certificate in hand. */
export const asksOfList = (text: string, { asked, certain }: Understanding): boolean =>
  certain && asked[0] === 'scope' && !/我|咱|俺|\b(?:my|mine|i)\b/i.test(text);
