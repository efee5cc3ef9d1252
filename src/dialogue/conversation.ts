import type { Words } from '../locale/index.ts';
import type { Notice } from '../policies/walk-through.ts';
import type { Understand } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import { hearChoice } from './hear-choice.ts';
import { hearText } from './hear-text.ts';
import type { State } from './state.ts';
import { parts, replyOf, type Talk } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import type { Answer, Choice, Locale, Message, Reply } from './turn.ts';

/** What the conversation is made of; all of it pure. */
export interface ConversationParts {
  notice: Notice;
  words: Readonly<Record<Locale, Words>>;
  understand: Understand;
}

/** What is true at the moment of a turn. */
export interface Moment {
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** Several people read along: nothing personal is asked for or shown. */
  group: boolean;
}

/** One step of a conversation: what is kept afterwards, and what is said. */
export interface Turn {
  state: State;
  answer: Answer;
}

/** What a handler gives back: the answer but for what the turn adds to it. */
export interface Spoken {
  state: State;
  answer: Answer;
}

/** The desk at which messages are handled: the parts and the moment in one. */
export interface Desk extends ConversationParts, Moment {}

export type TakeTurn = (state: State, message: Message, moment: Moment) => Turn;

/** The whole conversation as a function: the same state, message and moment always give the same turn. */
export function createConversation(parts: ConversationParts): TakeTurn {
  return (state, message, moment) => finish(hear({ ...parts, ...moment }, state, message));
}

function hear(desk: Desk, state: State, message: Message): Spoken {
  switch (message.kind) {
    case 'text':
      return hearText(desk, state, message.text);
    case 'choice':
      return hearChoice(desk, state, message.id);
    case 'start': {
      const said = answerTopic(talkAt(desk, state), 'greeting', { text: '', facts: [] });
      return {
        state: said.state,
        answer: { topic: 'greeting', topics: ['greeting'], certain: true, replies: said.replies },
      };
    }
    case 'unreadable':
      return hearUnreadable(desk, state, message.what);
    default:
      return message satisfies never;
  }
}

/** Everything that a reply is made from, at this moment and in this state. */
export function talkAt(desk: Desk, state: State): Talk {
  const { notice, words, today, group } = desk;
  return {
    notice,
    policy: notice.policy,
    words: words[state.locale],
    state,
    asOf: fullDay(state.asOf) ?? today,
    group,
  };
}

function fullDay(day: string | null): string | null {
  return day === null ? null : `${day}-01-01`.slice(0, day.length === 4 ? 10 : undefined).slice(0, 10);
}

function hearUnreadable(desk: Desk, state: State, what: string): Spoken {
  const talk = talkAt(desk, state);
  const texts = parts(talk, 'unreadable', { what }, what === 'photo' ? ['headline', 'photo'] : ['headline']);
  const offered = topicChoices(talk, ['eligibility', 'annual-hours', 'help']);
  return { state, answer: { topic: 'help', topics: ['help'], certain: true, replies: [replyOf(texts, offered)] } };
}

/** Choices stand under the last reply only, each once, so that a number or a label can pick one; the state remembers which they were. */
function finish({ state, answer }: Spoken): Turn {
  const choices = new Map<string, Choice>();
  for (const { choices: some } of answer.replies)
    for (const choice of some) if (!choices.has(choice.id)) choices.set(choice.id, choice);
  const offered = [...choices.values()];
  const last = answer.replies.length - 1;
  const replies: Reply[] = answer.replies.map((reply, index) => ({ ...reply, choices: index === last ? offered : [] }));
  return { state: { ...state, offered, lastTopic: answer.topic }, answer: { ...answer, replies } };
}
