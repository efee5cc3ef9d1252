import { afterEach, expect } from 'vitest';
import type { TelegramChannel, TelegramOptions } from '../../../src/channels/telegram/channel.ts';
import { grammyChannel } from '../../../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../../../src/channels/telegram/telegraf.ts';
import { BotApi } from '../../support/bot-api/server.ts';
import { TestTime } from '../../support/test-time.ts';
import { Puppet } from './puppet.ts';

/** Both frameworks: whatever is promised of one is promised of the other. */
export const FRAMEWORKS = [
  ['grammY', grammyChannel],
  ['Telegraf', telegrafChannel],
] as const;

export type Open = (typeof FRAMEWORKS)[number][1];

/** Texts that show their own names. */
export const WORDS = { 'zh-CN': { say: (id: string) => `${id} 中文` }, en: { say: (id: string) => `${id} English` } };

export interface Logged {
  level: 'info' | 'warn' | 'error';
  fields: Record<string, unknown>;
  message: string;
}

/** A bot with its server, its assistant and everything it has logged. */
export interface Rig {
  api: BotApi;
  assistant: Puppet;
  log: Logged[];
  channel: TelegramChannel;
}

const closing: (() => Promise<unknown>)[] = [];

/** Builds a rig that is closed after the test, when also every call must have been one that Telegram takes. */
export async function rig(open: Open, options: Partial<TelegramOptions> = {}): Promise<Rig> {
  const api = await BotApi.start();
  closing.push(() => api.close());
  closing.push(async () => expect(api.refused).toEqual([]));
  const assistant = new Puppet();
  const log: Logged[] = [];
  const channel = channelOn(open, api, { assistant, ...options, log: logInto(log) });
  return { api, assistant, log, channel };
}

export function channelOn(
  open: Open,
  api: BotApi,
  options: Partial<TelegramOptions> & Pick<TelegramOptions, 'assistant'>,
): TelegramChannel {
  const channel = open({ token: api.token, apiRoot: api.root, words: WORDS, ...options });
  closing.push(async () => {
    // Where time stands still, somebody must let it pass while the channel waits for its last replies.
    const passing =
      options.time instanceof TestTime ? setInterval(() => (options.time as TestTime).pass(10_000), 1) : undefined;
    await channel.stop();
    clearInterval(passing);
  });
  return channel;
}

export function logInto(log: Logged[]): NonNullable<TelegramOptions['log']> {
  const at = (level: Logged['level']) => (fields: object, message: string) =>
    void log.push({ level, fields: fields as Logged['fields'], message });
  return { debug: () => {}, info: at('info'), warn: at('warn'), error: at('error') };
}

/** A promise and the means to keep it. */
export function gate(): { promise: Promise<void>; open(): void } {
  let open = (): void => {};
  const promise = new Promise<void>(resolve => {
    open = resolve;
  });
  return { promise, open };
}

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
