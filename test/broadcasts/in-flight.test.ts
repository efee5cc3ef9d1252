import { expect, it } from 'vitest';
import { openCore } from '../../src/app.ts';
import { createBroadcasts } from '../../src/broadcasts/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { buildDelivery } from '../../src/sending.ts';
import { freshFolder } from '../support/folder.ts';
import { describeWithRedis, startRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';

const CHATS = Array.from({ length: 8 }, (_, n) => `telegram:${1000 + n}`);
/** Half a second from message to message: time enough for a turn before the next one is claimed. */
const RATE = '2';

inFlightTest('the embedded store', async () => ({}));
describeWithRedis('with Redis', () => {
  inFlightTest('Redis', async () => ({
    REDIS_URL: (await startRedis()).url,
    DATA_KEY: Buffer.alloc(32, 5).toString('base64'),
  }));
});

function inFlightTest(engine: string, settings: () => Promise<Record<string, string>>): void {
  it(`退订 during a running broadcast is honoured for that very broadcast, on ${engine}`, async () => {
    const config = readConfig({ DATA_DIR: freshFolder(), TELEGRAM_RATE: RATE, ...(await settings()) }) as Config;
    const sent: string[] = [];
    let leaver: string | undefined;
    const core = await openCore(config, SILENT_LOG);
    const say = (chat: string, text: string) => core.assistant.receive({ chat, message: { kind: 'text', text } });
    for (const chat of CHATS) expect((await say(chat, '提醒我')).answer.topic).toBe('reminders-on');

    const delivery = await buildDelivery(
      config,
      core,
      async chat => {
        sent.push(chat);
        if (sent.length !== 1) return;
        leaver = CHATS.find(one => !sent.includes(one));
        await say(leaver!, '退订');
      },
      SILENT_LOG,
    );
    const parts = { ...core, policy: hainan, topicsOf: () => [] };
    const broadcasts = createBroadcasts(parts, delivery.mailings);
    const texts = { 'zh-CN': '请学满今年的学时。', en: 'Finish the hours of this year.' };
    const draft = await broadcasts.create({
      texts,
      audience: [],
      atMs: null,
      urgent: true,
      override: null,
      who: 'test',
    });
    await broadcasts.confirm(draft, 'test');
    await delivery.start();
    await until('it is done', async () => (await delivery.mailings.find(draft.id))?.state === 'done', 20_000);

    expect(sent).toHaveLength(CHATS.length - 1);
    expect(sent).not.toContain(leaver);
    const rows = [];
    for await (const row of delivery.mailings.rows(draft.id)) rows.push(row);
    expect(rows.find(row => row.chat === leaver)).toMatchObject({ state: 'skipped', reason: 'unsubscribed' });
    await delivery.stop();
    await core.store.close();
  });
}
