import { addDays, daysBetween } from '../locale/index.ts';
import { factsOf, type Person } from '../registry/index.ts';
import { assessHours, type Day, type ThisYear } from '../rules/index.ts';
import type { Leads } from './leads.ts';

/** A reminder that is due: of which hours year, and which of its stages. */
export interface Stage {
  year: number;
  /** So many days before the end of the year at the latest. */
  lead: number;
}

/** The last day of the hours year in the reading that is safe in all others (2.1). */
export const yearEnd = (day: Day): Day => `${day.slice(0, 4)}-12-31`;

/**
 * The stage that is due on a day: the nearest one whose day has come, also some days late, so that a day of downtime costs nobody a
 * reminder. Stages from before somebody asked to be reminded are over: they have just been told.
 */
export function stageOn(day: Day, leads: Leads, since: Day): Stage | undefined {
  const end = yearEnd(day);
  const left = daysBetween(day, end);
  const lead = leads.filter(one => one >= left).reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(lead) || addDays(end, -lead) <= since) return undefined;
  return { year: Number(day.slice(0, 4)), lead };
}

/** What somebody still has to do this year for one certificate. */
export interface Due {
  code: string | null;
  /** Hours still to do so that the year is met and no reading can void the certificate. */
  hours: number;
  professional: number;
}

/**
 * What is due on this day, certificate by certificate; nothing for those whose year is met (2.1). `kept`: without certificates that are void
 * in every reading, which no hours keep. Null: the roster knows of no yearly duty.
 */
export function duesOf(person: Pick<Person, 'certificates'>, day: Day, which: 'all' | 'kept' = 'kept'): Due[] | null {
  const asked = factsOf(person, day).flatMap(({ certificate, hours }) =>
    hours === null ? [] : [{ code: certificate.code, result: assessHours(hours) }],
  );
  if (asked.length === 0) return null;
  return asked
    .filter(({ result }) => which === 'all' || result.standing !== 'void')
    .flatMap(({ code, result: { thisYear } }) => (thisYear === null ? [] : dueOf(code, thisYear)));
}

function dueOf(code: string | null, { remainingHours, remainingProfessional, hoursToKeep }: ThisYear): Due[] {
  const hours = Math.max(remainingHours, remainingProfessional, hoursToKeep ?? 0);
  return hours > 0 ? [{ code, hours, professional: remainingProfessional }] : [];
}
