import { setTimeout } from 'node:timers/promises';
import { createBroadcasts, createClerk, topicsOf } from './broadcasts/index.ts';
import type { TelegramChannel } from './channels/telegram/channel.ts';
import { pushesInStore } from './channels/web/pushes-in-store.ts';
import { createWeb, type Web } from './channels/web/server.ts';
import type { Config } from './config.ts';
import { type Budget, createBudget, openMailings, UndeliveredError } from './delivery/index.ts';
import {
  type Assistant,
  type ConversationParts,
  createAssistant,
  createCarryCodes,
  createConversation,
  createReview,
  initialState,
  isAdmin,
  type Locale,
  type Reply,
  reviveState,
  type TakeTurn,
  withPush,
} from './dialogue/index.ts';
import { fulfil } from './fulfil.ts';
import { loadWords, type Words } from './locale/index.ts';
import { openStore } from './open-store.ts';
import { hainanNotice } from './policies/hainan-2020-135/notice.ts';
import {
  createLookUps,
  createRegistry,
  createSheets,
  type LookUps,
  noteAction,
  type Registry,
} from './registry/index.ts';
import { tellArrivals } from './reminders/arrivals.ts';
import { createSubscribers, type Subscribers } from './reminders/subscribers.ts';
import { type Clock, systemClock } from './runtime/clock.ts';
import type { Log } from './runtime/log.ts';
import { createMetrics, type Metrics } from './runtime/metrics.ts';
import type { DataKeys } from './store/keys.ts';
import type { Store } from './store/port.ts';
import { type AskOutside, createOutsideModel, createUnderstanding } from './understanding/index.ts';

/** Every text of the notice that this program is about, in both languages; read from the files once. */
export function loadAllWords(): Readonly<Record<Locale, Words>> {
  return { 'zh-CN': loadWords('zh-CN', hainanNotice), en: loadWords('en', hainanNotice) };
}

/** The conversation about the notice: a pure function, without store or channel. */
export function buildConversation(
  words: Readonly<Record<Locale, Words>> = loadAllWords(),
  options: Pick<ConversationParts, 'hasRoster' | 'asksOutside'> = {},
): TakeTurn {
  return createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), ...options });
}

/** The parts that every way of running the assistant shares. */
export interface Core {
  words: Readonly<Record<Locale, Words>>;
  store: Store;
  keys: DataKeys;
  clock: Clock;
  metrics: Metrics;
  registry: Registry;
  assistant: Assistant;
  /** What the bot may send in all, over all instances. */
  budget: Budget;
  subscribers: Subscribers;
  lookUps: LookUps;
  /** Tells those whose hours have arrived; how many were told. */
  tellArrivals(): Promise<number>;
}

/** Sends a message that nobody asked for just now, by whichever channel the chat belongs to. */
export type Deliver = (chat: string, replies: readonly Reply[]) => Promise<void>;

/** Opens the store of the settings and puts the assistant on it. */
export async function openCore(
  config: Config,
  log: Log,
  deliver: Deliver = async () => {},
  linkFor: (code: string) => string | undefined = () => undefined,
  mute: (chat: string) => boolean = () => false,
): Promise<Core> {
  const words = loadAllWords();
  const clock = systemClock(config.AS_OF);
  const metrics = createMetrics();
  const { store, keys } = await openStore(config, clock);
  const askOutside = buildOutsideModel(config, { clock, log, metrics });
  const turn = buildConversation(words, { hasRoster: true, asksOutside: askOutside !== undefined });
  const review = createReview(store, clock.now);
  const registry = createRegistry({ store, keys, clock });
  const budget = createBudget({
    store,
    name: 'telegram',
    perSecond: config.TELEGRAM_RATE,
    now: clock.now,
    wait: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
    log,
  });
  const tell = inTurn(deliver, budget, clock.now);
  const lookUps = createLookUps({
    registry,
    store,
    now: clock.now,
    wait: setTimeout,
    onForeignLook: chats => void tellTied(chats, words[config.LOCALE], tell, log),
  });
  const sheets = createSheets({ registry, words, today: clock.today });
  const subscribers = createSubscribers({ store, now: clock.now });
  const mailings = openMailings(store, clock);
  const broadcastParts = { store, clock, words, registry, lookUps, subscribers, policy: hainanNotice.policy, topicsOf };
  const clerk = createClerk({
    broadcasts: createBroadcasts(broadcastParts, mailings),
    mailings,
    words,
    tell,
    onFailure: err => log.warn({ err }, 'a report could not be delivered'),
  });
  const codes = createCarryCodes({ store, keys });
  const assistant = createAssistant({
    store,
    conversation: {
      initial: initialState,
      revive: reviveState,
      localeOf: state => state.locale,
      pushed: withPush,
      turn,
    },
    words: {
      errorAnswer: (locale, number) =>
        [words[locale].say('error-answer.headline'), words[locale].say('error-answer.because', { number })].join(
          '\n\n',
        ),
      unsavedNote: locale => words[locale].say('unsaved-note'),
    },
    note: noted => review.note(noted),
    noteDeletion: receipt =>
      noteAction(store, { at: clock.now(), who: 'person', action: 'data-deleted', counts: { chats: 1 }, receipt }),
    fulfil: (want, incoming) =>
      fulfil(want, incoming, { lookUps, askOutside, clerk, codes, linkFor, admins: config.ADMINS }),
    release: (chat, person) => lookUps.release(chat, person),
    wish: (chat, wish) => (wish === null ? subscribers.unsubscribe(chat) : subscribers.subscribe(chat, wish)),
    seen: chat => subscribers.seen(chat),
    admins: config.ADMINS,
    mute,
    perform: async (errand, { chat, sender }, tools) => {
      const admin = isAdmin(sender === undefined ? {} : { sender }, config.ADMINS) ? sender : undefined;
      return { kind: 'sheet', outcome: await sheets(errand, { chat, admin, ...tools }) };
    },
    clock,
    log,
    metrics,
    locale: config.LOCALE,
  });
  const news = replyOf(words[config.LOCALE], 'own-arrived');
  return {
    words,
    store,
    keys,
    clock,
    metrics,
    registry,
    assistant,
    budget,
    subscribers,
    lookUps,
    tellArrivals: () =>
      tellArrivals({
        registry,
        lookUps,
        tell: chat => tell(chat, [news]),
        onFailure: err => log.warn({ err }, 'a notice could not be delivered'),
      }),
  };
}

const NEWS_TRIES = 5;
/** A turn is given out no earlier before its moment, unless the clock was put back in between. */
const MOMENT_MS = 500;
const NEWS_WITHIN_MS = 120_000;

/** News for single people keep to the budget as everything else does, and are tried again when the platform puts them off. */
function inTurn(deliver: Deliver, budget: Budget, now: () => number): Deliver {
  return async (chat, replies) => {
    for (let tries = 1; ; tries += 1) {
      const { atMs } = await budget.take(1, AbortSignal.timeout(NEWS_WITHIN_MS));
      await setTimeout(Math.min(MOMENT_MS, Math.max(0, atMs - now())));
      try {
        return await deliver(chat, replies);
      } catch (error) {
        if (!(error instanceof UndeliveredError) || error.reason !== 'later' || tries === NEWS_TRIES) throw error;
        if (error.retryAfterMs !== undefined) await budget.holdFor(error.retryAfterMs);
      }
    }
  };
}

/** The way to the language model of the settings, if they name one. */
function buildOutsideModel(
  { LLM_BASE_URL, LLM_API_KEY, LLM_MODEL, LLM_TIMEOUT_MS }: Config,
  parts: { clock: Clock; log: Log; metrics: Metrics },
): AskOutside | undefined {
  if (LLM_BASE_URL === undefined) return undefined;
  const server = { baseUrl: LLM_BASE_URL, apiKey: LLM_API_KEY, model: LLM_MODEL, timeoutMs: LLM_TIMEOUT_MS };
  return createOutsideModel({ ...server, ...parts });
}

/** A message of two texts, as it is pushed. */
function replyOf(words: Words, id: string): Reply {
  const [headline, because] = [words.cite(`${id}.headline`), words.cite(`${id}.because`)];
  return { text: `${headline.text}\n\n${because.text}`, citations: because.citations, choices: [] };
}

/** Whoever is tied to a person hears that somebody else has asked for the same number. */
async function tellTied(chats: readonly string[], words: Words, deliver: Deliver, log: Log): Promise<void> {
  const notice = replyOf(words, 'own-foreign-look');
  for (const chat of chats) {
    await deliver(chat, [notice]).catch(err => log.warn({ err }, 'a notice could not be delivered'));
  }
}

/** What a command needs that works on the roster: the same store as the server's, and none of its channels. */
export interface Roster {
  registry: Registry;
  store: Store;
  words: Words;
  clock: Clock;
}

/** Opens the roster of the settings; commands and servers may have it open at the same time. */
export async function openRoster(config: Config): Promise<Roster> {
  const clock = systemClock(config.AS_OF);
  const { store, keys } = await openStore(config, clock);
  return { registry: createRegistry({ store, keys, clock }), store, words: loadAllWords()[config.LOCALE], clock };
}

/** The web channel on the core. */
export function buildWeb(config: Config, { words, store, keys, clock, metrics, assistant }: Core, log: Log): Web {
  return createWeb({
    assistant,
    words,
    clauses: hainanNotice.policy.clauses,
    tokenKeys: keys.derive('chat-token'),
    log,
    metrics: metrics.registry,
    feedback: true,
    pushes: pushesInStore(store),
    ready: () => store.ping(),
    now: clock.now,
    locale: config.LOCALE,
    host: config.HOST,
    port: config.PORT,
    trustProxy: config.TRUST_PROXY,
    ...(isOwnMachine(config) && { limits: OWN_MACHINE }),
    ...(config.METRICS_TOKEN !== undefined && { metricsToken: config.METRICS_TOKEN }),
  });
}

/** Without a proxy, whoever reaches a loopback address is a program of this very machine, which may ask all it can. */
function isOwnMachine({ HOST, TRUST_PROXY }: Config): boolean {
  return TRUST_PROXY.length === 0 && (HOST === 'localhost' || HOST === '::1' || HOST.startsWith('127.'));
}

const OWN_MACHINE = { network: { requests: 50_000, seconds: 10 }, connectionsOfNetwork: Number.POSITIVE_INFINITY };

/** The Telegram channel on the core, when a token is set; its webhook is served by the web channel. */
export async function buildTelegram(
  config: Config,
  { words, assistant, budget, metrics }: Core,
  web: Web,
  log: Log,
): Promise<TelegramChannel | undefined> {
  if (config.TELEGRAM_BOT_TOKEN === undefined) return undefined;
  const channel = await telegramChannel(config, {
    token: config.TELEGRAM_BOT_TOKEN,
    assistant,
    words,
    locale: config.LOCALE,
    log,
    rate: config.TELEGRAM_RATE,
    shared: budget,
    metrics,
    ...(config.TELEGRAM_API_ROOT !== undefined && { apiRoot: config.TELEGRAM_API_ROOT }),
    ...(config.TELEGRAM_WEBHOOK_URL !== undefined &&
      config.TELEGRAM_WEBHOOK_SECRET !== undefined && {
        webhook: { url: config.TELEGRAM_WEBHOOK_URL, secret: config.TELEGRAM_WEBHOOK_SECRET },
      }),
  });
  const { webhook } = channel;
  if (webhook !== undefined) web.mount(webhook.path, request => webhook.handle(request));
  return channel;
}

/** Loads the framework that the settings name, and never the other one. */
async function telegramChannel(
  config: Config,
  options: ConstructorParameters<typeof TelegramChannel>[0],
): Promise<TelegramChannel> {
  if (config.TELEGRAM_FRAMEWORK === 'grammy')
    return (await import('./channels/telegram/grammy.ts')).grammyChannel(options);
  return (await import('./channels/telegram/telegraf.ts')).telegrafChannel(options);
}
