import { type Api, Bot, BotError, type Context, InputFile, type MiddlewareFn } from 'grammy';
import type { Log } from '../../runtime/log.ts';
import { type BotApi, fileUrl } from './api.ts';
import { TelegramChannel, type TelegramOptions } from './channel.ts';
import { botClient } from './client.ts';
import { deliveringBy, type MountOptions, mounted } from './mount.ts';

export type { TelegramOptions } from './channel.ts';
export type { MountOptions } from './mount.ts';

/**
 * The assistant as middleware for a grammY bot: `bot.use(huanzheng({ assistant }))`. It answers private messages, its own commands and its own buttons;
 * everything else goes on to the next middleware.
 */
export function huanzheng<C extends Context>(options: MountOptions): MiddlewareFn<C> {
  const take = mounted(options);
  return async (ctx, next) => {
    const taken = await take(ctx.update, apiOf(ctx.api), ctx.me);
    await (taken === undefined ? next() : taken.sent);
  };
}

/** How `startSending` of `openAssistant` reaches people by your bot: `startSending(deliverBy(bot.api))`. */
export function deliverBy(api: Api, log?: Log): ReturnType<typeof deliveringBy> {
  return deliveringBy(apiOf(api), log);
}

/** The assistant as a bot of its own, on grammY. */
export function grammyChannel(options: TelegramOptions): TelegramChannel {
  return new TelegramChannel(options, desk => {
    const api = botClient(options);
    const bot = new Bot(options.token);
    bot.catch(rethrowCause);
    bot.use(async ctx => void (await desk.take(ctx.update, api, ctx.me)));
    return {
      api,
      identify: async () => (bot.botInfo = (await api.call('getMe', {})) as typeof bot.botInfo),
      handle: update => bot.handleUpdate(update as Parameters<typeof bot.handleUpdate>[0]).catch(rethrowCause),
    };
  });
}

/** grammY wraps a fault together with the whole update, which is nobody's to log. */
function rethrowCause(error: unknown): never {
  throw error instanceof BotError ? error.error : error;
}

type RawMethod = (payload: object, signal?: AbortSignal) => Promise<unknown>;

function apiOf(api: Api): BotApi {
  const methods = api.raw as unknown as Record<string, RawMethod>;
  return {
    call: (method, payload, signal) => methods[method]!(payload, signal),
    file: (name, content) => new InputFile(content, name),
    fileUrl: path => fileUrl(api.options?.apiRoot, api.token, path),
  };
}
