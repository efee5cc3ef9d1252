import { formatList, type Text } from '../locale/index.ts';
import { EXCHANGE_TOPICS, type Topic } from '../policies/policy.ts';
import { certificatesIn, type Fact, type Understanding } from '../understanding/index.ts';
import { certificateChoice, certificateName } from './certificate-names.ts';
import { topicChoices } from './choices.ts';
import { phaseOf } from './day-texts.ts';
import { type Desk, type Said, type Spoken, talkAt } from './desk.ts';
import { answerHours } from './hours.ts';
import { type Taken, takeFacts } from './memory.ts';
import { withNote } from './notes.ts';
import { cue } from './per-text.ts';
import { askFact } from './questions.ts';
import { ifKind, lookAt, shortLines } from './renewal.ts';
import {
  type Certificate,
  currentCertificate,
  initialState,
  isBlank,
  noneOf,
  type State,
  withCertificates,
} from './state.ts';
import { cite, linesOf, replyOf, say, type Talk } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import { HOURS_TOPICS } from './topics/related.ts';
import type { Reply } from './turn.ts';

/** Said of all the certificates that were told before: 「两本都是培训合格证书」. */
const OF_ALL = cue(
  /(?:(?<!第 ?)[两兩二三四五几幾多2-9]|这些|這些|所有|全部)[本张張个個份]?[^,，。;；]{0,6}(?:都|(?<!安)全|均|统一)|(?:^|[,，。])(?:也)?(?:都|全部?|均)(?:是|有|在|查|通过|學|学)|\b(?:both|all (?:of )?(?:them|two|three|four|\d)|each of them|they are all|all are)\b/i,
);
const MENTIONS_TRADE: readonly string[] = ['certificate.code', 'certificate.codes', 'certificate.trade'];

/** A message that tells of several certificates: each is kept by itself, and each gets its answer; undefined when it tells of one. */
export function hearSeveral(desk: Desk, state: State, text: string, understood: Understanding): Spoken | undefined {
  if (understood.correction) return undefined;
  const groups = certificatesIn(text, understood.facts);
  const taken = groups === undefined ? takeForAll(state, text, understood.facts) : takeSeveral(state, groups);
  return taken === undefined ? undefined : answerEach(desk, taken, text, understood);
}

interface TakenSeveral {
  state: State;
  /** Places of the certificates that the message told of. */
  places: readonly number[];
  problem: Taken['problem'];
}

/** Facts without a trade that are said of all certificates told before. */
function takeForAll(state: State, text: string, facts: readonly Fact[]): TakenSeveral | undefined {
  const { holder } = currentCertificate(state);
  const told = state.certificates.flatMap((one, at) => (isBlank(one) || one.holder !== holder ? [] : [at]));
  const ofTrade = facts.some(({ name }) => MENTIONS_TRADE.includes(name));
  if (told.length < 2 || facts.length === 0 || ofTrade || !OF_ALL.test(text)) return undefined;
  // Of one whose kind was told already another kind is not meant.
  const taken = told.map(at => {
    const before = state.certificates[at]!;
    const settled = before.facts['certificate.kind'] !== undefined && before.facts['certificate.kind'] !== 'unknown';
    return takeOne(state, before, settled ? facts.filter(({ name }) => name !== 'certificate.kind') : facts);
  });
  const certificates = state.certificates.map((one, at) => taken[told.indexOf(at)]?.certificate ?? one);
  const problem = taken.find(({ problem }) => problem !== null)?.problem ?? null;
  return { state: withCertificates(state, certificates, told[0]!), places: told, problem };
}

/** Each is one that was told before, by its trade, or a new one; what is known of another never comes to it. */
function takeSeveral(state: State, groups: readonly (readonly Fact[])[]): TakenSeveral {
  const certificates = state.certificates.filter(one => !isBlank(one));
  const current = currentCertificate(state);
  const places: number[] = [];
  let problem: Taken['problem'] = null;
  for (const facts of groups) {
    const fresh = takeOne(state, noneOf(current), facts);
    const before = certificates.findIndex(
      (one, at) =>
        !places.includes(at) &&
        one.holder === current.holder &&
        tradeOf(one) !== '' &&
        tradeOf(one) === tradeOf(fresh.certificate),
    );
    const taken = before < 0 ? fresh : takeOne(state, certificates[before]!, facts);
    problem ??= taken.problem;
    const at = before < 0 ? certificates.length : before;
    certificates[at] = taken.certificate;
    places.push(at);
  }
  return { state: withCertificates(state, certificates, places[0]!), places, problem };
}

const tradeOf = ({ facts }: Certificate): string =>
  String(facts['certificate.code'] ?? facts['certificate.codes']?.join() ?? '');

function takeOne(
  { locale }: State,
  before: Certificate,
  facts: readonly Fact[],
): { certificate: Certificate; problem: Taken['problem'] } {
  const alone: State = { ...initialState(locale), certificates: [before] };
  // As a correction: what is told twice of one certificate has been sorted out, and no other is opened.
  const { state, problem } = takeFacts(alone, facts, { correction: true, followUp: false, asking: null });
  return { certificate: problem === null ? state.certificates[0]! : before, problem };
}

/** What is asked of each certificate by itself. */
const OF_EACH: readonly Topic[] = [
  'eligibility',
  'scope',
  'safety-officer',
  'old-post-certificate',
  'renewal-hours',
  'not-covered',
  'out-of-scope',
  'help',
];

function answerEach(desk: Desk, { state, places, problem }: TakenSeveral, text: string, understood: Understanding) {
  const asked = understood.certain ? understood.asked : [];
  const ofHours = places.some(at => state.certificates[at]!.records.length > 0);
  const byHours = ofHours && asked.every(topic => !EXCHANGE_TOPICS.includes(topic) || OF_EACH.includes(topic));
  const others = asked.filter(topic => !OF_EACH.includes(topic) && !(byHours && HOURS_TOPICS.includes(topic)));
  const settled: State = { ...state, open: null, underway: null };
  const talk = talkAt(desk, settled);
  const [first, ...more] = others;
  // What is asked in general is answered so, and that the certificates are kept apart is said.
  const beside = others.map(topic => answerTopic(talk, topic, { text, facts: [] }));
  const own =
    first !== undefined && !asked.some(topic => OF_EACH.includes(topic)) && !byHours
      ? undefined
      : byHours
        ? answerHoursOfEach(talk, places)
        : answerSeveral(talk, places);
  const topic: Topic = own === undefined ? first! : byHours ? 'hours-shortfall' : 'eligibility';
  const general = beside.flatMap(({ replies }) => replies);
  const kept = say(talk, 'several-kept', { names: namesOf(talk, places) });
  const replies: readonly Reply[] =
    own === undefined
      ? withNote(general, kept)
      : [...own.replies.slice(0, -1), ...general.map(reply => ({ ...reply, choices: [] })), ...own.replies.slice(-1)];
  const noticed = problem === null ? replies : withNote(replies, say(talk, problem.text, problem.args));
  const topics = own === undefined ? [first!, ...more] : [topic, ...others];
  return {
    state: own?.state ?? settled,
    answer: { topic, topics, certain: true, replies: noticed },
  } satisfies Spoken;
}

function namesOf(talk: Talk, places: readonly number[]): string {
  const names = places.map(at => certificateName(talk, talk.state.certificates[at]!));
  return formatList(names, talk.words.locale);
}

/** Hours of each, and which certificate they are of; a question that one leaves open comes last. */
function answerHoursOfEach(talk: Talk, places: readonly number[]): Said {
  const said = places.map(current => ({
    at: current,
    said: answerHours({ ...talk, state: { ...talk.state, current } }),
  }));
  const waiting = said.findLast(({ said: { state } }) => state.open !== null) ?? said.at(-1)!;
  const ordered = [...said.filter(one => one !== waiting), waiting];
  return {
    state: waiting.said.state,
    replies: ordered.flatMap(({ at, said: { replies } }) => {
      const name = certificateName(talk, talk.state.certificates[at]!);
      return withNote(replies, say(talk, 'several-of-this', { name }));
    }),
  };
}

/** What holds for each certificate, a few lines each; then the question that the first undecided one leaves open. */
export function answerSeveral(talk: Talk, places: readonly number[]): Said {
  const looked = places.map(at => {
    const one = { ...talk, state: { ...talk.state, current: at } };
    return { at, talk: one, ...lookAt(one) };
  });
  const open = looked.find(({ next }) => next !== undefined);
  const blocks = looked.map(one => block(one.talk, one));
  const state: State = {
    ...talk.state,
    current: open?.at ?? places[0]!,
    underway: open === undefined ? null : { kind: 'eligibility' },
    open: open?.next === undefined ? null : { kind: 'fact', fact: open.next },
  };
  const texts = [severalHeadline(talk, looked), ...blocks];
  if (open?.next === undefined) {
    const each = places.map(at => certificateChoice(talk, at));
    return { state, replies: [replyOf(texts, [...each, ...topicChoices(talk, ['contact'])])] };
  }
  const question = askFact({ ...talk, state }, open.next);
  const name = certificateName(talk, talk.state.certificates[open.at]!);
  const asked = linesOf([cite(talk, 'several-first', { name }), question.text]);
  return { state, replies: [replyOf([...texts, asked], question.choices)] };
}

type Looked = ReturnType<typeof lookAt>;

const SORTS: { readonly [outcome in Looked['result']['outcome']]: string } = {
  'out-of-scope': 'no',
  closed: 'no',
  'not-required': 'need-not',
  ready: 'yes',
  'training-first': 'yes',
  'archive-check': 'check',
  'archive-late': 'check',
  'needs-information': 'open',
};

function severalHeadline(talk: Talk, looked: readonly Looked[]): Text {
  const outcomes = looked.map(({ result }) => result.outcome);
  const over = phaseOf(talk.policy, talk.asOf) === 'closed';
  if (over && outcomes.every(outcome => outcome === 'closed' || outcome === 'needs-information'))
    return cite(talk, 'verdict-open.closed');
  if (outcomes.every(outcome => outcome === 'needs-information'))
    return cite(talk, 'several.open', { n: String(looked.length) });
  const sorts = [...new Set(outcomes.map(outcome => SORTS[outcome]))];
  const counted = sorts.map(sort =>
    say(talk, 'several-sort', { sort, n: String(outcomes.filter(outcome => SORTS[outcome] === sort).length) }),
  );
  const summary = counted.join(talk.words.locale === 'zh-CN' ? '，' : ', ');
  return cite(talk, 'several.headline', { n: String(looked.length), summary });
}

function block(talk: Talk, { result, next }: Looked): Text {
  const certificate = currentCertificate(talk.state);
  const name = certificateName(talk, certificate);
  if (result.outcome !== 'needs-information')
    return linesOf([cite(talk, 'several-name', { name }), ...shortLines(talk, result)]);
  const left = next === undefined ? [] : [cite(talk, 'several-left')];
  return certificate.facts['certificate.kind'] === undefined
    ? linesOf([cite(talk, 'several-name-by-kind', { name }), ...ifKind(talk)])
    : linesOf([cite(talk, 'several-name', { name }), ...shortLines(talk, result), ...left]);
}
