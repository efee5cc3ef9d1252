import { Bot } from 'grammy';
import { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deliver } from '../../../src/app.ts';
import { deliverBy as byGrammy } from '../../../src/channels/telegram/grammy.ts';
import { deliverBy as byTelegraf } from '../../../src/channels/telegram/telegraf.ts';
import { type OpenAssistant, openAssistant } from '../../../src/index.ts';
import { SILENT_LOG } from '../../../src/runtime/log.ts';
import { BotApi } from '../../support/bot-api/server.ts';
import { freshFolder } from '../../support/folder.ts';

const throughGrammy = (api: BotApi): Deliver => byGrammy(new Bot(api.token, { client: { apiRoot: api.root } }).api);
const throughTelegraf = (api: BotApi): Deliver =>
  byTelegraf(new Telegraf(api.token, { telegram: { apiRoot: api.root } }).telegram);

describe.each([
  ['grammY', throughGrammy],
  ['Telegraf', throughTelegraf],
])("what a bot of somebody else's sends unasked on %s", (_, through) => {
  let api: BotApi;
  let opened: OpenAssistant | undefined;
  const folder = freshFolder();
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    api = await BotApi.start();
  });
  afterEach(async () => {
    await opened?.close();
    await api.close();
    vi.useRealTimers();
  });

  const open = async (moment: string): Promise<OpenAssistant> => {
    vi.setSystemTime(moment);
    await opened?.close();
    opened = await openAssistant({ DATA_DIR: folder }, SILENT_LOG);
    return opened;
  };
  const asks = async ({ assistant }: OpenAssistant, chat: string, text: string): Promise<string> => {
    const { answer } = await assistant.receive({ chat, message: { kind: 'text', text } });
    return answer.replies.map(reply => reply.text).join('\n');
  };

  it('is promised only once it can be sent, and then comes', async () => {
    const person = api.person();
    const chat = `telegram:${person.chat.id}`;
    const before = await open('2026-11-20T04:00:00Z');
    expect(await asks(before, chat, '提醒我')).toMatch(/^这里发不了提醒/);
    await before.startSending(through(api));
    expect(await asks(before, chat, '提醒我')).toMatch(/^好，学时到期前我会在这里提醒您/);
    const later = await open('2026-12-01T04:00:00Z');
    await later.startSending(through(api));
    await api.until(() => api.texts(person.chat.id).length === 1);
    expect(api.texts(person.chat.id)[0]).toMatch(/^2026年的学时还剩30天/);
  });

  it('goes to no chat of another channel', async () => {
    await expect(through(api)('web:a', [])).rejects.toThrow();
  });
});
