import { formatDay, type Text } from '../locale/index.ts';
import {
  type CertificateFacts,
  factsOf,
  type Certificate as Held,
  idNumberFault,
  issuerOf,
  type PersonBy,
  type PersonFound,
  plainIdNumber,
  type TrainingRecord,
} from '../registry/index.ts';
import { assessRenewal } from '../rules/index.ts';
import { topicChoices } from './choices.ts';
import type { Said } from './desk.ts';
import { headline, rosterHours, rosterTexts, type WhatIf, withMore } from './hours.ts';
import { isUnjudged, owesHours, ruleOfHeld } from './hours-kinds.ts';
import { readingLines } from './hours-readings.ts';
import { valueText } from './questions.ts';
import { shortLines } from './renewal.ts';
import {
  type Certificate,
  type OwnHours,
  type OwnQuestion,
  type State,
  withCertificate,
  type YearRecord,
} from './state.ts';
import { cite, linesOf, parts, replyOf, say, type Talk } from './talk.ts';
import type { Choice, Got, Reply, YearsPicture } from './turn.ts';

/** The topic `my-hours` on a roster: asks only for what is missing, in this order: consent, the number, the name. */
export function answerOwnHours(talk: Talk, idNumber?: string, name?: string): Said {
  return idNumber === undefined ? goOnOwn(talk) : takeIdNumber(talk, idNumber, name);
}

const withOwn = (state: State, own: Partial<OwnHours>): State => ({ ...state, own: { ...state.own, ...own } });

/** What somebody typed to be known by is gone once it has served, or the look-up is left. */
const NOTHING_TYPED = { idNumber: null, personName: undefined } as const;

function goOnOwn({ state, ...others }: Talk): Said {
  const talk = { ...others, state: withOwn(state, { turnedAway: undefined }) };
  const { access, consent, idNumber, personName } = talk.state.own;
  if (access !== null && talk.now < access.untilMs) return wantPerson(talk, { access });
  if (!consent) return ask(talk, 'consent');
  if (idNumber === null) return ask(talk, 'id-number');
  return personName === undefined ? ask(talk, 'person-name') : wantPerson(talk, { idNumber, name: personName });
}

const QUESTIONS: Readonly<Record<OwnQuestion['kind'], string>> = {
  consent: 'own-consent',
  'id-number': 'own-ask-id',
  'person-name': 'own-ask-name',
  proof: 'own-ask-proof',
};

function ask(talk: Talk, kind: OwnQuestion['kind']): Said {
  return { state: { ...talk.state, open: { kind } }, replies: [ownQuestion(talk, kind)] };
}

/** What the look-up asks, also when something else came between. */
export function ownQuestion(talk: Talk, kind: OwnQuestion['kind']): Reply {
  const choices = kind === 'consent' ? (['yes', 'no'] as const) : [];
  return replyOf(
    [cite(talk, QUESTIONS[kind])],
    choices.map(answer => ({ id: `own:${answer}`, label: say(talk, `own-consent-${answer}`) })),
  );
}

/** A bad number is refused before any look-up, with what is wrong with it and never the number itself. The name may have come with it. */
export function takeIdNumber(talk: Talk, typed: string, name?: string): Said {
  const number = plainIdNumber(typed);
  const fault = idNumberFault(number, talk.asOf);
  const gone = say(talk, 'own-delete-message', howDeleted(talk));
  if (fault === undefined) {
    const given = { idNumber: number, ...(name !== undefined && { personName: name }) };
    const said = goOnOwn({ ...talk, state: withOwn(talk.state, given) });
    return { ...said, replies: said.replies.map(reply => ({ ...reply, text: `${reply.text}\n\n${gone}` })) };
  }
  const state: State = { ...withOwn(talk.state, { idNumber: null }), open: { kind: 'id-number' } };
  return { state, replies: [replyOf([...parts(talk, 'own-bad-id', { fault }, ['headline', 'why']), gone])] };
}

/** A number after a look-up is one for another try: what was shown before stands until this one has been found. */
export function takeAnotherNumber(talk: Talk, typed: string, name?: string): Said {
  const number = plainIdNumber(typed);
  if (idNumberFault(number, talk.asOf) !== undefined) return takeIdNumber(talk, typed);
  const said =
    name === undefined
      ? ask({ ...talk, state: withOwn(talk.state, { idNumber: number }) }, 'person-name')
      : wantPerson(talk, { idNumber: number, name });
  const gone = say(talk, 'own-delete-message', howDeleted(talk));
  return { ...said, replies: said.replies.map(reply => ({ ...reply, text: `${reply.text}\n\n${gone}` })) };
}

/** What becomes of a message that holds an ID number. */
export function howDeleted({ deletes }: Talk): { how: string } {
  return { how: deletes ? 'deleted' : 'by-hand' };
}

/** What a tapped or typed answer to the consent question means. */
export function takeConsent(talk: Talk, agreed: boolean): Said {
  if (agreed) return goOnOwn({ ...talk, state: withOwn(talk.state, { consent: true }) });
  const state: State = { ...withOwn(talk.state, { consent: false, ...NOTHING_TYPED }), open: null };
  return {
    state,
    replies: [replyOf(parts(talk, 'own-declined'), topicChoices(talk, ['annual-hours', 'hours-shortfall']))],
  };
}

/** The look-up is left, and the number with it. */
export function cancelOwn(talk: Talk): Said {
  const state: State = { ...withOwn(talk.state, NOTHING_TYPED), open: null };
  return {
    state,
    replies: [replyOf([say(talk, 'own-cancelled')], topicChoices(talk, ['my-hours', 'annual-hours']))],
  };
}

/** Asks for the certificate number that opens the single records; where they are open already they are shown. */
export function askProof(talk: Talk): Said {
  const { access } = talk.state.own;
  if (access?.level === 2) return wantPerson(talk, { access });
  return ask(talk, 'proof');
}

/** 不知道 is an answer: where it is found, and what can be done without it; the question stays open. */
export function cannotTell(talk: Talk, open: OwnQuestion['kind']): Said {
  const choices = topicChoices(talk, ['hours-shortfall', 'annual-hours', 'contact']);
  return { state: talk.state, replies: [replyOf(parts(talk, 'own-not-known', { open }), choices)] };
}

/** A name without its number: the number of the try before was not kept. */
export function takeNameFirst(talk: Talk, name: string): Said {
  const state: State = { ...withOwn(talk.state, { personName: name }), open: { kind: 'id-number' } };
  return { state, replies: [replyOf([cite(talk, 'own-ask-id-too')])] };
}

/** What stands until the look-up has come back, and for good when it cannot be done. */
export function wantPerson(talk: Talk, by: PersonBy): Said {
  const state: State = { ...withOwn(talk.state, NOTHING_TYPED), open: null };
  return {
    state,
    replies: [replyOf(parts(talk, 'own-unavailable'), topicChoices(talk, ['my-hours', 'annual-hours']))],
    want: { kind: 'person', by },
  };
}

/** Has the person told when hours arrive; what stands until that has been noted down. */
export function askToBeTold(talk: Talk): Said | undefined {
  const { access } = talk.state.own;
  if (talk.mute || access === null || talk.now >= access.untilMs) return undefined;
  const unavailable = replyOf(parts(talk, 'own-unavailable'), topicChoices(talk, ['my-hours']));
  return { state: talk.state, replies: [unavailable], want: { kind: 'watch', person: access.person } };
}

/** Whether hours that arrive will be told. */
export function confirmTelling(talk: Talk, on: boolean): Said {
  const texts = parts(talk, on ? 'own-watching' : 'own-unavailable');
  return { state: talk.state, replies: [replyOf(texts, topicChoices(talk, ['hours-not-posted', 'annual-hours']))] };
}

/** What the look-up found. Unknown number, wrong name and too many tries are one and the same reply. */
export function showOwn(talk: Talk, { found }: Extract<Got, { kind: 'person' }>): Said {
  const state: State = { ...withOwn(talk.state, NOTHING_TYPED), open: null };
  // Who was known by number and name has typed a certificate number, or a code.
  if (found === null && talk.state.open?.kind === 'proof')
    return {
      state,
      replies: [
        replyOf(parts(talk, 'own-proof-refused'), [
          { id: 'own:records', label: say(talk, 'own-choice-records') },
          ...topicChoices(talk, ['my-hours', 'contact']),
        ]),
      ],
    };
  if (found === null)
    return {
      state,
      replies: [
        replyOf(parts(talk, 'own-refused'), [
          { id: 'topic:my-hours', label: say(talk, 'own-choice-again') },
          ...topicChoices(talk, ['annual-hours', 'contact']),
        ]),
      ],
    };
  const { access, certificates, employer } = found;
  const { level } = access;
  const pictures = certificates.flatMap(held => yearsPictureOf(talk, held)).slice(0, MOST_PICTURES);
  const reply = replyOf(
    [
      cite(talk, 'own-found', { count: certificates.length === 1 ? 'one' : String(certificates.length) }),
      ...(level === 2 && employer !== null ? [cite(talk, 'own-employer', { employer })] : []),
      ...certificates.flatMap(held => certificateTexts(talk, held, level)),
      cite(talk, level === 1 ? 'own-level-one' : 'own-level-two'),
    ],
    ownChoices(talk, level),
  );
  const shown = pictures.length > 0 ? { ...reply, pictures } : reply;
  return { state: withOwn(state, { consent: true, access, rules: rulesOf(found) }), replies: [shown] };
}

/** What is asked next in words (「会作废吗」) is asked of these. */
function rulesOf({ certificates }: PersonFound): OwnHours['rules'] {
  const rules = [...new Set(certificates.map(ruleOfHeld))];
  return rules.every(rule => rule === 'electronic' || rule === 'unknown') ? undefined : rules;
}

const MOST_PICTURES = 4;

/** Hours of the roster that the person is still allowed to see are looked up again, for what they would be then. */
export function wantOwn(talk: Talk): Said | undefined {
  const { access } = talk.state.own;
  return access === null || talk.now >= access.untilMs ? undefined : wantPerson(talk, { access });
}

/** 「再学12学时，其中专业8」 of every certificate that the roster has for the person. */
export function showOwnWhatIf(talk: Talk, found: PersonFound, more: readonly WhatIf[]): Said {
  const { access, certificates } = found;
  const texts = certificates
    .filter(held => owesHours(held) && held.issuedOn !== null)
    .flatMap(held => {
      const { certificate, note } = withMore(talk, asTold(held), more);
      return [nameText(talk, held), ...rosterTexts(talk, certificate), note];
    });
  const state: State = { ...withOwn(talk.state, { access, rules: rulesOf(found) }), open: null };
  if (texts.length === 0)
    return { state, replies: [replyOf([cite(talk, 'own-no-issue')], ownChoices(talk, access.level))] };
  return { state, replies: [replyOf(texts, ownChoices(talk, access.level))] };
}

/** Every reading by name, of every certificate that the roster has for the person. */
export function showOwnReadings(talk: Talk, found: PersonFound): Said {
  const { access, certificates } = found;
  const texts = certificates
    .filter(held => owesHours(held) && held.issuedOn !== null)
    .flatMap(held => {
      const result = rosterHours(talk, asTold(held));
      const isJudged = Object.keys(result.void).length > 0;
      return [
        nameText(talk, held),
        ...(isJudged ? [headline(talk, result), readingLines(talk, result)] : rosterTexts(talk, asTold(held))),
      ];
    });
  const state: State = { ...withOwn(talk.state, { access, rules: rulesOf(found) }), open: null };
  const shown = texts.length === 0 ? [cite(talk, 'own-no-issue')] : texts;
  return { state, replies: [replyOf(shown, ownChoices(talk, access.level))] };
}

/** To be told when hours arrive, where that can be done. */
export function watchChoices(talk: Talk): Choice[] {
  return talk.mute ? [] : [{ id: 'own:watch', label: say(talk, 'own-choice-watch') }];
}

function ownChoices(talk: Talk, level: 1 | 2) {
  const records = level === 1 ? [{ id: 'own:records', label: say(talk, 'own-choice-records') }] : [];
  return [...records, ...watchChoices(talk), ...topicChoices(talk, ['hours-shortfall', 'hours-not-posted', 'my-data'])];
}

/** Which certificate is spoken of. */
export function nameText(talk: Talk, held: Held): Text {
  const trade = held.code === null ? 'none' : valueText(talk, 'certificate.code', held.code);
  const issued = held.issuedOn === null ? 'none' : formatDay(held.issuedOn, talk.words.locale);
  return cite(talk, 'own-certificate', { trade, issued });
}

function certificateTexts(talk: Talk, held: Held, level: 1 | 2): Text[] {
  const records = level === 2 ? held.records.map(record => recordLine(talk, held, record)) : [];
  return [nameText(talk, held), ...bodyTexts(talk, held), ...(records.length > 0 ? [linesOf(records)] : [])];
}

function bodyTexts(talk: Talk, held: Held): Text[] {
  const certificate = asTold(held);
  if (held.kind === 'training') return renewalTexts(talk, held);
  const rule = ruleOfHeld(held);
  const totals = certificate.records.map(({ year, hours, professionalHours }) =>
    cite(talk, 'own-total', {
      year: String(year),
      hours: String(hours),
      professional: String(professionalHours ?? 0),
      rule: isUnjudged(rule) ? 'none' : rule,
    }),
  );
  if (isUnjudged(rule))
    return [
      ...parts(talk, `hours-of-${rule}`, {}, PARTS_OF_UNJUDGED[rule] ?? ['headline', 'because']),
      linesOf(totals),
    ].filter(hasText);
  const note = rule === 'unknown' ? [cite(talk, 'hours-kind-note')] : [];
  if (held.issuedOn === null) return [linesOf([...totals, cite(talk, 'own-no-issue', { rule })]), ...note];
  return [...rosterTexts(talk, certificate), ...note];
}

/** What to do next belongs to what the chat and the roster say alike. */
const PARTS_OF_UNJUDGED: Readonly<Record<string, readonly string[]>> = {
  'other-issuer': ['headline', 'because', 'next'],
  'no-issuer': ['headline', 'because', 'next'],
};

const hasText = ({ text }: Text): boolean => text !== '';

/** By what the roster has of the hours for the exchange, too: what comes out, what fails, and what must not be lost with it. */
function renewalTexts(talk: Talk, held: Held): Text[] {
  const [{ renewal }] = factsOf({ certificates: [held] }, talk.asOf) as [CertificateFacts];
  const result = assessRenewal(renewal, talk.policy);
  const { outcome } = result;
  const isOpen = outcome === 'needs-information';
  const known = isOpen ? 'verdict-open.headline' : `verdict-${outcome}.headline`;
  const headline = cite(talk, known, { kind: 'training', why: 'assessment', hoursLeft: '', professionalLeft: '' });
  const line = cite(talk, 'own-renewal', { headline: headline.text });
  const lines = shortLines(
    { ...talk, state: withCertificate(talk.state, withTraining(asTold(held), renewal)) },
    result,
  );
  return [line, ...(isOpen ? lines : lines.slice(1))];
}

function withTraining(told: Certificate, { training }: CertificateFacts['renewal']): Certificate {
  const facts = {
    'training.hours': training?.hours ?? undefined,
    'training.professionalHours': training?.professionalHours ?? undefined,
    'training.passed': training?.passed ?? undefined,
  };
  return { ...told, facts: { ...told.facts, ...facts } };
}

/** The roster's certificate in the form in which a person would have told it; years add up, what was withdrawn does not count. */
export function asTold({
  kind,
  code,
  issuedOn,
  issuer,
  inNationalSystem,
  archiveVerified,
  inPost,
  records,
}: Held): Certificate {
  const facts = {
    'certificate.kind': kind ?? undefined,
    'certificate.code': code ?? undefined,
    'certificate.issuedOn': issuedOn ?? undefined,
    'certificate.issuer': (issuerOf(issuer) ?? undefined) as Certificate['facts']['certificate.issuer'],
    'certificate.inNationalSystem': inNationalSystem ?? undefined,
    'certificate.archiveVerified': archiveVerified ?? undefined,
    inPost: inPost ?? undefined,
  };
  return { facts, records: yearly(records) };
}

function yearly(records: readonly TrainingRecord[]): YearRecord[] {
  const years = new Map<number, YearRecord>();
  for (const { year, hours, professionalHours, withdrawn } of records) {
    if (withdrawn !== undefined) continue;
    const sum = years.get(year) ?? { year, hours: 0, professionalHours: 0 };
    years.set(year, {
      year,
      hours: cents(sum.hours + hours),
      professionalHours: cents((sum.professionalHours ?? 0) + professionalHours),
    });
  }
  return [...years.values()].toSorted((a, b) => a.year - b.year);
}

/** The years of a certificate that owes hours as a picture; the text above it says the same. */
function yearsPictureOf(talk: Talk, held: Held): YearsPicture[] {
  if (!owesHours(held) || held.issuedOn === null) return [];
  const years = rosterHours(talk, asTold(held)).years.slice(-MOST_YEARS);
  if (years.length === 0) return [];
  const name = nameText(talk, held).text;
  const { hours, professionalHours } = talk.policy.annual;
  const lines = years.map(({ year, hours: all, professionalHours: professional }) =>
    say(talk, 'own-picture.year', { year: String(year), hours: String(all), professional: String(professional) }),
  );
  return [
    {
      title: say(talk, 'own-picture.title', { name }),
      alt: lines.join('; '),
      legend: [say(talk, 'own-picture.hours'), say(talk, 'own-picture.professional')],
      need: [hours.value, professionalHours.value],
      years: years.map(year => ({ label: String(year.year), values: [year.hours, year.professionalHours] })),
    },
  ];
}

/** So many years can be told apart on a telephone. */
const MOST_YEARS = 8;

const cents = (hours: number) => Math.round(hours * 100) / 100;

function recordLine(talk: Talk, { issuedOn }: Held, record: TrainingRecord): Text {
  const { year, hours, professionalHours, institution, completedOn, withdrawn } = record;
  const early = issuedOn !== null && year <= Number(issuedOn.slice(0, 4));
  const note =
    withdrawn !== undefined
      ? 'own-record-withdrawn'
      : early
        ? 'own-record-early'
        : year > Number(talk.asOf.slice(0, 4))
          ? 'own-record-future'
          : undefined;
  return cite(talk, 'own-record', {
    year: String(year),
    hours: String(hours),
    professional: String(professionalHours),
    institution: institution === null ? '' : ` ${institution}`,
    day: completedOn === null ? '' : ` ${formatDay(completedOn, talk.words.locale)}`,
    note: note === undefined ? '' : say(talk, note),
  });
}
