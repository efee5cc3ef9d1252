import type { PersonFound } from '../../registry/index.ts';
import { type CalendarDay, calendarOf } from '../calendar.ts';
import { topicChoices } from '../choices.ts';
import { phaseOf } from '../day-texts.ts';
import type { Said } from '../desk.ts';
import { ownDates, wantForDates } from '../own-dates.ts';
import { onceADay, parts, replyOf, say, type Talk } from '../talk.ts';

/** What is due, and the same as a calendar file; for whoever may see hours of the roster, by these hours. */
export function answerDeadlines(talk: Talk): Said {
  return talk.own ? answerOwn(talk, talk.own) : { ...answerForAll(talk), ...wantForDates(talk) };
}

function answerForAll(talk: Talk): Said {
  const due = daysDue(talk);
  const next = due[0];
  const content = onceADay(talk, 'calendar of the deadlines', () => calendarOf(talk, due));
  return given(talk, parts(talk, 'upcoming-deadlines', { next: next?.summary ?? '' }), content);
}

function answerOwn(talk: Talk, found: PersonFound): Said {
  const { texts, days } = ownDates(talk, found);
  if (texts.length === 0) return answerForAll(talk);
  const own = { ...talk.state.own, access: found.access };
  const all = [...daysDue(talk).filter(({ name }) => name !== 'hours'), ...days];
  const shown = [
    ...parts(talk, 'own-dates', {}, ['headline']),
    ...texts,
    ...parts(talk, 'own-dates', {}, ['because']),
    ...(phaseOf(talk.policy, talk.asOf) === 'closed' ? [] : parts(talk, 'upcoming-deadlines', {}, ['because'])),
    ...parts(talk, 'upcoming-deadlines', {}, ['next']),
  ];
  return given({ ...talk, state: { ...talk.state, own } }, shown, calendarOf(talk, all));
}

function given(talk: Talk, texts: Parameters<typeof replyOf>[0], content: string): Said {
  const reply = replyOf(texts, topicChoices(talk, ['reminders-on', 'annual-hours', 'renewal-steps']));
  return {
    state: talk.state,
    replies: [{ ...reply, file: { name: 'huanzheng.ics', mediaType: 'text/calendar', content } }],
  };
}

function daysDue(talk: Talk): CalendarDay[] {
  const { policy, asOf } = talk;
  const { archiveLastDay, lastDay } = policy.exchange;
  const phase = phaseOf(policy, asOf);
  const due = (name: string, day: string): CalendarDay => ({
    name,
    day,
    summary: say(talk, `due-${name}`),
    description: say(talk, `due-${name}.description`),
    isDue: true,
  });
  if (phase === 'closed') return [due('hours', `${asOf.slice(0, 4)}-12-31`)];
  const exchange = due('exchange', lastDay.value);
  return phase === 'open' ? [due('archive', archiveLastDay.value), exchange] : [exchange];
}
