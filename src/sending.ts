import { setTimeout } from 'node:timers/promises';
import { type Core, type Deliver, loadAllWords } from './app.ts';
import {
  type BroadcastParts,
  type Broadcasts,
  broadcastSources,
  createBroadcasts,
  topicsOf,
} from './broadcasts/index.ts';
import type { Config } from './config.ts';
import {
  createDelivery,
  type Delivery,
  type Mailings,
  openMailings,
  type Queue,
  type Source,
} from './delivery/index.ts';
import type { Assistant } from './dialogue/index.ts';
import type { Words } from './locale/index.ts';
import { openStore } from './open-store.ts';
import { hainanNotice } from './policies/hainan-2020-135/notice.ts';
import { createLookUps, createRegistry } from './registry/index.ts';
import { createReminders, REMINDERS, remindToday } from './reminders/source.ts';
import { createSubscribers } from './reminders/subscribers.ts';
import { type Clock, systemClock } from './runtime/clock.ts';
import type { Log } from './runtime/log.ts';
import type { Store } from './store/port.ts';

/** What sends mailings on the core: with Redis any number of instances share the work, on the embedded store one of them does it. */
export async function buildDelivery(config: Config, core: Core, deliver: Deliver, log: Log): Promise<Delivery> {
  const { store, clock, budget } = core;
  const parts = { ...core, policy: hainanNotice.policy };
  const sources = { ...broadcastSources({ ...parts, topicsOf }), [REMINDERS]: createReminders(parts) };
  const heard = Object.entries(sources).map(([kind, source]) => [kind, heardIn(core.assistant, source)]);
  // A client that cannot reach its Redis says so several times a second.
  const onFault = seldom((err: unknown) => log.warn({ err }, 'messages could not be handed on just now'), clock.ticks);
  const queue = await openQueue(config, onFault);
  return createDelivery({ store, clock, log, queue, budget, sources: Object.fromEntries(heard), deliver });
}

/** The same source, whose messages the conversations hear of, so that an answer to one opens what it was about. */
function heardIn(assistant: Assistant, source: Source): Source {
  return {
    ...source,
    async settled(mailing, recipient, row, replies) {
      await source.settled?.(mailing, recipient, row, replies);
      if (row.state === 'sent') await assistant.pushed?.(row.chat, replies);
    },
  };
}

const SELDOM_MS = 60_000;

/** What may be said once a minute. */
function seldom<T>(say: (about: T) => void, ticks: () => number): (about: T) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return about => {
    if (ticks() - saidAt < SELDOM_MS) return;
    saidAt = ticks();
    say(about);
  };
}

async function openQueue({ REDIS_URL }: Config, onFault: (error: unknown) => void): Promise<Queue> {
  if (REDIS_URL === undefined) return (await import('./delivery/queue-embedded.ts')).createEmbeddedQueue(onFault);
  const [{ createBullQueue }, { patientRedis }] = await Promise.all([
    import('./delivery/queue-bullmq.ts'),
    import('./store/redis-client.ts'),
  ]);
  return createBullQueue({ connect: () => patientRedis(REDIS_URL), onFault });
}

/** How soon people hear of hours that an import has brought. */
const TELL_EVERY_MS = 30_000;
/** How soon a day's reminders begin. */
const REMIND_EVERY_MS = 60_000;

/** Sends what nobody asked for just now (reminders, broadcasts, news of hours) until the returned function has stopped it. */
export async function startSending(
  config: Config,
  core: Core,
  deliver: Deliver,
  log: Log,
): Promise<() => Promise<void>> {
  const delivery = await buildDelivery(config, core, deliver, log);
  delivery.start();
  const remind = () =>
    void remindToday(delivery.mailings, core.clock).catch(err => log.warn({ err }, 'nobody could be reminded'));
  remind();
  const reminding = setInterval(remind, REMIND_EVERY_MS);
  const telling = setInterval(
    () => void core.tellArrivals().catch(err => log.warn({ err }, 'arrivals could not be told')),
    TELL_EVERY_MS,
  );
  return async () => {
    [telling, reminding].forEach(clearInterval);
    await delivery.stop();
  };
}

/** What the commands on broadcasts need: the same store as the server's, which does the sending. */
export interface BroadcastDesk {
  broadcasts: Broadcasts;
  mailings: Mailings;
  store: Store;
  words: Words;
  clock: Clock;
}

/** Opens the broadcasts of the settings; a command writes work down, the server sends. */
export async function openBroadcasts(config: Config): Promise<BroadcastDesk> {
  const clock = systemClock(config.AS_OF);
  const { store, keys } = await openStore(config, clock);
  const words = loadAllWords();
  const registry = createRegistry({ store, keys, clock });
  const parts: BroadcastParts = {
    store,
    clock,
    words,
    registry,
    lookUps: createLookUps({ registry, store, now: clock.now, wait: setTimeout }),
    subscribers: createSubscribers({ store, now: clock.now }),
    policy: hainanNotice.policy,
    topicsOf,
  };
  const mailings = openMailings(store, clock);
  const broadcasts = createBroadcasts(parts, mailings);
  return { broadcasts, mailings, store, words: words[config.LOCALE], clock };
}
