import { readCode, readDayOrYear, readHours, readKind, readPassed, readYear, readYesNo } from './cells.ts';
import type { Field } from './columns.ts';
import { fieldOf } from './columns.ts';
import { plainIdNumber } from './id-number.ts';
import { plainName, plainNumber } from './names.ts';
import type { Certificate, Person, TrainingRecord } from './person.ts';

/** What `--where K=V` asks for: a column by its Chinese or English header and what must stand in it. All of them together must hold. */
export type Where = readonly { field: Field; value: string }[];

/** Reads `K=V`; undefined when K is no column. */
export function readWhere(text: string): Where[number] | undefined {
  const at = text.indexOf('=');
  const field = at < 1 ? undefined : fieldOf(text.slice(0, at));
  return (
    field && {
      field,
      value: text
        .slice(at + 1)
        .normalize('NFKC')
        .trim(),
    }
  );
}

/** Whether one and the same certificate of the person fits every condition; an empty value asks for *not known*. */
export function fits(person: Person, where: Where): boolean {
  return where.length === 0 || person.certificates.some(one => where.every(condition => holds(person, one, condition)));
}

function holds(person: Person, certificate: Certificate, { field, value }: Where[number]): boolean {
  const [held, asked] = heldIn(person, certificate, field, value);
  return value === '' ? held.every(one => one === null) : asked !== undefined && held.includes(asked);
}

type Value = string | number | boolean | null;

/** What stands in the column, and the value asked for, both in the form in which the roster keeps it. */
function heldIn(person: Person, certificate: Certificate, field: Field, value: string): [Value[], Value | undefined] {
  switch (field) {
    case 'name':
      return [[plainName(person.name)], plainName(value)];
    case 'id_number':
      return [[person.idNumber], plainIdNumber(value)];
    case 'employer':
      return [[person.employer], value];
    case 'certificate_no':
      return [[certificate.no], plainNumber(value)];
    case 'certificate_kind':
      return [[certificate.kind], readKind(value)];
    case 'trade_code':
      return [[certificate.code], readCode(value)];
    case 'issued_on':
      return [[certificate.issuedOn], readDayOrYear(value)];
    case 'issuer':
      return [[certificate.issuer], value];
    case 'in_national_system':
      return [[certificate.inNationalSystem], readYesNo(value)];
    case 'archive_verified':
      return [[certificate.archiveVerified], readYesNo(value)];
    case 'in_post':
      return [[certificate.inPost], readYesNo(value)];
    case 'year':
      return [eachOf(certificate, ({ year }) => year), readYear(value)];
    case 'hours':
      return [eachOf(certificate, ({ hours }) => hours), readHours(value)];
    case 'professional_hours':
      return [eachOf(certificate, ({ professionalHours }) => professionalHours), readHours(value)];
    case 'passed':
      return [eachOf(certificate, ({ passed }) => passed), readPassed(value)];
    case 'institution':
      return [eachOf(certificate, ({ institution }) => institution), value];
    case 'completed_on':
      return [eachOf(certificate, ({ completedOn }) => completedOn), readDayOrYear(value)];
    default:
      return field satisfies never;
  }
}

function eachOf(certificate: Certificate, of: (record: TrainingRecord) => Value): Value[] {
  return certificate.records.filter(({ withdrawn }) => withdrawn === undefined).map(of);
}
