import type { Assistant, Locale, Reply } from '../../dialogue/index.ts';
import { type Channel, UndeliveredError } from '../channel.ts';
import { type BotApi, failureOf, isPassing } from './api.ts';
import { COMMANDS } from './commands.ts';
import { Desk, nameOf } from './desk.ts';
import { CHATS } from './hear.ts';
import { type Log, SILENT } from './log.ts';
import { paceOf } from './pace.ts';
import { poll } from './polling.ts';
import { TIME, type Time } from './time.ts';
import { ALLOWED_UPDATES } from './update.ts';
import { webhookHandler } from './webhook.ts';

export interface TelegramOptions {
  token: string;
  /** Another Bot API server than Telegram's. */
  apiRoot?: string;
  assistant: Assistant;
  words: TelegramWords;
  /** The language of the menu for people whose app speaks neither. */
  locale?: Locale;
  log?: Log;
  /** Updates come to this address in place of being fetched. */
  webhook?: { url: string; secret: string };
  /** Messages a second that the bot may send in all. */
  rate?: number;
  /** After how long the replies of another process count as forgotten. */
  owedAfterMs?: number;
  time?: Time;
}

/** The texts of `locales/<locale>/telegram.ftl`. */
export type TelegramWords = Readonly<Record<Locale, { say(id: string): string }>>;

export interface Me {
  id: number;
  username: string;
}

/** One framework's bot, as little of it as a channel needs. */
export interface Bot {
  readonly api: BotApi;
  /** Asks Telegram who the bot is, and tells the framework. */
  identify(): Promise<Me>;
  /** Sends an update through the framework to the desk; resolves when it has been taken. */
  handle(update: { update_id: number }): Promise<void>;
}

/** What Telegram allows a bot by its own account. */
const RATE = 30;
const OWED_AFTER_MS = 30_000;
/** So many updates may wait for their replies to be sent before no more are fetched. */
const PENDING = 1000;
/** How long stopping waits for replies; what is left stays owed and goes out at the next start. */
const GRACE_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** The assistant as a Telegram bot of its own, whatever the framework that `open` builds around the desk. */
export class TelegramChannel implements Channel {
  readonly chats = CHATS;
  /** What the HTTP server must serve, when updates are to come by webhook. */
  readonly webhook: { path: string; handle(request: Request): Promise<Response> } | undefined;
  readonly #options: TelegramOptions;
  readonly #bot: Bot;
  readonly #desk: Desk;
  readonly #log: Log;
  readonly #time: Time;
  readonly #stopping = new AbortController();
  readonly #givingUp = new AbortController();
  readonly #work: Promise<void>[] = [];
  readonly #taking = new Set<Promise<void>>();

  constructor(options: TelegramOptions, open: (desk: Desk) => Bot) {
    const { log = SILENT, time = TIME, rate = RATE, assistant, words, locale: fallback = 'zh-CN', webhook } = options;
    this.#options = options;
    this.#log = log;
    this.#time = time;
    const privateLabel = (locale: Locale = fallback): string => words[locale].say('telegram-private');
    this.#desk = new Desk({
      assistant,
      privateLabel,
      groups: true,
      alone: true,
      pace: paceOf(rate, time),
      time,
      log,
      giveUp: this.#givingUp.signal,
    });
    this.#bot = open(this.#desk);
    this.webhook = webhook && {
      path: new URL(webhook.url).pathname,
      handle: webhookHandler(webhook.secret, update => this.#takeNow(update)),
    };
  }

  /** Retries until Telegram can be reached; rejects when it does not know the token. */
  async start(): Promise<void> {
    await this.#persist('getMe', () => this.#bot.identify());
    await this.#persist('the way in', () => this.#chooseWayIn());
    if (this.#stopping.signal.aborted) return;
    await this.#setMenu();
    if (this.#options.webhook === undefined) this.#work.push(this.#poll());
    this.#work.push(this.#payDebts());
    this.#log.info({ webhook: this.webhook !== undefined }, 'telegram: taking messages');
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#work, ...this.#taking]);
    const sent = new AbortController();
    const grace = this.#time.wait(GRACE_MS, sent.signal).catch(() => {});
    await Promise.race([this.#desk.pendingAtMost(0), grace]);
    sent.abort();
    this.#givingUp.abort();
  }

  async deliver(chat: string, replies: readonly Reply[]): Promise<void> {
    const outcome = await this.#desk.push(this.#bot.api, chat, replies);
    if (outcome !== 'sent') throw new UndeliveredError(outcome);
  }

  #poll(): Promise<void> {
    const take = (update: { update_id: number }): Promise<void> => this.#take(update);
    const room = (): Promise<void> => this.#desk.pendingAtMost(PENDING);
    return poll({ api: this.#bot.api, take, room, log: this.#log, time: this.#time }, this.#stopping.signal);
  }

  /** Takes an update unless the channel is about to stop. */
  async #takeNow(update: { update_id: number }): Promise<boolean> {
    if (this.#stopping.signal.aborted) return false;
    const taken = this.#take(update);
    this.#taking.add(taken);
    await taken;
    this.#taking.delete(taken);
    return true;
  }

  /** A fault of our own must not bring the same update back for ever: it is logged by its kind, and the update counts as taken. */
  async #take(update: { update_id: number }): Promise<void> {
    await this.#bot.handle(update).catch(error => {
      this.#log.error({ update: update.update_id, error: nameOf(error) }, 'telegram: an update could not be handled');
    });
  }

  #chooseWayIn(): Promise<unknown> {
    const { webhook } = this.#options;
    if (webhook === undefined) return this.#bot.api.call('deleteWebhook', { drop_pending_updates: false });
    return this.#bot.api.call('setWebhook', {
      url: webhook.url,
      secret_token: webhook.secret,
      allowed_updates: ALLOWED_UPDATES,
    });
  }

  /** The menu in each language, and in the default one for everybody else. A bot without its menu still answers. */
  async #setMenu(): Promise<void> {
    const { words, locale = 'zh-CN' } = this.#options;
    const menu = (language: Locale): object[] =>
      Object.keys(COMMANDS).map(command => ({
        command,
        description: words[language].say(`telegram-command-${command}`),
      }));
    const menus = [
      { commands: menu(locale) },
      { commands: menu('zh-CN'), language_code: 'zh' },
      { commands: menu('en'), language_code: 'en' },
    ];
    await Promise.all(menus.map(payload => this.#bot.api.call('setMyCommands', payload))).catch(error => {
      this.#log.warn({ code: failureOf(error).code }, 'telegram: the menu of commands could not be set');
    });
  }

  async #payDebts(): Promise<void> {
    const { signal } = this.#stopping;
    const { owedAfterMs = OWED_AFTER_MS } = this.#options;
    while (!signal.aborted) {
      await this.#desk.payDebts(this.#bot.api, owedAfterMs).catch(error => {
        this.#log.warn({ error: nameOf(error) }, 'telegram: owed replies could not be looked up');
      });
      await this.#time.wait(owedAfterMs, signal).catch(() => {});
    }
  }

  async #persist(what: string, call: () => Promise<unknown>): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !this.#stopping.signal.aborted; wait = Math.min(LAST_RETRY_MS, wait * 2)) {
      try {
        await call();
        return;
      } catch (error) {
        const failure = failureOf(error);
        if (!isPassing(failure)) throw new Error(`Telegram refuses ${what} (${failure.code}): is the token right?`);
        this.#log.warn({ code: failure.code, retryInMs: wait }, `telegram: ${what} got no answer`);
        await this.#time.wait(failure.retryAfterMs ?? wait, this.#stopping.signal).catch(() => {});
      }
    }
  }
}
