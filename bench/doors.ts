import type { Assistant } from '../src/dialogue/index.ts';
import type { Store } from '../src/store/port.ts';
import type { Understand } from '../src/understanding/index.ts';

/** The parts of a turn that meet at an interface, from the outside in. */
export const DOORS = ['channel', 'assistant', 'dialogue', 'understanding', 'store'] as const;
export type Door = (typeof DOORS)[number];

/** Milliseconds by the clock that each part took itself, without those that it called; messages go one after another. */
export class Doors {
  readonly ms: Record<Door, number> = { channel: 0, assistant: 0, dialogue: 0, understanding: 0, store: 0 };

  clear(): void {
    for (const door of DOORS) this.ms[door] = 0;
  }

  /** Counts a call for `door`, and takes the same time off its caller. */
  sync<T>(door: Door, caller: Door, call: () => T): T {
    const began = performance.now();
    try {
      return call();
    } finally {
      this.#count(door, caller, performance.now() - began);
    }
  }

  async wait<T>(door: Door, caller: Door | undefined, call: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await call();
    } finally {
      this.#count(door, caller, performance.now() - began);
    }
  }

  #count(door: Door, caller: Door | undefined, ms: number): void {
    this.ms[door] += ms;
    if (caller !== undefined) this.ms[caller] -= ms;
  }

  understand(understand: Understand): Understand {
    return (text, situation) => this.sync('understanding', 'dialogue', () => understand(text, situation));
  }

  assistant(assistant: Assistant): Assistant {
    return {
      receive: incoming => this.wait('assistant', 'channel', () => assistant.receive(incoming)),
      owed: (chats, olderThanMs) => assistant.owed(chats, olderThanMs),
    };
  }

  store(store: Store): Store {
    return {
      ...bound(store),
      read: key => this.wait('store', 'assistant', () => store.read(key)),
      write: (key, value, expected, options) =>
        this.wait('store', 'assistant', () => store.write(key, value, expected, options)),
    };
  }
}

/** The methods that no turn calls, as they are. */
function bound(store: Store): Omit<Store, 'read' | 'write'> {
  return {
    writeAll: changes => store.writeAll(changes),
    remove: key => store.remove(key),
    scan: prefix => store.scan(prefix),
    isOwed: (key, debt) => store.isOwed(key, debt),
    settle: (key, debt) => store.settle(key, debt),
    takeDebts: (prefix, olderThanMs) => store.takeDebts(prefix, olderThanMs),
    ping: () => store.ping(),
    close: () => store.close(),
  };
}
