import type { Topic } from '../policies/policy.ts';
import type { Fact, Situation, Understanding } from '../understanding/index.ts';
import { labelKey, topicChoices } from './choices.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { openQuestion, openTopic, underwayTopic } from './going-on.ts';
import { hearChoice, setFact, settleSpan } from './hear-choice.ts';
import { hearControl } from './hear-control.ts';
import { answerWhatIf } from './hours.ts';
import { maskText } from './mask.ts';
import { type Taken, takeFacts } from './memory.ts';
import { wantOutside, withOutside } from './outside.ts';
import { hearOwn } from './own-hours.ts';
import { namedFacts } from './questions.ts';
import { asOfNote } from './renewal.ts';
import { type AskedFact, currentCertificate, FACTS, type KeptFact, type State } from './state.ts';
import { cite, replyOf, say, type Talk } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import type { Got, Noted, Reply, Want } from './turn.ts';
import { hoursWhatIf, impossibleIn } from './unreal.ts';

/** How likely a topic must be to be offered when it is not certain. */
const WORTH_OFFERING = 0.08;
const MOST_OFFERED = 3;
/** Offered when nothing was understood at all. */
const ANYBODY_ASKS: readonly Topic[] = ['eligibility', 'annual-hours', 'help'];
/** How sure it is that the leading group office was named by its name. */
const OFFICE_NAMED = 0.95;
/** Topics that go on with a question about a certificate's hours, or about its renewal. */
const HOURS_TOPICS: readonly Topic[] = ['annual-hours', 'hours-shortfall', 'hours-start', 'my-hours'];
const RENEWAL_TOPICS: readonly Topic[] = ['eligibility', 'scope', 'renewal-hours', 'assessment', 'not-in-system'];

/** What somebody typed: an answer to what is open, a word that steers, a question, or nothing that can be told. */
export function hearText(desk: Desk, state: State, text: string, got?: Extract<Got, { kind: 'topics' }>): Spoken {
  const situation = situationOf(desk, state);
  const read = onSafetyGrades(desk.understand(text, situation));
  const lastText = maskText(text, read.facts);
  const understood = got === undefined ? read : withOutside(read, got.view);
  const spoken = hearUnderstood(desk, { ...state, lastText }, text, understood);
  if (got !== undefined) return { noted: notedOn(state, lastText, spoken.answer.topic), ...spoken };
  if (spoken.noted?.kind !== 'not-understood') return spoken;
  const want = wantOutside(desk, state, maskText(text, read.facts, text.length), situation);
  return want === undefined ? spoken : { ...spoken, want };
}

/** Also what an outside model placed is to be learnt, with the topic that it was answered on. */
function notedOn({ locale }: State, masked: string, topic: Topic): Noted {
  return { kind: 'not-understood', locale, masked, topic };
}

/** 安全员 A, B, C are certificates of another kind than that of 3.1a: nothing that the notice says is said of them. */
function onSafetyGrades(understood: Understanding): Understanding {
  const graded = understood.facts.some(({ name, value }) => name === 'certificate.kinds' && String(value) === 'abc');
  const taken: readonly Topic[] = ['safety-officer', 'eligibility', 'scope'];
  const asked = understood.asked.map(topic => (graded && taken.includes(topic) ? 'not-covered' : topic));
  return { ...understood, asked: [...new Set(asked)] };
}

function hearUnderstood(desk: Desk, state: State, text: string, understood: Understanding): Spoken {
  const picked = pick(state, text, understood);
  if (picked !== undefined)
    return picked === null ? noSuchNumber(desk, state, understood) : hearChoice(desk, state, picked);
  const control = understood.control === null ? undefined : hearControl(desk, state, understood.control);
  if (control !== undefined) return control;
  const spoken = hearMeaning(desk, state, text, understood);
  return spoken.answer.topic === 'my-hours' ? spoken : noticeIdNumber(desk, spoken, understood);
}

function situationOf(desk: Desk, { locale, lastTopic, open }: State): Situation {
  const asking = open?.kind === 'fact' ? (open.fact === 'records' ? 'record' : open.fact) : null;
  return { locale, today: desk.today, lastTopic, asking };
}

/** The choice that the text picks by its label, its place (第二个) or its number; null when there is no such place. */
function pick(state: State, text: string, { ordinal, number }: Understanding): string | null | undefined {
  const key = labelKey(text);
  const byLabel = state.offered.find(({ label }) => labelKey(label) === key);
  if (byLabel !== undefined) return byLabel.id;
  const place = ordinal ?? (number !== null && !expectsNumber(state) && /^\s*\S{1,2}\s*$/.test(text) ? number : null);
  if (place === null || state.offered.length === 0) return undefined;
  const chosen = state.offered.at(place === -1 ? -1 : place - 1);
  return place === 0 || chosen === undefined ? null : chosen.id;
}

/** Where a number is asked for, a bare number is the value and not the place of a choice. */
function expectsNumber({ open }: State): boolean {
  return (
    open?.kind === 'fact' &&
    ['training.hours', 'training.professionalHours', 'certificate.issuedOn', 'records', 'certificate.code'].includes(
      open.fact,
    )
  );
}

function noSuchNumber(desk: Desk, state: State, { number, ordinal }: Understanding): Spoken {
  const talk = talkAt(desk, state);
  const reply = replyOf(
    [say(talk, 'choice-unknown-number', { n: String(ordinal ?? number), count: String(state.offered.length) })],
    state.offered,
  );
  const topic = underwayTopic(state);
  return { state, answer: { topic, topics: [topic], certain: true, replies: [reply] } };
}

function hearMeaning(desk: Desk, state: State, text: string, understood: Understanding): Spoken {
  const own = hearOwn(talkAt(desk, state), text, understood);
  if (own !== undefined) return spokenOn('my-hours', own);
  const open = state.open?.kind === 'fact' ? state.open.fact : null;
  const taken = takeFacts(state, understood.facts, {
    correction: understood.correction,
    followUp: understood.followUp,
    asking: open,
  });
  if (taken.problem !== null) return askBack(desk, state, taken.problem);
  const impossible = impossibleIn(understood.facts);
  if (impossible !== undefined && open !== null && impossible.asks.includes(open))
    return askBack(desk, taken.state, impossible);
  const answered = open === null ? undefined : answerOpen(desk, taken, open, understood);
  if (answered !== undefined) return withSideQuestions(desk, answered, text, understood);
  const whatIf = hearWhatIf(desk, state, text, understood);
  if (whatIf !== undefined) return whatIf;
  const news = taken.noted.length + taken.changed.length > 0;
  if (impossible !== undefined && !news && !ASKS.test(text)) return askBack(desk, state, impossible);
  if (news && (understood.followUp || understood.correction)) return goOnWithFacts(desk, taken, text, understood);
  if (understood.asked.length > 0 && understood.certain) return answerAsked(desk, taken, text, understood);
  if (news) return goOnWithFacts(desk, taken, text, understood);
  if (impossible !== undefined) return askBack(desk, state, impossible);
  return notUnderstood(desk, state, understood);
}

/** Said of somebody whose hours are known: more hours this year, or so many instead. */
const IN_ADDITION = /再|多学|补|另外|more|another|extra/i;

/** 「再学12学时，其中专业8」 after the hours have been told: what it would be then. */
function hearWhatIf(desk: Desk, state: State, text: string, { facts }: Understanding): Spoken | undefined {
  const told = currentCertificate(state).records.length > 0 && HOURS_TOPICS.includes(underwayTopic(state));
  const more = told ? hoursWhatIf(facts, IN_ADDITION.test(text)) : undefined;
  return more && spokenOn('hours-shortfall', answerWhatIf(talkAt(desk, state), more));
}

/** A value that cannot be: says so and asks again. */
function askBack(desk: Desk, state: State, { text, args }: NonNullable<Taken['problem']>): Spoken {
  const talk = talkAt(desk, state);
  const topic = underwayTopic(state);
  const question = openQuestion(talk);
  return {
    state,
    answer: {
      topic,
      topics: [topic],
      certain: true,
      replies: [replyOf([say(talk, text, args)]), ...(question === undefined ? [] : [question])],
    },
  };
}

/** The open question, if this message answers it: by its fact, by 是/否/不知道, or by other facts of the same interview. */
function answerOpen(desk: Desk, taken: Taken, open: AskedFact, understood: Understanding): Spoken | undefined {
  const { polarity } = understood;
  const news = [...taken.noted, ...taken.changed];
  if (news.includes(open) || (open === 'certificate.code' && news.includes('certificate.codes')))
    return proceed(desk, taken);
  if (open === 'certificate.issuedOn?') {
    if (news.includes('certificate.issuedOn')) return proceed(desk, taken);
    return polarity === 'yes' || polarity === 'no' ? settleSpan(desk, taken.state, polarity === 'yes') : undefined;
  }
  // The “no” of “no, it was 2016” takes something back, and is no answer to what is open.
  if (polarity !== null && open !== 'records' && !(understood.correction && news.length > 0)) {
    const value = polarity === 'unknown' ? 'unknown' : polarity === 'yes';
    if (FACTS[open].safeParse(value).success)
      return proceed(desk, { ...taken, state: setFact(taken.state, open, value) });
  }
  if (polarity === 'unknown' && open === 'records')
    return openTopic(desk, { ...taken.state, underway: null }, 'hours-shortfall');
  const asksElsewhere =
    understood.certain &&
    understood.asked.some(topic => !RENEWAL_TOPICS.includes(topic) && !HOURS_TOPICS.includes(topic));
  return news.length > 0 && !asksElsewhere ? proceed(desk, taken) : undefined;
}

function proceed(desk: Desk, taken: Taken): Spoken {
  const state = { ...taken.state, open: null };
  const topic = underwayTopic(state);
  const goesOn = topic === 'hours-shortfall' ? 'hours-shortfall' : 'eligibility';
  const talk = talkAt(desk, state);
  const said = answerTopic(talk, goesOn, {
    text: '',
    facts: goesOn === 'hours-shortfall' ? [{ name: 'record', value: { year: 0 } }] : [],
  });
  return {
    state: said.state,
    answer: {
      topic: goesOn,
      topics: [goesOn],
      certain: true,
      replies: withNote(said.replies, changeNote(talk, taken)),
    },
  };
}

/** What was changed is named, so that a misunderstanding shows at once; so is what “海南发的” was taken for. */
function changeNote(talk: Talk, taken: Taken): string {
  const changed = taken.anotherCertificate ? '' : namedFacts(talk, taken.changed);
  return [
    taken.unclear.some(name => name.startsWith('certificate.')) ? say(talk, 'told-twice') : '',
    taken.anotherCertificate ? say(talk, 'another-certificate') : '',
    changed === '' ? '' : say(talk, 'changed', { facts: changed }),
    asOfNote(talk),
  ]
    .filter(note => note !== '')
    .join('\n');
}

function withNote(replies: readonly Reply[], note: string): readonly Reply[] {
  const [first, ...others] = replies;
  if (note === '' || first === undefined) return replies;
  // Behind the headline: at the end it would come between the question and its answers.
  const [headline = '', ...rest] = first.text.split('\n\n');
  return [{ ...first, text: [headline, note, ...rest].join('\n\n') }, ...others];
}

const ASKS = /[?？吗嗎呢么麼怎哪谁咩]|多少|几|what|how|where|when|who|can i|do i/i;

/** The message answered the open question and asked something else besides: both are answered. */
function withSideQuestions(desk: Desk, answered: Spoken, text: string, understood: Understanding): Spoken {
  const asks = understood.certain && ASKS.test(text);
  const side = asks
    ? understood.asked.filter(
        topic => topic !== answered.answer.topic && !RENEWAL_TOPICS.includes(topic) && !HOURS_TOPICS.includes(topic),
      )
    : [];
  if (side.length === 0) return answered;
  const replies = side.flatMap(
    topic => answerTopic(talkAt(desk, answered.state), topic, { text, facts: understood.facts }).replies,
  );
  const { answer } = answered;
  return {
    state: answered.state,
    answer: { ...answer, topics: [...answer.topics, ...side], replies: [...replies.map(bare), ...answer.replies] },
  };
}

const bare = (reply: Reply): Reply => ({ ...reply, choices: [] });

/** One answer for each topic asked, in the order asked; then the open question once more. */
function answerAsked(desk: Desk, taken: Taken, text: string, understood: Understanding): Spoken {
  const [topic, ...others] = understood.asked as [Topic, ...Topic[]];
  const begun = beginTopic(taken.state, topic, understood.facts);
  if (topic === 'language') return openTopic(desk, begun, topic, text);
  const waiting = openQuestion(talkAt(desk, taken.state));
  let state = begun;
  let want: Want | undefined;
  const replies: Reply[] = [];
  for (const one of [topic, ...others]) {
    const talk = talkAt(desk, state);
    const said = answerTopic(talk, one, { text, facts: understood.facts });
    state = said.state;
    want ??= said.want;
    replies.push(
      ...(one === topic ? withNote(said.replies, notes(talk, taken, topic, understood.facts)) : said.replies),
    );
  }
  const interrupted = waiting !== undefined && state.open === taken.state.open;
  return {
    state,
    answer: {
      topic,
      topics: [topic, ...others],
      certain: true,
      replies: interrupted ? [...replies.map(bare), waiting] : replies,
    },
    ...(want && { want }),
  };
}

/** A question of its own forgets the day that an earlier one was asked for; one about my certificate or hours begins its interview. */
function beginTopic(state: State, topic: Topic, facts: readonly Fact[]): State {
  const asOf = facts.some(({ name }) => name === 'asOf') || topic === state.lastTopic ? state.asOf : null;
  return topic === 'eligibility'
    ? { ...state, asOf, open: null, underway: { kind: 'eligibility' } }
    : { ...state, asOf };
}

function notes(talk: Talk, taken: Taken, topic: Topic, facts: readonly Fact[]): string {
  const personal = topic === 'eligibility' || HOURS_TOPICS.includes(topic);
  const changes = personal ? changeNote(talk, taken) : asOfNote(talk);
  // “海南发的” is less sure than the office's own name: only then is it said what it was taken for.
  const assumed =
    topic === 'eligibility' &&
    taken.noted.includes('certificate.issuer') &&
    facts.some(
      ({ name, value, confidence }) => name === 'certificate.issuer' && value !== 'other' && confidence < OFFICE_NAMED,
    );
  return [changes, assumed ? say(talk, 'assumed-issuer') : ''].filter(note => note !== '').join('\n');
}

/** Facts without a question: they belong to what is under way or was talked of last, or they begin the question that they fit. */
function goOnWithFacts(desk: Desk, taken: Taken, text: string, understood: Understanding): Spoken {
  const news = [...taken.noted, ...taken.changed];
  const last = underwayTopic(taken.state);
  const topic: Topic = news.includes('records')
    ? 'hours-shortfall'
    : last === 'help' || last === 'greeting' || (news.some(isOfCertificate) && !HOURS_TOPICS.includes(last))
      ? 'eligibility'
      : last;
  return answerAsked(desk, taken, text, { ...understood, asked: [topic] });
}

function isOfCertificate(fact: KeptFact | 'records'): boolean {
  return fact.startsWith('certificate.') || fact.startsWith('training.');
}

/** Not certain: two or three likely topics to choose from, and no rule is stated. */
function notUnderstood(desk: Desk, state: State, { ranking }: Understanding): Spoken {
  const talk = talkAt(desk, state);
  const likely = ranking.filter(({ probability }) => probability >= WORTH_OFFERING).map(({ topic }) => topic);
  const ours = likely.filter(topic => topic !== 'out-of-scope').slice(0, MOST_OFFERED);
  const id = ours.length > 0 ? 'not-sure' : 'not-understood';
  const candidates = ours.length > 0 ? ours : ANYBODY_ASKS;
  const topic = likely[0] ?? 'help';
  const question = openQuestion(talk);
  const replies = [
    replyOf([cite(talk, `${id}.headline`), cite(talk, `${id}.next`)], topicChoices(talk, candidates)),
    ...(question === undefined ? [] : [question]),
  ];
  return {
    state: { ...state, open: question === undefined ? { kind: 'topics' } : state.open },
    answer: { topic, topics: [topic], certain: false, candidates, replies },
    noted: notedOn(state, state.lastText ?? '', topic),
  };
}

/** An ID number that nobody asked for is neither kept nor repeated; the person is told to delete the message. */
function noticeIdNumber(desk: Desk, spoken: Spoken, { facts }: Understanding): Spoken {
  if (!facts.some(({ name }) => name === 'idNumber')) return spoken;
  const { answer } = spoken;
  return {
    ...spoken,
    answer: { ...answer, replies: withNote(answer.replies, say(talkAt(desk, spoken.state), 'id-number-noticed')) },
  };
}
