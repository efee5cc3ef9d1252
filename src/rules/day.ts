/** A day in Asia/Shanghai, `YYYY-MM-DD`, from 1900 to 2999. Days compare as strings; nothing here knows a clock, a time or a zone. */
export type Day = string;

const DAY_SHAPE = /^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const YEAR_SHAPE = /^(?:19|2\d)\d\d$/;

/** Whether the text is exactly `YYYY-MM-DD`, a day that exists, from 1900 to 2999. */
export function isDay(text: string): boolean {
  if (!DAY_SHAPE.test(text)) return false;
  const date = Number(text.slice(8));
  return date <= 28 || date <= daysIn(yearOf(text), Number(text.slice(5, 7)));
}

/** Whether the text is a year alone: four digits, from 1900 to 2999. */
export function isBareYear(text: string): boolean {
  return YEAR_SHAPE.test(text);
}

/** The year of a day or of a bare year. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The anniversary of a day in another year; of 29 February it is 1 March in common years. */
export function anniversaryIn(year: number, day: Day): Day {
  return day.endsWith('-02-29') && !isLeap(year) ? `${year}-03-01` : `${year}${day.slice(4)}`;
}

export function dayBefore(day: Day): Day {
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8))];
  if (date > 1) return asDay(year, month, date - 1);
  return month > 1 ? asDay(year, month - 1, daysIn(year, month - 1)) : asDay(year - 1, 12, 31);
}

/** How many days lie between two days: 1 from a day to the next, below 0 when the second comes first. */
export function daysFrom(first: Day, second: Day): number {
  return (instantOf(second) - instantOf(first)) / 86_400_000;
}

function instantOf(day: Day): number {
  return Date.UTC(yearOf(day), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
}

function asDay(year: number, month: number, date: number): Day {
  return `${year}-${twoDigits(month)}-${twoDigits(date)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
