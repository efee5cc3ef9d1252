import type { Topic } from '../policies/policy.ts';
import { moveBroadcast } from './broadcasting.ts';
import { choice, type Deed, type Meaning, meaningOf, topicChoices } from './choices.ts';
import { type Desk, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import { cancel, goOn, openQuestion, openTopic, pause, restart, resume, underwayTopic } from './going-on.ts';
import { answerReadings } from './hours.ts';
import { ofThis, withNote } from './notes.ts';
import { answerOpenPoints } from './open-points.ts';
import { askProof, askToBeTold, takeConsent, wantOwn } from './own-hours.ts';
import { askFact } from './questions.ts';
import { receiptOf } from './receipt.ts';
import { answerEligibility, renewalInput, reviewAnswers } from './renewal.ts';
import { chooseForSheet } from './sheets.ts';
import {
  type AskedFact,
  currentCertificate,
  FACTS,
  isOwnQuestion,
  type KeptFact,
  NO_CERTIFICATE,
  type State,
  withAnotherCertificate,
  withCertificate,
} from './state.ts';
import { cite, replyOf, say, type Talk } from './talk.ts';
import { deleteData } from './topics/self.ts';
import { askScreen, placeAt, stepIndex, walkTo } from './walk-through.ts';

/** A choice that was tapped, typed or counted out. */
export function hearChoice(desk: Desk, state: State, id: string): Spoken {
  const meaning = meaningOf(id);
  const spoken = meaning === undefined ? undefined : follow(desk, state, meaning);
  return spoken ?? notOpen(desk, state);
}

function follow(desk: Desk, state: State, meaning: Meaning): Spoken | undefined {
  const talk = talkAt(desk, state);
  switch (meaning.kind) {
    case 'topic':
      return chooseTopic(desk, state, meaning.topic);
    case 'own':
      return moveOwn(talk, meaning.what);
    case 'sheet': {
      const said = chooseForSheet(talk, meaning.what, meaning.at);
      return said && spokenOn('help', said);
    }
    case 'feedback':
      return hearFeedback(talk);
    case 'cast':
      return moveBroadcast(talk, meaning.what, meaning.id);
    case 'fact':
      return state.open?.kind === 'fact' && state.open.fact === meaning.fact
        ? answerFact(desk, state, meaning.fact, meaning.value)
        : undefined;
    case 'change':
      return spokenOn(underwayTopic(state), askAgain(talk, ASKED_AS[meaning.fact] ?? meaning.fact));
    case 'step':
      return moveStep(talk, meaning.to);
    case 'screen':
      return spokenOn('renewal-steps', placeAt(talk, meaning.screen));
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

function moveOwn(talk: Talk, what: 'yes' | 'no' | 'records' | 'watch'): Spoken | undefined {
  if (what === 'watch') {
    const asked = askToBeTold(talk);
    return asked && spokenOn('hours-not-posted', asked);
  }
  const { open, own } = talk.state;
  if (what === 'records') return own.access === null ? undefined : spokenOn('my-hours', askProof(talk));
  return open?.kind === 'consent' ? spokenOn('my-hours', takeConsent(talk, what === 'yes')) : undefined;
}

/** A topic picked where it had been unclear which was meant is worth learning from. */
function chooseTopic(desk: Desk, state: State, topic: Topic): Spoken {
  const opened = keepingOwnQuestion(state, openTopic(desk, state, topic));
  if (state.open?.kind !== 'topics' || state.lastText === null) return opened;
  return { ...opened, noted: { kind: 'chosen', locale: state.locale, masked: state.lastText, topic } };
}

/** What the look-up of own hours waits for is still heard after a topic was looked at in between. */
function keepingOwnQuestion({ open }: State, opened: Spoken): Spoken {
  return isOwnQuestion(open) && opened.state.open === null && opened.want === undefined
    ? { ...opened, state: { ...opened.state, open } }
    : opened;
}

/** An answer that was of no help: noted for whoever can mend it, and nothing else changes. */
function hearFeedback(talk: Talk): Spoken {
  const { state } = talk;
  const topic = state.lastTopic ?? 'help';
  const said = {
    // Pressed again it is about nothing more: one person is not to count as many.
    state: { ...state, lastText: null },
    replies: [
      replyOf([cite(talk, 'feedback.headline'), cite(talk, 'feedback.next')], topicChoices(talk, ['contact', 'help'])),
    ],
  };
  const noted = { kind: 'not-helpful', locale: state.locale, masked: state.lastText ?? '', topic } as const;
  return { ...spokenOn(topic, said), ...(noted.masked !== '' && { noted }) };
}

const VALUES: Readonly<Record<string, boolean>> = { yes: true, no: false };

function answerFact(desk: Desk, state: State, fact: AskedFact, value: string): Spoken | undefined {
  if (fact === 'records') return undefined;
  if (fact === 'certificate.issuedOn?') return settleSpan(desk, state, value === 'yes');
  const read = FACTS[fact].safeParse(VALUES[value] ?? value);
  if (!read.success) return undefined;
  const next = setFact(state, fact, read.data);
  return spokenOn(underwayTopic(next), goOn(talkAt(desk, next)));
}

export function setFact(state: State, fact: KeptFact, value: unknown): State {
  const certificate = currentCertificate(state);
  const narrowed =
    fact === 'certificate.code'
      ? { 'certificate.codes': undefined }
      : fact === 'certificate.kind' && value !== 'unknown'
        ? { 'certificate.kinds': undefined }
        : {};
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
  return spokenOn(underwayTopic(next), goOn(talkAt(desk, next)));
}

/** What was told vaguely has no question of its own. */
const ASKED_AS: { readonly [F in AskedFact]?: AskedFact } = {
  'certificate.codes': 'certificate.code',
  'certificate.issuedOn?': 'certificate.issuedOn',
};

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
  if (to === 'walk') return spokenOn('renewal-steps', walkTo(talk, 0));
  if (talk.state.underway?.kind !== 'steps') return undefined;
  const at = stepIndex(talk);
  if (to === 'stuck') return spokenOn('renewal-steps', askScreen(talk));
  if (to === 'leave') return spokenOn('renewal-steps', pause(talk));
  return spokenOn('renewal-steps', walkTo(talk, to === 'next' ? at + 1 : at - 1));
}

function switchCertificate(desk: Desk, state: State, index: number | 'new'): Spoken | undefined {
  if (index === 'new')
    return spokenOn('eligibility', answerEligibility(talkAt(desk, withAnotherCertificate(state, NO_CERTIFICATE))));
  if (state.certificates[index] === undefined) return undefined;
  const talk = talkAt(desk, { ...state, current: index });
  const said = answerEligibility(talk);
  return spokenOn('eligibility', { ...said, replies: withNote(said.replies, ofThis(talk)) });
}

/** The deeds that are always possible, and those that need something to be open. */
export function perform(desk: Desk, state: State, what: Deed): Spoken | undefined {
  const talk = talkAt(desk, state);
  switch (what) {
    case 'again':
      return openTopic(desk, state, state.lastTopic ?? 'help');
    case 'resume':
      return state.underway === null ? undefined : resume(talk);
    case 'reviewed':
      return spokenOn(underwayTopic(state), goOn(talk));
    case 'review':
      return spokenOn(underwayTopic(state), reviewAnswers(talk));
    case 'restart':
      return spokenOn('greeting', restart(talk));
    case 'cancel':
      return spokenOn(underwayTopic(state), cancel(talk));
    case 'delete': {
      if (state.open?.kind !== 'delete') return undefined;
      const { deleted, ...said } = deleteData(talk);
      const release = state.own.access && { release: state.own.access.person };
      return { ...spokenOn('my-data', said), deleted, ...release };
    }
    case 'keep':
      return spokenOn('my-data', {
        state: { ...state, open: null },
        replies: [replyOf([say(talk, 'data-kept')], topicChoices(talk, ['help']))],
      });
    case 'receipt':
      return spokenOn('eligibility', receipt(talk));
    case 'open-points':
      return spokenOn(state.lastTopic ?? 'help', answerOpenPoints(talk));
    case 'readings':
      return hearReadings(talk);
    case 'none':
      return openTopic(desk, state, 'help');
    default:
      return what satisfies never;
  }
}

/** Of the hours just shown from the roster, or else of those that were told. */
function hearReadings(talk: Talk): Spoken {
  const told = currentCertificate(talk.state).records.length > 0;
  const own = told && talk.state.lastTopic !== 'my-hours' ? undefined : wantOwn(talk);
  return own === undefined ? spokenOn('hours-shortfall', answerReadings(talk)) : spokenOn('my-hours', own);
}

function receipt(talk: Talk): Said {
  const code = receiptOf(renewalInput(currentCertificate(talk.state), talk.asOf), talk.policy);
  const choices = [choice(talk, 'do:review', 'change'), ...topicChoices(talk, ['contact'])];
  return {
    state: talk.state,
    replies: [replyOf([say(talk, 'receipt', { code }), say(talk, 'receipt.what')], choices)],
  };
}

/** A choice that is no longer open: says so, and repeats what is. */
function notOpen(desk: Desk, state: State): Spoken {
  const talk = talkAt(desk, state);
  const question = openQuestion(talk);
  // Which topic was meant stays open until one is chosen: the same ones are offered again.
  const asked =
    state.open?.kind === 'topics' ? state.offered : topicChoices(talk, ['eligibility', 'annual-hours', 'help']);
  const offered = question === undefined ? asked : [];
  const replies = [replyOf([say(talk, 'choice-not-open')], offered), ...(question === undefined ? [] : [question])];
  return { state, answer: { topic: underwayTopic(state), topics: [underwayTopic(state)], certain: true, replies } };
}
