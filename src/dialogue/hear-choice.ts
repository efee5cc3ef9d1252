import type { Topic } from '../policies/policy.ts';
import { choice, type Deed, type Meaning, meaningOf, topicChoices } from './choices.ts';
import { type Desk, type Spoken, talkAt } from './conversation.ts';
import { answerHours, answerReadings } from './hours.ts';
import { askFact } from './questions.ts';
import { receiptOf } from './receipt.ts';
import { answerEligibility, renewalInput, reviewAnswers, type Said } from './renewal.ts';
import {
  type AskedFact,
  currentCertificate,
  FACTS,
  initialState,
  type KeptFact,
  NO_CERTIFICATE,
  type State,
  withCertificate,
} from './state.ts';
import { cite, replyOf, say, type Talk } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import { deleteData } from './topics/self.ts';
import type { Reply } from './turn.ts';
import { askScreen, placeAt, stepIndex, walkTo } from './walk-through.ts';

/** A choice that was tapped, typed or counted out. */
export function hearChoice(desk: Desk, state: State, id: string): Spoken {
  const meaning = meaningOf(id);
  const spoken = meaning === undefined ? undefined : follow(desk, state, meaning);
  return spoken ?? notOpen(desk, state);
}

function spoken(topic: Topic, { state, replies }: Said): Spoken {
  return { state, answer: { topic, topics: [topic], certain: true, replies } };
}

function follow(desk: Desk, state: State, meaning: Meaning): Spoken | undefined {
  const talk = talkAt(desk, state);
  switch (meaning.kind) {
    case 'topic':
      return openTopic(desk, state, meaning.topic);
    case 'fact':
      return state.open?.kind === 'fact' && state.open.fact === meaning.fact
        ? answerFact(desk, state, meaning.fact, meaning.value)
        : undefined;
    case 'change':
      return spoken(underwayTopic(state), askAgain(talk, meaning.fact));
    case 'step':
      return moveStep(talk, meaning.to);
    case 'screen':
      return spoken('renewal-steps', placeAt(talk, meaning.screen));
    case 'certificate':
      return switchCertificate(desk, state, meaning.index);
    case 'language':
      return openTopic(desk, { ...state, locale: meaning.locale }, 'language', meaning.locale);
    case 'do':
      return perform(desk, state, meaning.what);
    default:
      return meaning satisfies never;
  }
}

/** A topic chosen or asked for. What the person said the day to be is forgotten with the question it belonged to. */
export function openTopic(desk: Desk, state: State, topic: Topic, text = ''): Spoken {
  if (topic === 'language') return switchLanguage(desk, state, text);
  return spoken(topic, answerTopic(talkAt(desk, { ...state, open: null }), topic, { text, facts: [] }));
}

export function switchLanguage(desk: Desk, state: State, text: string): Spoken {
  const locale =
    text === 'en' || text === 'zh-CN'
      ? text
      : answerTopic(talkAt(desk, state), 'language', { text, facts: [] }).state.locale;
  const talk = talkAt(desk, { ...state, locale });
  const texts = [cite(talk, 'language.headline'), cite(talk, 'language.because')];
  const open = openQuestion(talk);
  return spoken('language', {
    state: talk.state,
    replies: [
      replyOf(texts, open === undefined ? topicChoices(talk, ['help']) : []),
      ...(open === undefined ? [] : [open]),
    ],
  });
}

/** The topic of what is under way, or of what was talked of last. */
export function underwayTopic({ underway, lastTopic }: State): Topic {
  switch (underway?.kind) {
    case 'eligibility':
      return 'eligibility';
    case 'hours':
      return 'hours-shortfall';
    case 'steps':
      return 'renewal-steps';
    case undefined:
      return lastTopic ?? 'help';
    default:
      return underway satisfies never;
  }
}

/** Goes on with what is under way: the next question, the verdict, the step. */
export function goOn(talk: Talk): Said {
  const { underway } = talk.state;
  if (underway?.kind === 'steps') return walkTo(talk, stepIndex(talk));
  if (underway?.kind === 'hours') return answerHours(talk);
  return answerEligibility(talk);
}

const VALUES: Readonly<Record<string, boolean>> = { yes: true, no: false };

function answerFact(desk: Desk, state: State, fact: AskedFact, value: string): Spoken | undefined {
  if (fact === 'records') return undefined;
  if (fact === 'certificate.issuedOn?') return settleSpan(desk, state, value === 'yes');
  const read = FACTS[fact].safeParse(VALUES[value] ?? value);
  if (!read.success) return undefined;
  const next = setFact(state, fact, read.data);
  return spoken(underwayTopic(next), goOn(talkAt(desk, next)));
}

export function setFact(state: State, fact: KeptFact, value: unknown): State {
  const certificate = currentCertificate(state);
  const narrowed = fact === 'certificate.code' ? { 'certificate.codes': undefined } : {};
  return {
    ...withCertificate(state, { ...certificate, facts: { ...certificate.facts, ...narrowed, [fact]: value } }),
    open: null,
  };
}

/** 「17年」 was a year of issue, or it was not and the year is still to be asked. */
export function settleSpan(desk: Desk, state: State, isYear: boolean): Spoken {
  const year = currentCertificate(state).facts['certificate.issuedOn?'];
  const cleared = setFact(state, 'certificate.issuedOn?', undefined);
  const next = isYear && year !== undefined ? setFact(cleared, 'certificate.issuedOn', year) : cleared;
  return spoken(underwayTopic(next), goOn(talkAt(desk, next)));
}

function askAgain(talk: Talk, fact: AskedFact): Said {
  const underway =
    talk.state.underway ??
    (fact === 'records' || fact === 'inPost' ? { kind: 'hours' as const } : { kind: 'eligibility' as const });
  const state: State = { ...talk.state, underway, open: { kind: 'fact', fact } };
  const question = askFact({ ...talk, state }, fact);
  return {
    state,
    replies: [replyOf([question.text], [...question.choices, choice(talk, 'do:reviewed', 'done-changing')])],
  };
}

function moveStep(talk: Talk, to: 'next' | 'back' | 'stuck' | 'leave' | 'walk'): Spoken | undefined {
  if (to === 'walk') return spoken('renewal-steps', walkTo(talk, 0));
  if (talk.state.underway?.kind !== 'steps') return undefined;
  const at = stepIndex(talk);
  if (to === 'stuck') return spoken('renewal-steps', askScreen(talk));
  if (to === 'leave') return spoken('renewal-steps', pause(talk));
  return spoken('renewal-steps', walkTo(talk, to === 'next' ? at + 1 : at - 1));
}

/** What is under way stays where it is, and nothing is waited for. */
export function pause(talk: Talk): Said {
  const choices = [choice(talk, 'do:resume', 'resume'), ...topicChoices(talk, ['help'])];
  return { state: { ...talk.state, open: null }, replies: [replyOf([say(talk, 'control-paused')], choices)] };
}

function switchCertificate(desk: Desk, state: State, index: number | 'new'): Spoken | undefined {
  if (index === 'new') {
    const certificates = [...state.certificates, NO_CERTIFICATE];
    return spoken(
      'eligibility',
      answerEligibility(talkAt(desk, { ...state, certificates, current: certificates.length - 1 })),
    );
  }
  return state.certificates[index] === undefined
    ? undefined
    : spoken('eligibility', answerEligibility(talkAt(desk, { ...state, current: index })));
}

/** The deeds that are always possible, and those that need something to be open. */
export function perform(desk: Desk, state: State, what: Deed): Spoken | undefined {
  const talk = talkAt(desk, state);
  switch (what) {
    case 'resume':
      return state.underway === null ? undefined : resume(talk);
    case 'reviewed':
      return spoken(underwayTopic(state), goOn(talk));
    case 'review':
      return spoken(underwayTopic(state), reviewAnswers(talk));
    case 'restart':
      return spoken('greeting', restart(talk));
    case 'cancel':
      return spoken(underwayTopic(state), cancel(talk));
    case 'delete':
      return state.open?.kind === 'delete' ? spoken('my-data', deleteData(talk)) : undefined;
    case 'keep':
      return spoken('my-data', {
        state: { ...state, open: null },
        replies: [replyOf([say(talk, 'data-kept')], topicChoices(talk, ['help']))],
      });
    case 'receipt':
      return spoken('eligibility', receipt(talk));
    case 'readings':
      return spoken('hours-shortfall', answerReadings(talk));
    case 'none':
      return openTopic(desk, state, 'help');
    default:
      return what satisfies never;
  }
}

/** Takes up again what was left, saying so. */
export function resume(talk: Talk): Spoken {
  const { state, replies } = goOn(talk);
  const [first, ...others] = replies as [Reply, ...Reply[]];
  const said =
    talk.state.underway?.kind === 'steps'
      ? [{ ...first, text: `${say(talk, 'steps-resumed')}\n\n${first.text}` }, ...others]
      : replies;
  return spoken(underwayTopic(talk.state), { state, replies: said });
}

export function restart(talk: Talk): Said {
  const state = { ...initialState(talk.state.locale), reminders: talk.state.reminders };
  return {
    state,
    replies: [
      replyOf(
        [say(talk, 'control-restarted'), cite(talk, 'greeting.because')],
        topicChoices(talk, ['eligibility', 'annual-hours', 'help']),
      ),
    ],
  };
}

export function cancel(talk: Talk): Said {
  const { underway, open } = talk.state;
  const nothing = underway === null && open === null;
  const choices = nothing
    ? topicChoices(talk, ['help'])
    : [choice(talk, 'do:resume', 'resume'), ...topicChoices(talk, ['help'])];
  return {
    state: { ...talk.state, open: null },
    replies: [replyOf([say(talk, nothing ? 'control-nothing-to-cancel' : 'control-cancelled')], choices)],
  };
}

function receipt(talk: Talk): Said {
  const code = receiptOf(renewalInput(currentCertificate(talk.state), talk.asOf), talk.policy);
  return { state: talk.state, replies: [replyOf([say(talk, 'receipt', { code })], topicChoices(talk, ['contact']))] };
}

/** The question that is open, to be asked again after something else came between; undefined when nothing waits. */
export function openQuestion(talk: Talk): Reply | undefined {
  const { open, underway } = talk.state;
  if (open === null) return undefined;
  if (open.kind === 'fact') {
    const question = askFact(talk, open.fact);
    return replyOf([question.text], question.choices);
  }
  if (open.kind === 'step' && underway?.kind === 'steps') {
    const index = stepIndex(talk);
    const title = cite(talk, 'steps-step', {
      n: String(index + 1),
      count: String(talk.notice.steps.length),
      title: say(talk, `step-${underway.step}`),
    });
    return replyOf([title], walkTo(talk, index).replies[0]?.choices ?? []);
  }
  return undefined;
}

/** A choice that is no longer open: says so, and repeats what is. */
function notOpen(desk: Desk, state: State): Spoken {
  const talk = talkAt(desk, state);
  const question = openQuestion(talk);
  const offered = question === undefined ? topicChoices(talk, ['eligibility', 'annual-hours', 'help']) : [];
  const replies = [replyOf([say(talk, 'choice-not-open')], offered), ...(question === undefined ? [] : [question])];
  return { state, answer: { topic: underwayTopic(state), topics: [underwayTopic(state)], certain: true, replies } };
}
