import { findAmounts } from './amounts.ts';
import { findDates } from './dates.ts';
import { has } from './gate.ts';
import { HOURS_TALK } from './none.ts';
import { areAllProfessional } from './professional.ts';
import { before, type Found, found, isSupposed, matches, type Reading } from './reading.ts';

const HINT = /再|多|补|如果|要是|假如|假设|若|万一|\bif\b|\bsuppos|\bmore\b|\banother\b|\bextra\b/;
const HOURS =
  /(?<![\d.:/a-z-])(?<more>another |extra )?(?<value>\d{1,4}(?:\.\d{1,2})?)(?![\d.]*\d) ?(?<extra>more |extra |additional )?(?:个?(?:学时|课时|小时|钟头?(?!点))|hours?\b|hrs?\b)/g;
/** 「如果我学够44个钟呢」, "and if he does 54?" while hours are talked of: so many in all. */
const REACHED =
  /(?<=(?:如果|要是|假如|假设|若|万一|那|就算)[^,。;!?\d年]{0,8}(?:学|修|上|补|凑|搞|整)[够满到足]了?)(?<value>\d{1,3}(?:\.\d{1,2})?)(?:个)?(?:学时|课时|小时|钟头?)?(?=呢|的话|会|行不|行吗|可以|够不|够吗|怎|咋|[,。?]|$)(?![^。;!]*(?:才|换))|(?<=\bif (?:i|he|she|they|we) (?:only )?(?:do|does|did|reach|reach(?:es|ed)|get|gets|got|had|has|make|makes|study|stud(?:ies|ied)|finish(?:es|ed)?) )(?<total>\d{1,3}(?:\.\d{1,2})?)(?: hours?)?(?=[ ,.?!]|$)(?! (?:more|extra))/g;

/** 「再学4个专业课」. */
const COUNTS_PROFESSIONAL = /^(?:学时|课时)?的?本?专业(?:课程?|知识|岗位|学时|的)*(?![^,。;!?]{0,4}\d)/;
/** 「再学4个」 while hours are talked of. */
const COUNTED =
  /(?<more>(?!))?(?<![\d.:/a-z-])(?<value>\d{1,4}(?:\.\d{1,2})?)(?![\d.]*\d)(?<extra>(?!))?个(?!月|人|[证證]|岗|工|星期|礼拜|小时|钟|学时|课时|单位|公司)/g;
/** 「再学」, 「多补」; not 「还要再学」 nor 「需要补」, which ask for them. */
const MORE_BEFORE =
  /(?:(?<!要|需|得|该|须)再(?:多)?(?:去|来)?(?:学|修|上|补|听|读|做|加)?|多(?:学|修|上|补|读)|补(?:学|上)|(?<=我)补)$/;
const REQUIRED_BEFORE = /(?:[满够到足]|至少|最少|每年|must|need|have to|at least|reach|required)[^,。;!?]{0,10}$/;
/** Of another year: what was, not what would be. */
const OTHER_YEAR = /[去前]年|\d{4}|\d\d年|last year/;
const NOT_WHAT_IF_AFTER = /^(?:了(?!呢)|还是|或)/;

/** 「如果再学12学时，其中专业8呢」: hours that are neither done nor planned, and how it would be with them is asked. */
export function findSupposed({ text, situation }: Reading): Found[] {
  if (!has(text, HINT)) return [];
  const counted = HOURS_TALK.includes(situation.lastTopic) ? matches(text, COUNTED) : [];
  const reached = HOURS_TALK.includes(situation.lastTopic) ? findReached(text) : [];
  if (reached.length > 0) return reached;
  return [...matches(text, HOURS), ...counted].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length];
    const ahead = before(text, start, 24);
    const supposed = isSupposed(text, start);
    const more = MORE_BEFORE.test(ahead) || match.groups!.more !== undefined || match.groups!.extra !== undefined;
    if (REQUIRED_BEFORE.test(ahead) || OTHER_YEAR.test(ahead) || NOT_WHAT_IF_AFTER.test(text.slice(end, end + 2)))
      return [];
    if (!supposed && (!more || situation.asking !== null || !/[再多补]/.test(ahead))) return [];
    const hours = Number(match.groups!.value);
    const all = areAllProfessional(text, { end }) || COUNTS_PROFESSIONAL.test(text.slice(end, end + 24));
    const professional = professionalAfter(text, end, situation.today);
    const value = {
      hours,
      ...(all || professional ? { professionalHours: all ? hours : professional!.value } : {}),
      ...(more ? { more: true as const } : {}),
    };
    return [found({ name: 'supposed', value }, start, professional?.end ?? end, 0.9)];
  });
}

function findReached(text: string): Found[] {
  if (OTHER_YEAR.test(text)) return [];
  return matches(text, REACHED).map(({ index, 0: whole, groups }) =>
    found(
      { name: 'supposed', value: { hours: Number(groups!.value ?? groups!.total) } },
      index,
      index + whole.length,
      0.9,
    ),
  );
}

/** 「…，其中专业8」 right behind. */
function professionalAfter(text: string, end: number, today: string): { value: number; end: number } | undefined {
  const reach = text.slice(0, end + 30);
  return findAmounts(reach, findDates(reach, today)).find(
    ({ professional, start }) => professional && start >= end && !/[。;!?\n]/.test(text.slice(end, start)),
  );
}
