import type { Channel } from './channels/channel.ts';
import type { TelegramChannel } from './channels/telegram/channel.ts';
import { createWeb, type Web } from './channels/web/server.ts';
import type { Config } from './config.ts';
import {
  type Assistant,
  createAssistant,
  createConversation,
  createReview,
  initialState,
  type Locale,
  reviveState,
  type TakeTurn,
} from './dialogue/index.ts';
import { loadWords, type Words } from './locale/index.ts';
import { hainanNotice } from './policies/hainan-2020-135/notice.ts';
import { type Clock, systemClock } from './runtime/clock.ts';
import type { Log } from './runtime/log.ts';
import { createMetrics, type Metrics } from './runtime/metrics.ts';
import { checkDataKeys, type DataKeys, keepDataKeys, parseDataKeys } from './store/keys.ts';
import { openLmdbStore } from './store/lmdb.ts';
import type { Store } from './store/port.ts';
import { openRedisStore } from './store/redis.ts';
import { sealedStore } from './store/sealed.ts';
import { createUnderstanding } from './understanding/index.ts';

/** Every text of the notice that this program is about, in both languages; read from the files once. */
export function loadAllWords(): Readonly<Record<Locale, Words>> {
  return { 'zh-CN': loadWords('zh-CN', hainanNotice), en: loadWords('en', hainanNotice) };
}

/** The conversation about the notice: a pure function, without store or channel. */
export function buildConversation(words: Readonly<Record<Locale, Words>> = loadAllWords()): TakeTurn {
  return createConversation({ notice: hainanNotice, words, understand: createUnderstanding() });
}

/** The parts that every way of running the assistant shares. */
export interface Core {
  words: Readonly<Record<Locale, Words>>;
  store: Store;
  keys: DataKeys;
  clock: Clock;
  metrics: Metrics;
  assistant: Assistant;
}

/** Opens the store of the settings and puts the assistant on it. */
export async function openCore(config: Config, log: Log): Promise<Core> {
  const words = loadAllWords();
  const clock = systemClock(config.AS_OF);
  const metrics = createMetrics();
  const { store, keys } = await openStore(config, clock);
  const turn = buildConversation(words);
  const review = createReview(store, clock.now);
  const assistant = createAssistant({
    store,
    conversation: { initial: initialState, revive: reviveState, localeOf: state => state.locale, turn },
    words: {
      errorAnswer: (locale, number) =>
        [words[locale].say('error-answer.headline'), words[locale].say('error-answer.because', { number })].join(
          '\n\n',
        ),
      unsavedNote: locale => words[locale].say('unsaved-note'),
    },
    note: noted => review.note(noted),
    clock,
    log,
    metrics,
    locale: config.LOCALE,
  });
  return { words, store, keys, clock, metrics, assistant };
}

async function openStore(config: Config, clock: Clock): Promise<{ store: Store; keys: DataKeys }> {
  const bare =
    config.REDIS_URL === undefined
      ? await openLmdbStore(config.DATA_DIR, clock)
      : await openRedisStore(config.REDIS_URL, clock);
  const keys =
    (config.DATA_KEY === undefined ? undefined : parseDataKeys(config.DATA_KEY)) ??
    (await keepDataKeys(config.DATA_DIR));
  await checkDataKeys(bare, keys);
  return { store: sealedStore(bare, keys), keys };
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
    ready: () => store.ping(),
    now: clock.now,
    locale: config.LOCALE,
    host: config.HOST,
    port: config.PORT,
    trustProxy: config.TRUST_PROXY,
    ...(isOwnMachine(config) && { limits: { network: OWN_MACHINE } }),
    ...(config.METRICS_TOKEN !== undefined && { metricsToken: config.METRICS_TOKEN }),
  });
}

/** Without a proxy, whoever reaches a loopback address is a program of this very machine, which may ask all it can. */
function isOwnMachine({ HOST, TRUST_PROXY }: Config): boolean {
  return TRUST_PROXY.length === 0 && (HOST === 'localhost' || HOST === '::1' || HOST.startsWith('127.'));
}

const OWN_MACHINE = { requests: 50_000, seconds: 10 };

/** The Telegram channel on the core, when a token is set; its webhook is served by the web channel. */
export async function buildTelegram(
  config: Config,
  { words, assistant }: Core,
  web: Web,
  log: Log,
): Promise<Channel | undefined> {
  if (config.TELEGRAM_BOT_TOKEN === undefined) return undefined;
  const channel = await telegramChannel(config, {
    token: config.TELEGRAM_BOT_TOKEN,
    assistant,
    words,
    locale: config.LOCALE,
    log,
    rate: config.TELEGRAM_RATE,
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
