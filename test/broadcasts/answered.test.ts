import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTelegram, buildWeb, type Core, openCore } from '../../src/app.ts';
import { createBroadcasts } from '../../src/broadcasts/index.ts';
import type { TelegramChannel } from '../../src/channels/telegram/channel.ts';
import type { Web } from '../../src/channels/web/server.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Delivery } from '../../src/delivery/index.ts';
import type { Reply } from '../../src/dialogue/index.ts';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { buildDelivery } from '../../src/sending.ts';
import { BotApi } from '../support/bot-api/server.ts';
import { freshFolder } from '../support/folder.ts';
import { until } from '../support/until.ts';

const TEXT = '培训班又开了，想去的快报名。';
/** Says nothing that could be told without knowing what it is about. */
const VAGUE = '嗯呐那咋整嘛';

describe.each(['grammy', 'telegraf'])('an answer to a broadcast, with %s', framework => {
  let api: BotApi;
  let core: Core;
  let web: Web;
  let telegram: TelegramChannel;
  let delivery: Delivery;

  beforeEach(async () => {
    api = await BotApi.start();
    const config = readConfig({
      DATA_DIR: freshFolder(),
      AS_OF: '2026-11-22',
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_FRAMEWORK: framework,
    }) as Config;
    const deliver = (chat: string, replies: readonly Reply[]): Promise<void> =>
      (chat.startsWith('web:') ? web : telegram).deliver(chat, replies);
    core = await openCore(config, SILENT_LOG, deliver);
    web = buildWeb(config, core, SILENT_LOG);
    telegram = (await buildTelegram(config, core, web, SILENT_LOG))!;
    await telegram.start();
    delivery = await buildDelivery(config, core, deliver, SILENT_LOG);
    await delivery.start();
  });
  afterEach(async () => {
    await delivery.stop();
    await telegram.stop();
    await core.store.close();
    await api.close();
  });

  /** Sends a broadcast about where to train; resolves when everybody has it. */
  async function broadcast(): Promise<void> {
    const parts = { ...core, policy: hainan, topicsOf: () => ['where-to-train', 'assessment'] as const };
    const broadcasts = createBroadcasts(parts, delivery.mailings);
    const texts = { 'zh-CN': TEXT, en: TEXT };
    const draft = await broadcasts.create({ texts, audience: [], atMs: null, urgent: true, override: null, who: 'x' });
    await broadcasts.confirm(draft, 'x');
    await until('it is done', async () => (await delivery.mailings.find(draft.id))?.state === 'done', 20_000);
  }
  async function friend() {
    const person = api.person({ language_code: 'zh-hans' });
    const said = async (text: string, more: Record<string, unknown> = {}): Promise<string> => {
      const before = api.texts(person.chat.id).length;
      person.say(text, more);
      await api.until(() => api.texts(person.chat.id).length > before);
      return api.texts(person.chat.id).slice(before).join('\n');
    };
    await said('提醒我');
    return { said };
  }
  const headline = (topic: string): string => core.words['zh-CN'].say(`${topic}.headline`);

  it('opens what it was about when the next words alone say nothing, and only the next ones', async () => {
    const { said } = await friend();
    await broadcast();
    expect(await said(VAGUE)).toContain(headline('where-to-train'));
    expect(await said(VAGUE)).not.toContain(headline('where-to-train'));
  });

  it('picks a choice of it by number or label, also in a reply to an old message', async () => {
    const { said } = await friend();
    await broadcast();
    const message = api.world.messages.findLast(({ text }) => text === TEXT);
    expect(await said('2')).toContain(headline('assessment'));
    await said('谢谢');
    expect(await said('1', { reply_to_message: message })).toContain(headline('where-to-train'));
    expect(await said(VAGUE, { reply_to_message: message })).toContain(headline('where-to-train'));
  });

  it.each(['收到', '好的，收到', '已收到！', '知道了'])('takes “%s” for what it is', async text => {
    const { said } = await friend();
    await broadcast();
    expect(await said(text)).toContain(core.words['zh-CN'].say('thanks.headline'));
  });

  it('leaves a question of its own its answer, and an open question its place', async () => {
    const { said } = await friend();
    expect(await said('我的施工员证还能换吗')).toMatch(/[？?]/);
    await broadcast();
    expect(await said('电子证')).not.toContain(headline('where-to-train'));
    await broadcast();
    expect(await said('每年要学多少学时')).toContain('32');
  });

  it('does so on the web too', async () => {
    const post = async (path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await (await web.fetch(request)).json()) as { chat: string; topic: string; replies: { text: string }[] };
    };
    const { chat } = await post('/api/chats', { locale: 'zh-CN' });
    const said = async (text: string) => (await post(`/api/chats/${chat}/messages`, { text })).topic;
    expect(await said('提醒我')).toBe('reminders-on');
    await broadcast();
    expect(await said(VAGUE)).toBe('where-to-train');
    await broadcast();
    expect(await said('2')).toBe('assessment');
    await broadcast();
    expect(await said('退订')).toBe('reminders-off');
  });
});
