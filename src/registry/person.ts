import type { CertificateKind } from '../rules/index.ts';

/** Somebody on the roster, known by the ID number. `null` means *not known*, everywhere. */
export interface Person {
  idNumber: string;
  name: string;
  employer: string | null;
  certificates: Certificate[];
  /** Somebody asked to be told when hours arrive. */
  watched: boolean;
}

/** Known by its person and its number. */
export interface Certificate {
  no: string;
  kind: CertificateKind | null;
  code: string | null;
  /** A day, or a bare year. */
  issuedOn: string | null;
  /** As the roster has it; `issuerOf` says which one the rules know it by. */
  issuer: string | null;
  inNationalSystem: boolean | null;
  archiveVerified: boolean | null;
  inPost: boolean | null;
  records: TrainingRecord[];
}

/** Hours posted for a year; known by its certificate, year, institution and completion date. */
export interface TrainingRecord {
  year: number;
  hours: number;
  professionalHours: number;
  passed: boolean | null;
  institution: string | null;
  completedOn: string | null;
  /** Taken back by the roster's owner: it stays to be seen and counts for nothing. */
  withdrawn?: Signed;
  /** What stood here before it was corrected, the oldest first. */
  earlier?: Corrected[];
}

/** When (milliseconds since 1970) and by whom: `cli:<login>`, `telegram:<id>`. */
export interface Signed {
  at: number;
  who: string;
}

export interface Corrected extends Signed {
  hours: number;
  professionalHours: number;
  passed: boolean | null;
}

/** Lists in place of objects: half as long, for a roster of a million people. */
const FORMAT = 1;
type StoredRecord = [
  year: number,
  hours: number,
  professionalHours: number,
  passed: boolean | null,
  institution: string | null,
  completedOn: string | null,
  withdrawn?: Signed | null,
  earlier?: Corrected[] | null,
];
type StoredCertificate = [
  no: string,
  kind: Certificate['kind'],
  code: string | null,
  issuedOn: string | null,
  issuer: string | null,
  inNationalSystem: boolean | null,
  archiveVerified: boolean | null,
  inPost: boolean | null,
  records: StoredRecord[],
];
type Stored = [
  format: typeof FORMAT,
  idNumber: string,
  name: string,
  employer: string | null,
  watched: boolean,
  certificates: StoredCertificate[],
];

/** The bytes that the store keeps of a person. */
export function encodePerson({ idNumber, name, employer, watched, certificates }: Person): Uint8Array {
  const stored: Stored = [FORMAT, idNumber, name, employer, watched, certificates.map(storedCertificate)];
  return Buffer.from(JSON.stringify(stored));
}

export function decodePerson(bytes: Uint8Array): Person {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const [format, idNumber, name, employer, watched, certificates] = JSON.parse(text) as Stored;
  if (format !== FORMAT) throw new Error('a person was written by a later version of this program');
  return { idNumber, name, employer, watched, certificates: certificates.map(certificateOf) };
}

function storedCertificate(one: Certificate): StoredCertificate {
  const { no, kind, code, issuedOn, issuer, inNationalSystem, archiveVerified, inPost, records } = one;
  return [no, kind, code, issuedOn, issuer, inNationalSystem, archiveVerified, inPost, records.map(storedRecord)];
}

function certificateOf(stored: StoredCertificate): Certificate {
  const [no, kind, code, issuedOn, issuer, inNationalSystem, archiveVerified, inPost, records] = stored;
  return {
    no,
    kind,
    code,
    issuedOn,
    issuer,
    inNationalSystem,
    archiveVerified,
    inPost,
    records: records.map(recordOf),
  };
}

function storedRecord(one: TrainingRecord): StoredRecord {
  const { year, hours, professionalHours, passed, institution, completedOn, withdrawn, earlier } = one;
  const plain = [year, hours, professionalHours, passed, institution, completedOn] as const;
  return withdrawn === undefined && earlier === undefined ? [...plain] : [...plain, withdrawn ?? null, earlier ?? null];
}

function recordOf(stored: StoredRecord): TrainingRecord {
  const [year, hours, professionalHours, passed, institution, completedOn, withdrawn, earlier] = stored;
  return {
    year,
    hours,
    professionalHours,
    passed,
    institution,
    completedOn,
    ...(withdrawn && { withdrawn }),
    ...(earlier && { earlier }),
  };
}

/** Whether two records are the same one, whatever hours they name. */
export function isSameRecord(one: TrainingRecord, other: TrainingRecord): boolean {
  return one.year === other.year && one.institution === other.institution && one.completedOn === other.completedOn;
}

/** Whether two rows of one file are the same record by its key and may yet be two: other hours, or nothing but the year to know them by. */
export function areTwins(one: TrainingRecord, other: TrainingRecord): boolean {
  if (!isSameRecord(one, other)) return false;
  const isBare = one.institution === null && one.completedOn === null;
  return isBare || one.hours !== other.hours || one.professionalHours !== other.professionalHours;
}
