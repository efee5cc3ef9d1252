import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, openCore } from '../../../src/app.ts';
import type { TelegramOptions } from '../../../src/channels/telegram/channel.ts';
import { TIME, type Time } from '../../../src/channels/telegram/time.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { actionsOf, CHAT_LIMITS } from '../../../src/registry/index.ts';
import { SILENT_LOG } from '../../../src/runtime/log.ts';
import { csv, line } from '../../registry/people.ts';
import { workbookParts, zip } from '../../registry/workbooks.ts';
import type { Upload } from '../../support/bot-api/body.ts';
import type { Person } from '../../support/bot-api/person.ts';
import { BotApi } from '../../support/bot-api/server.ts';
import { freshFolder } from '../../support/folder.ts';
import { channelOn, FRAMEWORKS } from './fixture.ts';

const ADMIN = 700_001;
/** So that stopping in the middle of something takes no longer than it must. */
const HURRIED: Time = { nowMs: TIME.nowMs, wait: (ms, signal) => TIME.wait(Math.min(ms, 50), signal) };

describe.each(FRAMEWORKS)('a sheet sent to the bot on %s', (_, open) => {
  let folder: string;
  let api: BotApi;
  let core: Core;
  let channel: ReturnType<typeof channelOn>;

  beforeEach(async () => {
    folder = freshFolder();
    api = await BotApi.start();
    await start();
  });
  afterEach(async () => {
    await stop();
    await api.close();
    expect(api.refused).toEqual([]);
  });

  async function start(options: Partial<TelegramOptions> = {}): Promise<void> {
    const settings = { DATA_DIR: folder, ADMINS: `telegram:${ADMIN}`, AS_OF: '2026-11-22' };
    core = await openCore(readConfig(settings) as Config, SILENT_LOG);
    channel = channelOn(open, api, { assistant: core.assistant, words: core.words, ...options });
    await channel.start();
  }

  async function stop(): Promise<void> {
    await channel.stop();
    await core.store.close();
  }

  const said = (person: Person) => api.texts(person.chat.id);
  const until = (person: Person, text: RegExp) => api.until(() => said(person).some(one => text.test(one)));
  const documents = () => api.called('sendDocument').map(({ parameters }) => parameters.document as Upload);
  const people = async () => {
    let count = 0;
    for await (const _ of core.registry.everyone()) count += 1;
    return count;
  };
  /** Resolves once nothing that was sent is still to be noted as sent. */
  const settled = async () => {
    await channel.stop();
    for await (const debt of core.store.takeDebts('errand:', 0)) expect(debt).toBeUndefined();
  };
  const admin = () => api.person({ id: ADMIN });

  it('is judged by its own columns for anybody and comes back as a workbook, and nothing is kept', async () => {
    await core.registry.importRoster(csv(line(1, { 学时: '64', 专业学时: '64' })), { who: 'cli:test' });
    const person = api.person();
    const name = '示例名单专用名';
    person.sendFile('名单.csv', csv(line(1, { 姓名: name, 学时: '20' }), line(2)).bytes, { caption: '帮我看看' });
    await api.until(() => documents().length === 1);
    expect(said(person)[0]).toMatch(/^收到，正在逐人核对/);
    expect(said(person).at(-1)).toMatch(/^核对好了：2人，2行\n\n· .*：2\n\n.*附件/);
    const [workbook] = documents();
    expect(workbook?.name).toBe('核对结果.xlsx');
    expect(workbook?.bytes.subarray(0, 2).toString()).toBe('PK');
    await settled();
    const kept: string[] = [];
    for (const kind of ['chat:', 'errand:', 'person:', 'audit:'])
      for await (const { key, value } of core.store.scan(kind)) kept.push(`${key} ${Buffer.from(value).toString()}`);
    expect(kept.filter(entry => entry.includes('示例甲2') || entry.includes(name) || entry.includes('名单'))).toEqual(
      [],
    );
    expect(kept.filter(entry => entry.startsWith('person:'))).toHaveLength(1);
  });

  it('is imported for an administrator: preview, yes, the rows turned away as a file, and a line in the log', async () => {
    const person = admin();
    person.sendFile('名册.csv', csv(line(1), line(2), line(3, { 身份证号: '123' })).bytes);
    await until(person, /导入名册，还是只核对/);
    person.press('导入名册');
    await until(person, /确认导入吗/);
    expect(said(person).find(text => text.includes('确认导入吗'))).toMatch(
      /什么都没有改.*2人，3行；会新增2行，更正0行，不变0行，退回1行\n\n例如：示\*\*/,
    );
    expect(await people()).toBe(0);
    person.press('确认导入');
    await until(person, /^导入完成/);
    await api.until(() => documents().length === 2);
    expect(await people()).toBe(2);
    const [, rejected] = documents();
    expect(rejected?.name).toBe('名册.csv.rejected.csv');
    expect(rejected?.content).toMatch(/^\uFEFF行号,列,原因\r\n4,身份证号,[^\d]*18位/);
    const [action] = await actionsOf(core.store);
    expect(action).toMatchObject({
      who: `telegram:${ADMIN}`,
      action: 'roster-import',
      counts: { rows: 3, new: 2, rejected: 1 },
    });
    person.press('确认导入');
    await until(person, /现在用不上了/);
  });

  it('is imported after a restart between preview and yes, from the same bytes only', async () => {
    const person = admin();
    const sheet = csv(line(1)).bytes;
    person.sendFile('名册.csv', sheet);
    await until(person, /还是只核对/);
    person.press('导入名册');
    await until(person, /确认导入吗/);
    await stop();
    await start();
    const [id] = [...api.world.files.keys()];
    api.world.files.set(id!, csv(line(1), line(2)).bytes);
    person.press('确认导入');
    await until(person, /跟预览时的不一样/);
    expect(await people()).toBe(0);
    person.sendFile('名册.csv', sheet);
    await api.until(() => said(person).filter(text => /还是只核对/.test(text)).length === 2);
    person.press('导入名册');
    await api.until(() => said(person).filter(text => /确认导入吗/.test(text)).length === 2);
    await stop();
    await start();
    person.press('确认导入');
    await until(person, /^导入完成/);
    expect(await people()).toBe(1);
  });

  it('is taken up by the next process when one ends in the middle of it', async () => {
    await stop();
    await start({ time: HURRIED });
    const person = api.person();
    const release = api.hold('getFile');
    person.sendFile('名单.csv', csv(line(1)).bytes);
    await until(person, /正在逐人核对/);
    await api.until(() => api.called('getFile').length === 1);
    await stop();
    release();
    await start({ owedAfterMs: 1 });
    await api.until(() => documents().length === 1);
    expect(said(person).filter(text => /^核对好了/.test(text))).toHaveLength(1);
  });

  it('is imported for administrators only, whatever button is pressed', async () => {
    const person = api.person();
    person.sendFile('名册.csv', csv(line(1)).bytes);
    await until(person, /^核对好了/);
    person.press('hz:sheet:import=abc');
    person.press('hz:sheet:confirm=abc');
    await api.until(() => said(person).filter(text => /现在用不上了/.test(text)).length === 2);
    expect(await people()).toBe(0);
  });

  it('is not taken in a group: the private chat is offered', async () => {
    const person = admin().in(api.group());
    person.sendFile('名册.csv', csv(line(1)).bytes, {
      reply_to_message: { from: { id: api.world.me.id, is_bot: true } },
    });
    await until(person, /别发在群里/);
    expect(api.called('getFile')).toEqual([]);
    expect(person.labels()).toEqual(['私下问我']);
  });

  it('is refused with what to do when it is no sheet, too big, hostile or gone', async () => {
    const person = api.person();
    const answerTo = async (name: string, bytes: Uint8Array, more: Record<string, unknown> = {}) => {
      const before = said(person).length;
      person.sendFile(name, bytes, more);
      await api.until(() =>
        said(person)
          .slice(before)
          .some(text => !/正在逐人核对/.test(text)),
      );
      return said(person).at(-1);
    };
    expect(await answerTo('证书.pdf', Buffer.from('%PDF'))).toMatch(/只看得懂表格/);
    expect(await answerTo('大.xlsx', new Uint8Array(CHAT_LIMITS.bytes + 1))).toMatch(/文件太大，最多20 MB/);
    expect(await answerTo('旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/另存为 \.xlsx/);
    expect(await answerTo('缺.csv', Buffer.from('工号,学时\n1,2\n'))).toMatch(/缺少这些表头：姓名/);
    const bomb = workbookParts([], '<worksheet>'.padEnd(230_000_000, ' '));
    expect(await answerTo('炸弹.xlsx', zip(bomb))).toMatch(/解开后太大/);
    api.fail({ method: 'getFile', status: 400 });
    expect(await answerTo('没了.csv', csv(line(1)).bytes)).toMatch(/文件没能取到，请再发一次/);
    expect(documents()).toEqual([]);
    for (const name of ['五.csv', '六.csv']) expect(await answerTo(name, csv(line(1)).bytes)).toMatch(/^核对好了/);
    expect(await answerTo('七.csv', csv(line(1)).bytes)).toMatch(/请过10分钟再发/);
  });

  it('does not stop the same chat from being answered, nor any other', async () => {
    const person = api.person();
    const release = api.hold('getFile');
    person.sendFile('名单.csv', csv(line(1)).bytes);
    await api.until(() => api.called('getFile').length === 1);
    person.say('换证最迟什么时候');
    await until(person, /2020年12月31日/);
    release();
    await until(person, /^核对好了/);
  });
});
