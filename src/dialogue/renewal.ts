import { daysBetween, formatDay, formatList, type Text } from '../locale/index.ts';
import { assessRenewal, type RenewalInput, type RenewalReason, type RenewalVerdict } from '../rules/index.ts';
import type { CertificateKind } from '../understanding/index.ts';
import { beforeNotice } from './before-notice.ts';
import { certificateChoice } from './certificate-names.ts';
import { choice, topicChoices } from './choices.ts';
import { phaseOf, SOON_IN_DAYS } from './day-texts.ts';
import type { Said } from './desk.ts';
import { askFact, factLines, valueText } from './questions.ts';
import { type Certificate, currentCertificate, type Facts, isBlank, type KeptFact, type State } from './state.ts';
import { cite, linesOf, replyOf, say, type Talk } from './talk.ts';
import type { Choice } from './turn.ts';

const known = <T>(value: T | 'unknown' | undefined): T | null =>
  value === undefined || value === 'unknown' ? null : value;

/** The certificate as the rules want it. A month of issue is given as its year: 1.1 asks for no more. */
export function renewalInput({ facts }: Certificate, asOf: string): RenewalInput {
  const issuedOn = known(facts['certificate.issuedOn']);
  return {
    asOf,
    certificate: {
      kind: known(facts['certificate.kind']),
      code: known(facts['certificate.code']),
      issuedOn: issuedOn?.length === 7 ? issuedOn.slice(0, 4) : issuedOn,
      issuer: known(facts['certificate.issuer']),
      inNationalSystem: known(facts['certificate.inNationalSystem']),
      archiveVerified: known(facts['certificate.archiveVerified']),
    },
    training: {
      hours: known(facts['training.hours']),
      professionalHours: known(facts['training.professionalHours']),
      passed: known(facts['training.passed']),
    },
  };
}

/** The verdict on the certificate that is talked of, or the next question that can still change it. */
export function answerEligibility(talk: Talk): Said {
  const before = beforeNotice(talk, 'eligibility');
  if (before !== undefined) return before;
  const result = assessRenewal(renewalInput(currentCertificate(talk.state), talk.asOf), talk.policy);
  if (result.outcome !== 'needs-information') return verdict(talk, result);
  const next = nextQuestion(currentCertificate(talk.state).facts, result);
  if (next === undefined) return undecidable(talk, result);
  return interview(talk, result, next);
}

/** What the rules say of the certificate that is talked of, and the question that can still change it. */
export function lookAt(talk: Talk): { result: RenewalVerdict; next: KeptFact | undefined } {
  const certificate = currentCertificate(talk.state);
  const result = assessRenewal(renewalInput(certificate, talk.asOf), talk.policy);
  // An A, B or C is none of the kinds that are asked about.
  const isGrade = certificate.facts['certificate.kinds']?.every(kind => kind === 'abc') ?? false;
  const asks = result.outcome === 'needs-information' && !isGrade;
  return { result, next: asks ? nextQuestion(certificate.facts, result) : undefined };
}

/** The verdict in a few lines, for one of several certificates: the headline, what fails, and what must not be lost with it. */
export function shortLines(talk: Talk, result: RenewalVerdict): Text[] {
  const { facts } = currentCertificate(talk.state);
  const failing = result.reasons.filter(({ met }) => !met);
  if (result.outcome === 'needs-information')
    return [...(failing.length > 0 ? [reasonLines(talk, failing)] : []), ...unnamedCode(talk, facts)];
  const turnedAway = result.outcome === 'out-of-scope' || result.outcome === 'closed';
  return [
    cite(talk, `verdict-${result.outcome}.headline`, verdictArgs(talk, facts)),
    ...(failing.length > 0 ? [reasonLines(talk, failing)] : []),
    ...(turnedAway && facts['certificate.kind'] === 'training' ? [cite(talk, 'several-printed-validity')] : []),
    ...extraLines(talk, result, facts),
  ];
}

/** While the kind is not known: what it would be as the training certificate, the only kind that is exchanged, or as what its name says. */
export function ifKind(talk: Talk): Text[] {
  const { facts, records } = currentCertificate(talk.state);
  const named = facts['certificate.kinds'];
  if (named !== undefined)
    return [...(named.includes('safety-officer') ? [kindLine(talk, 'safety-officer')] : []), cite(talk, 'several-abc')];
  const training = { ...facts, 'certificate.kind': 'training' as const };
  const { reasons } = assessRenewal(renewalInput({ facts: training, records }, talk.asOf), talk.policy);
  const failing = reasons.filter(({ met, fact }) => !met && fact !== 'deadline');
  return [
    kindLine(talk, 'training'),
    ...(failing.length > 0 ? [reasonLines(talk, failing)] : []),
    ...unnamedCode(talk, facts),
  ];
}

/** The first missing fact that the person has not already answered with 不知道; a year that may be a span of years is settled first. */
function nextQuestion(facts: Facts, { missing }: RenewalVerdict): KeptFact | undefined {
  const next = (missing as readonly KeptFact[]).find(fact => facts[fact] !== 'unknown');
  const unsettled = facts['certificate.issuedOn?'] !== undefined && facts['certificate.issuedOn'] === undefined;
  // 「17年」 and nothing else: what was meant by it is asked before anything that was not spoken of.
  const nothingElse = Object.values(facts).filter(value => value !== undefined).length === 1;
  return unsettled && (next === 'certificate.issuedOn' || nothingElse) ? 'certificate.issuedOn?' : next;
}

function interview(talk: Talk, result: RenewalVerdict, next: KeptFact): Said {
  const { facts } = currentCertificate(talk.state);
  const first = Object.keys(facts).length === 0;
  const closed = phaseOf(talk.policy, talk.asOf) === 'closed' && facts['certificate.kind'] === undefined;
  const asked = (result.missing as readonly KeptFact[]).filter(fact => facts[fact] !== 'unknown');
  const left = asked.length === 1 && next.startsWith('training.') ? 'one' : 'more';
  const headline = closed ? cite(talk, 'verdict-open.closed') : cite(talk, 'verdict-open.headline', { left });
  const question = askFact(talk, next);
  const texts = first
    ? [cite(talk, 'eligibility.headline'), cite(talk, 'eligibility.because')]
    : [headline, soFar(talk, result.reasons), ...(facts['certificate.kind'] === undefined ? [byKind(talk)] : [])];
  const state: State = {
    ...talk.state,
    underway: { kind: 'eligibility' },
    open: { kind: 'fact', fact: next },
    reminded: undefined,
  };
  return { state, replies: [replyOf([...texts, question.text], question.choices)] };
}

/** What is certain already: a line each when something fails, one line for all when everything fits, as a phone shows few. */
function soFar(talk: Talk, reasons: readonly RenewalReason[]): Text {
  const { text, citations } = reasonLines(talk, reasons);
  if (reasons.length < 2 || reasons.some(({ met }) => !met)) return { text, citations };
  const { facts } = currentCertificate(talk.state);
  const named = reasons
    .flatMap(({ fact }) => FACT_OF_REASON[fact] ?? [])
    .map(name => valueText(talk, name, facts[name]));
  return { text: say(talk, 'verdict-open.so-far', { facts: formatList(named, talk.words.locale) }), citations };
}

/** Everything that could still be asked was answered with 不知道: what is certain, and what to find out where. */
function undecidable(talk: Talk, result: RenewalVerdict): Said {
  const missing = result.missing as readonly KeptFact[];
  const lines = missing.map(fact => findOut(talk, fact));
  const texts = [
    cite(talk, 'verdict-open.unknown'),
    ...(result.reasons.length > 0
      ? [linesOf([cite(talk, 'verdict-open.known'), reasonLines(talk, result.reasons)])]
      : []),
    ...(missing.includes('certificate.kind') ? [byKind(talk)] : []),
    linesOf([
      cite(talk, 'verdict-open.find-out'),
      ...lines.map(({ text, citations }) => ({ text: `· ${text}`, citations })),
    ]),
    cite(talk, 'verdict-open.ask'),
  ];
  return {
    state: settled(talk),
    replies: [replyOf(withClause(texts), [...changeChoices(talk), ...topicChoices(talk, ['contact'])])],
  };
}

/** What is missing, and where it is found. */
function findOut(talk: Talk, fact: KeptFact): Text {
  const id = fact.replace('.', '-');
  const { text, citations } = cite(talk, `ask-${id}.help`);
  return { text: say(talk, 'fact-line', { name: say(talk, `fact-${id}`), value: text }), citations };
}

// 1.1 is what every missing fact of the certificate is missing for.
function withClause(texts: readonly Text[]): readonly Text[] {
  return texts.map((text, index) => (index === 0 ? { ...text, citations: ['1.1', ...text.citations] } : text));
}

function settled({ state }: Talk): State {
  return { ...state, underway: null, open: null };
}

const KINDS = ['training', 'electronic', 'safety-officer', 'post'] as const;

/** While the kind is not known: what each kind would mean, so that nobody goes away with nothing. */
function byKind(talk: Talk): Text {
  const certificate = currentCertificate(talk.state);
  const lines = KINDS.map(kind => kindLine(talk, kind));
  return linesOf([cite(talk, 'verdict-open.by-kind'), ...lines, ...unnamedCode(talk, certificate.facts)]);
}

function kindLine(talk: Talk, kind: (typeof KINDS)[number]): Text {
  const certificate = currentCertificate(talk.state);
  const facts = { ...certificate.facts, 'certificate.kind': kind };
  const { outcome, missing } = assessRenewal(renewalInput({ ...certificate, facts }, talk.asOf), talk.policy);
  const covered = outcome === 'needs-information' && missing.every(fact => fact.startsWith('training.'));
  return cite(talk, `by-kind-${kind}`, { outcome: covered ? 'hours-left-to-tell' : outcome });
}

function verdict(talk: Talk, result: RenewalVerdict): Said {
  const { facts } = currentCertificate(talk.state);
  const id = `verdict-${result.outcome}`;
  const args = verdictArgs(talk, facts);
  const unclear = result.outcome === 'out-of-scope' && mayBeSafety(talk.policy, facts);
  const texts = [
    unclear
      ? cite(talk, `${id}.unnamed`, { code: String(facts['certificate.code']) })
      : cite(talk, `${id}.headline`, args),
    reasonLines(talk, result.reasons),
    linesOf([cite(talk, 'next-title'), cite(talk, `${id}.next`, args), ...extraLines(talk, result, facts)]),
  ];
  return { state: settled(talk), replies: [replyOf(texts, [...verdictChoices(talk, result), ...changeChoices(talk)])] };
}

function verdictArgs({ policy }: Talk, facts: Facts): Record<string, string> {
  const short = (required: number, done: number | 'unknown' | undefined) =>
    Math.max(0, required - (typeof done === 'number' ? done : 0));
  const hoursLeft = short(policy.annual.hours.value, facts['training.hours']);
  const professionalLeft = short(policy.annual.professionalHours.value, facts['training.professionalHours']);
  const why =
    typeof facts['training.hours'] === 'number' && hoursLeft > 0
      ? 'hours'
      : typeof facts['training.professionalHours'] === 'number' && professionalLeft > 0
        ? 'professional'
        : 'assessment';
  return {
    kind: String(facts['certificate.kind']),
    hoursLeft: String(round(hoursLeft)),
    professionalLeft: String(round(professionalLeft)),
    why,
  };
}

const round = (hours: number) => Math.round(hours * 100) / 100;

function extraLines(talk: Talk, { outcome, reasons }: RenewalVerdict, facts: Facts): Text[] {
  if (outcome === 'ready') return readyLines(talk, facts);
  if (outcome !== 'out-of-scope' || !reasons.some(({ fact, met }) => fact === 'code' && !met)) return [];
  return [cite(talk, 'verdict-code-and-others'), ...unnamedCode(talk, facts)];
}

/** 105 and 110: the notice never names them; whether it is a safety officer's certificate decides, and only its holder can tell. */
function unnamedCode(talk: Talk, facts: Facts): Text[] {
  return mayBeSafety(talk.policy, facts)
    ? [cite(talk, 'verdict-code-105-110', { code: String(facts['certificate.code']) })]
    : [];
}

/** Whether the code is one that the notice never names, and the kind has not settled what it is. */
export function mayBeSafety({ exchange }: Talk['policy'], facts: Facts): boolean {
  const { 'certificate.code': code, 'certificate.kind': kind } = facts;
  const settled = kind !== undefined && kind !== 'training' && kind !== 'unknown';
  return code !== undefined && !settled && exchange.unnamedCodes.includes(code);
}

/** What may still be in the way of pressing 更新 at once. */
function readyLines(talk: Talk, facts: Facts): Text[] {
  const soon = daysBetween(talk.asOf, talk.policy.exchange.lastDay.value) <= SOON_IN_DAYS;
  return [
    ...(facts['certificate.inNationalSystem'] === true ? [] : [cite(talk, 'verdict-ready.archive')]),
    ...(soon ? [cite(talk, 'verdict-ready.late')] : []),
  ];
}

function verdictChoices(talk: Talk, { outcome }: RenewalVerdict): Choice[] {
  switch (outcome) {
    case 'ready':
    case 'training-first':
      return [
        choice(talk, 'step:walk', 'walk'),
        ...topicChoices(talk, outcome === 'ready' ? [] : ['where-to-train', 'online-training']),
      ];
    case 'archive-check':
    case 'archive-late':
      return topicChoices(talk, ['not-in-system', 'contact']);
    case 'closed':
      return topicChoices(talk, ['unrenewed-validity', 'missed-deadline', 'contact']);
    case 'not-required':
      return topicChoices(talk, ['annual-hours', 'upcoming-deadlines']);
    case 'out-of-scope':
      return topicChoices(talk, ['scope', 'contact']);
    case 'needs-information':
      return [];
    default:
      return outcome satisfies never;
  }
}

function changeChoices(talk: Talk): Choice[] {
  return [...otherCertificates(talk), choice(talk, 'do:review', 'change'), choice(talk, 'do:receipt', 'receipt')];
}

/** Those told besides, of which something is still to be asked. */
function otherCertificates(talk: Talk): Choice[] {
  const { certificates, current } = talk.state;
  return certificates.flatMap((certificate, at) => {
    const isOpen =
      at !== current &&
      !isBlank(certificate) &&
      lookAt({ ...talk, state: { ...talk.state, current: at } }).next !== undefined;
    return isOpen ? [certificateChoice(talk, at)] : [];
  });
}

/** ✓ and ✗ a deciding fact, each with its clause. */
function reasonLines(talk: Talk, reasons: readonly RenewalReason[]): Text {
  const { facts } = currentCertificate(talk.state);
  return linesOf(reasons.map(reason => reasonLine(talk, reason, facts)));
}

const FACT_OF_REASON: { readonly [fact: string]: KeptFact } = {
  kind: 'certificate.kind',
  code: 'certificate.code',
  'issue-year': 'certificate.issuedOn',
  issuer: 'certificate.issuer',
  hours: 'training.hours',
  'professional-hours': 'training.professionalHours',
};

function reasonLine(talk: Talk, { fact, clause, met }: RenewalReason, facts: Facts): Text {
  const name = FACT_OF_REASON[fact];
  const value =
    name === undefined ? '' : fact.endsWith('hours') ? String(facts[name]) : valueText(talk, name, facts[name]);
  return cite(talk, `reason-${fact}`, {
    met: met ? 'yes' : 'no',
    clause,
    value,
    kind: String(facts['certificate.kind'] ?? 'none') satisfies CertificateKind | string,
  });
}

/** The answers given so far, each of which can be changed. */
export function reviewAnswers(talk: Talk): Said {
  const lines = factLines(talk);
  const { facts } = currentCertificate(talk.state);
  if (lines.length === 0 && facts['certificate.issuedOn?'] !== undefined) return answerEligibility(talk);
  if (lines.length === 0)
    return {
      state: talk.state,
      replies: [replyOf([say(talk, 'review.empty')], topicChoices(talk, ['eligibility', 'annual-hours']))],
    };
  const choices = lines.map(({ fact, label }) => ({ id: `change:${fact}`, label }));
  const state: State = { ...talk.state, open: { kind: 'review' } };
  const texts = [
    cite(talk, 'review.headline'),
    lines.map(({ line }) => `· ${line}`).join('\n'),
    cite(talk, 'review.next'),
  ];
  return { state, replies: [replyOf(texts, [...choices, choice(talk, 'do:reviewed', 'done-changing')])] };
}

/** 「按2020年10月15日算」, when the person asks as of another day than today. */
export function asOfNote(talk: Talk): string {
  return talk.state.asOf === null ? '' : say(talk, 'as-of', { day: formatDay(talk.asOf, talk.words.locale) });
}
