import ical from 'ical-generator';
import { addDays } from '../locale/index.ts';
import { say, type Talk } from './talk.ts';

/** One day of a calendar file. */
export interface CalendarDay {
  /** Names it among the days of one file; nothing personal. */
  name: string;
  /** `YYYY-MM-DD`. */
  day: string;
  summary: string;
  description: string;
  /** Something has to be done by then: the calendar reminds of it beforehand. */
  isDue: boolean;
}

const STAGES_IN_DAYS = [30, 7, 1];

/** A calendar file (iCalendar). The same days always make the same bytes: identifiers and stamps come from the days, not from a clock. */
export function calendarOf(talk: Talk, days: readonly CalendarDay[]): string {
  const calendar = ical({
    name: say(talk, 'calendar-name'),
    prodId: { company: 'huanzheng', product: 'huanzheng', language: 'ZH' },
  });
  for (const { name, day, summary, description, isDue } of days) {
    const event = calendar.createEvent({
      id: `${talk.policy.id}-${name}-${day}`,
      stamp: new Date(`${talk.asOf}T00:00:00Z`),
      start: day,
      end: addDays(day, 1),
      allDay: true,
      summary,
      description,
    });
    if (isDue) for (const days of STAGES_IN_DAYS) event.createAlarm({ trigger: days * 24 * 60 * 60 });
  }
  // Every line ends in CRLF, the last one too (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`;
}
