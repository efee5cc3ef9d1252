import { UndeliveredError } from '../../delivery/index.ts';
import type { Assistant, Locale, Reply } from '../../dialogue/index.ts';
import { type Log, SILENT_LOG } from '../../runtime/log.ts';
import type { Channel, HookRequest } from '../channel.ts';
import type { BotApi } from './api.ts';
import { Desk, OWED_AFTER_MS } from './desk.ts';
import { CHATS } from './hear.ts';
import { introduce, type TelegramWords } from './introduce.ts';
import { paceOf } from './pace.ts';
import { poll } from './polling.ts';
import type { Shared } from './send.ts';
import { TIME, type Time } from './time.ts';
import { webhookHandler } from './webhook.ts';

export type { TelegramWords } from './introduce.ts';

export interface TelegramOptions {
  token: string;
  /** Another Bot API server than Telegram's. */
  apiRoot?: string;
  assistant: Assistant;
  words: TelegramWords;
  /** The language for people whose app speaks neither. */
  locale?: Locale;
  log?: Log;
  metrics?: { sent(channel: string, outcome: string): void };
  /** Updates come to this address in place of being fetched. */
  webhook?: { url: string; secret: string };
  /** Messages a second that the bot may send in all. */
  rate?: number;
  /** What the answers of this instance cost all others. */
  shared?: Shared | undefined;
  /** After how long the replies of another process count as forgotten. */
  owedAfterMs?: number;
  time?: Time;
}

/** One framework's bot, as little of it as a channel needs. */
export interface Bot {
  readonly api: BotApi;
  /** Asks Telegram who the bot is, and tells the framework. */
  identify(): Promise<{ username?: string | undefined }>;
  /** Sends an update through the framework to the desk; resolves when it has been taken. */
  handle(update: { update_id: number }): Promise<void>;
}

/** What Telegram allows a bot by its own account. */
const RATE = 30;
/** So many updates may wait for their replies to be sent before no more are fetched. */
const PENDING = 1000;
/** How often what is owed is looked for in the time after which it counts as forgotten. */
const LOOKS = 4;
/** How long stopping waits for replies; what is left stays owed and goes out at the next start. */
const GRACE_MS = 5_000;

/** The assistant as a Telegram bot of its own, whatever the framework that `open` builds around the desk. */
export class TelegramChannel implements Channel {
  readonly chats = CHATS;
  /** What the HTTP server must serve, when updates are to come by webhook. */
  readonly webhook: { path: string; handle(request: HookRequest): Promise<Response> } | undefined;
  readonly #options: TelegramOptions;
  readonly #bot: Bot;
  readonly #desk: Desk;
  readonly #log: Log;
  readonly #time: Time;
  readonly #stopping = new AbortController();
  readonly #givingUp = new AbortController();
  #work: Promise<void> = Promise.resolve();
  #isIntroduced = false;
  #username: string | undefined;
  readonly #taking = new Set<Promise<void>>();

  constructor(options: TelegramOptions, open: (desk: Desk) => Bot) {
    const { log = SILENT_LOG, time = TIME, rate = RATE, assistant, words, metrics, webhook, shared } = options;
    this.#options = options;
    this.#log = log;
    this.#time = time;
    this.#desk = new Desk({
      assistant,
      privateLabel: (locale = options.locale ?? 'zh-CN') => words[locale].say('telegram-private'),
      groups: true,
      alone: true,
      pace: paceOf(rate, time),
      shared,
      time,
      log,
      giveUp: this.#givingUp.signal,
      ...(metrics && { onOutcome: outcome => metrics.sent('telegram', outcome.fate) }),
    });
    this.#bot = open(this.#desk);
    this.webhook = webhook && {
      path: new URL(webhook.url).pathname,
      handle: webhookHandler(webhook.secret, update => this.#takeNow(update)),
    };
  }

  /** Resolves when messages are taken, or will be as soon as Telegram can be reached; rejects when it says no to the token. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      let isWaitedFor = true;
      const introduced = this.#introduce(() => {
        isWaitedFor = false;
        resolve();
      });
      introduced.then(resolve, reject);
      this.#work = introduced.then(
        () => this.#run(),
        // Whoever waits for the start says it themselves.
        error => (isWaitedFor ? undefined : this.#log.error({ err: error }, 'telegram: not started')),
      );
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    const sent = new AbortController();
    await Promise.race([this.#idle(), this.#time.wait(GRACE_MS, sent.signal).catch(() => {})]);
    sent.abort();
    this.#givingUp.abort();
  }

  /** A link that opens the private chat and says this there; undefined as long as Telegram has not told who the bot is. */
  linkFor(text: string): string | undefined {
    return this.#username && `https://t.me/${this.#username}?start=${text}`;
  }

  async deliver(chat: string, replies: readonly Reply[]): Promise<void> {
    const { fate, retryAfterMs } = await this.#desk.push(this.#bot.api, chat, replies);
    if (fate !== 'sent') throw new UndeliveredError(fate, retryAfterMs);
  }

  #introduce(onTrouble: () => void): Promise<void> {
    const { words, webhook, locale = 'zh-CN' } = this.#options;
    const { api, identify } = this.#bot;
    return introduce({
      api,
      identify: async () => {
        this.#username = (await identify()).username;
      },
      webhook,
      words,
      locale,
      log: this.#log,
      time: this.#time,
      stop: this.#stopping.signal,
      onTrouble,
    });
  }

  async #run(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#isIntroduced = true;
    this.#log.info({ webhook: this.webhook !== undefined }, 'telegram: taking messages');
    await Promise.all([this.webhook === undefined ? this.#poll() : undefined, this.#payDebts()]);
  }

  #poll(): Promise<void> {
    const take = (update: { update_id: number }): Promise<void> => this.#take(update);
    const room = (): Promise<void> => this.#desk.pendingAtMost(PENDING);
    return poll({ api: this.#bot.api, take, room, log: this.#log, time: this.#time }, this.#stopping.signal);
  }

  /** Takes an update unless the channel has not begun (a webhook outlives its process) or is about to stop. */
  async #takeNow(update: { update_id: number }): Promise<boolean> {
    if (!this.#isIntroduced || this.#stopping.signal.aborted) return false;
    const taken = this.#take(update);
    this.#taking.add(taken);
    await taken;
    this.#taking.delete(taken);
    return true;
  }

  /** A fault of our own must not bring the same update back for ever: it is logged, and the update counts as taken. */
  async #take(update: { update_id: number }): Promise<void> {
    await this.#bot.handle(update).catch(error => {
      this.#log.error({ update: update.update_id, err: error }, 'telegram: an update could not be handled');
    });
  }

  async #payDebts(): Promise<void> {
    const { signal } = this.#stopping;
    const { owedAfterMs = OWED_AFTER_MS } = this.#options;
    while (!signal.aborted) {
      await this.#desk.payDebts(this.#bot.api, owedAfterMs, signal);
      await this.#desk.runForgotten(this.#bot.api, owedAfterMs);
      await this.#time.wait(owedAfterMs / LOOKS, signal).catch(() => {});
    }
  }

  async #idle(): Promise<void> {
    await Promise.all([this.#work, ...this.#taking]);
    await this.#desk.pendingAtMost(0);
  }
}
