import type { CertificateKind } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { askFact } from './questions.ts';
import { type Certificate, currentCertificate, type HoursRule, type State } from './state.ts';
import { parts, replyOf, type Talk } from './talk.ts';

/** Certificates whose hours the notice gives no rule to judge by: 2.1 speaks of the electronic one, 3.1a of the safety officer’s. */
export type Unjudged = Exclude<HoursRule, 'electronic' | 'safety-officer' | 'unknown'>;

/** 「安全员证」 may be the certificate of 3.1a or an A, B or C: then it is `safety`, whatever was known before. */
export function hoursRuleOf({ facts }: Certificate): HoursRule {
  const named = facts['certificate.kinds'];
  if (named !== undefined) return named.includes('safety-officer') ? 'safety' : 'abc';
  return ruleOfKind(facts['certificate.kind']);
}

export function ruleOfKind(kind: CertificateKind | 'unknown' | null | undefined): HoursRule {
  return kind === null || kind === undefined ? 'unknown' : kind;
}

export function isUnjudged(rule: HoursRule): rule is Unjudged {
  return rule !== 'electronic' && rule !== 'safety-officer' && rule !== 'unknown';
}

/** Whether hours of such a certificate are reckoned at all. */
export function owesHours(kind: CertificateKind | null): boolean {
  return !isUnjudged(ruleOfKind(kind));
}

const NEXT = {
  training: ['unrenewed-validity', 'contact'],
  post: ['old-post-certificate', 'contact'],
  other: ['scope', 'contact'],
  safety: ['safety-officer', 'contact'],
  abc: ['not-covered', 'contact'],
} as const;

/** No verdict on such hours: which certificates the rule speaks of, and what the notice says of this one. */
export function answerUnjudged(talk: Talk, rule: Unjudged): Said {
  const texts = parts(talk, `hours-of-${rule}`);
  // Who cannot tell is not asked again: both have been answered.
  const isAsked = currentCertificate(talk.state).facts['certificate.kind'] === 'unknown';
  if (rule === 'safety' && !isAsked) return askWhichSafety(talk, texts);
  const state: State = { ...talk.state, underway: null, open: null };
  return { state, replies: [replyOf(texts, topicChoices(talk, NEXT[rule]))] };
}

/** The one of these that can be told apart by a question. */
function askWhichSafety(talk: Talk, texts: Parameters<typeof replyOf>[0]): Said {
  const state: State = { ...talk.state, underway: { kind: 'hours' }, open: { kind: 'fact', fact: 'certificate.kind' } };
  const { choices } = askFact({ ...talk, state }, 'certificate.kind');
  return { state, replies: [replyOf(texts, [...choices, ...topicChoices(talk, NEXT.safety)])] };
}

/** The rules that a question without numbers is about: that of the certificate told, or those of the certificates just shown from the roster. */
export function rulesAsked(talk: Talk): readonly HoursRule[] {
  const told = hoursRuleOf(currentCertificate(talk.state));
  if (told !== 'unknown') return [told];
  const { access, rules } = talk.state.own;
  return access !== null && talk.now < access.untilMs && rules !== undefined ? rules : [told];
}
