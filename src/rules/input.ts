import { CERTIFICATE_KINDS, type CertificateKind } from '../policies/kinds.ts';
import { type Day, isBareYear, isDay, yearOf } from './day.ts';

/** What `assessRenewal` takes. `null` or a missing key means *not known*. */
export interface RenewalInput {
  asOf: Day;
  certificate?: RenewalCertificate | null | undefined;
  /** The continuing education done for this renewal. */
  training?: RenewalTraining | null | undefined;
}
export interface RenewalCertificate {
  kind?: CertificateKind | null | undefined;
  /** Any string; what is not one of the notice's codes fails. */
  code?: string | null | undefined;
  /** A day, or a bare year of four digits. */
  issuedOn?: string | null | undefined;
  /** The issuer that the policy names, or `other`. */
  issuer?: string | null | undefined;
  /** Found in the ministry's system. */
  inNationalSystem?: boolean | null | undefined;
  /** The archive check has been passed. */
  archiveVerified?: boolean | null | undefined;
}
export interface RenewalTraining {
  hours?: number | null | undefined;
  /** A part of `hours`. */
  professionalHours?: number | null | undefined;
  passed?: boolean | null | undefined;
}

/** What `assessHours` takes. */
export interface HoursInput {
  asOf: Day;
  /** The other keys of a renewal's certificate are allowed and not looked at. */
  certificate: { kind: 'electronic' | 'safety-officer'; issuedOn: string } & {
    [other in Exclude<keyof RenewalCertificate, 'kind' | 'issuedOn'>]?: unknown;
  };
  /** Still works in the post. */
  inPost?: boolean | null | undefined;
  records: readonly HoursRecord[];
}
/** Hours credited to a year; several records of one year add up. */
export interface HoursRecord {
  year: number;
  hours: number;
  /** A part of `hours`. */
  professionalHours: number;
}

/** The fields that can be missing, in the order of the input. */
export const FIELDS = [
  'certificate.kind',
  'certificate.code',
  'certificate.issuedOn',
  'certificate.issuer',
  'certificate.inNationalSystem',
  'certificate.archiveVerified',
  'training.hours',
  'training.professionalHours',
  'training.passed',
] as const;
export type Field = (typeof FIELDS)[number];

/** The facts of a renewal, all of them: what is not known is null, and null is asked about, never guessed. */
export interface RenewalFacts {
  asOf: Day;
  kind: CertificateKind | null;
  code: string | null;
  issuedOn: string | null;
  issuer: string | null;
  inNationalSystem: boolean | null;
  archiveVerified: boolean | null;
  hours: number | null;
  professionalHours: number | null;
  passed: boolean | null;
}

/** The input breaks the interface: `path` says where (`records.0.hours`, `""` for the whole), `message` what was expected. */
export class RulesInputError extends Error {
  override readonly name = 'RulesInputError';
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const RENEWAL_KEYS = ['asOf', 'certificate', 'training'];
const HOURS_KEYS = ['asOf', 'certificate', 'inPost', 'records'];
const CERTIFICATE_KEYS = ['kind', 'code', 'issuedOn', 'issuer', 'inNationalSystem', 'archiveVerified'];
const TRAINING_KEYS = ['hours', 'professionalHours', 'passed'];
const RECORD_KEYS = ['year', 'hours', 'professionalHours'];
const KINDS: readonly string[] = CERTIFICATE_KINDS;
const KINDS_WITH_HOURS = ['electronic', 'safety-officer'];
const MOST_HOURS = 9999;
const NOTHING: Parts = {};

type Parts = Readonly<Record<string, unknown>>;
/** Says what is wrong with a value that is there; undefined when nothing is. */
type Expectation = (value: unknown) => string | undefined;

/** Reads the input of `assessRenewal` or throws a `RulesInputError`. */
export function readRenewal(input: unknown, issuer: string): RenewalFacts {
  const all = parts(input, '', RENEWAL_KEYS);
  const certificate = known(all.certificate) ? parts(all.certificate, 'certificate', CERTIFICATE_KEYS) : NOTHING;
  const training = known(all.training) ? parts(all.training, 'training', TRAINING_KEYS) : NOTHING;
  const facts: RenewalFacts = {
    asOf: required(all.asOf, 'asOf', aDay),
    kind: optional(certificate.kind, 'certificate.kind', aKind),
    code: optional(certificate.code, 'certificate.code', aString),
    issuedOn: optional(certificate.issuedOn, 'certificate.issuedOn', aDayOrYear),
    issuer: optional(certificate.issuer, 'certificate.issuer', value =>
      value === issuer || value === 'other' ? undefined : `${issuer} or other`,
    ),
    inNationalSystem: optional(certificate.inNationalSystem, 'certificate.inNationalSystem', aBoolean),
    archiveVerified: optional(certificate.archiveVerified, 'certificate.archiveVerified', aBoolean),
    hours: optional(training.hours, 'training.hours', aNumberOfHours),
    professionalHours: optional(training.professionalHours, 'training.professionalHours', aNumberOfHours),
    passed: optional(training.passed, 'training.passed', aBoolean),
  };
  if (facts.hours !== null && facts.professionalHours !== null)
    partOf(facts.hours, facts.professionalHours, 'training');
  return facts;
}

/** The facts of the yearly hours: whole hundredths of an hour, so that sums are exact. */
export interface HoursFacts {
  asOf: Day;
  kind: 'electronic' | 'safety-officer';
  issuedOn: string;
  inPost: boolean | null;
  records: readonly HoursRecord[];
}

/** Reads the input of `assessHours` or throws a `RulesInputError`. */
export function readHours(input: unknown): HoursFacts {
  const all = parts(input, '', HOURS_KEYS);
  const certificate = parts(all.certificate, 'certificate', CERTIFICATE_KEYS);
  if (!Array.isArray(all.records)) throw fault('records', 'a list', all.records);
  return {
    asOf: required(all.asOf, 'asOf', aDay),
    kind: required(certificate.kind, 'certificate.kind', aKindWithHours),
    issuedOn: required(certificate.issuedOn, 'certificate.issuedOn', aDayOrYear),
    inPost: optional(all.inPost, 'inPost', aBoolean),
    records: Array.from(all.records, readRecord),
  };
}

function readRecord(value: unknown, index: number): HoursRecord {
  const path = `records.${index}`;
  const record = parts(value, path, RECORD_KEYS);
  const read: HoursRecord = {
    year: required(record.year, `${path}.year`, aYear),
    hours: required(record.hours, `${path}.hours`, aNumberOfHours),
    professionalHours: required(record.professionalHours, `${path}.professionalHours`, aNumberOfHours),
  };
  partOf(read.hours, read.professionalHours, path);
  return read;
}

function known(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** The value as an object with none but these keys; the key `__proto__` is one like any other, and never followed. */
function parts(value: unknown, path: string, keys: readonly string[]): Parts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault(path, 'an object', value);
  const object = value as Parts;
  for (const key in object)
    if (!keys.includes(key) && object[key] !== undefined)
      throw new RulesInputError(
        path === '' ? key : `${path}.${key}`,
        `unknown key; expected none but ${keys.join(', ')}`,
      );
  return object;
}

function required<T>(value: unknown, path: string, expectation: Expectation): T {
  const expected = expectation(value);
  if (expected !== undefined) throw fault(path, expected, value);
  return value as T;
}

function optional<T>(value: unknown, path: string, expectation: Expectation): T | null {
  return known(value) ? required(value, path, expectation) : null;
}

function partOf(hours: number, professionalHours: number, path: string): void {
  if (professionalHours > hours)
    throw fault(
      `${path}.professionalHours`,
      `at most the hours (${hours}), of which they are a part`,
      professionalHours,
    );
}

const aDay: Expectation = value =>
  typeof value === 'string' && isDay(value) ? undefined : 'a day that exists, as YYYY-MM-DD, from 1900 to 2999';
const aDayOrYear: Expectation = value =>
  typeof value === 'string' && (isDay(value) || isBareYear(value))
    ? undefined
    : 'a day that exists, as YYYY-MM-DD, or a year of four digits in quotes, from 1900 to 2999';
const aYear: Expectation = value =>
  Number.isInteger(value) && (value as number) >= 1900 && (value as number) <= 2999
    ? undefined
    : 'a whole number from 1900 to 2999';
const aKind: Expectation = value => (KINDS.includes(value as string) ? undefined : `one of ${KINDS.join(', ')}`);
const aKindWithHours: Expectation = value =>
  KINDS_WITH_HOURS.includes(value as string) ? undefined : KINDS_WITH_HOURS.join(' or ');
const aString: Expectation = value => (typeof value === 'string' ? undefined : 'a string');
const aBoolean: Expectation = value => (typeof value === 'boolean' ? undefined : 'true or false');
const aNumberOfHours: Expectation = value =>
  typeof value === 'number' && value >= 0 && value <= MOST_HOURS && Math.round(value * 100) / 100 === value
    ? undefined
    : `a number from 0 to ${MOST_HOURS} with at most two decimals`;

function fault(path: string, expected: string, got: unknown): RulesInputError {
  return new RulesInputError(path, `expected ${expected}; got ${shown(got)}`);
}

/** The value itself when it is short and plain; never a text in which somebody's number or name could stand. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return Math.abs(value) >= 1e8 ? 'a large number' : String(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'string')
    return /^[\w.:/-]{0,24}$/.test(value) && !/\d{9}/.test(value) ? `"${value}"` : 'another text';
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** The year of issue, when the day or the year is known. */
export function issueYear(issuedOn: string | null): number | null {
  return issuedOn === null ? null : yearOf(issuedOn);
}
