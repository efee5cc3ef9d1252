/** What can be wrong with a citizen's ID number (GB 11643-1999), in the order in which it is looked for. */
export type IdNumberFault =
  // A number of the first generation: 15 digits, no longer valid since 2013; the person has one with 18.
  | 'id-number-15'
  // A spreadsheet has turned it into a number and lost its last digits.
  | 'id-number-rounded'
  | 'id-number-length'
  | 'id-number-letters'
  | 'id-number-region'
  | 'id-number-birth'
  | 'id-number-check';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** First two digits: the provinces, 81 to 83 for residents from Hong Kong, Macao and Taiwan, 9x for foreigners who live here for good. */
const REGIONS = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
const OLDEST_BIRTH = '1900-01-01';

/** The number as it counts: half-width, without the spaces and dashes of its typing, the X large. It may still be wrong. */
export function plainIdNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'’\u200b-\u200f\ufeff-]/gu, '')
    .toUpperCase();
}

/** What is wrong with a number in its plain form; undefined when nothing is. No birth may lie after `today`. */
export function idNumberFault(number: string, today: string): IdNumberFault | undefined {
  if (/^\d{15}$/.test(number)) return 'id-number-15';
  if (/^\d[.,]?\d*E\+?\d+$/.test(number)) return 'id-number-rounded';
  if (number.length !== 18) return 'id-number-length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'id-number-letters';
  if (checkDigit(number) !== number[17]) return number.endsWith('000') ? 'id-number-rounded' : 'id-number-check';
  if (!REGIONS.test(number)) return 'id-number-region';
  return isBirth(number.slice(6, 14), today) ? undefined : 'id-number-birth';
}

/** The last of the 18 characters, from the 17 before it: MOD 11-2. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) sum += (digits.charCodeAt(index) - 48) * WEIGHTS[index]!;
  return CHECK_DIGITS[sum % 11]!;
}

function isBirth(digits: string, today: string): boolean {
  const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const day = `${year}-${month}-${date}`;
  return day >= OLDEST_BIRTH && day <= today && dayExists(Number(year), Number(month), Number(date));
}

/** Whether the calendar has such a day. */
export function dayExists(year: number, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1) return false;
  if (date <= 28) return true;
  // The last day of a month is the day before the first of the next.
  return date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
