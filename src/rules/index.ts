export { hainan } from '../policies/hainan-2020-135/index.ts';
export type {
  CertificateKind,
  ClauseId,
  Issuer,
  OpenPoint,
  Policy,
  Silent,
  Trade,
  Valued,
} from '../policies/policy.ts';
export type { RenewalFactName, RenewalMeasures } from './criteria.ts';
export type { Day } from './day.ts';
export { assessHours, type DutyYear, type HoursResult, type ThisYear } from './hours.ts';
export {
  type HoursInput,
  type HoursRecord,
  type RenewalCertificate,
  type RenewalInput,
  type RenewalTraining,
  RulesInputError,
} from './input.ts';
export type { Reading, ReadingName } from './readings.ts';
export {
  assessRenewal,
  FIELDS,
  type Field,
  OUTCOMES,
  type Outcome,
  type RenewalReason,
  type RenewalVerdict,
} from './renewal.ts';
