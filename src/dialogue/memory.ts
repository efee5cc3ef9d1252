import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '../understanding/index.ts';
import {
  type Certificate,
  currentCertificate,
  FACTS,
  type Facts,
  type KeptFact,
  noneOf,
  type State,
  withAnotherCertificate,
  withCertificate,
  type YearRecord,
} from './state.ts';

/** How the facts of a message are to be taken. */
export interface Manner {
  /** They take back what was said before. */
  correction: boolean;
  /** They go on about what was talked of: everything else that is known is kept. */
  followUp: boolean;
  /** The fact that was asked for, if any. */
  asking: string | null;
  /** Nothing in the message says that the certificate is one in hand. */
  general?: boolean;
  /** They are of one more certificate (「还有一本…」). */
  besides?: boolean;
  /** They say which of the certificates told is meant. */
  means?: boolean;
}

/** The state after a message's facts, and what of it is new. */
export interface Taken {
  state: State;
  /** Facts that were not known before. */
  noted: readonly (KeptFact | 'records')[];
  /** Facts that this message gave two values, of which neither is taken. */
  unclear: readonly Fact['name'][];
  /** Facts that had another value before. */
  changed: readonly (KeptFact | 'records')[];
  /** The facts speak of another certificate than those before. */
  anotherCertificate: boolean;
  /** The facts speak of one that was told before the last one. */
  turnedBack?: boolean;
  /** Professional hours of years of which no hours are known: they cannot be kept, and the person is asked for the hours. */
  halfTold: readonly HalfTold[];
  /** A value that cannot be, with the text that says so. */
  problem: { text: string; args: Record<string, string> } | null;
}

/** Only the professional hours of a year. */
export interface HalfTold {
  year: number;
  professionalHours: number;
}

const SURE_ENOUGH = 0.5;
/** The most hours that the rules take. */
const MOST_HOURS = 9999;

/** Takes the facts of one message into the state; never infers one fact from another. */
export function takeFacts(former: State, found: readonly Fact[], manner: Manner): Taken {
  const read = readOnce(
    found.filter(fact => fact.confidence >= SURE_ENOUGH),
    manner,
  );
  const unclear = manner.correction ? [] : toldTwice(read);
  const facts = withoutMixed(
    read.filter(({ name }) => !unclear.includes(name)),
    unclear,
  );
  const said = saidOf(facts);
  const state = turnedBack(former, said.facts, manner, facts);
  const asOf = facts.findLast(fact => fact.name === 'asOf')?.value ?? state.asOf;
  const told = currentCertificate(state);
  const differs = isAnother(told.facts, said.facts, manner);
  // 「那109呢」 after 「101能换吗」: two questions about the list, and nobody's second certificate.
  const before = differs && manner.general === true && isOnlyTrade(told) ? noneOf(told) : told;
  const another = differs && before === told;
  const alike = manner.followUp && said.facts['certificate.kind'] === undefined;
  const kept = another ? (alike ? withoutTrade(before) : noneOf(before)) : before;
  const { records, halfTold } = withProfessional(mergeRecords(kept.records, said.records), said);
  const after: Certificate = { ...kept, facts: mergeFacts(kept.facts, said, facts), records };
  const problem = problemOf(after.facts, facts) ?? recordProblem(records);
  if (problem !== null)
    return { state: { ...state, asOf }, noted: [], changed: [], unclear, anotherCertificate: false, halfTold, problem };
  const moved = another ? withAnotherCertificate(state, after) : withCertificate(state, after);
  return {
    state: { ...moved, asOf },
    unclear,
    anotherCertificate: another,
    turnedBack: state.current !== former.current,
    halfTold,
    problem: null,
    ...differences(before, after),
  };
}

/** The year of a year's hours is not the year of issue as well: “去年20学时” answers only how many hours. */
function readOnce(found: readonly Fact[], { correction, asking }: Manner): readonly Fact[] {
  const records = found.filter(({ name }) => name === 'record');
  const meets = ({ span }: Fact, others: readonly Fact[]) =>
    others.some(other => span[0] < other.span[1] && other.span[0] < span[1]);
  return found.filter(fact => {
    if (fact.name === 'certificate.issuedOn') return !meets(fact, records);
    // The “no” of “no, it was 2016” takes something back, and is no answer to what was asked.
    const others = found.filter(({ name }) => name !== fact.name);
    return !(correction && fact.name === asking && fact.value === false && meets(fact, others));
  });
}

const MAY_STAND_TWICE: readonly string[] = ['record', 'certificate.kinds', 'idNumber'];

/** Facts with two values in one message, of two certificates or by contradiction: neither is taken, and the person is asked. */
function toldTwice(found: readonly Fact[]): readonly Fact['name'][] {
  const said = found.filter(({ name, negated }) => negated !== true && !MAY_STAND_TWICE.includes(name));
  const differs = (one: Fact, other: Fact) => {
    const [a, b] = [String(one.value), String(other.value)];
    return one.name === other.name && !a.startsWith(b) && !b.startsWith(a);
  };
  return [...new Set(said.filter(one => said.some(other => differs(one, other))).map(({ name }) => name))];
}

/** Hours of one year told twice beside two trades: of which certificate which are is not known. */
function withoutMixed(facts: readonly Fact[], unclear: readonly Fact['name'][]): readonly Fact[] {
  if (!unclear.includes('certificate.code') && !unclear.includes('certificate.codes')) return facts;
  const yearOf = (fact: Fact) => (fact.name === 'record' ? fact.value.year : undefined);
  return facts.filter(fact => {
    const year = yearOf(fact);
    return year === undefined || facts.filter(other => yearOf(other) === year).length === 1;
  });
}

interface Said {
  facts: Facts;
  records: readonly YearRecord[];
  professional: readonly HalfTold[];
}

function saidOf(found: readonly Fact[]): Said {
  const entries = found
    .filter(fact => !fact.negated)
    .flatMap(({ name, value }) => (isKept(name) && FACTS[name].safeParse(value).success ? [[name, value]] : []));
  const records = found.flatMap(fact =>
    fact.name === 'record' && fact.value.hours !== undefined
      ? [
          {
            year: fact.value.year,
            hours: fact.value.hours,
            professionalHours: fact.value.professionalHours ?? null,
            ...('planned' in fact && fact.planned === true ? { planned: true } : {}),
          },
        ]
      : [],
  );
  const professional = found.flatMap(({ name, value }) =>
    name === 'record' && value.hours === undefined && value.professionalHours !== undefined
      ? [{ year: value.year, professionalHours: value.professionalHours }]
      : [],
  );
  const facts: Facts = Object.fromEntries(entries);
  const trade = found.find(fact => fact.name === 'certificate.trade' && !fact.negated);
  // Any string is a code (interface, section 1): a trade that the notice does not list stands for one that fails.
  if (trade !== undefined && facts['certificate.code'] === undefined)
    return { facts: { ...facts, 'certificate.code': String(trade.value) }, records, professional };
  return { facts, records, professional };
}

function isKept(name: string): name is KeptFact {
  return Object.hasOwn(FACTS, name);
}

/** Another trade of which the person has spoken before: that certificate is taken up again, unless it could be one of several. */
function turnedBack(state: State, said: Facts, manner: Manner, found: readonly Fact[]): State {
  const ofKind = manner.means === true ? onlyOfKind(state, said['certificate.kind']) : undefined;
  if (ofKind !== undefined) return { ...state, current: ofKind, open: null, underway: null };
  if (!isAnother(currentCertificate(state).facts, said, manner) && !isOfOther(state, said, manner, found)) return state;
  const { holder } = currentCertificate(state);
  const ofHolder = placeOf(state, said, one => one.holder === holder);
  const before = ofHolder < 0 ? placeOf(state, said, () => true) : ofHolder;
  return before < 0 ? state : { ...state, current: before };
}

/** The one certificate of a kind that was told besides, of the same holder. */
function onlyOfKind(state: State, kind: Facts['certificate.kind']): number | undefined {
  const { holder, facts } = currentCertificate(state);
  if (kind === undefined || kind === facts['certificate.kind']) return undefined;
  const told = state.certificates.flatMap((one, at) =>
    one.holder === holder && one.facts['certificate.kind'] === kind ? [at] : [],
  );
  return told.length === 1 ? told[0] : undefined;
}

/** Of those that may be meant, the certificate of a trade that is named; -1 when there is none, or it could be one of several. */
function placeOf({ certificates }: State, said: Facts, mayBe: (one: Certificate) => boolean): number {
  const named = codesOf(said);
  const known = certificates.map(one => (mayBe(one) ? codesOf(one.facts) : []));
  const same = known.findIndex(codes => codes.length > 0 && isDeepStrictEqual(codes, named));
  const near = known.filter(codes => codes.some(code => named.includes(code)));
  return same < 0 && near.length === 1 ? known.indexOf(near[0]!) : same;
}

/** A trade or kind that contradicts the known one, said neither as a correction nor as an answer, means another certificate. */
function isAnother(known: Facts, said: Facts, { correction, asking, besides }: Manner): boolean {
  if (correction || asking === 'certificate.code') return false;
  // A kind is the answer to what was asked; a trade is not.
  if (asking === 'certificate.kind' && besides !== true) return areOther(tradesOf(known), tradesOf(said));
  const [kind, told] = [known['certificate.kind'] ?? 'unknown', said['certificate.kind'] ?? 'unknown'];
  const otherKind = kind !== 'unknown' && told !== 'unknown' && kind !== told;
  if (otherKind && (besides === true || told === 'safety-officer')) return true;
  return areOther(codesOf(known), codesOf(said));
}

function isOnlyTrade({ facts, records }: Certificate): boolean {
  const told = Object.entries(facts).filter(([, value]) => value !== undefined);
  return records.length === 0 && told.every(([name]) => name === 'certificate.code' || name === 'certificate.codes');
}

const areOther = (before: readonly string[], now: readonly string[]): boolean =>
  before.length > 0 && now.length > 0 && !now.some(code => before.includes(code));

/**
 * What a correction, or a question, says of a trade belongs to the certificate of that trade which was told before, and not to the one
 * that is talked of: 「施工员不是16年，是18年」 while it is the 质量员’s.
 */
function isOfOther(state: State, said: Facts, { correction, asking }: Manner, found: readonly Fact[]): boolean {
  const { facts } = currentCertificate(state);
  const now = codesOf(said);
  if (now.length === 0 || found.some(({ name, negated }) => negated === true && TRADES.includes(name))) return false;
  if (correction) return areOther(codesOf(facts), now);
  return asking === null && codesOf(facts).length === 0 && facts['certificate.kind'] !== undefined;
}

const TRADES: readonly string[] = ['certificate.code', 'certificate.codes', 'certificate.trade', 'certificate.kind'];

/** The safety officer’s is a trade of its own, whatever its code may be. */
const SAFETY = 'safety';
const SAFETY_CODES: readonly string[] = ['105', '110'];

function codesOf(facts: Facts): readonly string[] {
  const code = facts['certificate.code'];
  const isSafety = facts['certificate.kind'] === 'safety-officer' || facts['certificate.kinds'] !== undefined;
  if (isSafety && (code === undefined || SAFETY_CODES.includes(code))) return [SAFETY, ...SAFETY_CODES];
  return tradesOf(facts);
}

function tradesOf(facts: Facts): readonly string[] {
  const code = facts['certificate.code'];
  return code !== undefined && code !== 'unknown' ? [code] : (facts['certificate.codes'] ?? []);
}

function withoutTrade({ facts, ...one }: Certificate): Certificate {
  return { ...one, facts: { ...facts, 'certificate.code': undefined, 'certificate.codes': undefined }, records: [] };
}

function mergeFacts(known: Facts, said: Said, found: readonly Fact[]): Facts {
  const denied = found.filter(fact => fact.negated === true);
  const stillTrue = Object.fromEntries(
    Object.entries(known).filter(([name, value]) => !denied.some(fact => fact.name === name && fact.value === value)),
  );
  const merged: { -readonly [N in keyof Facts]: Facts[N] } = { ...stillTrue, ...said.facts };
  // A name that fits two kinds adds nothing to one of them that is known; a kind that is told settles it.
  if (said.facts['certificate.kind'] !== undefined || known['certificate.kind'] === 'safety-officer')
    merged['certificate.kinds'] = undefined;
  // The year on the old certificate is not that of the electronic one.
  if (
    known['certificate.kind'] === 'training' &&
    said.facts['certificate.kind'] === 'electronic' &&
    said.facts['certificate.issuedOn'] === undefined
  )
    merged['certificate.issuedOn'] = undefined;
  const code = said.facts['certificate.code'];
  const family = said.facts['certificate.codes'];
  if (code !== undefined) return { ...merged, 'certificate.codes': undefined, ...spanSettled(said.facts) };
  // “质量员” after “土建质量员” adds nothing; after “施工员” it replaces.
  const narrowed = known['certificate.code'];
  if (family !== undefined && narrowed !== undefined && !family.includes(narrowed))
    return { ...merged, 'certificate.code': undefined, ...spanSettled(said.facts) };
  return { ...merged, ...spanSettled(said.facts) };
}

/** A clear year of issue settles the question whether “17年” was one. */
function spanSettled(said: Facts): Facts {
  return said['certificate.issuedOn'] === undefined ? {} : { 'certificate.issuedOn?': undefined };
}

/** The hours of a year replace those told before; professional hours of it that were told stay until others are. */
function mergeRecords(known: readonly YearRecord[], said: readonly YearRecord[]): readonly YearRecord[] {
  const once = (record: YearRecord) => said.filter(({ year }) => year === record.year).length === 1;
  const told = said.map(record => {
    const before = known.find(({ year }) => year === record.year)?.professionalHours ?? null;
    const stays = record.professionalHours === null && before !== null && before <= record.hours && once(record);
    return stays ? { ...record, professionalHours: before } : record;
  });
  return [...known.filter(old => !said.some(record => record.year === old.year)), ...told].toSorted(
    (a, b) => a.year - b.year,
  );
}

/** 「其中专业去年14今年25」 after the hours of these years: these stay. */
function withProfessional(
  records: readonly YearRecord[],
  { professional }: Said,
): { records: readonly YearRecord[]; halfTold: readonly HalfTold[] } {
  const halfTold = professional.filter(({ year }) => !records.some(record => record.year === year));
  const added = records.map((record, at) => {
    const isFirst = records.findIndex(({ year }) => year === record.year) === at;
    const told = professional.findLast(({ year }) => year === record.year);
    return told !== undefined && isFirst ? { ...record, professionalHours: told.professionalHours } : record;
  });
  return { records: professional.length === 0 ? records : added, halfTold };
}

function problemOf(facts: Facts, found: readonly Fact[]): Taken['problem'] {
  const tooMany = found.find(
    fact =>
      (fact.name === 'training.hours' || fact.name === 'training.professionalHours') &&
      !FACTS[fact.name].safeParse(fact.value).success,
  );
  if (tooMany !== undefined) return { text: 'hours-too-many', args: { hours: String(tooMany.value) } };
  const hours = facts['training.hours'];
  const professional = facts['training.professionalHours'];
  if (typeof hours === 'number' && typeof professional === 'number' && professional > hours) {
    return { text: 'professional-above-hours', args: { hours: String(hours), professional: String(professional) } };
  }
  return null;
}

/** The rules refuse such a record; it is refused here, in words. */
function recordProblem(records: readonly YearRecord[]): Taken['problem'] {
  const tooMany = records.find(({ hours }) => hours > MOST_HOURS);
  if (tooMany !== undefined) return { text: 'hours-too-many', args: { hours: String(tooMany.hours) } };
  const above = records.find(({ hours, professionalHours }) => (professionalHours ?? 0) > hours);
  return above === undefined
    ? null
    : {
        text: 'professional-above-hours',
        args: { hours: String(above.hours), professional: String(above.professionalHours) },
      };
}

function differences(before: Certificate, after: Certificate): Pick<Taken, 'noted' | 'changed'> {
  // Which kinds a name fits answers nothing that is asked: it is kept for what is said of hours.
  const names = (Object.keys(after.facts) as KeptFact[]).filter(
    name =>
      name !== 'certificate.kinds' && after.facts[name] !== undefined && !isSame(before.facts[name], after.facts[name]),
  );
  const isNew = (name: KeptFact) => addsTo(before.facts[name], after.facts[name]);
  const records = isSame(before.records, after.records) ? [] : (['records'] as const);
  const changesYear = before.records.some(
    record => !after.records.some(other => other.year === record.year && addsToYear(record, other)),
  );
  return {
    noted: [...names.filter(isNew), ...(changesYear ? [] : records)],
    changed: [...names.filter(name => !isNew(name)), ...(changesYear ? records : [])],
  };
}

/** Said for the first time, or more closely (「2022年」, then the day): nothing is taken back by it. */
const addsTo = (before: unknown, after: unknown): boolean =>
  before === undefined ||
  before === 'unknown' ||
  (typeof before === 'string' && /^\d{4}/.test(before) && String(after).startsWith(`${before}-`));

const addsToYear = (before: YearRecord, { hours, professionalHours }: YearRecord): boolean =>
  before.hours === hours && (before.professionalHours === null || before.professionalHours === professionalHours);

/** What nobody has told anew is the very same, and need not be written out to be compared. */
function isSame(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
