import { z } from 'zod';
import { CREDIT_KINDS, PAIR_KINDS } from './kinds.ts';

export { CERTIFICATE_KINDS, type CertificateKind, type CreditKind, type PairKind, type YearKind } from './kinds.ts';

/** Everything a person can want to know or do, in the words of the public interface (README, topics). */
export const TOPICS = [
  'eligibility',
  'scope',
  'old-post-certificate',
  'not-in-system',
  'renewal-deadline',
  'missed-deadline',
  'renewal-steps',
  'renewal-hours',
  'old-certificate-void',
  'unrenewed-validity',
  'reissue-change-cancel',
  'annual-hours',
  'hours-start',
  'hours-shortfall',
  'left-post',
  'my-hours',
  'hours-not-posted',
  'where-to-train',
  'online-training',
  'choice-of-institution',
  'assessment',
  'safety-officer',
  'employer-duties',
  'source',
  'contact',
  'upcoming-deadlines',
  'reminders-on',
  'reminders-off',
  'my-data',
  'greeting',
  'thanks',
  'help',
  'human',
  'language',
  'not-covered',
  'out-of-scope',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Topics about the exchange itself, and not about the years after it. */
export const EXCHANGE_TOPICS: readonly Topic[] = [
  'eligibility',
  'scope',
  'renewal-deadline',
  'missed-deadline',
  'renewal-steps',
  'renewal-hours',
];

/** How answers, rules, tests and reports name a clause: `1.1`, `3.1a`. */
export type ClauseId = string;

const clauseId = z.string().regex(/^\d+(\.\d+[a-z]?)?$/);
const day = z.iso.date();
const year = z.int().min(1900).max(2999);
const hours = z.number().positive().max(9999);
/** The same words in Chinese and in English; the English is the project's own and unofficial. */
const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof words>;

const source = { clause: clauseId, checkedOn: day };
/** A value that the notice names: where, and when somebody last compared the two. */
function valued<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, ...source });
}
export interface Valued<T> {
  value: T;
  clause: ClauseId;
  /** `YYYY-MM-DD`: the day on which the value was last compared with the notice. */
  checkedOn: string;
}

/** A point on which the notice is silent: a value of its own, never a default. */
const silent = z.strictObject({
  silent: z.literal(true),
  /** The clauses that come nearest. */
  nearest: z.array(clauseId).min(1),
  /** The entry in the register of open points. */
  openPoint: z.string(),
  checkedOn: day,
});
export type Silent = z.infer<typeof silent>;

const clause = z.strictObject({
  id: clauseId,
  /** How the clause is shown to people: 「一（一）」, “Part I (1)”. */
  name: words,
  /** What it is about, in a few words. */
  heading: words,
  /** Word for word. */
  zh: z.string().min(1),
  /** A translation of the project's own; only the Chinese text is the notice. */
  unofficialEn: z.string().min(1),
});
export type Clause = z.infer<typeof clause>;

const trade = z.strictObject({ code: z.string().min(1), ...words.shape });
export type Trade = z.infer<typeof trade>;
const issuer = z.strictObject({ id: z.string().min(1), ...words.shape });
export type Issuer = z.infer<typeof issuer>;

const kind = z.strictObject({ clause: clauseId, checkedOn: day, ...words.shape });
const exchange = z.strictObject({
  /** What each kind of certificate is called, and the clause that speaks of it. */
  kinds: z.strictObject({ training: kind, electronic: kind, 'safety-officer': kind, post: kind, other: kind }),
  codes: valued(z.array(trade).min(1)),
  /** Codes that the notice passes over in its numbering and that may belong to safety officers: ask, never name a trade. */
  unnamedCodes: z.array(z.string()),
  firstIssueYear: valued(year),
  lastIssueYear: valued(year),
  issuer: valued(issuer),
  /** The last day of the exchange; the day itself counts. */
  lastDay: valued(day),
  /** The system in which the certificate must be found. */
  system: valued(z.strictObject({ url: z.url(), ...words.shape })),
  /** The last day of the archive check for certificates that the system does not show. */
  archiveLastDay: valued(day),
  archivePlace: valued(z.strictObject({ room: z.string(), ...words.shape })),
  hours: valued(hours),
  professionalHours: valued(hours),
  /** Whether the continuing education ends with an assessment that must be passed. */
  assessment: valued(z.literal(true)),
  /** The day after which loss, change, extension and cancellation of old certificates are no longer handled. */
  servicesLastDay: valued(day),
  /** An old certificate that was not exchanged stays usable within the validity printed on it. */
  usableUnexchanged: valued(z.literal(true)),
});

const annual = z.strictObject({
  hours: valued(hours),
  professionalHours: valued(hours),
  /** Fewer hours than this in two years void an electronic certificate. */
  twoYearHours: valued(hours),
  /** Duty starts this many years after the year of issue. */
  startsAfterYears: valued(z.literal(1)),
  /** A notice that counts from the day of issue only is not provided for: `calendar`, or silence. */
  yearKind: z.union([valued(z.literal('calendar')), silent]),
  pair: z.union([valued(z.enum(PAIR_KINDS)), silent]),
  credit: z.union([valued(z.enum(CREDIT_KINDS)), silent]),
  /** For how long somebody must have left the post. */
  leftPost: silent,
  safetyOfficer: z.strictObject({ hours: valued(hours), professionalHours: valued(hours), start: silent }),
  /** How often a month institutions report hours for entry into the system. */
  batchesAMonth: valued(z.int().positive()),
});

const contact = valued(z.strictObject({ name: z.string(), phone: z.string() }));

const openPoint = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  question: words,
  /** The clauses that come nearest. */
  nearest: z.array(clauseId).min(1),
  /** The ways in which the notice can be read; none where it simply says nothing. */
  readings: z.array(z.strictObject({ id: z.string(), ...words.shape })),
  /** Why it is open: the words that leave it so. */
  why: words,
  whoCouldSettle: words,
  /** What is done or advised meanwhile, safe in every reading. */
  meanwhile: words,
  /** What other provinces do, with the source; never an answer for this one. */
  elsewhere: words.nullable(),
  /** Tests that hold the treatment fast: `<file>` or `<file>#<case>`. */
  tests: z.array(z.string().regex(/^test\/[\w./-]+(#[\w-]+)?$/)).min(1),
});
export type OpenPoint = z.infer<typeof openPoint>;

/**
 * A notice as data: all that the rules and the replies know of it. Another province is another value of this type.
 * The schema also sees to it that every clause and open point that is referred to exists.
 */
export const policySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+-\d{4}-\d+$/),
    /** Counts the changes of the rules or values; results carry `<id>/<version>`. */
    version: z.int().positive(),
    document: z.strictObject({ number: z.string(), year, title: words, office: words }),
    clauses: z.array(clause).min(1),
    exchange,
    annual,
    contact,
    /** Matters that people ask about and the notice passes over. */
    silences: z.record(z.string(), silent),
    openPoints: z.array(openPoint),
    /** The clauses that an answer on a topic rests on. */
    topics: z.record(z.enum(TOPICS), z.array(clauseId)),
  })
  .superRefine(refersToWhatExists);
export type Policy = z.infer<typeof policySchema>;

/** What the rules need of a policy: everything but its texts. */
export type PolicyValues = Omit<Policy, 'clauses' | 'openPoints' | 'topics'>;

function refersToWhatExists(policy: Policy, context: z.RefinementCtx): void {
  const known = {
    clause: new Set(policy.clauses.map(({ id }) => id)),
    openPoint: new Set(policy.openPoints.map(({ id }) => id)),
  };
  for (const { path, key, value } of references(policy))
    if (!known[key].has(value))
      context.addIssue({ code: 'custom', path: [...path], message: `no such ${key}: ${value}` });
}

interface Reference {
  path: readonly string[];
  key: 'clause' | 'openPoint';
  value: string;
}

/** Every place in a policy that names a clause or an open point. */
export function* references(node: unknown, path: readonly string[] = []): Generator<Reference> {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    const here = [...path, name];
    const key = name === 'openPoint' ? name : 'clause';
    if (!(name === 'clause' || name === 'nearest' || name === 'openPoint' || path[0] === 'topics'))
      yield* references(value, here);
    else for (const one of [value].flat()) yield { path: here, key, value: String(one) };
  }
}
