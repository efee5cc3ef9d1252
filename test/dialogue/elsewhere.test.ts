import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTelegram, buildWeb, type Core, openCore } from '../../src/app.ts';
import type { TelegramChannel } from '../../src/channels/telegram/channel.ts';
import type { Web } from '../../src/channels/web/server.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { carryCodeIn, createCarryCodes } from '../../src/dialogue/index.ts';
import { fixedClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { keepDataKeys } from '../../src/store/key-file.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { csv, inventedId, line } from '../registry/people.ts';
import { BotApi } from '../support/bot-api/server.ts';
import { freshFolder } from '../support/folder.ts';

const CODE = /[B-Z]{4}-[B-Z]{4}/;

describe.each(['grammy', 'telegraf'])('a conversation between the web and Telegram on %s', framework => {
  let api: BotApi;
  let core: Core;
  let web: Web;
  let telegram: TelegramChannel;

  beforeEach(async () => {
    api = await BotApi.start();
    const config = readConfig({
      DATA_DIR: freshFolder(),
      AS_OF: '2020-10-15',
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      TELEGRAM_FRAMEWORK: framework,
    }) as Config;
    core = await openCore(config, SILENT_LOG, undefined, code => telegram.linkFor(code));
    web = buildWeb(config, core, SILENT_LOG);
    telegram = (await buildTelegram(config, core, web, SILENT_LOG))!;
    await telegram.start();
  });
  afterEach(async () => {
    await telegram.stop();
    await core.store.close();
    await api.close();
  });

  async function post(path: string, body: object): Promise<{ chat: string; replies: { text: string }[] }> {
    const headers = { 'Content-Type': 'application/json' };
    const response = await web.fetch(
      new Request(`http://localhost${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    return (await response.json()) as { chat: string; replies: { text: string }[] };
  }
  /** Somebody in a web chat of their own. */
  async function visitor() {
    const { chat } = await post('/api/chats', { locale: 'zh-CN' });
    return async (text: string): Promise<string> =>
      (await post(`/api/chats/${chat}/messages`, { text })).replies.map(reply => reply.text).join('\n');
  }
  /** Somebody in a private chat with the bot. */
  function friend() {
    const person = api.person({ language_code: 'zh-hans' });
    return async (text: string): Promise<string> => {
      const before = api.texts(person.chat.id).length;
      person.say(text);
      await api.until(() => api.texts(person.chat.id).length > before);
      return api.texts(person.chat.id).slice(before).join('\n');
    };
  }
  const codeIn = (text: string): string => CODE.exec(text)![0];

  it('goes there with what was told, by code or by link, and back, and each code works once', async () => {
    const onWeb = await visitor();
    await onWeb('我17年拿的施工员培训合格证书，海南领导小组办公室发的，能换吗');
    const given = await onWeb('换到电报继续');
    const code = codeIn(given);
    expect(given).toContain(`https://t.me/${api.username}?start=${code.replace('-', '')}`);
    expect(given).toContain('10分钟');
    const onPhone = friend();
    const carried = await onPhone(`/start ${code.replace('-', '')}`);
    expect(carried).toContain('接上了');
    expect(carried).toContain('2017年');
    // The question that was open there comes again here.
    expect(await onPhone('继续')).toMatch(/[？?]/);
    expect(await onPhone('土建施工员')).not.toContain('没听懂');
    expect(await friend()(code)).toContain('这个代码用不了');
    const back = codeIn(await onPhone('换个地方继续'));
    const onOther = await visitor();
    expect(await onOther(back.toLowerCase().replace('-', ' '))).toMatch(/接上了.*土建施工员/s);
    expect(await onOther(back)).toContain('这个代码用不了');
  });

  it('never carries who somebody is', async () => {
    await core.registry.importRoster(csv(line(1, { 姓名: '示例甲', 发证日期: '2018-09-30', 学时年度: '2019' })), {
      who: 'test',
    });
    const onPhone = friend();
    for (const text of ['查我自己的学时', '可以', inventedId(1)]) await onPhone(text);
    expect(await onPhone('示例甲')).toContain('20学时');
    const onWeb = await visitor();
    expect(await onWeb(codeIn(await onPhone('continue elsewhere')))).toContain('身份没有带过来');
    expect(await onWeb('查我自己的学时')).toMatch(/可以|身份证/);
    expect(await onPhone('查我自己的学时')).toContain('20学时');
  });

  it('lets nobody guess: after some wrong codes not even the right one is taken, elsewhere it still is', async () => {
    const code = codeIn(await (await visitor())('换到微信继续'));
    const guesser = friend();
    for (let n = 0; n < 6; n += 1) expect(await guesser('BCDF-GHJK')).toContain('这个代码用不了');
    expect(await guesser(code)).toContain('这个代码用不了');
    expect(await friend()(code)).toContain('接上了');
  });
});

describe('a code', () => {
  it('is over after ten minutes, is given again to the same doing only, and stands nowhere in the store', async () => {
    const folder = freshFolder();
    const clock = fixedClock('2026-11-22T08:00:00+08:00');
    const store = await openLmdbStore(folder, clock);
    const codes = createCarryCodes({ store, keys: await keepDataKeys(folder) });
    const used = (await codes.give({ chat: 'web:1' }, { n: 1 }))!;
    const late = (await codes.give({ chat: 'web:1' }, { n: 2 }))!;
    expect(await codes.take({ chat: 'telegram:1', once: 'u1' }, used)).toEqual({ n: 1 });
    expect(await codes.take({ chat: 'telegram:1', once: 'u1' }, used)).toEqual({ n: 1 });
    expect(await codes.take({ chat: 'telegram:1', once: 'u2' }, used)).toBeUndefined();
    for await (const { key, value } of store.scan('carry:'))
      expect(key + Buffer.from(value).toString()).not.toMatch(new RegExp(`${used}|${late}`));
    clock.pass(10 * 60_000);
    expect(await codes.take({ chat: 'telegram:2', once: 'u1' }, late)).toBeUndefined();
    await store.close();
  });

  it.each(['BCDF-GHJK', 'bcdf ghjk', 'ＢＣＤＦ－ＧＨＪＫ', '代码：BCDFGHJK'])(
    'is read as people copy it: %s',
    typed => {
      expect(carryCodeIn(typed)).toBe('BCDFGHJK');
    },
  );

  it.each(['deadline', 'training', '101', 'BCDF', 'BCDF-GHJK-LMNP', '我要换证'])('is no word: %s', typed => {
    expect(carryCodeIn(typed)).toBeUndefined();
  });
});
