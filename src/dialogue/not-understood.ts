import type { Topic } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { askOnceMore, openQuestion } from './going-on.ts';
import type { State } from './state.ts';
import { cite, replyOf } from './talk.ts';
import { answerTopic } from './topics/index.ts';
import { asksOfSeveral } from './topics/silent-points.ts';
import type { Noted } from './turn.ts';

/** How likely a topic must be to be offered when it is not certain. */
const WORTH_OFFERING = 0.08;
const MOST_OFFERED = 3;
/** Offered when nothing was understood at all. */
const ANYBODY_ASKS: readonly Topic[] = ['eligibility', 'annual-hours', 'help'];

/** Not certain: two or three likely topics to choose from, and no rule is stated. */
export function notUnderstood(desk: Desk, state: State, { ranking }: Understanding): Spoken {
  const several = ofSeveral(desk, state);
  if (several !== undefined) return several;
  const talk = talkAt(desk, state);
  const likely = ranking.filter(({ probability }) => probability >= WORTH_OFFERING).map(({ topic }) => topic);
  const ours = likely.filter(topic => topic !== 'out-of-scope').slice(0, MOST_OFFERED);
  const id = ours.length > 0 ? 'not-sure' : 'not-understood';
  // A choice of one is none.
  const some: readonly Topic[] = ours.length === 1 && ours[0] !== 'help' ? [...ours, 'help'] : ours;
  const candidates = some.length > 0 ? some : ANYBODY_ASKS;
  // Where nothing is likelier than the rest there was nothing to read: that is certain, and nobody can learn from it.
  const saysNothing = likely.length === 0;
  const topic = likely[0] ?? 'out-of-scope';
  const { question, state: asked } = askOnceMore(talk);
  const replies = [
    replyOf([cite(talk, `${id}.headline`), cite(talk, `${id}.next`)], topicChoices(talk, candidates)),
    ...(question === undefined ? [] : [question]),
  ];
  return {
    state: { ...asked, open: question === undefined ? { kind: 'topics' } : state.open },
    answer: { topic, topics: [topic], certain: saysNothing, ...(!saysNothing && { candidates }), replies },
    ...(!saysNothing && { noted: notedOn(state, state.lastText ?? '', topic) }),
  };
}

/** 「三个证是不是要学96个学时」 is about hours a year, whatever else its words sound like. */
function ofSeveral(desk: Desk, state: State): Spoken | undefined {
  const text = state.lastText ?? '';
  if (!asksOfSeveral(text)) return undefined;
  const question = openQuestion(talkAt(desk, state));
  const said = spokenOn('annual-hours', answerTopic(talkAt(desk, state), 'annual-hours', { text, facts: [] }));
  const replies = question === undefined ? said.answer.replies : [...said.answer.replies, question];
  return { ...said, answer: { ...said.answer, replies } };
}

/** Also what an outside model placed is to be learnt, with the topic that it was answered on. */
export function notedOn({ locale }: State, masked: string, topic: Topic): Noted {
  return { kind: 'not-understood', locale, masked, topic };
}
