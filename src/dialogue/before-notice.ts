import { formatDay } from '../locale/index.ts';
import type { Topic } from '../policies/policy.ts';
import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { parts, replyOf, type Talk } from './talk.ts';

/** What is not said by the notice, and so of no day. */
const OF_NO_DAY: ReadonlySet<Topic> = new Set([
  'greeting',
  'thanks',
  'help',
  'human',
  'language',
  'my-data',
  'reminders-off',
  'source',
  'contact',
  'not-covered',
  'out-of-scope',
]);

/** Of a day in a year before that of the notice there is no rule to answer by. */
export function beforeNotice(talk: Talk, topic: Topic): Said | undefined {
  const { policy, asOf, state, words } = talk;
  if (Number(asOf.slice(0, 4)) >= policy.document.year || OF_NO_DAY.has(topic)) return undefined;
  const args = {
    day: formatDay(asOf, words.locale),
    year: String(policy.document.year),
    notice: policy.document.number,
  };
  return {
    state: { ...state, open: null, underway: null },
    replies: [replyOf(parts(talk, 'before-notice', args), topicChoices(talk, ['source', 'contact']))],
  };
}
