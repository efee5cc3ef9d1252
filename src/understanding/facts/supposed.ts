import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { has } from './gate.ts';
import { before, type Found, found, isSupposed, matches, type Reading } from './reading.ts';

const HINT = /再|多|补|如果|要是|假如|假设|若|万一|\bif\b|\bsuppos|\bmore\b|\banother\b|\bextra\b/;
const HOURS =
  /(?<![\d.:/a-z-])(?<more>another |extra )?(?<value>\d{1,4}(?:\.\d{1,2})?)(?![\d.]*\d) ?(?<extra>more |extra |additional )?(?:个?(?:学时|课时|小时|钟头)|hours?\b|hrs?\b)/g;
/** 「再学」, 「多补」; not 「还要再学」 nor 「需要补」, which ask for them. */
const MORE_BEFORE =
  /(?:(?<!要|需|得|该|须)再(?:多)?(?:去|来)?(?:学|修|上|补|听|读|做|加)?|多(?:学|修|上|补|读)|补(?:学|上)|(?<=我)补)$/;
const REQUIRED_BEFORE = /(?:[满够到足]|至少|最少|每年|must|need|have to|at least|reach|required)[^,。;!?]{0,10}$/;
/** Of another year: what was, not what would be. */
const OTHER_YEAR = /[去前]年|\d{4}|last year/;
const NOT_WHAT_IF_AFTER = /^(?:了(?!呢)|还是|或)/;

/** 「如果再学12学时，其中专业8呢」: hours that are neither done nor planned, and how it would be with them is asked. */
export function findSupposed({ text, situation }: Reading): Found[] {
  if (!has(text, HINT)) return [];
  return [...matches(text, HOURS)].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length];
    const ahead = before(text, start, 24);
    const supposed = isSupposed(text, start);
    const more = MORE_BEFORE.test(ahead) || match.groups!.more !== undefined || match.groups!.extra !== undefined;
    if (REQUIRED_BEFORE.test(ahead) || OTHER_YEAR.test(ahead) || NOT_WHAT_IF_AFTER.test(text.slice(end, end + 2)))
      return [];
    if (!supposed && (!more || situation.asking !== null || !/[再多补]/.test(ahead))) return [];
    const professional = professionalAfter(text, end, situation.today);
    const value = {
      hours: Number(match.groups!.value),
      ...(professional ? { professionalHours: professional.value } : {}),
      ...(more ? { more: true as const } : {}),
    };
    return [found({ name: 'supposed', value }, start, professional?.end ?? end, 0.9)];
  });
}

/** 「…，其中专业8」 right behind. */
function professionalAfter(text: string, end: number, today: string): { value: number; end: number } | undefined {
  const reach = text.slice(0, end + 30);
  return findAmounts(reach, findDates(reach, today)).find(
    ({ professional, start }) => professional && start >= end && !/[。;!?\n]/.test(text.slice(end, start)),
  );
}
