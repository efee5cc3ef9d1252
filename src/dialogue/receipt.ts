import type { Policy } from '../policies/policy.ts';
import { assessRenewal, type RenewalInput, type RenewalVerdict } from '../rules/index.ts';

/**
 * A verdict on renewal as a short code: the facts, the day and the version of the rules, and nothing about the person. The facts are the digits
 * of one number in a mixed radix, written in the 32 letters of Crockford's alphabet, with one letter to catch a slip.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = /.{1,4}/g;

/** A value among `size` ones, to and from its place; null is always the first. */
interface Digit<T> {
  size: number;
  placeOf(value: T): number;
  valueAt(place: number): T;
}

function oneOf<T>(...values: readonly T[]): Digit<T> {
  return {
    size: values.length,
    placeOf: value => Math.max(0, values.indexOf(value)),
    valueAt: place => values[place] as T,
  };
}

const KNOWN = oneOf<boolean | null>(null, true, false);

/** Hundredths of an hour, 0 to 9999. */
const HOURS: Digit<number | null> = {
  size: 999_902,
  placeOf: hours => (hours === null ? 0 : Math.round(hours * 100) + 1),
  valueAt: place => (place === 0 ? null : (place - 1) / 100),
};

const FIRST_DAY = Date.UTC(1900, 0, 1);
const DAY_MS = 86_400_000;
const YEARS = 1100;
const DAYS = (Date.UTC(3000, 0, 1) - FIRST_DAY) / DAY_MS;

/** A day of 1900 to 2999, a bare year of them, or null. */
const DAY: Digit<string | null> = {
  size: 1 + YEARS + DAYS,
  placeOf: day =>
    day === null
      ? 0
      : day.length === 4
        ? Number(day) - 1899
        : 1 + YEARS + (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS,
  valueAt: place =>
    place === 0
      ? null
      : place <= YEARS
        ? String(1899 + place)
        : new Date(FIRST_DAY + (place - 1 - YEARS) * DAY_MS).toISOString().slice(0, 10),
};

/** Codes of three digits by themselves; every other code fails 1.1 alike, and is kept as one that does. */
const CODE: Digit<string | null> = {
  size: 1002,
  placeOf: code => (code === null ? 0 : /^\d{3}$/.test(code) ? Number(code) + 1 : 1001),
  valueAt: place => (place === 0 ? null : place === 1001 ? 'other' : String(place - 1).padStart(3, '0')),
};

const VERSION: Digit<number> = { size: 1024, placeOf: version => version, valueAt: place => place };
const KIND = oneOf<string | null>(null, 'training', 'electronic', 'safety-officer', 'post', 'other');
const ISSUER = oneOf<string | null>(null, 'hainan-leading-group-office', 'other');

/** The digits of a receipt, least significant first. */
type Digits = readonly [
  version: number,
  asOf: string,
  kind: string | null,
  code: string | null,
  issuedOn: string | null,
  issuer: string | null,
  found: boolean | null,
  verified: boolean | null,
  hours: number | null,
  professional: number | null,
  passed: boolean | null,
];
const SCHEME = [VERSION, DAY, KIND, CODE, DAY, ISSUER, KNOWN, KNOWN, HOURS, HOURS, KNOWN] as readonly Digit<unknown>[];

/** The code of the verdict on these facts. */
export function receiptOf({ asOf, certificate, training }: RenewalInput, policy: Policy): string {
  const digits: Digits = [
    policy.version,
    asOf,
    certificate?.kind ?? null,
    certificate?.code ?? null,
    certificate?.issuedOn ?? null,
    certificate?.issuer ?? null,
    certificate?.inNationalSystem ?? null,
    certificate?.archiveVerified ?? null,
    training?.hours ?? null,
    training?.professionalHours ?? null,
    training?.passed ?? null,
  ];
  const number = SCHEME.reduceRight(
    (sum, digit, index) => sum * BigInt(digit.size) + BigInt(digit.placeOf(digits[index])),
    0n,
  );
  const letters = lettersOf(number);
  return `HZ-${(letters + checkOf(letters)).match(GROUP)?.join('-')}`;
}

/** The facts and the verdict behind a code, or undefined when it is not one (mistyped, or of other rules). */
export function readReceipt(
  code: string,
  policy: Policy,
): { input: RenewalInput; verdict: RenewalVerdict } | undefined {
  const letters = code
    .toUpperCase()
    .replace(/^\s*HZ/, '')
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{2,40}$/.test(letters) || checkOf(letters.slice(0, -1)) !== letters.at(-1)) return undefined;
  const digits = digitsOf(numberOf(letters.slice(0, -1)));
  if (digits === undefined || digits[0] !== policy.version || digits[1] === null || digits[1].length !== 10)
    return undefined;
  const [, asOf, kind, trade, issuedOn, issuer, inNationalSystem, archiveVerified, hours, professionalHours, passed] =
    digits;
  const input = {
    asOf,
    certificate: { kind, code: trade, issuedOn, issuer, inNationalSystem, archiveVerified },
    training: { hours, professionalHours, passed },
  } as RenewalInput;
  return { input, verdict: assessRenewal(input, policy) };
}

function digitsOf(number: bigint): Digits | undefined {
  let rest = number;
  const digits = SCHEME.map(digit => {
    const place = Number(rest % BigInt(digit.size));
    rest /= BigInt(digit.size);
    return digit.valueAt(place);
  });
  return rest === 0n ? (digits as unknown as Digits) : undefined;
}

function lettersOf(number: bigint): string {
  let letters = '';
  for (let rest = number; rest > 0n; rest /= 32n) letters = ALPHABET[Number(rest % 32n)] + letters;
  return letters;
}

function numberOf(letters: string): bigint {
  return [...letters].reduce((sum, letter) => sum * 32n + BigInt(ALPHABET.indexOf(letter)), 0n);
}

/** One letter that changes with every single slip and nearly every exchange of neighbours (weights are odd, so none vanishes modulo 32). */
function checkOf(letters: string): string {
  const sum = [...letters].reduce((total, letter, index) => total + ALPHABET.indexOf(letter) * (2 * index + 1), 0);
  return ALPHABET[sum % 32] as string;
}
