import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** The day so many days later, or earlier when `days` is negative; days are `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');
}

/** How many days lie between two days: 1 from a day to the next, below 0 when the second comes first. */
export function daysBetween(first: string, second: string): number {
  return dayjs.utc(second).diff(dayjs.utc(first), 'day');
}
