import { readAnswer } from './facts/asked.ts';
import { findHours } from './facts/hours.ts';
import { findCertificateNo, findIdNumbers, findName } from './facts/identity.ts';
import { findIssuer } from './facts/issuer.ts';
import { findKinds } from './facts/kinds.ts';
import { keepOwn } from './facts/owners.ts';
import { after, before, type Found, type Reading, readingAsTyped, readingOf } from './facts/reading.ts';
import { findStanding } from './facts/standing.ts';
import { findSystem } from './facts/system.ts';
import { findTrades } from './facts/trades.ts';
import { findWhen } from './facts/when.ts';
import type { Fact, Situation } from './understanding.ts';

/**
 * The facts that a message tells, in the order of the text. Never a guess: what is asked, supposed, required or wished for is no
 * fact. Both languages are read always. A fact that the person denies is given with `negated`.
 */
export function findFacts(text: string, situation: Situation): Fact[] {
  return factsIn(readingOf(text, situation));
}

/** The same, of a message that has been read already. */
export function factsIn(reading: Reading): Fact[] {
  const { original, situation } = reading;
  if (situation.asking === 'personName' || situation.asking === 'certificateNo') {
    const typed = readingAsTyped(original, situation);
    const asked = [...findName(typed), ...findCertificateNo(typed)];
    if (asked.length > 0) return asked.map(fact => asFact(typed, fact));
  }
  return factsOf(reading);
}

function factsOf(reading: Reading): Fact[] {
  const ids = findIdNumbers(reading);
  const hours = findHours(reading);
  const named = [...findTrades(reading), ...findKinds(reading), ...findIssuer(reading)].filter(
    fact => !overlapsAny(fact, ids) && !overlapsAny(fact, hours),
  );
  const dates = findWhen(reading, named).filter(fact => !overlapsAny(fact, ids) && !overlapsAny(fact, hours));
  const told = [
    ...ids,
    ...hours,
    ...dates,
    ...findSystem(reading),
    ...findStanding(reading),
    ...named.filter(fact => fact.name !== 'certificate.code' || !overlapsAny(fact, dates)),
  ];
  const facts = keepOwn(
    reading.text,
    told.map(fact => denied(reading.text, fact)),
  );
  return distinct([...facts, ...readAnswer(reading, facts)])
    .sort((one, other) => one.start - other.start)
    .map(fact => asFact(reading, fact));
}

/** A fact told twice counts once, where it was told best. */
function distinct(facts: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const fact of facts) {
    const { name, value, negated } = fact;
    const key = `${name} ${JSON.stringify(value)} ${negated ?? ''}`;
    if ((best.get(key)?.confidence ?? 0) < fact.confidence) best.set(key, fact);
  }
  return [...best.values()];
}

const overlapsAny = ({ start, end }: Found, others: readonly Found[]): boolean =>
  others.some(other => start < other.end && end > other.start);

const DENIABLE = new Set([
  'certificate.kind',
  'certificate.kinds',
  'certificate.code',
  'certificate.codes',
  'certificate.trade',
  'certificate.issuedOn',
]);
const DENIED_BEFORE =
  /(?<![是要])(?:不是|不系|唔系|唔是|冇|并不是|并非|不算|不属于|莫得|没有|(?:^|[^a-z])not(?: the| an?| my)?|isn't(?: the| an?)?|(?:am|is|was) not(?: an?| the)?|wasn't(?: an?| the)?|don't have(?: an?| the)?)(?:我的?|那个|这个|什么|啥子?|指|说|问|办|考|搞|做|干|当|的|个|一个| )*(?:\d{4}年的?|海南的?)? ?$/;
const RHETORICAL = /^(?:的?证书?)?(?:吗|么)/;
/** 「安全员那本不用管」: it is not what the message is about. */
const DISMISSED_AFTER =
  /^(?:的?证书?)?(?:那[本个张份])?(?:的事)?(?:的)?(?:就|可以|先|我)?(?:不用管|不管|不问|不说|不用理|别管|不关|不算|先不管|先放|放一边|另说|不是|除外|以外|之外|没有|不要了|不用换|不换|先不换)(?!了?[吗么?])/;
const DENIED_SELF = /^(?:的?证书?)?(?:不是|没有)/;

function denied(text: string, fact: Found): Found {
  if (!DENIABLE.has(fact.name)) return fact;
  const behind = after(text, fact.end, 12);
  if (DENIED_BEFORE.test(before(text, fact.start, 14)) && !RHETORICAL.test(behind) && !DENIED_SELF.test(behind))
    return { ...fact, negated: true };
  return DISMISSED_AFTER.test(behind) && !isAsked(behind, text, fact.end) ? { ...fact, negated: true } : fact;
}

/** 「安全员不用换？」, 「安全员是不是不用换」 ask; 「安全员不用换，我问…」 tells. */
const isAsked = (behind: string, text: string, end: number): boolean =>
  /[吗么]|是不是/.test(behind) || text[end + behind.length] === '?' || !/[,，;。 ]/.test(text.slice(end));

/** 「黎 明」 is one name: white space between Chinese characters is none of it. */
const asTyped = (text: string): string => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');

const AS_TYPED = new Set(['personName', 'certificateNo', 'certificate.trade']);

function asFact(reading: Reading, { start, end, ...fact }: Found): Fact {
  const span = reading.span(start, end);
  return (
    AS_TYPED.has(fact.name) ? { ...fact, value: asTyped(reading.original.slice(...span)), span } : { ...fact, span }
  ) as Fact;
}
