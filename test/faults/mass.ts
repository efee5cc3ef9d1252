import { BROADCAST } from '../../src/broadcasts/broadcasts.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { REMINDERS } from '../../src/reminders/source.ts';
import { createSubscribers } from '../../src/reminders/subscribers.ts';
import { type BroadcastDesk, openBroadcasts } from '../../src/sending.ts';
import { StoreDownError } from '../../src/store/port.ts';
import type { BotApi } from '../support/bot-api/server.ts';
import { until } from '../support/until.ts';
import { AS_OF } from './product.ts';

/** A broadcast and the reminders of the day, on their way to the same people at once. */
export interface Mass {
  messages: number;
  isDone(): Promise<boolean>;
  fates(): Promise<{ lost: number; twice: number; unknown: number }>;
  close(): Promise<void>;
}

const TEXT = '请学满今年的学时。';
/** The day of the tests is a week before the end of the year. */
const LEADS = [7];
const SINCE_MS = Date.parse('2026-11-01T10:00:00+08:00');

const READABLE_WITHIN_MS = 20_000;

function unlessDown(error: unknown): undefined {
  if (!(error instanceof StoreDownError)) throw error;
}

/** Has so many people subscribe, and gives the order to write to all of them; a server sends. */
export async function orderMass(
  api: BotApi,
  settings: Readonly<Record<string, string>>,
  people: number,
  texts: (chat: number) => readonly string[],
): Promise<Mass> {
  const desk = await openBroadcasts(readConfig({ AS_OF, ...settings }) as Config);
  const chats = Array.from({ length: people }, () => api.person().chat.id);
  const subscribers = createSubscribers({ store: desk.store, now: () => SINCE_MS });
  const wish = { locale: 'zh-CN', leads: LEADS, person: null } as const;
  await Promise.all(chats.map(chat => subscribers.subscribe(`telegram:${chat}`, wish)));
  const ids = [await orderReminders(desk), await orderBroadcast(desk)];
  /** A cluster in which another node has just taken over is not all there for a moment: then it says so, and nobody is told half of the rows. */
  async function unknownOf(id: string): Promise<ReadonlySet<string>> {
    let chats: ReadonlySet<string> | undefined;
    await until(
      'all rows can be read',
      async () => {
        chats = await unknownIn(id).catch(unlessDown);
        return chats !== undefined;
      },
      READABLE_WITHIN_MS,
    );
    return chats!;
  }
  async function unknownIn(id: string): Promise<ReadonlySet<string>> {
    const chats = new Set<string>();
    for await (const { chat, state } of desk.mailings.rows(id)) if (state === 'unknown') chats.add(chat);
    return chats;
  }
  return {
    messages: 2 * people,
    async isDone() {
      const mailings = await Promise.all(ids.map(id => desk.mailings.find(id))).catch(unlessDown);
      return mailings?.every(mailing => mailing?.state === 'done') ?? false;
    },
    async fates() {
      const unknown: Readonly<Record<string, ReadonlySet<string>>> = {
        [REMINDERS]: await unknownOf(ids[0]!),
        [BROADCAST]: await unknownOf(ids[1]!),
      };
      const sum = { lost: 0, twice: 0, unknown: unknown[REMINDERS]!.size + unknown[BROADCAST]!.size };
      for (const chat of chats)
        for (const kind of [REMINDERS, BROADCAST]) {
          const got = texts(chat).filter(text => (text === TEXT) === (kind === BROADCAST)).length;
          if (got === 0 && !unknown[kind]!.has(`telegram:${chat}`)) sum.lost += 1;
          if (got > 1) sum.twice += got - 1;
        }
      return sum;
    },
    close: () => desk.store.close(),
  };
}

async function orderReminders({ mailings }: BroadcastDesk): Promise<string> {
  const id = `${REMINDERS}-${AS_OF}`;
  // As the server does it itself, but at any hour.
  await mailings.add({
    id,
    kind: REMINDERS,
    series: `${REMINDERS}-${AS_OF.slice(0, 4)}`,
    notBeforeMs: Date.now(),
    urgent: true,
  });
  return id;
}

async function orderBroadcast({ broadcasts }: BroadcastDesk): Promise<string> {
  const draft = await broadcasts.create({
    texts: { 'zh-CN': TEXT, en: 'Finish the hours of this year.' },
    audience: [],
    atMs: null,
    urgent: true,
    override: null,
    who: 'test',
  });
  await broadcasts.confirm(draft, 'test');
  return draft.id;
}
