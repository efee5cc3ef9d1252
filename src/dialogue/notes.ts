import type { Topic } from '../policies/policy.ts';
import type { Fact } from '../understanding/index.ts';
import { certificateName } from './certificate-names.ts';
import type { Taken } from './memory.ts';
import { namedFacts } from './questions.ts';
import { asOfNote } from './renewal.ts';
import { currentCertificate } from './state.ts';
import { say, type Talk } from './talk.ts';
import { HOURS_TOPICS } from './topics/related.ts';
import type { Reply } from './turn.ts';

/** How sure it is that the leading group office was named by its name. */
const OFFICE_NAMED = 0.95;

/** What was changed is named, so that a misunderstanding shows at once; so is what “海南发的” was taken for. */
export function changeNote(talk: Talk, taken: Taken): string {
  const changed = taken.anotherCertificate ? '' : namedFacts(talk, taken.changed);
  return [
    taken.unclear.some(name => name.startsWith('certificate.')) ? say(talk, 'told-twice') : '',
    taken.anotherCertificate ? say(talk, 'another-certificate') : '',
    taken.turnedBack === true ? ofThis(talk) : '',
    changed === '' ? '' : say(talk, 'changed', { facts: changed }),
    asOfNote(talk),
  ]
    .filter(note => note !== '')
    .join('\n');
}

/** Which of several certificates it is that is talked of. */
export function ofThis(talk: Talk): string {
  return say(talk, 'several-of-this', { name: certificateName(talk, currentCertificate(talk.state)) });
}

export function withNote(replies: readonly Reply[], note: string): readonly Reply[] {
  const [first, ...others] = replies;
  if (note === '' || first === undefined) return replies;
  // Behind the headline: at the end it would come between the question and its answers.
  const [headline = '', ...rest] = first.text.split('\n\n');
  return [{ ...first, text: [headline, note, ...rest].join('\n\n') }, ...others];
}

export function notes(talk: Talk, taken: Taken, topic: Topic, facts: readonly Fact[]): string {
  const personal = topic === 'eligibility' || HOURS_TOPICS.includes(topic);
  const changes = personal ? changeNote(talk, taken) : asOfNote(talk);
  // “海南发的” is less sure than the office's own name: only then is it said what it was taken for.
  const assumed =
    topic === 'eligibility' &&
    taken.noted.includes('certificate.issuer') &&
    facts.some(
      ({ name, value, confidence }) => name === 'certificate.issuer' && value !== 'other' && confidence < OFFICE_NAMED,
    );
  return [changes, assumed ? say(talk, 'assumed-issuer') : ''].filter(note => note !== '').join('\n');
}
