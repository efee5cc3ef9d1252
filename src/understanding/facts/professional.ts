import type { Amount } from './amounts.ts';
import type { DateMention } from './dates.ts';
import { matches } from './reading.ts';
import { any } from './words.ts';

/** A clause that opens with 专业: the numbers of the years in it are professional ones (「其中专业去年14今年25」). */
const OPENS =
  /(?:^|[,。;!?\n ]|其中的?|里面的?|里头的?|但|但是|那|of (?:which|these|those|them),? ?)(?:我的?|the |my )?(?:专业(?:岗位)?(?:知识|课程?|学时|部分|方面|的|那块)*|(?:professional|specialist)(?: (?:hours|ones|part|knowledge))?)(?:是|分别|呢|学了?)*(?: (?:are|were|was|is|only|just))*[:, ]{0,2}/g;
/** 「专业都是24，只有2025年12」: what follows is an exception to it. */
const OPENS_EXCEPTION =
  /专业[^\d,。;!?年]{0,6}(?:都|各|均|每年都?|年年)[^\d,。;!?年]{0,4}\d{1,3}(?:个|学时)*[, ](?:但是?|不过|只有|就|除了|其中)?/g;
/** Here the talk goes back to all hours. */
const CLOSES = /[。;!?\n]|总|一共|合计|累计|全部|\btotal|\ball\b|\boverall/;
const ALREADY_BEHIND = /^\d{1,3}(?: hours?| hrs?)? (?:in |for )?$/;

/** Behind a number: all of these hours are professional ones (「今年上了4个都是专业的」, "4 more, all professional"). */
const ALL_OF_THEM =
  /^(?:个|学时|学识|课时|小时|钟头)*[,、 ]{0,2}(?:而且)?(?:都|全部?|通通|统统|清一色)都?(?:是|算|学|读|上)?的?本?专[业夜](?!.{0,4}\d)|^(?: hours?| hrs?)?,? (?:and )?(?:all|every one)(?: of (?:it|them|which|those))?(?: (?:are|were|is|being))? (?:professional|specialist|in (?:my|the) (?:own )?(?:trade|field))(?!.{0,8}\d)/;
export const areAllProfessional = (text: string, { end }: Pick<Amount, 'end'>): boolean =>
  ALL_OF_THEM.test(text.slice(end, end + 40));

/** Around a number of professional hours: so many in each of the years (「专业都是24」, "22 professional each year"). */
const EACH_BEFORE = /专业[^\d,。;!?年]{0,6}(?:都|各|均|每年都?|年年)(?:是|有|学|够|满|了|为|自|分别|个)*$/;
const EACH_AFTER =
  /^(?: hours?)? (?:professional|specialist)(?: hours?| ones)?,? (?:each|every year|in each|in every|both years)/;
export const isOfEachYear = (text: string, { start, end }: Pick<Amount, 'start' | 'end'>): boolean =>
  EACH_BEFORE.test(text.slice(Math.max(0, start - 20), start)) || EACH_AFTER.test(text.slice(end, end + 40));

export interface Scope {
  start: number;
  end: number;
}

/** The stretches of a text in which hours of years are professional ones. */
export function professionalScopes(text: string, dates: readonly Pick<DateMention, 'start' | 'end'>[]): Scope[] {
  return [...matches(text, OPENS), ...matches(text, OPENS_EXCEPTION)].flatMap(match => {
    const start = match.index + match[0].length;
    const opens = dates.some(date => date.start === start || ALREADY_BEHIND.test(text.slice(start, date.start)));
    if (!opens) return [];
    const stop = CLOSES.exec(text.slice(start));
    return [{ start, end: stop === null ? text.length : start + stop.index }];
  });
}

export const isWithin = ({ start, end }: Amount, scopes: readonly Scope[]): boolean =>
  scopes.some(scope => start >= scope.start && end <= scope.end);

/** Between a year and its professional hours: 「25年专业学了22」. */
export const PROFESSIONAL_WORDS = new RegExp(
  `(?:其中|里面|里头|of which|of them)?(?:的)?(?:${any('本专业 专业 岗位知识 professional pro')})(?:岗位|知识|课程?|部分|方面|学时|的| hours| ones| part)*`,
);
