import type { Topic } from '../policies/policy.ts';
import { labelKey, meaningOf } from './choices.ts';
import type { Desk, Spoken } from './desk.ts';
import { openTopic } from './going-on.ts';
import { hearChoice } from './hear-choice.ts';
import { hearText } from './hear-text.ts';
import type { State } from './state.ts';
import type { Choice } from './turn.ts';

/** What a message was pushed with, and whether what is typed is a reply to that very message. */
export interface After {
  choices: readonly Choice[];
  isReply: boolean;
}

/**
 * What somebody types after a reminder or a broadcast: one of its choices, by label or place; a question of its own; or, when it says nothing
 * that can be told, the topic of the message. A question that was open before keeps its place unless the reply is to the message itself.
 */
export function hearAfterPush(desk: Desk, state: State, text: string, { choices, isReply }: After): Spoken {
  const key = labelKey(text);
  if (!isReply && state.offered.some(({ label }) => labelKey(label) === key)) return hearText(desk, state, text);
  const chosen = choices.find(({ label }) => labelKey(label) === key);
  if (chosen !== undefined) return hearChoice(desk, state, chosen.id);
  if (!isReply && state.open !== null) return hearText(desk, state, text);
  const topic = topicOf(choices);
  if (ACKNOWLEDGES.test(text.normalize('NFKC').trim())) return openTopic(desk, state, 'thanks');
  const before: State = { ...state, open: null, offered: choices, lastTopic: topic ?? state.lastTopic };
  const spoken = hearText(desk, before, text);
  return spoken.answer.certain || topic === undefined ? spoken : openTopic(desk, before, topic);
}

/** What most people write under what was sent to many. */
const ACKNOWLEDGES =
  /^(?:(?:好的?|嗯+|行|ok|okay)[,。!~ ]*)?(?:已?收到|收悉|知悉|已阅|知道|明白|了解|清楚|roger|received|noted|got it|understood)(?:了|啦|咯|哈)?[。.!~]*$/i;

/** What it was about: the first of its topics. */
function topicOf(choices: readonly Choice[]): Topic | undefined {
  return choices.map(({ id }) => meaningOf(id)).find(meaning => meaning?.kind === 'topic')?.topic;
}
