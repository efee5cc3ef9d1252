import { expect, it } from 'vitest';
import { buildTelegram, buildWeb, openCore } from '../../src/app.ts';
import type { TelegramChannel } from '../../src/channels/telegram/channel.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Reply } from '../../src/dialogue/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { buildDelivery } from '../../src/sending.ts';
import { BotApi } from '../support/bot-api/server.ts';
import { freshFolder } from '../support/folder.ts';

it.each(['grammy', 'telegraf'])(
  'an administrator writes to many by buttons, on %s, and gets the report as a file',
  async framework => {
    const api = await BotApi.start();
    const admin = api.person({ language_code: 'zh-hans' });
    const reader = api.person({ language_code: 'zh-hans' });
    const config = readConfig({
      DATA_DIR: freshFolder(),
      AS_OF: '2026-11-22',
      ADMINS: `telegram:${admin.user.id}`,
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_FRAMEWORK: framework,
    }) as Config;
    let telegram: TelegramChannel | undefined;
    const deliver = (chat: string, replies: readonly Reply[]): Promise<void> => telegram!.deliver(chat, replies);
    const core = await openCore(config, SILENT_LOG, deliver);
    const web = buildWeb(config, core, SILENT_LOG);
    telegram = (await buildTelegram(config, core, web, SILENT_LOG))!;
    await telegram.start();
    const delivery = await buildDelivery(config, core, deliver, SILENT_LOG);
    await delivery.start();
    const texts = (): string => api.texts(admin.chat.id).join('\n');
    const tap = async (label: string, then: string): Promise<void> => {
      admin.press(label);
      await api.until(() => texts().includes(then));
    };

    reader.say('提醒我');
    await api.until(() => api.texts(reader.chat.id).length > 0);
    admin.say('写群发');
    await api.until(() => texts().includes('要发什么'));
    admin.say('今年的学时请学满。');
    await api.until(() => admin.labels().includes('所有人'));
    await tap('所有人', '现在会收到的有1人');
    await api.until(() => admin.labels().includes('现在发'));
    await tap('现在发', '点“确认发送”才会发');
    // At night it would wait until the morning: then there is a button for that.
    if (admin.labels().includes('加急，夜里也发')) {
      admin.press('加急，夜里也发');
      await api.until(() => !admin.labels().includes('加急，夜里也发'));
    }
    expect(api.texts(reader.chat.id)).not.toContain('今年的学时请学满。');
    await tap('确认发送', '已确认');
    await api.until(() => api.texts(reader.chat.id).includes('今年的学时请学满。'));
    admin.press('看进度');
    await api.until(() => admin.labels().includes('要报告'));
    admin.press('要报告');
    await api.until(() => api.called('sendDocument').length === 1);
    expect(api.refused).toEqual([]);
    await delivery.stop();
    await telegram.stop();
    await core.store.close();
    await api.close();
  },
);
