export { hainan } from '../policies/hainan-2020-135/index.ts';
export { hainanValues } from '../policies/hainan-2020-135/values.ts';
export type { CertificateKind, CreditKind, PairKind, YearKind } from '../policies/kinds.ts';
export type {
  Bilingual,
  Clause,
  ClauseId,
  Issuer,
  OpenPoint,
  Policy,
  PolicyValues,
  Silent,
  Trade,
  Valued,
} from '../policies/policy.ts';
export type { RenewalFactName, RenewalMeasures } from './criteria.ts';
export type { Day } from './day.ts';
export {
  explainHours,
  type HoursExplanation,
  type PairAtRisk,
  type PairShort,
  type ReadingExplained,
  type RecordExplained,
} from './explain-hours.ts';
export {
  explainRenewal,
  type MissingExplained,
  type ReasonExplained,
  type RenewalExplanation,
} from './explain-renewal.ts';
export { assessHours, type DutyYear, type HoursResult, type ThisYear } from './hours.ts';
export {
  FIELDS,
  type Field,
  type HoursInput,
  type HoursRecord,
  type RenewalCertificate,
  type RenewalInput,
  type RenewalTraining,
  RulesInputError,
} from './input.ts';
export type { Note, NoteId } from './notes.ts';
export type { Reading, ReadingName } from './readings.ts';
export { assessRenewal, OUTCOMES, type Outcome, type RenewalReason, type RenewalVerdict } from './renewal.ts';
