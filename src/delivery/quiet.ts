import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** From nine in the evening to nine in the morning nobody is written to unless it is urgent; hours of Asia/Shanghai, which keeps UTC+8. */
const FROM_HOUR = 21;
const TO_HOUR = 9;
const SHANGHAI_HOURS = 8;

export function isQuiet(nowMs: number): boolean {
  const hour = dayjs
    .utc(nowMs)
    .utcOffset(SHANGHAI_HOURS * 60)
    .hour();
  return hour >= FROM_HOUR || hour < TO_HOUR;
}
