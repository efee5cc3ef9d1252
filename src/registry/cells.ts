import { type CertificateKind, hainan } from '../rules/index.ts';
import { dayExists } from './id-number.ts';

/** Reads one cell that is not empty; undefined when it is not what the column holds. */
export type ReadCell<T> = (text: string) => T | undefined;

/** The cell as it is read: half-width, without the apostrophe that spreadsheets put in front, trimmed. */
export function plainCell(text: string): string {
  return PLAIN.test(text)
    ? text.trim()
    : text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/^'/, '')
        .trim();
}
/** Nearly every cell: nothing in it that would change. */
const PLAIN = /^[\w./ :+-]*$/;

const KINDS = new Map<string, CertificateKind>([
  ['training', 'training'],
  ['培训合格证书', 'training'],
  ['培训合格证', 'training'],
  ['住房和城乡建设领域专业人员岗位培训考核合格证书', 'training'],
  ['electronic', 'electronic'],
  ['电子培训合格证', 'electronic'],
  ['电子培训合格证书', 'electronic'],
  ['safety-officer', 'safety-officer'],
  ['安全员证书', 'safety-officer'],
  ['post', 'post'],
  ['岗位证书', 'post'],
  ['建设企事业单位专业管理人员岗位证书', 'post'],
  ['other', 'other'],
  ['其他', 'other'],
  ['其他证书', 'other'],
]);

export const readKind: ReadCell<CertificateKind> = text => KINDS.get(text.toLowerCase().replace(/[《》\s]/g, ''));

const CODES = new Map(hainan.exchange.codes.value.map(({ code, zh }) => [zh, code]));

/** 「101」, 「101 土建施工员」, 「土建施工员」, 「101.0」; any other text is a code that fails the notice's list. */
export const readCode: ReadCell<string> = text => {
  const bare = text.replace(/\s+/g, '');
  const code = /^(?:代码)?(\d{3})(?:\.0+)?(?:[^\dA-Za-z].*)?$/.exec(bare)?.[1];
  return code ?? CODES.get(bare) ?? bare;
};

const YES = new Set(['是', '有', '能', '可', '可查', '已', '在', '在岗', 'yes', 'y', 'true', '1', '√', '✓', '✔']);
const NO = new Set([
  '否',
  '无',
  '没有',
  '不',
  '不能',
  '不可查',
  '未',
  '不在',
  '不在岗',
  '离岗',
  'no',
  'n',
  'false',
  '0',
  '×',
  'x',
  '✗',
  '✘',
]);

export const readYesNo: ReadCell<boolean> = text => oneOf(text.toLowerCase(), YES, NO);

const PASSED = new Set(['合格', '通过', '及格', 'passed', 'pass', ...YES]);
const FAILED = new Set(['不合格', '未通过', '不及格', 'failed', 'fail', ...NO]);

export const readPassed: ReadCell<boolean> = text => oneOf(text.toLowerCase(), PASSED, FAILED);

function oneOf(text: string, yes: ReadonlySet<string>, no: ReadonlySet<string>): boolean | undefined {
  return yes.has(text) ? true : no.has(text) ? false : undefined;
}

const MOST_HOURS = 9999;

/** 「32」, 「32.5」, 「32学时」. A spreadsheet may hand out 31.999999999999996 for what its reader sees as 32. */
export const readHours: ReadCell<number> = text => {
  const digits = /^(\d{1,9}(?:\.\d{1,20})?)\s*(?:学时|课时|小时|hours?|h)?$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const hours = Math.round(Number(digits) * 100) / 100;
  return hours <= MOST_HOURS && Math.abs(hours - Number(digits)) < 1e-9 ? hours : undefined;
};

/** 「2025」, 「2025年」, 「2025年度」. */
export const readYear: ReadCell<number> = text => {
  const year = Number(/^(\d{4})(?:\.0+)?\s*(?:年度?)?$/.exec(text)?.[1]);
  return year >= 1900 && year <= 2999 ? year : undefined;
};

const DATE =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|(\d{2})(\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
/** Days since 30 December 1899, as spreadsheets count them; five digits reach from 1927 to 2173. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A day in every way that people write it, as `YYYY-MM-DD`. */
export const readDay: ReadCell<string> = text => {
  const serial = SERIAL.exec(text);
  if (serial !== null) return new Date(SERIAL_ZERO + Number(serial[1]) * 86_400_000).toISOString().slice(0, 10);
  const parts = DATE.exec(text);
  if (parts === null) return undefined;
  const [year, month, date] = [
    Number(parts[1]),
    Number(parts[3] ?? parts[5] ?? parts[7]),
    Number(parts[4] ?? parts[6] ?? parts[8]),
  ];
  if (year < 1900 || year > 2999 || !dayExists(year, month, date)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

/** A day, or a year alone. */
export const readDayOrYear: ReadCell<string> = text => {
  const year = readYear(text);
  return year === undefined ? readDay(text) : `${year}`;
};

const OFFICE = hainan.exchange.issuer.value;

/**
 * What the rules know an issuer as. The leading group's office by its name, long or short; another one of Hainan is *not known*,
 * since the roster may mean the same office: the person is asked.
 */
export function issuerOf(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.toLowerCase().replace(/\s/g, '');
  if (plain === OFFICE.id || plain === OFFICE.en.replace(/\s/g, '').toLowerCase()) return OFFICE.id;
  if (!/海南|琼|hainan/.test(plain)) return 'other';
  return /领导小组/.test(plain) ? OFFICE.id : null;
}
