import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { addDays } from './days.ts';

dayjs.extend(utc);

/** Moments that people write and read are those of Asia/Shanghai, which keeps UTC+8. */
const SHANGHAI_MINUTES = 8 * 60;

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?$/;
const DAYS_ON: Readonly<Record<string, number>> = {
  今天: 0,
  今晚: 0,
  today: 0,
  明天: 1,
  明晚: 1,
  tomorrow: 1,
  后天: 2,
};
const SPOKEN =
  /^(今天|今晚|明天|明晚|后天|today|tomorrow|(?:(\d{4})[年/-])?(\d{1,2})[月/-](\d{1,2})[日号]?)?\s*(?:at\s+)?(早上|上午|中午|下午|晚上)?\s*(\d{1,2})(?:[:：点时](半|\d{1,2})?分?)(?::\d{2})?$/i;

/** A moment in the future as somebody writes it (`2026-12-01T10:00`, 明天上午10点, 12月1日 9:30), in milliseconds since 1970; not a number when it is none, or over. */
export function readMoment(text: string, nowMs: number): number {
  const plain = text.normalize('NFKC').trim();
  const iso = ISO.exec(plain);
  const moment = iso === null ? spoken(plain, nowMs) : Date.parse(`${iso[1]}T${iso[2]}${iso[3] ?? '+08:00'}`);
  return moment > nowMs ? moment : Number.NaN;
}

function spoken(text: string, nowMs: number): number {
  const [, said, year, month, date, part, hourText, minuteText] = SPOKEN.exec(text) ?? [];
  if (hourText === undefined) return Number.NaN;
  const today = formatMoment(nowMs).slice(0, 10);
  const day =
    month === undefined
      ? addDays(today, DAYS_ON[said?.toLowerCase() ?? 'today']!)
      : `${year ?? today.slice(0, 4)}-${month.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  const isLate = part === '下午' || part === '晚上' || said?.endsWith('晚') === true;
  const hour = Number(hourText) + (isLate && Number(hourText) < 12 ? 12 : 0);
  const minute = minuteText === '半' ? '30' : (minuteText ?? '0').padStart(2, '0');
  return Date.parse(`${day}T${String(hour).padStart(2, '0')}:${minute}:00+08:00`);
}

/** `2026-12-01 10:00:00`. */
export function formatMoment(ms: number): string {
  return dayjs.utc(ms).utcOffset(SHANGHAI_MINUTES).format('YYYY-MM-DD HH:mm:ss');
}
