import type { Topic } from '../policies/policy.ts';
import { FIELDS, type Field } from '../rules/index.ts';
import type { Control } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { cancel, goOn, openQuestion, openTopic, pause, restart, resume, underwayTopic } from './going-on.ts';
import { hearChoice } from './hear-choice.ts';
import { resumeWalk } from './in-the-walk.ts';
import { askFact } from './questions.ts';
import { reviewAnswers } from './renewal.ts';
import { currentCertificate, isOwnQuestion, type State } from './state.ts';
import { replyOf, say, type Talk } from './talk.ts';

/** A word that steers (下一步, 取消 …); undefined when it steers nothing here and may be a question after all. */
export function hearControl(desk: Desk, state: State, control: Control): Spoken | undefined {
  const talk = talkAt(desk, state);
  const topic = steeredTopic(state, control);
  const said = (made: Said): Spoken => spokenOn(topic, made);
  const walking = state.underway?.kind === 'steps';
  switch (control) {
    case 'help':
      return openHelp(desk, state);
    case 'restart':
      return said(restart(talk));
    case 'cancel':
      return said(cancel(talk));
    case 'review':
      return said(reviewAnswers(talk));
    case 'resume':
      return state.underway === null
        ? (resumeWalk(talk) ?? said(nothing(talk, 'control-nothing-to-resume')))
        : resume(talk);
    case 'pause':
      return state.underway === null ? undefined : said(pause(talk));
    case 'next':
      if (walking) return hearChoice(desk, state, 'step:next');
      return state.underway === null ? nextOfSteps(desk, state) : said(goOn(talk));
    case 'skip':
      return walking ? hearChoice(desk, state, 'step:next') : skip(desk, state);
    case 'back':
      return walking ? hearChoice(desk, state, 'step:back') : said(previousQuestion(talk));
    case 'again':
      return state.underway === null ? undefined : said(goOn(talk));
    default:
      return control satisfies never;
  }
}

/** Of what is under way; where nothing is, never of what was talked of last. */
function steeredTopic(state: State, control: Control): Topic {
  if (control === 'restart') return 'greeting';
  if (state.underway !== null || isOwnQuestion(state.open)) return underwayTopic(state);
  const { facts, records } = currentCertificate(state);
  if (control !== 'review' || Object.keys(facts).length + records.length === 0) return 'help';
  return records.length > 0 ? 'hours-shortfall' : 'eligibility';
}

/** Nothing is under way: the walk that was left, or the steps that have just been listed. */
function nextOfSteps(desk: Desk, state: State): Spoken | undefined {
  const listed = state.lastTopic === 'renewal-steps' && state.offered.some(({ id }) => id === 'step:walk');
  return listed ? hearChoice(desk, state, 'step:walk') : resumeWalk(talkAt(desk, state));
}

/** Help in the middle of something: what can be said, and then the open question again. */
function openHelp(desk: Desk, state: State): Spoken {
  const help = openTopic(desk, state, 'help');
  const question = openQuestion(talkAt(desk, state));
  if (question === undefined) return help;
  const replies = [...help.answer.replies.map(reply => ({ ...reply, choices: [] })), question];
  return { state, answer: { ...help.answer, replies } };
}

function nothing(talk: Talk, id: string): Said {
  return {
    state: talk.state,
    replies: [replyOf([say(talk, id)], topicChoices(talk, ['eligibility', 'renewal-steps', 'help']))],
  };
}

function skip(desk: Desk, state: State): Spoken | undefined {
  return state.open?.kind === 'fact' ? hearChoice(desk, state, `fact:${state.open.fact}=unknown`) : undefined;
}

/** The question before the open one, asked again; the answers after it stay. */
function previousQuestion(talk: Talk): Said {
  const { open, underway } = talk.state;
  const { facts } = currentCertificate(talk.state);
  const at = open?.kind === 'fact' ? FIELDS.indexOf(open.fact as Field) : FIELDS.length;
  const before = FIELDS.slice(0, Math.max(0, at)).findLast(fact => facts[fact] !== undefined);
  if (before === undefined) return nothing(talk, 'control-nothing-before');
  const state: State = {
    ...talk.state,
    underway: underway ?? { kind: 'eligibility' },
    open: { kind: 'fact', fact: before },
  };
  const question = askFact({ ...talk, state }, before);
  return { state, replies: [replyOf([question.text], question.choices)] };
}
