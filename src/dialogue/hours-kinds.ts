import type { Topic } from '../policies/policy.ts';
import { issuerOf } from '../registry/index.ts';
import type { CertificateKind } from '../understanding/index.ts';
import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { cue } from './per-text.ts';
import { askFact } from './questions.ts';
import { type Certificate, currentCertificate, type HoursRule, type State } from './state.ts';
import { cite, parts, replyOf, type Talk } from './talk.ts';

/** Certificates whose hours the notice gives no rule to judge by: 2.1 speaks of the electronic one, 3.1a of the safety officer’s. */
export type Unjudged = Exclude<HoursRule, 'electronic' | 'safety-officer' | 'unknown'>;

/** 「安全员证」 may be the certificate of 3.1a or an A, B or C: then it is `safety`, whatever was known before. */
export function hoursRuleOf({ facts }: Certificate): HoursRule {
  const named = facts['certificate.kinds'];
  if (named !== undefined) return named.includes('safety-officer') ? 'safety' : 'abc';
  const rule = ruleOfKind(facts['certificate.kind']);
  return rule === 'safety-officer' && facts['certificate.issuer'] === 'other' ? 'other-issuer' : rule;
}

/** Of a certificate on the roster: 3.1a is said of the office's alone, so that whose a safety officer's is has to be known. */
export function ruleOfHeld({ kind, issuer }: { kind: CertificateKind | null; issuer: string | null }): HoursRule {
  if (kind !== 'safety-officer') return ruleOfKind(kind);
  const known = issuerOf(issuer);
  return known === null ? 'no-issuer' : known === 'other' ? 'other-issuer' : kind;
}

export function ruleOfKind(kind: CertificateKind | 'unknown' | null | undefined): HoursRule {
  return kind === null || kind === undefined ? 'unknown' : kind;
}

export function isUnjudged(rule: HoursRule): rule is Unjudged {
  return rule !== 'electronic' && rule !== 'safety-officer' && rule !== 'unknown';
}

/** Whether hours of such a certificate are reckoned at all. */
export function owesHours(held: Parameters<typeof ruleOfHeld>[0]): boolean {
  return !isUnjudged(ruleOfHeld(held));
}

const NEXT = {
  training: ['unrenewed-validity', 'contact'],
  post: ['old-post-certificate', 'contact'],
  other: ['scope', 'contact'],
  safety: ['safety-officer', 'contact'],
  'other-issuer': ['safety-officer', 'contact'],
  'no-issuer': ['safety-officer', 'contact'],
  abc: ['not-covered', 'contact'],
} as const;

/** No verdict on such hours: which certificates the rule speaks of, and what the notice says of this one. */
export function answerUnjudged(talk: Talk, rule: Unjudged, topic?: Topic): Said {
  const [first, ...others] = parts(talk, `hours-of-${rule}`);
  // 「要不要每年学32学时」 is answered by what is set, and not by what is judged.
  const asksHowMany = topic === 'annual-hours' && rule === 'training';
  const texts = asksHowMany ? [cite(talk, 'hours-of-training.annual'), ...others] : [first!, ...others];
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

const SAYS_UNEXCHANGED = cue(
  /(?:没有?|未曾?|沒有?|冇)(?:去|来得及|來得及)?[换換](?!过?了?(?:单位|公司|工作|岗位|地方|人|号|手机|老板|項目|项目))|[老旧舊][证證本]|不是电子|not exchanged|(?:haven|hasn|didn|wasn|hadn).?t (?:been )?(?:exchange|renew)|unexchanged|never (?:been )?(?:exchanged|renewed)|\bold (?:one|certificate|paper|training certificate)\b/i,
);
const SAYS_ELECTRONIC = cue(
  /电子|電子|[换換](?:了|过|好|完|成)|electronic|e-cert|after (?:the )?exchang|once exchanged/i,
);

/** Whether a message says that it asks of a certificate that was not exchanged, or of the electronic one whatever the person holds. */
export const saysUnexchanged = (text: string): boolean => SAYS_UNEXCHANGED.test(text);

function ruleNamed(text: string, told: HoursRule): HoursRule | undefined {
  if (told !== 'unknown' && told !== 'training') return undefined;
  if (saysUnexchanged(text)) return 'training';
  return told === 'training' && SAYS_ELECTRONIC.test(text) ? 'electronic' : undefined;
}

/** The rules that a question without numbers is about: that of the certificate told, or those of the certificates just shown from the roster. */
export function rulesAsked(talk: Talk, text = ''): readonly HoursRule[] {
  const told = hoursRuleOf(currentCertificate(talk.state));
  const named = ruleNamed(text, told);
  if (named !== undefined) return [named];
  if (told !== 'unknown') return [told];
  const { access, rules } = talk.state.own;
  return access !== null && talk.now < access.untilMs && rules !== undefined ? rules : [told];
}
