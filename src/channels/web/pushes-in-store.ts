import { randomUUID } from 'node:crypto';
import { NOTHING, type Store } from '../../store/port.ts';
import { RETENTION_MS } from '../../store/retention.ts';
import type { Push, Pushes } from './pushes.ts';

const KEPT_PER_CHAT = 50;
/** How often an open page is looked up for, so that what another process pushed arrives too. */
const LOOK_EVERY_MS = 5_000;

const keyOf = (chat: string) => `push:${chat}`;

/** Pushes that outlive the process and reach a page on whichever instance it listens. */
export function pushesInStore(store: Store, lookEveryMs = LOOK_EVERY_MS): Pushes {
  const listeners = new Map<string, Set<() => void>>();
  const kept = async (chat: string) => {
    const entry = await store.read(keyOf(chat));
    return {
      pushes: entry === undefined ? [] : (JSON.parse(Buffer.from(entry.value).toString()) as Push[]),
      version: entry?.version ?? NOTHING,
    };
  };
  return {
    async after(chat, lastId) {
      const { pushes } = await kept(chat);
      return pushes.slice(pushes.findIndex(({ id }) => id === lastId) + 1);
    },
    onPush(chat, listener) {
      const ofChat = listeners.get(chat) ?? new Set();
      listeners.set(chat, ofChat.add(listener));
      const looking = setInterval(listener, lookEveryMs).unref();
      return () => {
        clearInterval(looking);
        ofChat.delete(listener);
        if (ofChat.size === 0 && listeners.get(chat) === ofChat) listeners.delete(chat);
      };
    },
    async add(chat, replies) {
      const push: Push = { id: randomUUID(), replies };
      for (let written = false; !written; ) {
        const { pushes, version } = await kept(chat);
        const next = Buffer.from(JSON.stringify([...pushes, push].slice(-KEPT_PER_CHAT)));
        written = (await store.write(keyOf(chat), next, version, { expiresInMs: RETENTION_MS.push })).ok;
      }
      for (const listener of listeners.get(chat) ?? []) listener();
    },
  };
}
