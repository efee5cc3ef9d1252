import type { Topic } from '../policies/policy.ts';
import type { Fact, Understanding } from '../understanding/index.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { askOnceMore, openQuestion, openTopic, underwayTopic } from './going-on.ts';
import { setFact, settleSpan } from './hear-choice.ts';
import type { Taken } from './memory.ts';
import { changeNote, notes, withNote } from './notes.ts';
import { type AskedFact, FACTS, type KeptFact, type State } from './state.ts';
import { replyOf, say } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import { HOURS_TOPICS } from './topics/related.ts';
import type { Reply, Want } from './turn.ts';
import { ASKS, RENEWAL_TOPICS } from './what-is-told.ts';

/** A value that cannot be: says so and asks again. */
export function askBack(desk: Desk, state: State, { text, args }: NonNullable<Taken['problem']>): Spoken {
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
export function answerOpen(desk: Desk, taken: Taken, open: AskedFact, understood: Understanding): Spoken | undefined {
  const { polarity } = understood;
  const news = [...taken.noted, ...taken.changed];
  if (news.includes(open) || (open === 'certificate.code' && news.includes('certificate.codes')))
    return proceed(desk, taken);
  // An A, B or C is none of the kinds offered, and an answer all the same.
  const namesGrade = understood.facts.some(
    ({ name, value }) => name === 'certificate.kinds' && String(value) === 'abc',
  );
  if (open === 'certificate.kind' && taken.state.underway?.kind === 'hours' && namesGrade) return proceed(desk, taken);
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
  const ofHours = news.every(name => name === 'records') && taken.state.underway?.kind === 'eligibility';
  const asksElsewhere =
    understood.certain &&
    understood.asked.some(topic => !RENEWAL_TOPICS.includes(topic) && (ofHours || !HOURS_TOPICS.includes(topic)));
  return news.length > 0 && !asksElsewhere ? proceed(desk, taken) : undefined;
}

export function proceed(desk: Desk, taken: Taken): Spoken {
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

const bare = (reply: Reply): Reply => ({ ...reply, choices: [] });

/** The message answered the open question and asked something else besides: both are answered. */
export function withSideQuestions(desk: Desk, answered: Spoken, text: string, understood: Understanding): Spoken {
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

/** One answer for each topic asked, in the order asked; then the open question once more. */
export function answerAsked(desk: Desk, taken: Taken, text: string, understood: Understanding): Spoken {
  const [topic, ...others] = understood.asked as [Topic, ...Topic[]];
  const begun = beginTopic(taken.state, topic, understood.facts);
  if (topic === 'language') return openTopic(desk, begun, topic, text);
  const again = askOnceMore(talkAt(desk, taken.state));
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
  const isBeside = state.open === taken.state.open;
  const waiting = isBeside ? again.question : undefined;
  return {
    state: isBeside ? { ...state, open: again.state.open, reminded: again.state.reminded } : state,
    answer: {
      topic,
      topics: [topic, ...others],
      certain: true,
      replies: waiting === undefined ? replies : [...replies.map(bare), waiting],
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

/** Facts without a question: they belong to what is under way or was talked of last, or they begin the question that they fit. */
export function goOnWithFacts(desk: Desk, taken: Taken, text: string, understood: Understanding): Spoken {
  const news = [...taken.noted, ...taken.changed];
  const last = underwayTopic(taken.state);
  const topic: Topic = news.includes('records')
    ? 'hours-shortfall'
    : last === 'help' || last === 'greeting' || (news.some(isOfCertificate) && !goesOn(last, taken))
      ? 'eligibility'
      : last;
  return answerAsked(desk, taken, text, { ...understood, asked: [topic] });
}

/** Asked of one certificate and meant of another: the same question goes on. */
const ASKED_OF_ONE: readonly Topic[] = ['left-post', 'unrenewed-validity', 'safety-officer', 'old-certificate-void'];

const goesOn = (last: Topic, { turnedBack }: Taken): boolean =>
  HOURS_TOPICS.includes(last) || (turnedBack === true && ASKED_OF_ONE.includes(last));

function isOfCertificate(fact: KeptFact | 'records'): boolean {
  return fact.startsWith('certificate.') || fact.startsWith('training.');
}
