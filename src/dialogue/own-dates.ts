import { formatDay, type Text } from '../locale/index.ts';
import type { PersonFound } from '../registry/index.ts';
import type { HoursResult } from '../rules/index.ts';
import type { CalendarDay } from './calendar.ts';
import { headline, isDisputedByHours, rosterHours, toldHours } from './hours.ts';
import { owesHours } from './hours-kinds.ts';
import { keepLines, type Reckoned } from './hours-readings.ts';
import { asTold, nameText } from './own-hours.ts';
import { currentCertificate } from './state.ts';
import { cite, linesOf, say, type Talk } from './talk.ts';
import type { Want } from './turn.ts';

/** Looks up the person whose hours this chat may see, if there is one and nobody reads along. */
export function wantForDates({ state, group, now, own }: Talk): { want?: Want } {
  const { access } = state.own;
  if (own !== undefined || group || access === null || now >= access.untilMs) return {};
  return { want: { kind: 'person', by: { access }, purpose: 'deadlines' } };
}

/** The days of every certificate that owes hours (2.1): what is left until when, and from when on hours count in both kinds of year. */
export function ownDates(talk: Talk, { certificates }: PersonFound): { texts: Text[]; days: CalendarDay[] } {
  const texts: Text[] = [];
  const days: CalendarDay[] = [];
  for (const [index, held] of certificates.entries()) {
    if (!owesHours(held) || held.issuedOn === null) continue;
    const result = rosterHours(talk, asTold(held));
    const name = nameText(talk, held);
    const line = headline(talk, result);
    const isVoid = result.standing === 'void';
    const from = isVoid ? null : (result.thisYear?.countsFrom ?? null);
    const counts = from === null ? [] : [countsFrom(talk, from, result)];
    texts.push(linesOf([name, { ...line, text: `· ${line.text}` }, ...keeping(talk, result), ...counts]));
    if (isVoid) continue;
    const numbered = (what: string) => `${what}-${index + 1}`;
    days.push(dueDay(talk, result, numbered('hours'), `${name.text}${line.text}`));
    if (from !== null && from > talk.asOf)
      days.push(countsDay(talk, from, numbered('counts-from'), `${name.text}${counts[0]!.text}`));
  }
  return { texts, days };
}

/** The same of the electronic certificate that was told here; undefined while nothing is known of it that would name days of its own. */
export function toldDates(talk: Talk): { texts: Text[]; days: CalendarDay[] } | undefined {
  const result = toldHours(talk);
  if (result === undefined || result.thisYear === null) return undefined;
  const isVoid = result.standing === 'void';
  const toldAny = currentCertificate(talk.state).records.length > 0;
  const from = isVoid ? null : result.thisYear.countsFrom;
  if (!toldAny && from === null) return undefined;
  const line = toldAny ? headline(talk, result) : cite(talk, 'upcoming-deadlines.headline', { next: '' });
  const counts = from === null ? [] : [countsFrom(talk, from, result)];
  const texts = [line, ...(toldAny ? keeping(talk, result) : []), ...counts];
  if (isVoid) return { texts, days: [] };
  const days = [dueDay(talk, result, 'hours', line.text)];
  if (from !== null && from > talk.asOf) days.push(countsDay(talk, from, 'counts-from', counts[0]!.text));
  return { texts, days };
}

function countsDay(talk: Talk, day: string, name: string, description: string): CalendarDay {
  return { name, day, summary: say(talk, 'due-counts-from'), description, isDue: false };
}

function keeping(talk: Talk, result: Reckoned): Text[] {
  if (result.standing === null || result.standing === 'void') return [];
  return keepLines(talk, result, isDisputedByHours(result));
}

function countsFrom(talk: Talk, from: string, { thisYear }: HoursResult): Text {
  const day = formatDay(from, talk.words.locale);
  return cite(talk, 'hours-counts-from', { day, deadline: formatDay(thisYear!.deadline, talk.words.locale) });
}

/** The end of this year; once its hours are done, or before any are due, that of the first year that asks for some. */
function dueDay(talk: Talk, { thisYear, firstYear }: HoursResult, name: string, told: string): CalendarDay {
  const left = thisYear === null ? 0 : Math.max(thisYear.remainingHours, thisYear.remainingProfessional);
  const isOpen = thisYear !== null && (left > 0 || (thisYear.hoursToKeep ?? 0) > 0);
  const year = Number(talk.asOf.slice(0, 4));
  const day = `${isOpen ? year : Math.max(firstYear, year + 1)}-12-31`;
  const args = { yearEnd: formatDay(day, talk.words.locale) };
  const rule = say(talk, 'due-hours.description');
  return {
    name,
    day,
    summary: say(talk, 'due-hours-own', args),
    description: isOpen ? `${told}\n${rule}` : rule,
    isDue: true,
  };
}
