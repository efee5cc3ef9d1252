import { readAnswer } from './facts/asked.ts';
import { asTold } from './facts/denied.ts';
import { findFlags } from './facts/flags.ts';
import { findHours } from './facts/hours.ts';
import { findCertificateNo, findIdNumbers, findName } from './facts/identity.ts';
import { findImpossibleHours } from './facts/impossible.ts';
import { findIssuer } from './facts/issuer.ts';
import { findKinds } from './facts/kinds.ts';
import { ownAmong } from './facts/owners.ts';
import { type Found, type Reading, readingAsTyped, readingOf } from './facts/reading.ts';
import { STANDING_FLAGS } from './facts/standing.ts';
import { findSupposed } from './facts/supposed.ts';
import { SYSTEM_FLAGS } from './facts/system.ts';
import { withoutTakenBack } from './facts/taken-back.ts';
import { findTrades } from './facts/trades.ts';
import { findWhen } from './facts/when.ts';
import { type HoursTold, NO_HOURS_TOLD } from './hours-told.ts';
import { NOTHING_TOLD, type Tellings } from './tellings.ts';
import type { Fact, Situation } from './understanding.ts';

/**
 * The facts that a message tells, in the order of the text. Never a guess: what is asked, supposed, required or wished for is no
 * fact. Both languages are read always. A fact that the person denies is given with `negated`.
 */
export function findFacts(text: string, situation: Situation): Fact[] {
  return factsIn(readingOf(text, situation));
}

/** The same, of a message that has been read already; what no pattern knows, by the wording of its clauses. */
export function factsIn(reading: Reading, learnt: Learnt = NOTHING_LEARNT): Fact[] {
  const { original, situation } = reading;
  if (situation.asking === 'personName' || situation.asking === 'certificateNo') {
    const typed = readingAsTyped(original, situation);
    const asked = [...findName(typed), ...findCertificateNo(typed)];
    const numbers = situation.asking === 'personName' && asked.length > 0 ? findIdNumbers(typed) : [];
    if (asked.length > 0) return [...numbers, ...asked].map(fact => asFact(typed, fact));
  }
  if (situation.asking === 'idNumber') {
    const typed = readingAsTyped(original, situation);
    const names = findName(typed).map(fact => asFact(typed, fact));
    if (names.length > 0) return [...findIdNumbers(reading).map(fact => asFact(reading, fact)), ...names];
  }
  const facts = factsOf(reading, learnt);
  const hasNumber = situation.asking === null && facts.some(({ name }) => name === 'idNumber');
  if (!hasNumber) return facts;
  const typed = readingAsTyped(original, situation);
  return [...facts, ...findName(typed).map(fact => asFact(typed, fact))];
}

/** What is read by models where no pattern knows the words. */
export interface Learnt {
  tellings: Tellings;
  hoursTold: HoursTold;
}

export const NOTHING_LEARNT: Learnt = { tellings: NOTHING_TOLD, hoursTold: NO_HOURS_TOLD };

function factsOf(reading: Reading, { tellings, hoursTold }: Learnt): Fact[] {
  const { text } = reading;
  const ids = findIdNumbers(reading);
  const unreal = without([...findImpossibleHours(reading), ...findSupposed(reading)], ids);
  const hours = [...unreal, ...without(findHours(reading), unreal)];
  const taken = [...ids, ...hours];
  const named = without([...findTrades(reading), ...findKinds(reading), ...findIssuer(reading)], taken);
  const dates = without(findWhen(reading, named), taken);
  const flags = findFlags(reading, FLAGS);
  const told = [
    ...taken,
    ...dates,
    ...flags.facts,
    ...named.filter(fact => fact.name !== 'certificate.code' || !overlapsAny(fact, dates)),
  ];
  const standing = withoutTakenBack(
    text,
    told.map(fact => asTold(text, fact)),
  );
  const facts = ownAmong(text, standing);
  const answered = [...facts, ...without(readAnswer(reading, facts), unreal)];
  const known = new Set([...flags.spoken, ...flags.facts.map(({ name }) => name), ...answered.map(({ name }) => name)]);
  if (known.has('certificate.kinds')) known.add('certificate.kind');
  const learnt = [...tellings(reading, known), ...hoursTold(reading, answered)];
  return distinct([...ownAmong(text, [...answered, ...learnt])])
    .sort((one, other) => one.start - other.start)
    .map(fact => asFact(reading, fact));
}

const FLAGS = [...SYSTEM_FLAGS, ...STANDING_FLAGS];

/** A fact told twice counts once, where it was told best. */
function distinct(facts: Found[]): Found[] {
  if (facts.length < 2) return facts;
  const best = new Map<string, Found>();
  for (const fact of facts) {
    const { name, value, negated } = fact;
    const key = `${name} ${typeof value === 'object' ? JSON.stringify(value) : value} ${negated ?? ''}`;
    if ((best.get(key)?.confidence ?? 0) < fact.confidence) best.set(key, fact);
  }
  const issued = new Set(facts.filter(({ name }) => name === 'certificate.issuedOn').map(({ value }) => value));
  return [...best.values()].filter(({ name, value }) => name !== 'certificate.issuedOn?' || !issued.has(value));
}

const overlapsAny = ({ start, end }: Found, others: readonly Found[]): boolean =>
  others.some(other => start < other.end && end > other.start);

/** Those that do not overlap what is taken already. */
const without = (facts: readonly Found[], taken: readonly Found[]): readonly Found[] =>
  facts.length === 0 || taken.length === 0 ? facts : facts.filter(fact => !overlapsAny(fact, taken));

/** 「黎 明」 is one name: white space between Chinese characters is none of it. */
const asTyped = (text: string): string => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');

const AS_TYPED = new Set(['personName', 'certificateNo', 'certificate.trade']);

function asFact(reading: Reading, { name, value, confidence, negated, start, end }: Found): Fact {
  const span = reading.span(start, end);
  const told = AS_TYPED.has(name) ? asTyped(reading.original.slice(...span)) : value;
  return (negated ? { name, value: told, confidence, negated, span } : { name, value: told, confidence, span }) as Fact;
}
