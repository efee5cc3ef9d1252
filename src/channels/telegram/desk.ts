import { setMaxListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { Assistant, Locale, Outgoing, OwedErrand, Reply } from '../../dialogue/index.ts';
import { OneByOne } from '../../runtime/one-by-one.ts';
import { type BotApi, failureOf } from './api.ts';
import { callsFor } from './compose.ts';
import type { Listening } from './content.ts';
import { errandTools } from './errand.ts';
import { CHATS, type Heard, hear } from './hear.ts';
import type { Button } from './keyboard.ts';
import { type Care, type Outcome, type Sending, send } from './send.ts';
import { parseUpdate } from './update.ts';

export interface DeskOptions extends Sending, Omit<Listening, 'me'> {
  assistant: Assistant;
  /** The label of the link from a group to the private chat. */
  privateLabel(locale: Locale | undefined): string | undefined;
  /** Told of every message's fate. */
  onOutcome?(outcome: Outcome): void;
}

type Owed = ReturnType<Assistant['owed']> extends AsyncIterable<infer Debt> ? Debt : never;

/** After how long the replies of another process count as forgotten. */
export const OWED_AFTER_MS = 10_000;
/** So many owed replies are sent at the same time. */
const PAYING = 100;

/** An update that the assistant has taken durably; its replies are on their way. */
export interface Taken {
  /** Resolves when they have been sent, or given up until later. Never rejects. */
  sent: Promise<void>;
}

/**
 * What both frameworks share: hands updates to the assistant and its replies to Telegram. Of one chat everything happens in the order of arrival;
 * turns do not wait for earlier replies to be sent, so a slow network delays answers and not the confirming of updates.
 */
export class Desk {
  readonly #options: DeskOptions;
  readonly #sends = new OneByOne();
  readonly #underWay = new Map<string, Promise<Taken>>();
  #pending = 0;
  readonly #onSent = new Set<() => void>();
  #eventTurn: Promise<void> | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
    setMaxListeners(0, options.giveUp);
  }

  /** Takes an update; undefined when it is not for the assistant. The same one a second time, while the first is under way, is the first. */
  async take(update: unknown, api: BotApi, me: Listening['me']): Promise<Taken | undefined> {
    const { groups, alone } = this.#options;
    const read = parseUpdate(update);
    const heard = read === undefined ? undefined : hear(read, { me, groups, alone });
    if (heard === undefined) return undefined;
    if (heard.query !== undefined) this.#acknowledge(api, heard.query);
    const key = `${heard.incoming.chat} ${heard.incoming.id}`;
    const underWay = this.#underWay.get(key);
    if (underWay !== undefined) return underWay;
    const taken = this.#answer(heard, api, me);
    this.#underWay.set(key, taken);
    const forget = (): void => void this.#underWay.delete(key);
    taken.then(({ sent }) => sent).then(forget, forget);
    return taken;
  }

  /** Sends replies that answer nothing just said. */
  push(api: BotApi, chat: string, replies: readonly Reply[]): Promise<Outcome> {
    return this.#send(api, chat, replies, { place: { chat: chatId(chat) }, care: 'at-most-once' });
  }

  /**
   * Sends what an earlier process owed, different chats at the same time. A chat to which answers of our own are under way is left for the next time:
   * they may be what is owed.
   */
  async payDebts(api: BotApi, olderThanMs: number, stop?: AbortSignal): Promise<void> {
    const paying = new Map<string, Promise<void>>();
    try {
      for await (const debt of this.#options.assistant.owed(CHATS, olderThanMs)) {
        if (stop?.aborted) break;
        if (this.#sends.isBusy(debt.chat) && !paying.has(debt.chat)) continue;
        paying.set(debt.chat, this.#pay(api, debt).catch(this.#logFault));
        await this.pendingAtMost(PAYING);
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, 'telegram: owed replies could not be looked up');
    }
    await Promise.all(paying.values());
  }

  /** Takes up the errands of a process that has died. */
  async runForgotten(api: BotApi, olderThanMs: number): Promise<void> {
    try {
      for await (const errand of this.#options.assistant.errands?.(CHATS, olderThanMs) ?? [])
        void this.#run(api, errand);
    } catch (error) {
      this.#options.log.warn({ err: error }, 'telegram: forgotten errands could not be looked up');
    }
  }

  /** An errand holds up nothing else of its chat; what it brings is sent as an answer is, and kept until then. */
  async #run(api: BotApi, errand: OwedErrand, place: Heard['place'] = { chat: chatId(errand.chat) }): Promise<void> {
    this.#pending++;
    const tools = errandTools(api, place.chat, { time: this.#options.time, signal: this.#options.giveUp });
    try {
      const { answer, settled } = await errand.run(tools);
      const outcome = await this.#send(api, errand.chat, answer.replies, { place, care: 'at-least-once' });
      if (outcome.fate !== 'unknown') await settled();
    } catch (error) {
      this.#logFault(error);
    } finally {
      tools.done();
      this.#settleOne();
    }
  }

  /** Resolves once at most `limit` updates wait for their replies to be sent. */
  async pendingAtMost(limit: number): Promise<void> {
    while (this.#pending > limit) await new Promise<void>(resolve => this.#onSent.add(resolve));
  }

  async #pay(api: BotApi, { chat, replies, settled }: Owed): Promise<void> {
    const outcome = await this.#send(api, chat, replies, { place: { chat: chatId(chat) }, care: 'at-least-once' });
    if (outcome.fate !== 'unknown') await settled();
  }

  async #answer(heard: Heard, api: BotApi, me: Listening['me']): Promise<Taken> {
    const outgoing = await this.#options.assistant.receive(heard.incoming);
    if (outgoing.conceal) this.#conceal(api, heard.place);
    return {
      sent:
        outgoing.delivery === 'sent' ? Promise.resolve() : this.#reply(heard, outgoing, api, me).catch(this.#logFault),
    };
  }

  async #reply(
    { incoming, place, locale }: Heard,
    { answer, settled, errand, heldMs }: Outgoing,
    api: BotApi,
    me: Listening['me'],
  ): Promise<void> {
    const link = incoming.group === true ? this.#privateLink(me, answer.topic, locale) : undefined;
    const how = { place, link, heldMs, care: 'at-least-once' } as const;
    const outcome = await this.#send(api, incoming.chat, answer.replies, how);
    if (errand !== undefined) void this.#run(api, errand, place);
    if (outcome.fate === 'unknown') return;
    // If this fails, the replies have arrived all the same: at worst they come again.
    await settled();
  }

  async #send(
    api: BotApi,
    chat: string,
    replies: readonly Reply[],
    how: { place: Heard['place']; link?: Button | undefined; heldMs?: number | undefined; care: Care },
  ): Promise<Outcome> {
    this.#pending++;
    try {
      const outcome = await this.#sends.run(chat, async (): Promise<Outcome> => {
        // First the poll may confirm and ask for more: Telegram works on that while we send.
        await this.#afterPoll();
        if (how.heldMs !== undefined && !(await this.#hasPassed(how.heldMs))) return { fate: 'unknown' };
        return send(api, callsFor(replies, how.place, how.link), how.care, this.#options);
      });
      this.#options.onOutcome?.(outcome);
      return outcome;
    } finally {
      this.#settleOne();
    }
  }

  #settleOne(): void {
    this.#pending--;
    for (const resolve of this.#onSent) resolve();
    this.#onSent.clear();
  }

  /** False when all is given up before. */
  #hasPassed(ms: number): Promise<boolean> {
    return this.#options.time.wait(ms, this.#options.giveUp).then(
      () => true,
      () => false,
    );
  }

  /** Resolves once what came in with this event turn has been taken: one wait for all of it. */
  #afterPoll(): Promise<void> {
    this.#eventTurn ??= setImmediate().then(() => {
      this.#eventTurn = undefined;
    });
    return this.#eventTurn;
  }

  readonly #logFault = (error: unknown): void => {
    this.#options.log.error({ err: error }, 'telegram: a reply could not be sent or settled');
  };

  /** One that comes too late is nobody's trouble: the button is no longer shown as busy. */
  #acknowledge(api: BotApi, query: string): void {
    api.call('answerCallbackQuery', { callback_query_id: query }).catch(error => {
      this.#options.log.info({ code: failureOf(error).code }, 'telegram: a pressed button was not acknowledged');
    });
  }

  /** The reply says what to do where the message stays. */
  #conceal(api: BotApi, { chat, message }: Heard['place']): void {
    if (message === undefined) return;
    api.call('deleteMessage', { chat_id: chat, message_id: message }).catch(error => {
      this.#options.log.info({ code: failureOf(error).code }, 'telegram: a message was not taken away');
    });
  }

  #privateLink(me: Listening['me'], topic: string, locale: Locale | undefined): Button {
    return {
      text: this.#options.privateLabel(locale) ?? `@${me.username}`,
      url: `https://t.me/${me.username}?start=${topic}`,
    };
  }
}

function chatId(chat: string): number {
  return Number(chat.slice(CHATS.length));
}
