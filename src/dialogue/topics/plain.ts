import type { Topic } from '../../policies/policy.ts';
import type { FactValue } from '../../understanding/index.ts';
import { choice, topicChoices } from '../choices.ts';
import { phaseOf } from '../day-texts.ts';
import type { Said } from '../desk.ts';
import { openPointChoices } from '../open-points.ts';
import { onceADay, parts, replyOf, type Talk } from '../talk.ts';
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
  const reply = onceADay(talk, `answer:${topic}`, () =>
    replyOf(parts(talk, topic), [...relatedChoices(talk, topic), ...unsaid(talk, topic)]),
  );
  return { state: talk.state, replies: [reply] };
}

function relatedChoices(talk: Talk, topic: Topic): Choice[] {
  const walks = topic === 'renewal-deadline' || topic === 'missed-deadline';
  const closed = phaseOf(talk.policy, talk.asOf) === 'closed';
  const walk = walks ? [choice(talk, 'topic:renewal-steps', closed ? 'walk-past' : 'walk')] : [];
  return [
    ...walk,
    ...topicChoices(
      talk,
      RELATED[topic].filter(related => !walks || related !== 'renewal-steps'),
    ),
  ];
}

/** Topics on which people rely on what the notice does not say. */
const UNSAID: readonly Topic[] = [
  'missed-deadline',
  'not-in-system',
  'unrenewed-validity',
  'annual-hours',
  'hours-start',
  'hours-shortfall',
  'left-post',
  'safety-officer',
  'hours-not-posted',
];

function unsaid(talk: Talk, topic: Topic): Choice[] {
  return UNSAID.includes(topic) ? openPointChoices(talk, talk.policy.topics[topic]) : [];
}
