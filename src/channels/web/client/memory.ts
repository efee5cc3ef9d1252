import type { WireLocale, WireReply } from '../wire.ts';
import { masked } from './mask.ts';

/** What a message says to the server. */
export type Saying = { text: string } | { choice: string };

export interface Mine {
  kind: 'mine';
  /** Also the message's id on the wire, so that a retry is harmless. */
  id: string;
  /** As it is shown. */
  text: string;
  /** As it goes out; gone once it has gone out, or when it may not be kept. */
  saying?: Saying;
  state: 'waiting' | 'sent' | 'refused';
  /** It was tried and did not arrive; it will be tried again. */
  failed?: boolean;
  /** Why it was refused, in the server's words. */
  reason?: string;
}

export interface Theirs {
  kind: 'theirs';
  id: string;
  locale: WireLocale;
  reply: WireReply;
}

/** A remark of the page itself. */
export interface Note {
  kind: 'note';
  id: string;
  text: string;
}

export type Entry = Mine | Theirs | Note;

/** Everything that the page remembers of a conversation. */
export interface Memory {
  version: 1;
  chat: string | null;
  locale: WireLocale;
  /** The last pushed message that was seen. */
  lastEvent: string | null;
  entries: Entry[];
}

const KEY = 'huanzheng.conversation';
/** Enough to scroll back through an afternoon, little enough for any browser's quota. */
const MAX_ENTRIES = 200;
const MAX_LENGTH = 400_000;

export function newMemory(locale: WireLocale): Memory {
  return { version: 1, chat: null, locale, lastEvent: null, entries: [] };
}

/** What was kept, if anything was and this version can read it. A browser that keeps nothing gives nothing. */
export function recall(): Memory | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) || 'null') as Memory | null;
    if (kept === null || kept.version !== 1 || !Array.isArray(kept.entries)) return undefined;
    for (const entry of kept.entries) {
      if (entry.kind === 'mine' && entry.state === 'waiting' && entry.saying === undefined) entry.state = 'refused';
    }
    return kept;
  } catch {
    return undefined;
  }
}

/** Keeps the conversation for the next time the page is opened, dropping the oldest entries when it grows too long. */
export function keep(memory: Memory): void {
  memory.entries.splice(0, memory.entries.length - MAX_ENTRIES);
  let text = written(memory);
  while (text.length > MAX_LENGTH && memory.entries.length > 1) {
    memory.entries.splice(0, Math.ceil(memory.entries.length / 4));
    text = written(memory);
  }
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // A private window, or no room: the conversation lives as long as the page.
  }
}

/** An ID number is not written down, not even to be sent later. */
function written(memory: Memory): string {
  return JSON.stringify(memory, (key, value: unknown) => {
    const holdsIdNumber = key === 'saying' && masked(JSON.stringify(value)) !== JSON.stringify(value);
    return holdsIdNumber ? undefined : value;
  });
}

/** Calls back when another tab has kept something. */
export function onKeptElsewhere(listener: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY) listener();
  });
}

/** A name for a message or an entry that no other has. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('');
}
