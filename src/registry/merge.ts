import { type Certificate, isSameRecord, type Person, type Signed, type TrainingRecord } from './person.ts';
import type { Row } from './row.ts';

/** What became of a row: it added something, it replaced something, or everything was there already. */
export type Effect = 'new' | 'changed' | 'unchanged';

/**
 * The person with these rows taken in, in their order, and what became of each. A cell that is empty says nothing, so what was known of a
 * person or a certificate stays; a training record is replaced as a whole, and what stood there is kept with who replaced it and when.
 * An effect is measured over all the rows together: a file that contradicts itself and is imported twice changes nothing the second time.
 */
export function takeIn(
  before: Person | undefined,
  rows: readonly Row[],
  signed: Signed,
): { after: Person; effects: Effect[] } {
  const after: Person =
    before === undefined
      ? { idNumber: rows[0]!.idNumber, name: rows[0]!.name, employer: null, certificates: [], watched: false }
      : copyOf(before);
  for (const row of rows) takeInOne(after, row);
  if (before !== undefined) for (const certificate of after.certificates) keepEarlier(certificate, before, signed);
  return {
    after,
    effects: rows.map((row, index) =>
      isRepeated(row, rows.slice(0, index)) ? 'unchanged' : effectOf(row, before, after),
    ),
  };
}

function copyOf(person: Person): Person {
  const certificates = person.certificates.map(one => ({
    ...one,
    records: one.records.map(record => ({ ...record })),
  }));
  return { ...person, certificates };
}

function takeInOne(person: Person, { name, employer, certificate, record }: Row): void {
  person.name = name;
  person.employer = employer ?? person.employer;
  const held = person.certificates.find(({ no }) => no === certificate.no);
  if (held === undefined) person.certificates.push({ ...certificate, records: record === null ? [] : [{ ...record }] });
  else {
    for (const field of FACTS) if (certificate[field] !== null) Object.assign(held, { [field]: certificate[field] });
    if (record !== null) takeInRecord(held, record);
  }
}

const FACTS = ['kind', 'code', 'issuedOn', 'issuer', 'inNationalSystem', 'archiveVerified', 'inPost'] as const;

/** A withdrawn record stays withdrawn when the very same row comes again or one that it had replaced, and comes back when a corrected one does. */
function takeInRecord({ records }: Certificate, record: TrainingRecord): void {
  const index = records.findIndex(one => isSameRecord(one, record));
  if (index < 0) records.push({ ...record });
  else if (!saysTheSame(records[index]!, record) && !isOutdated(records[index]!, record)) {
    const { earlier } = records[index]!;
    records[index] = { ...record, ...(earlier && { earlier }) };
  }
}

/** What stood here before it was corrected and then withdrawn comes from an old file. */
function isOutdated({ withdrawn, earlier = [] }: TrainingRecord, record: TrainingRecord): boolean {
  return withdrawn !== undefined && earlier.some(one => saysTheSame(one, record));
}

/** Whether the record of a row stands withdrawn. */
export function isWithdrawn({ certificates }: Person, { certificate, record }: Row): boolean {
  const held = certificates.find(({ no }) => no === certificate.no);
  return record !== null && held?.records.find(one => isSameRecord(one, record))?.withdrawn !== undefined;
}

type Said = Pick<TrainingRecord, 'hours' | 'professionalHours' | 'passed'>;

function saysTheSame(one: Said, other: Said): boolean {
  return one.hours === other.hours && one.professionalHours === other.professionalHours && one.passed === other.passed;
}

function keepEarlier(after: Certificate, before: Person, signed: Signed): void {
  const earlier = before.certificates.find(({ no }) => no === after.no)?.records ?? [];
  for (const was of earlier) {
    const is = after.records.find(record => isSameRecord(record, was))!;
    if (saysTheSame(is, was)) {
      if (was.withdrawn !== undefined) is.withdrawn = was.withdrawn;
      continue;
    }
    const { hours, professionalHours, passed } = was;
    is.earlier = [...(was.earlier ?? []), { ...signed, hours, professionalHours, passed }];
  }
}

/** The same line once more adds nothing to what its first time did. */
function isRepeated({ name, employer, certificate, record }: Row, earlier: readonly Row[]): boolean {
  return earlier.some(
    one =>
      one.certificate.no === certificate.no &&
      (record === null
        ? one.record === null
        : one.record !== null && isSameRecord(one.record, record) && saysTheSame(one.record, record)) &&
      one.name === name &&
      one.employer === employer &&
      FACTS.every(field => one.certificate[field] === certificate[field]),
  );
}

function effectOf({ certificate, record }: Row, before: Person | undefined, after: Person): Effect {
  const [was, is] = [before, after].map(person => person?.certificates.find(({ no }) => no === certificate.no));
  if (was === undefined) return 'new';
  const recordWas = record && was.records.find(one => isSameRecord(one, record));
  if (recordWas === undefined) return 'new';
  const same =
    before!.name === after.name &&
    before!.employer === after.employer &&
    FACTS.every(field => was[field] === is![field]) &&
    (recordWas === null || saysTheSame(recordWas, is!.records.find(one => isSameRecord(one, recordWas))!));
  return same ? 'unchanged' : 'changed';
}
