import { COLUMNS, type Field, headerOf } from './columns.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv-out.ts';
import type { Certificate, Person, TrainingRecord } from './person.ts';

type Value = string | number | null;

/** How a language writes kinds, yes and no in a roster. */
interface Terms {
  kinds: Readonly<Record<NonNullable<Certificate['kind']>, string>>;
  yes: string;
  no: string;
  passed: string;
  failed: string;
}

const CHINESE: Terms = {
  kinds: {
    training: '培训合格证书',
    electronic: '电子培训合格证',
    'safety-officer': '安全员证书',
    post: '岗位证书',
    other: '其他',
  },
  yes: '是',
  no: '否',
  passed: '合格',
  failed: '不合格',
};
const ENGLISH: Terms = {
  kinds: {
    training: 'training',
    electronic: 'electronic',
    'safety-officer': 'safety-officer',
    post: 'post',
    other: 'other',
  },
  yes: 'yes',
  no: 'no',
  passed: 'yes',
  failed: 'no',
};

/** The roster as CSV that an import takes again, line by line: a row a record, or one for a certificate without any. Withdrawn records stay behind. */
export function* exportLines(people: Iterable<Person>, locale: string): Generator<string> {
  const terms = locale === 'en' ? ENGLISH : CHINESE;
  for (const person of people) {
    for (const certificate of person.certificates) {
      const standing = certificate.records.filter(({ withdrawn }) => withdrawn === undefined);
      for (const record of standing.length > 0 ? standing : [null])
        yield csvLine(cellsOf(person, certificate, record, terms));
    }
  }
}

export function exportHeader(locale: string): string {
  return BYTE_ORDER_MARK + csvLine(COLUMNS.map(({ field }) => headerOf(field, locale)));
}

function cellsOf(person: Person, certificate: Certificate, record: TrainingRecord | null, terms: Terms): Value[] {
  const yesNo = (value: boolean | null) => (value === null ? null : value ? terms.yes : terms.no);
  const passed = record?.passed ?? null;
  const values: Record<Field, Value> = {
    name: person.name,
    id_number: person.idNumber,
    certificate_kind: certificate.kind && terms.kinds[certificate.kind],
    certificate_no: certificate.no,
    trade_code: certificate.code,
    issued_on: certificate.issuedOn,
    issuer: certificate.issuer,
    in_national_system: yesNo(certificate.inNationalSystem),
    archive_verified: yesNo(certificate.archiveVerified),
    in_post: yesNo(certificate.inPost),
    employer: person.employer,
    year: record?.year ?? null,
    hours: record?.hours ?? null,
    professional_hours: record?.professionalHours ?? null,
    passed: passed === null ? null : passed ? terms.passed : terms.failed,
    institution: record?.institution ?? null,
    completed_on: record?.completedOn ?? null,
  };
  return COLUMNS.map(({ field }) => values[field]);
}
