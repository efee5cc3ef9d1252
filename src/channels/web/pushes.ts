import { randomUUID } from 'node:crypto';
import type { Reply } from '../../dialogue/index.ts';

/** Messages that nobody asked for just now (reminders, broadcasts), kept until the page has taken them. */
export interface Push {
  /** Says which push it is, in the chat and for ever: the same id twice is the same message. */
  id: string;
  replies: readonly Reply[];
}

/** Where pushed messages come from. */
export interface Pushes {
  /** What was pushed to the chat after the push of that id, oldest first; everything kept when the id is null or not known. */
  after(chat: string, lastId: string | null): Promise<readonly Push[]>;
  /** Calls the listener whenever `after` may have something new; the function returned ends that. */
  onPush(chat: string, listener: () => void): () => void;
  /** Keeps replies for the chat; resolves when they will be found by `after`. */
  add(chat: string, replies: readonly Reply[]): Promise<void>;
}

const KEPT_PER_CHAT = 50;

/** Pushes of this process, lost with it: enough as long as nothing is pushed that is not said again. */
export function pushesInMemory(): Pushes {
  const chats = new Map<string, Push[]>();
  const listeners = new Map<string, Set<() => void>>();
  // A restart begins anew at 1: without the name of the run, a page would take a new message for one it has seen.
  const run = randomUUID();
  let count = 0;
  return {
    async after(chat, lastId) {
      const kept = chats.get(chat) ?? [];
      return kept.slice(kept.findIndex(({ id }) => id === lastId) + 1);
    },
    onPush(chat, listener) {
      const ofChat = listeners.get(chat) ?? new Set();
      listeners.set(chat, ofChat.add(listener));
      return () => {
        ofChat.delete(listener);
        if (ofChat.size === 0 && listeners.get(chat) === ofChat) listeners.delete(chat);
      };
    },
    async add(chat, replies) {
      count += 1;
      chats.set(chat, [...(chats.get(chat) ?? []), { id: `${run}.${count}`, replies }].slice(-KEPT_PER_CHAT));
      for (const listener of listeners.get(chat) ?? []) listener();
    },
  };
}
