import type { Topic } from '../policies/policy.ts';
import { broadcastQuestion } from './broadcasting.ts';
import { choice, topicChoices } from './choices.ts';
import { type Desk, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import { answerHours } from './hours.ts';
import { cancelOwn, ownQuestion } from './own-hours.ts';
import { askFact } from './questions.ts';
import { answerEligibility } from './renewal.ts';
import { initialState, isOwnQuestion, type State } from './state.ts';
import { cite, replyOf, say, type Talk } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import type { Reply } from './turn.ts';
import { stepIndex, walkTo } from './walk-through.ts';

/** A topic chosen or asked for. What the person said the day to be is forgotten with the question it belonged to. */
export function openTopic(desk: Desk, state: State, topic: Topic, text = ''): Spoken {
  if (topic === 'language') return switchLanguage(desk, state, text);
  return spokenOn(topic, answerTopic(talkAt(desk, { ...state, open: null }), topic, { text, facts: [] }));
}

export function switchLanguage(desk: Desk, state: State, text: string): Spoken {
  const locale =
    text === 'en' || text === 'zh-CN'
      ? text
      : answerTopic(talkAt(desk, state), 'language', { text, facts: [] }).state.locale;
  const talk = talkAt(desk, { ...state, locale });
  const texts = [cite(talk, 'language.headline'), cite(talk, 'language.because')];
  const open = openQuestion(talk);
  return spokenOn('language', {
    state: talk.state,
    replies: [
      replyOf(texts, open === undefined ? topicChoices(talk, ['help']) : []),
      ...(open === undefined ? [] : [open]),
    ],
  });
}

/** The topic of what is under way, or of what was talked of last. */
export function underwayTopic({ underway, lastTopic, open }: State): Topic {
  if (isOwnQuestion(open)) return 'my-hours';
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

/** What is under way stays where it is, and nothing is waited for. */
export function pause(talk: Talk): Said {
  const choices = [choice(talk, 'do:resume', 'resume'), ...topicChoices(talk, ['help'])];
  return { state: { ...talk.state, open: null }, replies: [replyOf([say(talk, 'control-paused')], choices)] };
}

/** Takes up again what was left, saying so. */
export function resume(talk: Talk): Spoken {
  const { state, replies } = goOn(talk);
  const [first, ...others] = replies as [Reply, ...Reply[]];
  const said =
    talk.state.underway?.kind === 'steps'
      ? [{ ...first, text: `${say(talk, 'steps-resumed')}\n\n${first.text}` }, ...others]
      : replies;
  return spokenOn(underwayTopic(talk.state), { state, replies: said });
}

export function restart(talk: Talk): Said {
  const { locale, reminders, leads } = talk.state;
  const state = { ...initialState(locale), reminders, leads };
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
  if (isOwnQuestion(open)) return cancelOwn(talk);
  const nothing = underway === null && open === null;
  const choices = nothing
    ? topicChoices(talk, ['help'])
    : [choice(talk, 'do:resume', 'resume'), ...topicChoices(talk, ['help'])];
  return {
    state: { ...talk.state, open: null },
    replies: [replyOf([say(talk, nothing ? 'control-nothing-to-cancel' : 'control-cancelled')], choices)],
  };
}

/**
 * The open question once more, after something else came between. For a fact it is asked again only once: whoever goes on with other
 * questions has read it. Then it waits no longer, lest a 「没有」 be taken for its answer; what is told of the fact is heard all the same.
 */
export function askOnceMore(talk: Talk): { question: Reply | undefined; state: State } {
  const { state } = talk;
  if (state.open?.kind !== 'fact') return { question: openQuestion(talk), state };
  const { fact } = state.open;
  return state.reminded === fact
    ? { question: undefined, state: { ...state, open: null } }
    : { question: openQuestion(talk), state: { ...state, reminded: fact } };
}

/** The question that is open, to be asked again after something else came between; undefined when nothing waits. */
export function openQuestion(talk: Talk): Reply | undefined {
  const { open, underway } = talk.state;
  if (open === null) return undefined;
  if (open.kind === 'broadcast') return talk.isAdmin ? broadcastQuestion(talk, open).replies[0] : undefined;
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
  return isOwnQuestion(open) ? ownQuestion(talk, open.kind) : undefined;
}
