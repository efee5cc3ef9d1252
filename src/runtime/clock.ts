import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** Shanghai has kept UTC+8 without summer time since 1991, so the offset serves in place of a zone table that takes ten times as long. */
const SHANGHAI_MINUTES = 8 * 60;

/** The only place that asks what time it is. */
export interface Clock {
  /** Milliseconds since 1970: when something happened, and when it will be over. */
  now(): number;
  /** Milliseconds with fractions, from no particular moment, that never go back: how long something took. */
  ticks(): number;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`: what the rules are asked as of. */
  today(): string;
}

/** The real time; with `asOf` (the setting `AS_OF`) it is always that day, while time goes on. */
export function systemClock(asOf?: string): Clock {
  return { now: Date.now, ticks: () => performance.now(), today: () => asOf ?? dayInShanghai(Date.now()) };
}

/** A clock that stands until it is put forward. */
export function fixedClock(instant: string): Clock & { pass(ms: number): void } {
  let now = Date.parse(instant);
  if (Number.isNaN(now)) throw new RangeError('an instant is written as ISO 8601');
  return {
    now: () => now,
    ticks: () => now,
    today: () => dayInShanghai(now),
    pass(ms) {
      now += ms;
    },
  };
}

const DAY_MS = 86_400_000;
let lastDay = Number.NaN;
let lastDayText = '';

/** The day in Asia/Shanghai at that moment, `YYYY-MM-DD`. Written out once a day: every message asks for it. */
export function dayInShanghai(now: number): string {
  const day = Math.floor((now + SHANGHAI_MINUTES * 60_000) / DAY_MS);
  if (day !== lastDay) {
    lastDay = day;
    lastDayText = dayjs.utc(now).utcOffset(SHANGHAI_MINUTES).format('YYYY-MM-DD');
  }
  return lastDayText;
}
