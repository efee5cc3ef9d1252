import type { CertificateKind } from '../../src/rules/index.ts';

/**
 * The outcome table of the public interface, written down a second time and as literally as can be, to hold the rules against.
 * Nothing here is shared with `src/rules`.
 */
export interface Facts {
  asOf: string;
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

const PATHS = {
  kind: 'certificate.kind',
  code: 'certificate.code',
  issuedOn: 'certificate.issuedOn',
  issuer: 'certificate.issuer',
  inNationalSystem: 'certificate.inNationalSystem',
  archiveVerified: 'certificate.archiveVerified',
  hours: 'training.hours',
  professionalHours: 'training.professionalHours',
  passed: 'training.passed',
} as const;
type FieldName = keyof typeof PATHS;

/** For each field a value that is good for the exchange and one that is not; every combination of hours is one that the interface takes. */
export const FILLS: Record<Exclude<FieldName, 'kind'>, readonly [unknown, unknown]> = {
  code: ['111', '110'],
  issuedOn: ['2018', '2019-01-01'],
  issuer: ['hainan-leading-group-office', 'other'],
  inNationalSystem: [true, false],
  archiveVerified: [true, false],
  hours: [32, 31.99],
  professionalHours: [22, 21.99],
  passed: [true, false],
};

const CODES = '101 102 103 104 106 107 108 109 111 112 113 114 115'.split(' ');
const OFFICE = 'hainan-leading-group-office';

function year(facts: Facts): number {
  return Number.parseInt(facts.issuedOn!, 10);
}

const ROWS: readonly [outcome: string, applies: (facts: Facts) => boolean][] = [
  ['needs-information', f => f.kind === null],
  ['not-required', f => f.kind === 'electronic' || (f.kind === 'safety-officer' && f.issuer === OFFICE)],
  [
    'out-of-scope',
    f =>
      f.kind === 'post' ||
      f.kind === 'other' ||
      (f.kind === 'safety-officer' && f.issuer !== null && f.issuer !== OFFICE) ||
      (f.kind === 'training' &&
        ((f.issuer !== null && f.issuer !== OFFICE) ||
          (f.issuedOn !== null && ![2015, 2016, 2017, 2018].includes(year(f))) ||
          (f.code !== null && !CODES.includes(f.code)))),
  ],
  ['needs-information', f => f.kind === 'safety-officer' && f.issuer === null],
  ['closed', f => f.asOf > '2020-12-31'],
  ['needs-information', f => f.issuer === null || f.issuedOn === null || f.code === null],
  [
    'needs-information',
    f =>
      (f.archiveVerified !== true && f.inNationalSystem === null) ||
      (f.inNationalSystem === false && f.archiveVerified === null),
  ],
  ['archive-check', f => f.inNationalSystem === false && f.archiveVerified === false && f.asOf <= '2020-11-10'],
  ['archive-late', f => f.inNationalSystem === false && f.archiveVerified === false],
  ['needs-information', f => trainingCouldStillChange(f)],
  [
    'training-first',
    f =>
      (f.hours !== null && f.hours < 32) ||
      (f.professionalHours !== null && f.professionalHours < 22) ||
      f.passed === false,
  ],
  ['ready', () => true],
];

function trainingCouldStillChange({ hours, professionalHours, passed }: Facts): boolean {
  if (hours !== null && hours < 32) return false;
  if (professionalHours !== null && professionalHours < 22) return false;
  if (passed === false) return false;
  return hours === null || professionalHours === null || passed === null;
}

/** The number of the first row that applies. */
export function rowOf(facts: Facts): number {
  return ROWS.findIndex(([, applies]) => applies(facts)) + 1;
}

export function outcomeOf(facts: Facts): string {
  return ROWS[rowOf(facts) - 1]![0];
}

/** By the definition: fill in all unknown fields in every way, change one of them alone, and see whether the outcome changes. */
export function missingIn(facts: Facts): string[] {
  if (facts.kind === null) return ['certificate.kind'];
  if (outcomeOf(facts) !== 'needs-information') return [];
  const unknown = (Object.keys(FILLS) as (keyof typeof FILLS)[]).filter(name => facts[name] === null);
  const matters = new Set<string>();
  for (let fill = 0; fill < 1 << unknown.length; fill += 1) {
    const filled = {
      ...facts,
      ...Object.fromEntries(unknown.map((name, bit) => [name, FILLS[name][(fill >> bit) & 1]])),
    };
    const outcome = outcomeOf(filled);
    unknown.forEach((name, bit) => {
      if ((fill >> bit) & 1 || matters.has(name)) return;
      if (outcomeOf({ ...filled, [name]: FILLS[name][1] }) !== outcome) matters.add(name);
    });
  }
  return unknown.filter(name => matters.has(name)).map(name => PATHS[name]);
}

/** The table of reasons: fact, clause, whether it holds, and whether it is listed for a row. */
export function reasonsFor(facts: Facts): { clause: string; fact: string; met: boolean }[] {
  const row = rowOf(facts);
  const training = facts.kind === 'training';
  const reasons: [fact: string, clause: string, known: unknown, met: () => boolean, listed: boolean][] = [
    [
      'kind',
      kindClause(facts),
      facts.kind,
      () => ['training', 'electronic', 'safety-officer'].includes(facts.kind!),
      true,
    ],
    ['code', '1.1', facts.code, () => CODES.includes(facts.code!), training],
    ['issue-year', '1.1', facts.issuedOn, () => year(facts) >= 2015 && year(facts) <= 2018, training],
    [
      'issuer',
      training ? '1.1' : '3.1a',
      facts.issuer,
      () => facts.issuer === OFFICE,
      training || facts.kind === 'safety-officer',
    ],
    ['deadline', '1.2', facts.asOf, () => facts.asOf <= '2020-12-31', row >= 5],
    ['national-system', '1.1', facts.inNationalSystem, () => facts.inNationalSystem!, row >= 7],
    [
      'archive',
      '1.1',
      facts.archiveVerified,
      () => facts.archiveVerified!,
      row >= 7 && facts.inNationalSystem !== true,
    ],
    ['archive-deadline', '1.1', facts.asOf, () => facts.asOf <= '2020-11-10', row === 8 || row === 9],
    ['hours', '2.2', facts.hours, () => facts.hours! >= 32, row >= 10],
    ['professional-hours', '2.2', facts.professionalHours, () => facts.professionalHours! >= 22, row >= 10],
    ['assessment', '1.3', facts.passed, () => facts.passed!, row >= 10],
  ];
  return reasons
    .filter(([, , known, , listed]) => listed && known !== null)
    .map(([fact, clause, , met]) => ({ clause, fact, met: met() }));
}

function kindClause({ kind }: Facts): string {
  return kind === 'electronic' ? '2.1' : kind === 'safety-officer' ? '3.1a' : '1.1';
}
