import { type Context, type MiddlewareFn, Telegraf, type Telegram } from 'telegraf';
import type { Log } from '../../runtime/log.ts';
import { type BotApi, CALL_TIMEOUT_MS, fileUrl } from './api.ts';
import { TelegramChannel, type TelegramOptions } from './channel.ts';
import { botClient } from './client.ts';
import { deliveringBy, type MountOptions, mounted } from './mount.ts';

export type { TelegramOptions } from './channel.ts';
export type { MountOptions } from './mount.ts';

/**
 * The assistant as middleware for a Telegraf bot: `bot.use(huanzheng({ assistant }))`. It answers private messages, its own commands and its own buttons;
 * everything else goes on to the next middleware.
 */
export function huanzheng<C extends Context>(options: MountOptions): MiddlewareFn<C> {
  const take = mounted(options);
  return async (ctx, next) => {
    const taken = await take(ctx.update, apiOf(ctx.telegram), ctx.botInfo);
    await (taken === undefined ? next() : taken.sent);
  };
}

/** How `startSending` of `openAssistant` reaches people by your bot: `startSending(deliverBy(bot.telegram))`. */
export function deliverBy(api: Telegram, log?: Log): ReturnType<typeof deliveringBy> {
  return deliveringBy(apiOf(api), log);
}

/** The assistant as a bot of its own, on Telegraf. */
export function telegrafChannel(options: TelegramOptions): TelegramChannel {
  return new TelegramChannel(options, desk => {
    const api = botClient(options);
    const bot = new Telegraf(options.token, { handlerTimeout: Number.POSITIVE_INFINITY });
    // Telegraf's own handler would print the update.
    bot.catch(error => {
      throw error;
    });
    bot.use(async ctx => void (await desk.take(ctx.update, api, ctx.botInfo)));
    return {
      api,
      identify: async () => (bot.botInfo = (await api.call('getMe', {})) as typeof bot.botInfo & object),
      handle: update => bot.handleUpdate(update as Parameters<typeof bot.handleUpdate>[0]),
    };
  });
}

function apiOf(telegram: Telegram): BotApi {
  return {
    call(method, payload, stop) {
      // Telegraf itself would wait for an answer for eight minutes.
      const timeout = AbortSignal.timeout(CALL_TIMEOUT_MS);
      const signal = stop === undefined ? timeout : AbortSignal.any([stop, timeout]);
      return telegram.callApi(method as 'getMe', payload as never, { signal } as object);
    },
    file: (filename, content) => ({ source: Buffer.from(content), filename }),
    fileUrl: path => fileUrl(telegram.options.apiRoot, telegram.token, path),
  };
}
