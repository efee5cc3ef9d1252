import { z } from 'zod';
import { LOCALES, type Locale } from '../locale/index.ts';
import { TOPICS, type Topic } from '../policies/policy.ts';
import type { Access, SheetFile } from '../registry/index.ts';
import { type Leads, USUAL_LEADS } from '../reminders/leads.ts';

/**
 * What a chat keeps between turns: answers by name, never by step, so that the next question, the current step and the verdict are
 * worked out from them again each time. `version` changes when a name changes its meaning; what a newer program does not know any more is dropped, the rest stays.
 */
export interface State {
  version: 1;
  locale: Locale;
  /** At least one; the person may have several. */
  certificates: readonly Certificate[];
  current: number;
  /** What the last reply waits for. */
  open: Open | null;
  /** The open question for this fact has been asked once more already, after something else came between. */
  reminded?: AskedFact | undefined;
  /** The interview or walk-through that goes on after a side question, or when the person says “go on”. */
  underway: Underway | null;
  lastTopic: Topic | null;
  /** The choices under the last reply, so that a number or a label picks one. */
  offered: readonly { id: string; label: string }[];
  /** The day as of which the person asks, when it is not today. */
  asOf: string | null;
  reminders: boolean;
  /** How many days before the end of the hours year. */
  leads: Leads;
  /** The latest message in words, masked: what an unhelpful answer or a choice between topics is about. */
  lastText: string | null;
  own: OwnHours;
  /** The sheet that somebody who may import has sent, until it is settled what is to be done with it. */
  sheet: Sheet | null;
  /** The choices of a message pushed since the person last wrote. */
  pushed?: readonly { id: string; label: string }[] | undefined;
  /** The step at which a walk-through was left for something else that is under way, or done. */
  left?: string | undefined;
  /** Digests of the latest long replies, so that none is said twice at length. */
  said?: readonly string[] | undefined;
  /** The broadcast that an administrator is writing; kept until its draft stands, or it is left. */
  broadcast?: { text: string | null; override: string | null } | undefined;
}

/** What hours can be judged by: 2.1, 3.1a, or nothing that the notice says. `unknown`: which certificate was not told. */
export const HOURS_RULES = [
  'electronic',
  'safety-officer',
  'unknown',
  'training',
  'post',
  'other',
  'safety',
  'other-issuer',
  'no-issuer',
  'abc',
] as const;
export type HoursRule = (typeof HOURS_RULES)[number];

export interface Sheet {
  file: SheetFile;
  /** Names it in choices, so that a button of an earlier sheet never means a later one. */
  at: string;
  /** Of the bytes that were looked through; null before. */
  sha256: string | null;
}

/** What the look-up of the person's own hours has got so far. */
export interface OwnHours {
  consent: boolean;
  /** Kept only until the name has come. */
  idNumber: string | null;
  /** A name that came before its number, or before consent; kept no longer. */
  personName?: string | undefined;
  access: Access | null;
  /** What the certificates shown last are judged by, unless that is 2.1 for all of them. */
  rules?: readonly HoursRule[] | undefined;
  /** The person said that it was somebody else's hours they wanted to see. */
  turnedAway?: true | undefined;
}

export type Open =
  | { kind: 'fact'; fact: AskedFact }
  | { kind: 'step' }
  /** Which of these topics was meant. */
  | { kind: 'topics' }
  | { kind: 'review' }
  | { kind: 'delete' }
  /** What an administrator is to type for a broadcast; a moment is that of the draft `id`. */
  | { kind: 'broadcast'; ask: 'text' | 'reason' | 'audience' | 'moment'; id: string | null }
  | OwnQuestion;

/** What the look-up of own hours waits for. */
export interface OwnQuestion {
  kind: 'consent' | 'id-number' | 'person-name' | 'proof';
}

const OWN_QUESTIONS: readonly string[] = [
  'consent',
  'id-number',
  'person-name',
  'proof',
] satisfies OwnQuestion['kind'][];

export function isOwnQuestion(open: Open | null): open is OwnQuestion {
  return open !== null && OWN_QUESTIONS.includes(open.kind);
}

export type Underway = { kind: 'eligibility' } | { kind: 'hours' } | { kind: 'steps'; step: string };

/** One certificate as its holder described it; null or missing is not known, `unknown` is an answer. */
export interface Certificate {
  facts: Facts;
  records: readonly YearRecord[];
  /** The word for whoever holds it (「徒弟」), when that is not the speaker. */
  holder?: string | undefined;
}

export interface YearRecord {
  year: number;
  hours: number;
  professionalHours: number | null;
  planned?: boolean | undefined;
}

const UNKNOWN = z.literal('unknown');
/** As the rules take them: any other would be a fault in every turn to come. */
const DAY = z.iso.date().refine(day => day >= '1900' && day < '3000');
/** A day, a month or a year that exists. */
const SPAN = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine(span => DAY.safeParse(span + '-01-01'.slice(span.length - 4)).success);
const HOURS = z.number().min(0).max(9999);

/** Every fact that is kept, with the values it may have; the names are those of the rules' input wherever the rules know it. */
export const FACTS = {
  'certificate.kind': z.enum(['training', 'electronic', 'safety-officer', 'post', 'other']).or(UNKNOWN),
  /** Kept only while the name that was used (「安全员证」) leaves the kind open. */
  'certificate.kinds': z.array(z.enum(['safety-officer', 'abc'])).max(2),
  'certificate.code': z.string().max(40).or(UNKNOWN),
  'certificate.codes': z.array(z.string().max(8)).max(20),
  'certificate.issuedOn': SPAN.or(UNKNOWN),
  'certificate.issuedOn?': SPAN,
  'certificate.issuer': z.enum(['hainan-leading-group-office', 'other']).or(UNKNOWN),
  'certificate.inNationalSystem': z.boolean().or(UNKNOWN),
  'certificate.archiveVerified': z.boolean().or(UNKNOWN),
  /** `none`: no day is printed on it. */
  'certificate.validUntil': SPAN.or(z.literal('none')),
  'training.hours': HOURS.or(UNKNOWN),
  'training.professionalHours': HOURS.or(UNKNOWN),
  'training.passed': z.boolean().or(UNKNOWN),
  inPost: z.boolean().or(UNKNOWN),
} as const;

export type KeptFact = keyof typeof FACTS;
/** `records` stands for the hours of the single years, which are kept beside the facts. */
export type AskedFact = KeptFact | 'records';
export type Facts = { readonly [N in KeptFact]?: z.infer<(typeof FACTS)[N]> | undefined };

export const NO_CERTIFICATE: Certificate = { facts: {}, records: [] };

const NOTHING_OWN: OwnHours = { consent: false, idNumber: null, access: null };

/** The state of a chat that nobody has written in yet. */
export function initialState(locale: Locale): State {
  return {
    version: 1,
    locale,
    certificates: [NO_CERTIFICATE],
    current: 0,
    open: null,
    underway: null,
    lastTopic: null,
    offered: [],
    asOf: null,
    reminders: false,
    leads: USUAL_LEADS,
    lastText: null,
    own: NOTHING_OWN,
    sheet: null,
  };
}

/** The certificate that is being talked of. */
export function currentCertificate(state: State): Certificate {
  return state.certificates[state.current] ?? NO_CERTIFICATE;
}

/** More than anybody holds; whoever names ever new ones does not make the chat grow for ever. */
const MOST_CERTIFICATES = 20;

/** The same state with another certificate to talk of; one of which nothing is known yet is used first, and the oldest makes room. */
export function withAnotherCertificate(state: State, certificate: Certificate): State {
  const others = state.certificates.filter(one => !isBlank(one));
  const certificates = [...others, certificate].slice(-MOST_CERTIFICATES);
  return { ...state, certificates, current: certificates.length - 1 };
}

/** A certificate of the same holder of which nothing is known. */
export function noneOf({ holder }: Certificate): Certificate {
  return holder === undefined ? NO_CERTIFICATE : { ...NO_CERTIFICATE, holder };
}

/** Nothing has been told of it. */
export function isBlank({ facts, records }: Certificate): boolean {
  return Object.values(facts).every(value => value === undefined) && records.length === 0;
}

/** The same state with all certificates replaced; the oldest make room. */
export function withCertificates(state: State, certificates: readonly Certificate[], current: number): State {
  const dropped = Math.max(0, certificates.length - MOST_CERTIFICATES);
  return { ...state, certificates: certificates.slice(dropped), current: Math.max(0, current - dropped) };
}

/** The same state with the certificate that is being talked of replaced. */
export function withCertificate(state: State, certificate: Certificate): State {
  return {
    ...state,
    certificates: state.certificates.map((old, index) => (index === state.current ? certificate : old)),
  };
}

const RECORD = z.object({
  year: z.int(),
  hours: HOURS,
  professionalHours: HOURS.nullable(),
  planned: z.boolean().optional(),
});
const ASKED = z.enum([...(Object.keys(FACTS) as KeptFact[]), 'records']);
const OPEN = z.union([
  z.object({ kind: z.literal('fact'), fact: ASKED }),
  z.object({
    kind: z.literal('broadcast'),
    ask: z.enum(['text', 'reason', 'audience', 'moment']),
    id: z.string().nullable(),
  }),
  z.object({ kind: z.enum(['step', 'topics', 'review', 'delete', 'consent', 'id-number', 'person-name', 'proof']) }),
]);
const OWN = z.object({
  consent: z.boolean(),
  idNumber: z.string().nullable(),
  personName: z.string().optional(),
  access: z.object({ person: z.string(), level: z.literal([1, 2]), untilMs: z.number() }).nullable(),
  rules: z.array(z.enum(HOURS_RULES)).max(20).optional().catch(undefined),
  turnedAway: z.literal(true).optional().catch(undefined),
});
const SHEET = z.object({
  file: z.object({ id: z.string(), name: z.string(), bytes: z.number() }),
  at: z.string(),
  sha256: z.string().nullable(),
});
const UNDERWAY = z.union([
  z.object({ kind: z.enum(['eligibility', 'hours']) }),
  z.object({ kind: z.literal('steps'), step: z.string() }),
]);
const OFFERED = z.array(z.object({ id: z.string(), label: z.string() }));

// Made once: to make a schema costs far more than to use it.
const STATE = z.object({
  certificates: z.array(z.unknown()).catch([]),
  locale: z.enum(LOCALES).nullable().catch(null),
  current: z.int().min(0).catch(0),
  open: OPEN.nullable().catch(null),
  reminded: ASKED.optional().catch(undefined),
  underway: UNDERWAY.nullable().catch(null),
  lastTopic: z.enum(TOPICS).nullable().catch(null),
  offered: OFFERED.catch([]),
  asOf: DAY.nullable().catch(null),
  reminders: z.boolean().catch(false),
  leads: z
    .array(z.int().min(1))
    .min(1)
    .catch([...USUAL_LEADS]),
  lastText: z.string().nullable().catch(null),
  own: OWN.catch({ consent: false, idNumber: null, access: null }),
  sheet: SHEET.nullable().catch(null),
  pushed: OFFERED.optional().catch(undefined),
  left: z.string().optional().catch(undefined),
  said: z.array(z.string().max(16)).max(16).optional().catch(undefined),
  broadcast: z.object({ text: z.string().nullable(), override: z.string().nullable() }).optional().catch(undefined),
});
const CERTIFICATE = z.object({
  facts: z.unknown().optional(),
  records: z.array(z.unknown()).catch([]),
  holder: z.string().max(20).optional().catch(undefined),
});
const FACT_SCHEMAS = Object.entries(FACTS);

/** The state as it was stored; whatever in it is not valid any more is left out, and every valid answer is kept. */
export function reviveState(stored: unknown, locale: Locale): State {
  const {
    locale: spoken,
    certificates: told,
    current,
    broadcast,
    pushed,
    said,
    reminded,
    ...kept
  } = STATE.parse(fieldsOf(stored));
  const certificates = told.map(reviveCertificate);
  return {
    version: 1,
    locale: spoken ?? locale,
    certificates: certificates.length > 0 ? certificates : [NO_CERTIFICATE],
    current: current < certificates.length ? current : 0,
    ...kept,
    ...(broadcast && { broadcast }),
    ...(pushed && { pushed }),
    ...(said && { said }),
    ...(reminded && { reminded }),
  };
}

const fieldsOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Record<string, unknown>) : {};

function reviveCertificate(stored: unknown): Certificate {
  const { facts: told, records, holder } = CERTIFICATE.parse(fieldsOf(stored));
  const said = fieldsOf(told);
  const facts: Record<string, unknown> = {};
  for (const [name, schema] of FACT_SCHEMAS) {
    if (said[name] === undefined) continue;
    const read = schema.safeParse(said[name]);
    if (read.success) facts[name] = read.data;
  }
  return {
    facts,
    records: records.flatMap(record => {
      const read = RECORD.safeParse(record);
      return read.success ? [read.data] : [];
    }),
    ...(holder === undefined ? {} : { holder }),
  };
}
