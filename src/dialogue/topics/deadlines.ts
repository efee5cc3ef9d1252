import ical from 'ical-generator';
import { addDays } from '../../locale/index.ts';
import { topicChoices } from '../choices.ts';
import { phaseOf } from '../day-texts.ts';
import type { Said } from '../desk.ts';
import { onceADay, parts, replyOf, say, type Talk } from '../talk.ts';

/** What is due, and the same as a calendar file. */
export function answerDeadlines(talk: Talk): Said {
  const due = daysDue(talk);
  const next = due[0];
  const reply = replyOf(
    parts(talk, 'upcoming-deadlines', { next: next === undefined ? '' : say(talk, `due-${next.what}`) }),
    topicChoices(talk, ['reminders-on', 'annual-hours', 'renewal-steps']),
  );
  const content = onceADay(talk, 'calendar of the deadlines', () => calendarOf(talk, due));
  return {
    state: talk.state,
    replies: [{ ...reply, file: { name: 'huanzheng.ics', mediaType: 'text/calendar', content } }],
  };
}

interface Due {
  what: 'archive' | 'exchange' | 'hours';
  day: string;
}

function daysDue({ policy, asOf }: Talk): Due[] {
  const { archiveLastDay, lastDay } = policy.exchange;
  const phase = phaseOf(policy, asOf);
  const hours: Due = { what: 'hours', day: `${asOf.slice(0, 4)}-12-31` };
  if (phase === 'closed') return [hours];
  const exchange: Due = { what: 'exchange', day: lastDay.value };
  return phase === 'open' ? [{ what: 'archive', day: archiveLastDay.value }, exchange] : [exchange];
}

const STAGES_IN_DAYS = [30, 7, 1];

/** The same days always make the same bytes: identifiers and stamps come from the days, not from a clock. */
function calendarOf(talk: Talk, due: readonly Due[]): string {
  const calendar = ical({
    name: say(talk, 'calendar-name'),
    prodId: { company: 'huanzheng', product: 'huanzheng', language: 'ZH' },
  });
  for (const { what, day } of due) {
    const event = calendar.createEvent({
      id: `${talk.policy.id}-${what}-${day}`,
      stamp: new Date(`${talk.asOf}T00:00:00Z`),
      start: day,
      end: addDays(day, 1),
      allDay: true,
      summary: say(talk, `due-${what}`),
      description: say(talk, `due-${what}.description`),
    });
    for (const days of STAGES_IN_DAYS) event.createAlarm({ trigger: days * 24 * 60 * 60 });
  }
  return calendar.toString();
}
