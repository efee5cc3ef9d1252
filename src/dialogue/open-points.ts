import type { ClauseId, OpenPoint, Topic } from '../policies/policy.ts';
import { choice, topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { linesOf, replyOf, say, type Talk } from './talk.ts';
import type { Choice } from './turn.ts';

/** More than a few points at once nobody reads; the documentation has them all. */
const MOST_SHOWN = 4;

/** What the notice leaves open near these clauses. */
function pointsNear({ policy }: Talk, clauses: readonly ClauseId[]): readonly OpenPoint[] {
  return policy.openPoints.filter(({ nearest }) => clauses.includes(nearest[0] ?? '')).slice(0, MOST_SHOWN);
}

/** The choice to see what is not said on this topic; none where the notice leaves nothing open. */
export function openPointChoices(talk: Talk, clauses: readonly ClauseId[]): Choice[] {
  return pointsNear(talk, clauses).length === 0 ? [] : [choice(talk, 'do:open-points', 'open-points')];
}

/** On which people most often want to know it. */
const ASKED_OF: readonly Topic[] = [
  'hours-shortfall',
  'hours-start',
  'missed-deadline',
  'unrenewed-validity',
  'left-post',
];

/** The points that the notice leaves open on what was just talked of: the question, what is safe meanwhile, and who could settle it. */
export function answerOpenPoints(talk: Talk): Said {
  const tongue = talk.words.locale === 'zh-CN' ? 'zh' : 'en';
  const topic = talk.state.lastTopic ?? 'hours-shortfall';
  const points = pointsNear(talk, talk.policy.topics[topic]);
  const texts = points.map(({ question, meanwhile, whoCouldSettle, nearest }) =>
    linesOf([
      { text: say(talk, 'open-point', { question: question[tongue] }), citations: nearest },
      { text: say(talk, 'open-point.meanwhile', { meanwhile: meanwhile[tongue] }), citations: [] },
      { text: say(talk, 'open-point.settles', { who: whoCouldSettle[tongue] }), citations: [] },
    ]),
  );
  // Asked for by its name after another matter: of which, is asked.
  if (points.length === 0) {
    const others = ASKED_OF.filter(one => pointsNear(talk, talk.policy.topics[one]).length > 0);
    return { state: talk.state, replies: [replyOf([say(talk, 'open-points.which')], topicChoices(talk, others))] };
  }
  return {
    state: talk.state,
    replies: [replyOf([say(talk, 'open-points'), ...texts], topicChoices(talk, ['contact', 'source']))],
  };
}
