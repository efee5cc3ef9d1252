import type { Words } from '../locale/index.ts';
import type { Topic } from '../policies/policy.ts';
import type { Notice } from '../policies/walk-through.ts';
import type { PersonFound } from '../registry/index.ts';
import type { Understand } from '../understanding/index.ts';
import type { State } from './state.ts';
import type { Talk } from './talk.ts';
import type { Answer, Errand, Locale, Noted, Reply, Want } from './turn.ts';

/** What the conversation is made of; all of it pure. */
export interface ConversationParts {
  notice: Notice;
  words: Readonly<Record<Locale, Words>>;
  understand: Understand;
  /** Whether an outside model can be asked about what was not understood. */
  asksOutside?: boolean;
  /** Whether persons can be looked up in a roster. */
  hasRoster?: boolean;
}

/** What is true at the moment of a turn. */
export interface Moment {
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  today: string;
  /** Several people read along: nothing personal is asked for or shown. */
  group: boolean;
  /** Milliseconds since 1970: for what holds for a while. */
  now: number;
  /** The message comes from somebody of `ADMINS`, alone with the assistant. */
  isAdmin?: boolean;
  /** The channel can take the person's message away. */
  deletes?: boolean;
  /** Nothing can be sent to this chat later: nobody is promised that it will be. */
  mute?: boolean;
  /** Who has been looked up for this message; null: nobody may be shown. */
  own?: PersonFound | null;
}

/** The desk at which messages are handled: the parts and the moment in one. */
export interface Desk extends ConversationParts, Moment {}

/** What an answer says, and the state that it leaves. */
export interface Said {
  state: State;
  replies: readonly Reply[];
  want?: Want;
  errand?: Errand;
}

/** What handling a message comes to. */
export interface Spoken {
  state: State;
  answer: Answer;
  deleted?: string;
  want?: Want;
  noted?: Noted;
  release?: string;
  errand?: Errand;
  conceal?: true;
}

/** What was said, as the certain answer on a topic. */
export function spokenOn(topic: Topic, { state, replies, ...effects }: Said): Spoken {
  return { state, answer: { topic, topics: [topic], certain: true, replies }, ...effects };
}

/** Everything that a reply is made from, at this moment and in this state. */
export function talkAt(desk: Desk, state: State): Talk {
  const {
    notice,
    words,
    today,
    group,
    now,
    hasRoster = false,
    isAdmin = false,
    deletes = false,
    mute = false,
    own,
  } = desk;
  return {
    notice,
    policy: notice.policy,
    words: words[state.locale],
    state,
    asOf: fullDay(state.asOf) ?? today,
    group,
    now,
    hasRoster,
    isAdmin,
    deletes,
    mute,
    own,
  };
}

function fullDay(day: string | null): string | null {
  return day === null ? null : `${day}-01-01`.slice(0, day.length === 4 ? 10 : undefined).slice(0, 10);
}
