import type { Locale } from '../locale/index.ts';
import { changeJson, parse, readJson } from '../store/entries.ts';
import type { Store } from '../store/port.ts';
import type { Leads } from './leads.ts';

/** What somebody who wants to be written to has chosen. */
export interface Wish {
  locale: Locale;
  leads: Leads;
  /** The roster's name for the person, when the chat is tied to one for good (level 2). */
  person: string | null;
}

/** A chat that asked to be written to: the recipients of reminders and broadcasts. */
export interface Subscriber extends Wish {
  chat: string;
  /** Since when, milliseconds since 1970. */
  sinceMs: number;
  /** Nothing is sent: the person has blocked the bot. Ends when they write again. */
  aside?: { reason: string; sinceMs: number };
  /** When the person last wrote, as far as it mattered here. */
  seenMs: number;
}

/** Who wants to be written to; every change is durable when it resolves. */
export interface Subscribers {
  find(chat: string): Promise<Subscriber | undefined>;
  /** Begins, or changes what was chosen before. */
  subscribe(chat: string, wish: Wish): Promise<void>;
  unsubscribe(chat: string): Promise<void>;
  setAside(chat: string, reason: string): Promise<void>;
  /** The person has written: whoever was set aside is one of the others again. */
  seen(chat: string): Promise<void>;
  /** Everybody, also those set aside, lazily. */
  everyone(): AsyncIterable<Subscriber>;
}

const PREFIX = 'subscriber:';
/** Whom of two chats a person used last is told to the day. */
const SEEN_MS = 24 * 3_600_000;

export function createSubscribers({ store, now }: { store: Store; now(): number }): Subscribers {
  const keyOf = (chat: string): string => PREFIX + chat;
  const find = async (chat: string): Promise<Subscriber | undefined> =>
    (await readJson<Subscriber>(store, keyOf(chat)))?.value;
  const change = async (chat: string, act: (before: Subscriber) => Subscriber | undefined): Promise<void> => {
    await changeJson<Subscriber>(store, keyOf(chat), before => before && act(before));
  };
  return {
    find,
    async subscribe(chat, wish) {
      await changeJson<Subscriber>(store, keyOf(chat), before => ({
        ...wish,
        chat,
        // Other days asked for are told at once like the first ones: those that are past do not come late.
        sinceMs: before !== undefined && before.leads.join() === wish.leads.join() ? before.sinceMs : now(),
        seenMs: now(),
      }));
    },
    unsubscribe: chat => store.remove(keyOf(chat)),
    setAside: (chat, reason) => change(chat, before => ({ ...before, aside: { reason, sinceMs: now() } })),
    seen: chat =>
      change(chat, ({ aside, ...before }) =>
        aside === undefined && now() - before.seenMs < SEEN_MS ? undefined : { ...before, seenMs: now() },
      ),
    async *everyone() {
      for await (const { value } of store.scan(PREFIX)) yield parse<Subscriber>(value);
    },
  };
}
