import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Store } from '../store/port.ts';
import { Conductor } from './conduct.ts';
import { createLedger } from './ledger.ts';
import { createMailings } from './mailings.ts';
import type { Budget, Mailings, Message, Queue, Source } from './port.ts';
import { BEAT_MS, createPresence } from './presence.ts';
import { ChunkSender } from './send-chunk.ts';

export { type BudgetOptions, createBudget } from './budget.ts';
export * from './port.ts';
export { isQuiet } from './quiet.ts';

export interface DeliveryParts {
  store: Store;
  clock: Clock;
  log: Log;
  queue: Queue;
  budget: Budget;
  /** By the kind of mailing. */
  sources: Readonly<Record<string, Source>>;
  /** Sends to one chat, at most once; rejects with `UndeliveredError`. */
  deliver(chat: string, replies: readonly Message[]): Promise<void>;
  /** How often it looks for mailings that are due. */
  lookEveryMs?: number;
  /** An instance that has said nothing for so long is gone. */
  goneAfterMs?: number;
}

/** Sends mailings as long as it runs; any number of instances on one store share the work. */
export interface Delivery {
  mailings: Mailings;
  /** Begins as soon as the store answers. */
  start(): void;
  /** Ends between two messages; nothing that was claimed is left in doubt. */
  stop(): Promise<void>;
}

/** What commands do with mailings, without sending any. */
export function openMailings(store: Store, clock: Clock): Mailings {
  return createMailings({ store, ledger: createLedger(store), now: clock.now });
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const { store, clock, log, queue, budget, sources, deliver, lookEveryMs = BEAT_MS } = parts;
  const now = clock.now;
  const ledger = createLedger(store);
  const mailings = createMailings({ store, ledger, now });
  const presence = createPresence({ store, now }, randomUUID().slice(0, 13), parts.goneAfterMs);
  const shared = { ledger, mailings, sources, now, log };
  const ended = new AbortController();
  setMaxListeners(0, ended.signal);
  const pause = (ms: number, signal = ended.signal): Promise<void> => wait(ms, undefined, { signal });
  const sending = { budget, deliver, wait: pause, instance: presence.instance, ticks: clock.ticks };
  const sender = new ChunkSender({ ...shared, ...sending });
  const conductor = new Conductor({ ...shared, queue, presence, wait: pause });
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    let isTrouble = false;
    let isWorking = false;
    while (!ended.signal.aborted) {
      try {
        const leads = await presence.beat();
        // Nobody may take a row of this instance for that of a dead one.
        if (!isWorking) queue.work((chunk, signal) => sender.send(chunk, signal));
        isWorking = true;
        if (leads) await conductor.look(ended.signal);
        isTrouble = false;
      } catch (err) {
        if (!isTrouble) log.warn({ err }, 'mailings cannot be looked at just now');
        isTrouble = true;
      }
      await pause(lookEveryMs).catch(() => {});
    }
  }

  return {
    mailings,
    start() {
      looking = look();
    },
    async stop() {
      ended.abort();
      await looking;
      await queue.close();
      await conductor.ended();
      await mailings.tallies.written();
      await presence
        .leave()
        .catch(err => log.warn({ err }, 'the others will notice in some seconds that this instance has gone'));
    },
  };
}
