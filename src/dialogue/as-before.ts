import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Topic } from '../policies/policy.ts';
import { choice } from './choices.ts';
import type { Spoken } from './desk.ts';
import { openQuestion } from './going-on.ts';
import { cue, perText } from './per-text.ts';
import { type Certificate, currentCertificate, isOwnQuestion, type State } from './state.ts';
import { cite, say, type Talk } from './talk.ts';
import { HOURS_TOPICS } from './topics/related.ts';
import type { Message, Reply } from './turn.ts';

/** Shorter replies are sooner read than the offer to read them. */
const LONG = { 'zh-CN': 90, en: 220 } as const;
/** So many of the latest long replies are known by their digests. */
const REMEMBERED = 6;
const DIGEST_LETTERS = 8;
/** These begin something each time. */
const NEVER: readonly Topic[] = [
  'greeting',
  'help',
  'language',
  'my-hours',
  'my-data',
  'reminders-on',
  'reminders-off',
  'renewal-steps',
];

/** A message that asks for what was said last to be said once more, in full. */
const AGAIN =
  /^(?:请|麻烦|能不能|可以|您|你|那|就)*(?:再|重新?|又)?(?:说|讲|發|发|来|念|复述|重复|重複|看)(?:一遍|一次|多一次|一下刚才的|遍)(?:吧|吗|嘛|好吗|可以吗|谢谢|[。.!！?？])*$|^(?:没|沒)(?:看|听|聽)(?:清|懂|明白)(?:楚)?[,，。 ]*(?:再说一遍|再来一遍)?[。.!！]*$|^(?:please |can you |could you )?(?:say (?:it|that) again|repeat(?: (?:it|that|please))?|once more|again|come again|pardon)(?: please)?[.!?]*$/i;
/** Asked for in full although it was said. */
const WANTS_ALL = cue(/再说|再讲|再发|再来|重复|详细|详情|完整|全部|again|repeat|once more|in detail|details|in full/i);

export const asksAgain = perText(text => AGAIN.test(text.normalize('NFKC').trim()));

const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, DIGEST_LETTERS);

/**
 * What was said a little while ago in the same words is not said at length again to who asks it once more: the headline, that it is as
 * before, the clauses, and the offer of the whole.
 */
export function asBefore(talk: Talk, before: State, message: Message, spoken: Spoken): Spoken {
  const known = before.said ?? [];
  const long = LONG[talk.words.locale];
  const digests = spoken.answer.replies.map(({ text }) => (text.length >= long ? digestOf(text) : null));
  const told = digests.filter(one => one !== null);
  if (told.length === 0) return spoken;
  const said = [...known.filter(one => !told.includes(one)), ...told].slice(-REMEMBERED);
  const kept: Spoken = { ...spoken, state: { ...spoken.state, said } };
  if (!told.some(one => known.includes(one)) || !maySkip(before, message, spoken)) return kept;
  const replies = spoken.answer.replies.map((reply, at) =>
    known.includes(digests[at] ?? '') ? inShort(talk, reply) : reply,
  );
  const last = replies.length - 1;
  const again = choice(talk, 'do:again', 'again');
  const offered = replies.map((reply, at) => (at === last ? { ...reply, choices: [...reply.choices, again] } : reply));
  return { ...kept, answer: { ...spoken.answer, replies: offered } };
}

function maySkip(before: State, message: Message, { state, answer, want, errand, deleted }: Spoken): boolean {
  return (
    message.kind === 'text' &&
    !WANTS_ALL.test(message.text) &&
    isAskedAlike(before.lastText ?? '', message.text) &&
    answer.certain &&
    want === undefined &&
    errand === undefined &&
    deleted === undefined &&
    !NEVER.includes(answer.topic) &&
    !isOwnQuestion(state.open) &&
    answer.replies.every(({ file, pictures }) => file === undefined && pictures === undefined) &&
    before.locale === state.locale &&
    before.current === state.current &&
    isDeepStrictEqual(before.certificates.map(toldOf), state.certificates.map(toldOf)) &&
    // What hours come to is asked in many ways, and each wants its numbers.
    !(HOURS_TOPICS.includes(answer.topic) && currentCertificate(state).records.length > 0)
  );
}

/** So much of the shorter of two messages must stand in the other one. */
const ALIKE = 0.5;

/** The same question in about the same words; another question may come to the same answer, and wants to read it. */
function isAskedAlike(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const fewer = Math.min(a.size, b.size);
  const shared = [...a].filter(part => b.has(part)).length;
  return fewer > 0 && shared / fewer >= ALIKE;
}

/** Chinese by pairs of characters, English by words. */
const partsOf = perText((text): ReadonlySet<string> => {
  const plain = text.normalize('NFKC').toLowerCase();
  const han = plain.replace(/[^\p{Script=Han}\d]/gu, '');
  const pairs = Array.from({ length: Math.max(0, han.length - 1) }, (_, at) => han.slice(at, at + 2));
  return new Set([...pairs, ...(plain.match(/[a-z]{2,}/g) ?? [])]);
});

/** What is known of a certificate, however it was come by. */
const toldOf = ({ facts, records }: Certificate) => ({
  facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  records,
});

function inShort(talk: Talk, reply: Reply): Reply {
  const [headline = ''] = reply.text.split('\n\n');
  const clauses = reply.citations.map(clause => cite(talk, 'as-before-clause', { clause }).text);
  const space = talk.words.locale === 'zh-CN' ? '' : ' ';
  const note = [say(talk, 'as-before'), ...clauses].join(space);
  // What is waited for is still asked.
  const question = openQuestion(talk)?.text;
  const asked = question !== undefined && reply.text.endsWith(question) ? [question] : [];
  return { ...reply, text: [headline, note, ...asked].join('\n\n') };
}
