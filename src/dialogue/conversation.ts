import type { Wish } from '../reminders/subscribers.ts';
import { hearAfterPush } from './after-push.ts';
import { asBefore, asksAgain } from './as-before.ts';
import { showBroadcast } from './broadcast-show.ts';
import { hearBroadcastText, spoken } from './broadcasting.ts';
import { topicChoices } from './choices.ts';
import { type ConversationParts, type Desk, type Moment, type Said, type Spoken, spokenOn, talkAt } from './desk.ts';
import { hearElsewhere, showCarried, showCode, tellCarried } from './elsewhere.ts';
import { openTopic, underwayTopic } from './going-on.ts';
import { hearChoice } from './hear-choice.ts';
import { hearText, supposedOfOwn } from './hear-text.ts';
import { keepingPlace } from './in-the-walk.ts';
import { tellsNobody } from './mask.ts';
import { confirmTelling, showOwn, showOwnReadings, showOwnWhatIf } from './own-hours.ts';
import { PerText, perText, understandOnce } from './per-text.ts';
import { pickLater } from './picking.ts';
import { hearFile, showSheet } from './sheets.ts';
import { isOwnQuestion, type State } from './state.ts';
import { parts, replyOf, type Talk } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import type { Answer, Choice, Errand, Got, Message, Noted, Reply, Want } from './turn.ts';

/** One step of a conversation: what is kept afterwards, and what is said. */
export interface Turn {
  state: State;
  answer: Answer;
  /** The person had everything deleted: what was said before goes too. The receipt that they were given. */
  deleted?: string;
  /** The answer stands, but with this it might be better: take the turn again with a `got` in place of the message. */
  want?: Want;
  noted?: Noted;
  /** The person of the roster to whom the chat is no longer to be tied. */
  release?: string;
  /** From now on the person wants to be written to like this, or no longer (null). */
  wish?: Wish | null;
  /** The person wants to be written to, and is there. */
  listens?: boolean;
  /** To be done after the answer. */
  errand?: Errand;
  /** The message should not stay to be read. */
  conceal?: true;
}

/** The state once a message with these choices has been pushed. */
export function withPush(state: State, choices: readonly Choice[]): State {
  return { ...state, pushed: choices };
}

function withoutPush({ pushed: _, ...state }: State): State {
  return state;
}

export type TakeTurn = (state: State, message: Message, moment: Moment) => Turn;

/** The whole conversation as a function: the same state, message and moment always give the same turn. */
export function createConversation(parts: ConversationParts): TakeTurn {
  const texts = new PerText();
  const once = { ...parts, understand: understandOnce(parts.understand) };
  const take: TakeTurn = (state, message, moment) => {
    // Whatever is said next is the last that can be about what was pushed.
    const { pushed } = state;
    const before = pushed === undefined ? state : withoutPush(state);
    const spoken = hearOnce(deskAt(once, moment), before, message, pushed);
    return withWish(state, finish({ ...spoken, state: keepingPlace(before, spoken) }));
  };
  return (state, message, moment) => {
    const text = typed(message);
    if (text === undefined) return take(state, message, moment);
    // Neither an answer about oneself, nor what is to be taken away, nor a code that opens something.
    const isOwn = isOwnQuestion(state.open) || message.kind === 'got';
    return texts.take(
      text,
      () => take(state, message, moment),
      ({ conceal, want }, readings) => !isOwn && !conceal && want === undefined && tellsNobody(text, readings),
    );
  };
}

/** What somebody typed, also where the turn is taken again with what it wanted. */
function typed(message: Message): string | undefined {
  if (message.kind === 'got') return typed(message.message);
  return message.kind === 'text' ? message.text : undefined;
}

/** What each message has of its own first: behind a spread every field takes as long as a whole object of named ones. */
function deskAt(parts: ConversationParts, moment: Moment): Desk {
  const { today, group, now, isAdmin = false, deletes = false, mute = false } = moment;
  return { today, group, now, isAdmin, deletes, mute, ...parts };
}

/** What asks for the same once more gets the whole of it; what comes to the same without asking for that, only that it is the same. */
function hearOnce(desk: Desk, state: State, message: Message, pushed?: readonly Choice[]): Spoken {
  const again = wantsAgain(state, message) ? sayAgain(desk, state) : undefined;
  const spoken = again ?? hear(desk, state, message, pushed);
  return again === undefined ? asBefore(talkAt(desk, spoken.state), state, message, spoken) : spoken;
}

const wantsAgain = ({ underway, open, lastTopic }: State, message: Message): boolean =>
  (message.kind === 'choice' && message.id === 'do:again') ||
  (message.kind === 'text' && asksAgain(message.text) && isElsewhere({ underway, open, lastTopic }));

/** What was said last is not the interview or walk-through that is under way: that has a repeat of its own. */
function isElsewhere({ underway, open, lastTopic }: Pick<State, 'underway' | 'open' | 'lastTopic'>): boolean {
  if (isOwnQuestion(open)) return false;
  const own = { eligibility: 'eligibility', hours: 'hours-shortfall', steps: 'renewal-steps' } as const;
  return underway === null ? open === null || open.kind === 'topics' : lastTopic !== own[underway.kind];
}

/** The latest message in words is answered anew; without one, the latest topic. */
function sayAgain(desk: Desk, state: State): Spoken | undefined {
  if (state.lastText !== null) return hearTyped(desk, state, { kind: 'text', text: state.lastText }, undefined);
  return state.lastTopic === null ? undefined : openTopic(desk, state, state.lastTopic);
}

function hear(desk: Desk, state: State, message: Message, pushed?: readonly Choice[]): Spoken {
  switch (message.kind) {
    case 'text':
      return hearTyped(desk, state, message, pushed);
    case 'choice':
      return hearChoice(desk, state, message.id);
    case 'start': {
      const said = answerTopic(talkAt(desk, state), 'greeting', { text: '', facts: [] });
      return {
        state: said.state,
        answer: { topic: 'greeting', topics: ['greeting'], certain: true, replies: said.replies },
      };
    }
    case 'got':
      return hearGot(desk, state, message);
    case 'file':
      return spokenOn('help', hearFile(talkAt(desk, state), message.file));
    case 'unreadable':
      return hearUnreadable(desk, state, message.what);
    default:
      return message satisfies never;
  }
}

/** The words that every message names, and those that people know from text messages. */
const UNSUBSCRIBES =
  /^(?:我要|我想|请)?(?:退[订訂定]|取消(?:订阅|訂閱|提醒)|td|unsubscribe)(?:了|吧|提醒|通知|消息)?[。.!！]?$/i;

const unsubscribes = perText(text => UNSUBSCRIBES.test(text.normalize('NFKC').trim()));

function hearTyped(
  desk: Desk,
  state: State,
  { text, answering }: Extract<Message, { kind: 'text' }>,
  pushed: readonly Choice[] | undefined,
): Spoken {
  // Whatever is being asked just now: a name, a draft, a proof.
  if (unsubscribes(text)) return openTopic(desk, state, 'reminders-off');
  const special = hearBroadcastText(desk, state, text) ?? hearElsewhere(desk, state, text);
  if (special !== undefined) return special;
  const choices = answering ?? pushed;
  if (choices === undefined) return hearText(desk, state, text);
  return hearAfterPush(desk, state, text, { choices, isReply: answering !== undefined });
}

function hearUnreadable(desk: Desk, state: State, what: string): Spoken {
  const talk = talkAt(desk, state);
  const texts = parts(talk, 'unreadable', { what }, what === 'photo' ? ['headline', 'photo'] : ['headline']);
  const offered = topicChoices(talk, ['eligibility', 'annual-hours', 'help']);
  return { state, answer: { topic: 'help', topics: ['help'], certain: true, replies: [replyOf(texts, offered)] } };
}

/** The message again, now that what it wanted has come. */
function hearGot(desk: Desk, state: State, { message, got }: Extract<Message, { kind: 'got' }>): Spoken {
  if (got.kind === 'broadcast') return spoken(showBroadcast(talkAt(desk, state), got.told));
  if (got.kind === 'carry-out') return spokenOn(underwayTopic(state), showCode(talkAt(desk, state), got));
  if (got.kind === 'carry-in') return hearCarried(desk, state, got);
  if (got.kind === 'watch') return spokenOn('hours-not-posted', confirmTelling(talkAt(desk, state), got.on));
  if (got.kind === 'sheet')
    return message.kind === 'file'
      ? spokenOn('help', showSheet(talkAt(desk, state), message.file, got.outcome))
      : hear(desk, state, message);
  if (got.kind === 'person' && got.purpose === 'deadlines') return hear({ ...desk, own: got.found }, state, message);
  if (got.kind === 'person') return spokenOn('my-hours', hearPerson(desk, state, message, got));
  return message.kind === 'text' ? hearText(desk, state, message.text, got) : hear(desk, state, message);
}

/** In the language of the chat that it comes from. */
function hearCarried(desk: Desk, state: State, got: Extract<Got, { kind: 'carry-in' }>): Spoken {
  const carried = showCarried(talkAt(desk, state), got);
  if (carried.replies.length > 0) return spokenOn(underwayTopic(state), carried);
  return spokenOn(underwayTopic(carried.state), tellCarried(talkAt(desk, carried.state)));
}

function hearPerson(desk: Desk, state: State, message: Message, got: Extract<Got, { kind: 'person' }>): Said {
  const talk = talkAt(desk, state);
  if (got.found !== null && asksReadings(talk, message)) return showOwnReadings(talk, got.found);
  const more = message.kind === 'text' ? supposedOfOwn(desk, state, message.text) : undefined;
  return more === undefined || got.found === null ? showOwn(talk, got) : showOwnWhatIf(talk, got.found, more);
}

const asksReadings = (talk: Talk, message: Message): boolean =>
  (message.kind === 'choice' ? message.id : message.kind === 'text' ? pickLater(talk, message.text) : '') ===
  'do:readings';

/** Choices stand under the last reply only, each once, so that a number or a label can pick one; the state remembers which they were. */
function finish(spoken: Spoken): Turn {
  const { state, answer } = spoken;
  const offered: Choice[] = [];
  for (const { choices } of answer.replies)
    for (const choice of choices) if (!offered.some(({ id }) => id === choice.id)) offered.push(choice);
  const last = answer.replies.length - 1;
  const replies: Reply[] = answer.replies.map((reply, index) => ({ ...reply, choices: index === last ? offered : [] }));
  return {
    ...spoken,
    state: { ...state, offered, lastTopic: answer.topic },
    answer: { ...answer, replies },
  };
}

function withWish(before: State, turn: Turn): Turn {
  if (!before.reminders && !turn.state.reminders) return turn;
  const wish = wishOf(turn.state);
  if (JSON.stringify(wish) !== JSON.stringify(wishOf(before))) return { ...turn, wish };
  return wish === null ? turn : { ...turn, listens: true };
}

/** Own numbers are sent only to a chat that has shown more than what colleagues know. */
function wishOf({ reminders, locale, leads, own: { access } }: State): Wish | null {
  return reminders ? { locale, leads, person: access?.level === 2 ? access.person : null } : null;
}
