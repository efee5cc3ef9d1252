import { Bot } from 'grammy';
import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { huanzheng as forGrammy } from '../../../src/channels/telegram/grammy.ts';
import type { MountOptions } from '../../../src/channels/telegram/mount.ts';
import { huanzheng as forTelegraf } from '../../../src/channels/telegram/telegraf.ts';
import { BotApi } from '../../support/bot-api/server.ts';
import { WORDS } from './fixture.ts';
import { Puppet, says } from './puppet.ts';

/** Somebody's own bot with the assistant in it: what the assistant leaves, the host answers with 「主人」. */
type Host = (api: BotApi, options: MountOptions) => { start(): void; stop(): unknown };

const onGrammy: Host = (api, options) => {
  const bot = new Bot(api.token, { client: { apiRoot: api.root } });
  bot.command('weather', ctx => ctx.reply('晴'));
  bot.use(forGrammy(options));
  bot.use(ctx => ctx.reply('主人'));
  return { start: () => void bot.start(), stop: () => bot.stop() };
};

const onTelegraf: Host = (api, options) => {
  const bot = new Telegraf(api.token, { telegram: { apiRoot: api.root } });
  bot.command('weather', ctx => ctx.reply('晴'));
  bot.use(forTelegraf(options));
  bot.use(ctx => ctx.reply('主人'));
  return { start: () => void bot.launch(), stop: () => bot.stop() };
};

describe.each([
  ['grammY', onGrammy],
  ['Telegraf', onTelegraf],
])("the assistant in somebody else's bot on %s", (_, host) => {
  let api: BotApi;
  let stop: () => unknown = () => {};
  beforeEach(async () => {
    api = await BotApi.start();
  });
  afterEach(async () => {
    await stop();
    await api.close();
    expect(api.refused).toEqual([]);
  });

  async function running(options: Partial<MountOptions> = {}): Promise<Puppet> {
    const assistant = new Puppet();
    const bot = host(api, { assistant, ...options });
    bot.start();
    await api.until(() => api.called('getUpdates').length > 0);
    stop = () => bot.stop();
    return assistant;
  }

  it('answers private messages, its own commands and its own buttons', async () => {
    const assistant = await running();
    assistant.script = ({ message }) => [message.kind === 'text' ? says('哪一种？', '是') : says(message.kind)];
    const person = api.person();
    person.say('换证');
    await api.until(() => person.labels().length === 1);
    person.press('是');
    person.say('/start');
    await api.until(() => api.texts(person.chat.id).length === 3);
    expect(api.texts(person.chat.id)).toEqual(['哪一种？', 'choice', 'start']);
    expect(api.called('answerCallbackQuery')).toHaveLength(1);
  });

  it('sends what a crash has left owed', async () => {
    const assistant = await running();
    const [before, now] = [api.person(), api.person()];
    await assistant.receive({
      chat: `telegram:${before.chat.id}`,
      id: 'u1',
      message: { kind: 'text', text: '欠着的' },
    });
    now.say('在吗');
    await api.until(() => api.texts(before.chat.id).length === 1);
  });

  it("leaves the host's commands, the host's buttons, groups and everything else to the host", async () => {
    const assistant = await running();
    const person = api.person();
    person.say('/weather');
    person.say('/another');
    person.press('host:button');
    const group = api.group();
    person.in(group).say('@huanzheng_bot 换证');
    person.say('完');
    await api.until(() => api.texts(person.chat.id).includes('完') && api.texts(group.id).length === 1);
    expect(api.texts(person.chat.id)).toEqual(['晴', '主人', '主人', '完']);
    expect(api.texts(group.id)).toEqual(['主人']);
    expect(assistant.heard()).toEqual(['完']);
    expect(api.called('answerCallbackQuery')).toEqual([]);
  });

  it('answers in groups when it is addressed, if the host wants that', async () => {
    await running({ groups: 'mention', words: WORDS });
    const group = api.group();
    const person = api.person().in(group);
    person.say('@huanzheng_bot 换证');
    person.say('今天几点下班');
    await api.until(() => api.texts(group.id).length === 2);
    expect(api.texts(group.id)).toEqual(['换证', '主人']);
    expect(api.called('sendMessage')[0]?.parameters.reply_markup).toEqual({
      inline_keyboard: [[{ text: 'telegram-private 中文', url: 'https://t.me/huanzheng_bot?start=help' }]],
    });
  });
});
