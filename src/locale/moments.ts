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
  /^(今天|今晚|明天|明晚|后天|today|tomorrow|(下|本|这)?(?:个)?(?:周|星期|礼拜)([1-6日天])|(?:(\d{4})[年/-])?(\d{1,2})[月/-](\d{1,2})[日号]?)?\s*(?:at\s+)?(早上|上午|中午|下午|晚上)?\s*(\d{1,2})(?:[:：点时](半|\d{1,2})?分?)(?::\d{2})?$/i;

const LATER = /^(?:过)?(半|\d{1,3})(?:个)?(半)?(小时|钟头|分钟|hours?|minutes?)(?:以)?(?:后|later|from now)?$/i;
/** What stands around a moment when somebody says what is to be done at it. */
const AROUND = /^(?:那就|还是|就)?(?:改(?:成|到|为|在)?|换(?:成|到)?|定在|在)?\s*|\s*(?:再)?(?:发送?|群发)?[吧。.]?$/g;
const NUMERAL =
  /[〇零一二两三四五六七八九十]+(?=个?半?(?:小时|钟头|分钟)|[月日号点时分])|(?<=周|星期|礼拜)[一二三四五六]/g;
const DIGITS = '〇一二三四五六七八九';

/** A moment in the future as somebody writes it (`2026-12-01T10:00`, 明天上午10点, 12月1日 9:30, 下周一上午九点半, 2小时后), in milliseconds since 1970; not a number when it is none, or over. */
export function readMoment(text: string, nowMs: number): number {
  const plain = text.normalize('NFKC').trim().replace(AROUND, '').replace(NUMERAL, small);
  const iso = ISO.exec(plain);
  const moment = iso === null ? spoken(plain, nowMs) : Date.parse(`${iso[1]}T${iso[2]}${iso[3] ?? '+08:00'}`);
  return moment > nowMs ? moment : Number.NaN;
}

/** 「十二」 as 12, 「二〇」 as 20; larger ones stand in no time of day. */
function small(run: string): string {
  const digit = (one: string) => DIGITS.indexOf(one === '两' ? '二' : one === '零' ? '〇' : one);
  const ten = run.indexOf('十');
  if (ten < 0) return Array.from(run, digit).join('');
  const tens = ten === 0 ? 1 : digit(run[0]!);
  return String(tens * 10 + (ten === run.length - 1 ? 0 : digit(run.at(-1)!)));
}

function later(text: string, nowMs: number): number {
  const [, count, half, unit] = LATER.exec(text) ?? [];
  if (count === undefined || unit === undefined) return Number.NaN;
  const units = (count === '半' ? 0.5 : Number(count)) + (half === undefined ? 0 : 0.5);
  return nowMs + units * (/^(?:分|min)/i.test(unit) ? 60_000 : 3_600_000);
}

/** 「周三」 is the next one there is, 「下周三」 that of the week after. */
function weekday(today: string, which: string | undefined, name: string): string {
  const wanted = /[日天]/.test(name) ? 7 : Number(name);
  const now = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  if (which === '下') return addDays(today, 7 + wanted - now);
  return addDays(today, wanted < now && which === undefined ? 7 + wanted - now : wanted - now);
}

function spoken(text: string, nowMs: number): number {
  const [, said, which, dayName, year, month, date, part, hourText, minuteText] = SPOKEN.exec(text) ?? [];
  if (hourText === undefined) return later(text, nowMs);
  const today = formatMoment(nowMs).slice(0, 10);
  const day =
    dayName !== undefined
      ? weekday(today, which, dayName)
      : month === undefined
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
