import type { Amount } from './amounts.ts';
import type { DateMention } from './dates.ts';
import { matches } from './reading.ts';
import { any } from './words.ts';

/** A clause that opens with 专业: the numbers of the years in it are professional ones (「其中专业去年14今年25」). */
const OPENS =
  /(?:^|[,。;!?\n ]|其中的?|里面的?|里头的?|但|但是|那|of (?:which|these|those|them),? ?)(?:我的?|the |my )?(?:专业(?:岗位)?(?:知识|课程?|学时|部分|方面|的|那块)*|(?:professional|specialist)(?: (?:hours|ones|part|knowledge))?)(?:是|分别|呢|学了?)*(?: (?:are|were|was|is|only|just))*[:, ]{0,2}/g;
/** Here the talk goes back to all hours. */
const CLOSES = /[。;!?\n]|总|一共|合计|累计|全部|\btotal|\ball\b|\boverall/;
const ALREADY_BEHIND = /^\d{1,3}(?: hours?| hrs?)? (?:in |for )?$/;

export interface Scope {
  start: number;
  end: number;
}

/** The stretches of a text in which hours of years are professional ones. */
export function professionalScopes(text: string, dates: readonly Pick<DateMention, 'start' | 'end'>[]): Scope[] {
  return matches(text, OPENS).flatMap(match => {
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
