import type { Topic } from '../../policies/policy.ts';
import type { FactValue } from '../../understanding/index.ts';
import { choice, topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { parts, replyOf, type Talk } from '../talk.ts';
import type { Choice } from '../turn.ts';
import { RELATED } from './related.ts';

/** The message that an answer is for. */
export interface Heard {
  text: string;
  /** The facts that stood in this very message. */
  facts: readonly FactValue[];
}

export type AnswerTopic = (talk: Talk, heard: Heard) => Said;

/** A topic that is answered by its texts alone. */
export function plainAnswer(talk: Talk, topic: Topic): Said {
  return { state: talk.state, replies: [replyOf(parts(talk, topic), relatedChoices(talk, topic))] };
}

function relatedChoices(talk: Talk, topic: Topic): Choice[] {
  const walks = topic === 'renewal-deadline' || topic === 'missed-deadline';
  const walk = walks ? [choice(talk, 'topic:renewal-steps', 'walk')] : [];
  return [
    ...walk,
    ...topicChoices(
      talk,
      RELATED[topic].filter(related => !walks || related !== 'renewal-steps'),
    ),
  ];
}
