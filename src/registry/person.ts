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

/** The bytes that the store keeps of a person. */
export function encodePerson(person: Person): Uint8Array {
  return Buffer.from(JSON.stringify(person));
}

export function decodePerson(bytes: Uint8Array): Person {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as Person;
}

/** Whether two records are the same one, whatever hours they name. */
export function isSameRecord(one: TrainingRecord, other: TrainingRecord): boolean {
  return one.year === other.year && one.institution === other.institution && one.completedOn === other.completedOn;
}
