import { type Day, explainHours, type HoursInput, hainan, type RenewalInput } from '../rules/index.ts';
import { issuerOf } from './cells.ts';
import type { Certificate, Person, TrainingRecord } from './person.ts';

/** A certificate of the roster as the rules take it. */
export interface CertificateFacts {
  certificate: Certificate;
  /** Every certificate can be asked about its exchange. */
  renewal: RenewalInput;
  /** Null where the yearly hours are nobody's question: another kind, no day of issue, or a safety officer's of which the office is not known to be the issuer. */
  hours: HoursInput | null;
  /** The records in the order of the roster, and why one counts for no duty year. */
  records: readonly RecordFacts[];
}

export interface RecordFacts {
  record: TrainingRecord;
  ignored: 'withdrawn' | 'before-first-year' | 'after-this-year' | 'no-yearly-duty' | null;
}

/** What the roster knows of a person, certificate by certificate, as of a day. What it does not know stays unknown. */
export function factsOf({ certificates }: Pick<Person, 'certificates'>, asOf: Day): CertificateFacts[] {
  return certificates.map(certificate => {
    const hours = hoursOf(certificate, asOf);
    return { certificate, renewal: renewalOf(certificate, asOf), hours, records: recordsOf(certificate, hours) };
  });
}

function standing({ records }: Certificate): TrainingRecord[] {
  return records.filter(({ withdrawn }) => withdrawn === undefined);
}

function hoursOf(certificate: Certificate, asOf: Day): HoursInput | null {
  const { kind, issuedOn, inPost } = certificate;
  if ((kind !== 'electronic' && kind !== 'safety-officer') || issuedOn === null) return null;
  if (kind === 'safety-officer' && !isOfOffice(certificate)) return null;
  const records = standing(certificate).map(({ year, hours, professionalHours }) => ({
    year,
    hours,
    professionalHours,
  }));
  return { asOf, certificate: { kind, issuedOn }, inPost, records };
}

/** 3.1a speaks of the safety officer's certificates of that office alone. */
function isOfOffice({ issuer }: Certificate): boolean {
  return issuerOf(issuer) === hainan.exchange.issuer.value.id;
}

function renewalOf(certificate: Certificate, asOf: Day): RenewalInput {
  const { kind, code, issuedOn, issuer, inNationalSystem, archiveVerified } = certificate;
  return {
    asOf,
    certificate: { kind, code, issuedOn, issuer: issuerOf(issuer), inNationalSystem, archiveVerified },
    training: trainingOf(standing(certificate)),
  };
}

const EXCHANGE_YEAR = Number(hainan.exchange.lastDay.value.slice(0, 4));

/** What was posted until the year of the exchange, all of it together; no record says nothing, since hours are posted late (2.2). */
function trainingOf(records: readonly TrainingRecord[]): RenewalInput['training'] {
  const done = records.filter(({ year }) => year <= EXCHANGE_YEAR);
  if (done.length === 0) return null;
  const results = done.map(({ passed }) => passed);
  return {
    hours: sum(done.map(({ hours }) => hours)),
    professionalHours: sum(done.map(({ professionalHours }) => professionalHours)),
    passed: results.includes(true) ? true : results.includes(null) ? null : false,
  };
}

/** Exact to the hundredth, and within what the rules take. */
function sum(hours: readonly number[]): number {
  return Math.min(hours.reduce((total, one) => total + Math.round(one * 100), 0) / 100, 9999);
}

function recordsOf({ records }: Certificate, hours: HoursInput | null): RecordFacts[] {
  const explained = hours === null ? [] : explainHours(hours).records;
  let next = 0;
  return records.map(record => {
    if (record.withdrawn !== undefined) return { record, ignored: 'withdrawn' };
    return { record, ignored: hours === null ? 'no-yearly-duty' : explained[next++]!.ignored };
  });
}
