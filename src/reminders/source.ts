import type { Mailing, Mailings, Message, Prepared, Row, Source } from '../delivery/index.ts';
import { daysBetween, formatDay, type Locale, type Words } from '../locale/index.ts';
import type { Policy } from '../policies/policy.ts';
import type { Registry } from '../registry/index.ts';
import { dayInShanghai } from '../runtime/clock.ts';
import { type Due, duesOf, type Stage, stageOn, yearEnd } from './plan.ts';
import { isChat, nameOf, personOf, type RecipientParts, recipientOf } from './recipients.ts';
import type { Subscriber } from './subscribers.ts';

export interface ReminderParts extends RecipientParts {
  registry: Pick<Registry, 'person'>;
  words: Readonly<Record<Locale, Words>>;
  policy: Policy;
  clock: { now(): number; today(): string };
}

export const REMINDERS = 'reminders';
/** From this hour on, in Shanghai, nobody is woken by a reminder. */
const FROM_HOUR_MS = 10 * 3_600_000;
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * Sees to it that the reminders of today are going out; the same day again changes nothing. All days of a year are one series, in which a
 * stage of a person is one row: it is sent at most once, whatever day, instance or restart it comes along on.
 */
export async function remindToday(mailings: Mailings, { now, today }: ReminderParts['clock']): Promise<void> {
  if ((now() + SHANGHAI_MS) % (24 * 3_600_000) < FROM_HOUR_MS) return;
  const day = today();
  const series = `${REMINDERS}-${day.slice(0, 4)}`;
  await mailings.add({ id: `${REMINDERS}-${day}`, kind: REMINDERS, series, notBeforeMs: now(), urgent: false });
}

/** Who is due for a reminder today, and what it says. */
export function createReminders(parts: ReminderParts): Source {
  const { subscribers, clock } = parts;
  return {
    mayBeLate: true,
    async *recipients(mailing) {
      const day = dayOf(mailing);
      for await (const one of subscribers.everyone()) {
        const stage = one.aside === undefined ? stageOf(one, day) : undefined;
        if (stage !== undefined) yield `${stage.lead}.${await nameOf(parts, one)}`;
      }
    },
    async prepare(_, recipient): Promise<Prepared> {
      const day = clock.today();
      const name = recipient.slice(recipient.indexOf('.') + 1);
      const one = await recipientOf(parts, name);
      if (one === undefined) return { chat: isChat(name) ? name : '', skip: 'unsubscribed' };
      const stage = stageOf(one, day);
      if (stage === undefined || `${stage.lead}.${name}` !== recipient) return { chat: one.chat, skip: 'not-due' };
      return prepared(parts, one, stage, day);
    },
    async settled(_: Mailing, __: string, { chat, state }: Row) {
      if (state === 'blocked') await subscribers.setAside(chat, 'blocked');
    },
  };
}

const dayOf = ({ id }: Mailing): string => id.slice(REMINDERS.length + 1);

function stageOf({ leads, sinceMs }: Subscriber, day: string): Stage | undefined {
  return stageOn(day, leads, dayInShanghai(sinceMs));
}

async function prepared(parts: ReminderParts, one: Subscriber, { year }: Stage, day: string): Promise<Prepared> {
  const person = await personOf(parts, one);
  const dues = person === undefined ? null : duesOf(person, day);
  if (dues?.length === 0) return { chat: one.chat, skip: 'year-met' };
  return { chat: one.chat, replies: [replyOf(parts, one.locale, { dues, year, day })] };
}

/** One message whatever there is to say: the days left, then each certificate with what is still to do. */
function replyOf(
  { words, policy }: ReminderParts,
  locale: Locale,
  { dues, year, day }: { dues: readonly Due[] | null; year: number; day: string },
): Message {
  const say = words[locale];
  const end = yearEnd(day);
  const left = daysBetween(day, end);
  const values = {
    year: String(year),
    yearEnd: formatDay(end, locale),
    left: left === 0 ? 'none' : left === 1 ? 'one' : 'some',
    daysLeft: String(left),
    own: dues === null ? 'no' : 'yes',
  };
  const lines = (dues ?? []).map(({ code, hours, professional }) => {
    const trade = policy.exchange.codes.value.find(one => one.code === code);
    return say.cite('reminder.certificate', {
      trade: (locale === 'zh-CN' ? trade?.zh : trade?.en) ?? 'none',
      hours: String(hours),
      professional: professional === 0 ? 'none' : String(professional),
    });
  });
  const texts = [
    say.cite('reminder.headline', values),
    ...lines,
    say.cite('reminder.because', values),
    say.cite('reminder.next', values),
  ];
  return {
    text: texts.map(({ text }) => text).join('\n'),
    citations: [...new Set(texts.flatMap(({ citations }) => citations))],
    choices: (['my-hours', 'where-to-train', 'reminders-off'] as const).map(topic => ({
      id: `topic:${topic}`,
      label: say.say(`topic-${topic}`),
    })),
  };
}
