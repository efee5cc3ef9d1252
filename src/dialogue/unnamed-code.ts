import type { Understanding } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { openQuestion } from './going-on.ts';
import { setFact } from './hear-choice.ts';
import { answerEligibility, mayBeSafety } from './renewal.ts';
import { currentCertificate, type State } from './state.ts';
import { cite, replyOf } from './talk.ts';

/** Yes or no right after it was asked whether a certificate of code 105 or 110 is a safety officer's. */
export function answerUnnamedCode(desk: Desk, state: State, { polarity, facts }: Understanding): Spoken | undefined {
  const { open, lastTopic } = state;
  const isAsked = open === null || (open.kind === 'fact' && open.fact === 'certificate.kind');
  if (!isAsked || lastTopic !== 'eligibility' || facts.length > 0) return undefined;
  const told = currentCertificate(state).facts;
  const talk = talkAt(desk, state);
  if (!mayBeSafety(talk.policy, told)) return undefined;
  if (polarity === 'yes')
    return spokenOn(
      'eligibility',
      answerEligibility(talkAt(desk, setFact(state, 'certificate.kind', 'safety-officer'))),
    );
  if (polarity !== 'no') return undefined;
  const texts = [
    cite(talk, 'code-not-safety.headline', { code: String(told['certificate.code']) }),
    cite(talk, 'verdict-code-and-others'),
  ];
  const question = openQuestion(talk);
  return spokenOn('eligibility', {
    state,
    replies: [
      replyOf(texts, question === undefined ? topicChoices(talk, ['scope', 'contact']) : []),
      ...(question === undefined ? [] : [question]),
    ],
  });
}
