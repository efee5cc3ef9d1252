import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Core, openCore } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Delivery } from '../../src/delivery/index.ts';
import { UndeliveredError } from '../../src/delivery/index.ts';
import type { Reply } from '../../src/dialogue/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { buildDelivery } from '../../src/sending.ts';
import { csv, inventedId, line } from '../registry/people.ts';
import { huanzheng as run } from '../support/command.ts';
import { freshFolder } from '../support/folder.ts';
import { describeWithRedis, startRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';

commandTests('the embedded store', async () => ({ REDIS_URL: '' }));
describeWithRedis('with Redis', () => {
  commandTests('Redis', async () => ({
    REDIS_URL: (await startRedis()).url,
    DATA_KEY: Buffer.alloc(32, 5).toString('base64'),
  }));
});

function commandTests(engine: string, settings: () => Promise<Record<string, string>>): void {
  describe(`huanzheng broadcast beside a server on ${engine}`, { timeout: 120_000 }, () => {
    const folder = freshFolder();
    const draft = join(folder, 'draft.txt');
    let environment: Record<string, string>;
    let core: Core;
    let delivery: Delivery;
    const sent = new Map<string, readonly Reply[]>();

    beforeAll(async () => {
      environment = { ...(await settings()), DATA_DIR: join(folder, 'data'), AS_OF: '2026-11-22', LOCALE: 'en' };
      const config = readConfig({ ...environment, REDIS_URL: environment.REDIS_URL || undefined }) as Config;
      const deliver = async (chat: string, replies: readonly Reply[]): Promise<void> => {
        if (chat === 'telegram:3') throw new UndeliveredError('blocked');
        sent.set(chat, replies);
      };
      core = await openCore(config, SILENT_LOG, deliver);
      await core.registry.importRoster(
        csv(line(1, { 发证日期: '2024-09-30' }), line(2, { 发证日期: '2024-09-30', 学时: '32', 专业学时: '22' })),
        { who: 'test' },
      );
      for (const [n, chat] of [1, 2].entries()) await tie(`telegram:${chat}`, n + 1);
      for (const chat of ['telegram:3', 'telegram:4'])
        await core.subscribers.subscribe(chat, { locale: 'en', leads: [30], person: null });
      delivery = await buildDelivery(config, core, deliver, SILENT_LOG);
      await delivery.start();
    });
    afterAll(async () => {
      await delivery.stop();
      await core.store.close();
    });

    /** A chat whose person has shown a certificate number, and which wants to be written to. */
    async function tie(chat: string, n: number): Promise<void> {
      const found = await core.lookUps.look({ chat }, { idNumber: inventedId(n), name: `示例甲${n}` });
      await core.lookUps.look({ chat }, { access: found!.access, proof: `示例${n}` });
      await core.subscribers.subscribe(chat, { locale: 'zh-CN', leads: [30], person: found!.access.person });
    }

    const huanzheng = (...args: string[]) => run(environment, 'broadcast', ...args);

    async function create(text: string, ...options: string[]): Promise<string> {
      writeFileSync(draft, text);
      const { status, stdout, stderr } = await huanzheng('create', '--text-file', draft, '--urgent', ...options);
      expect([status, stderr]).toEqual([0, '']);
      return stdout.trim().split('\n').at(-1)!;
    }

    const done = (id: string) =>
      until('it is done', async () => (await delivery.mailings.find(id))?.state === 'done', 20_000);

    it('sends nothing before it is confirmed, then to each what the preview showed, and reports on everybody', async () => {
      const id = await create('{ $name }：今年还要学{ $hours }学时，到{ $deadline }为止。', '--where', 'short=yes');
      const preview = await huanzheng('preview', id, '--json');
      const { recipients, examples } = JSON.parse(preview.stdout) as {
        recipients: number;
        examples: { text: string }[];
      };
      expect(recipients).toBe(2);
      expect(examples.map(({ text }) => text)).toContainEqual(
        expect.stringMatching(/^示\*+：今年还要学44学时，到2026年12月31日为止。$/),
      );
      expect(sent.size).toBe(0);
      expect((await huanzheng('confirm', id)).status).toBe(0);
      await done(id);
      expect([...sent.keys()].sort()).toEqual(['telegram:1', 'telegram:2']);
      expect(sent.get('telegram:1')?.[0]?.text).toBe('示例甲1：今年还要学44学时，到2026年12月31日为止。');
      expect(sent.get('telegram:1')?.[0]?.choices.map(({ id }) => id)).toContain('topic:reminders-off');
      const report = await huanzheng('report', id);
      expect(report.status).toBe(0);
      expect(report.stdout).toMatch(/^chat,state,reason,time\r\n/);
      expect(report.stdout.match(/,sent,,/g)).toHaveLength(2);
      expect(report.stdout).toContain('telegram:4,skipped,did not fit the conditions when it was sent,');
    });

    it('reaches everybody with --all, and sets aside whoever has blocked the bot', async () => {
      sent.clear();
      const id = await create('今年的学时到{ $deadline }为止。', '--all');
      await huanzheng('confirm', id);
      await done(id);
      expect([...sent.keys()].sort()).toEqual(['telegram:1', 'telegram:2', 'telegram:4']);
      const status = JSON.parse((await huanzheng('status', id, '--json')).stdout) as object;
      expect(status).toMatchObject({ state: 'done', expected: 4, counts: { sent: 3, blocked: 1 } });
      expect((await core.subscribers.find('telegram:3'))?.aside?.reason).toBe('blocked');
      expect((await huanzheng('list')).stdout).toContain(id);
    });

    it('sends a test to one chat only', async () => {
      sent.clear();
      const id = await create('试发。', '--all');
      expect((await huanzheng('test', id, '--to', 'telegram:9')).status).toBe(0);
      await done(`${id}.test1`);
      expect([...sent.keys()]).toEqual(['telegram:9']);
      expect(await delivery.mailings.find(id)).toBeUndefined();
    });

    it('refuses a draft that says what the notice does not, unless a reason is given, which is kept', async () => {
      writeFileSync(draft, '每年只要24学时，2026年11月30日截止。');
      const refused = await huanzheng('create', '--text-file', draft, '--all');
      expect(refused.status).toBe(2);
      expect(refused.stderr).toContain('2026年11月30日');
      expect(refused.stderr).toContain('24');
      const id = await create('12月5日下午培训。', '--all', '--override', '培训班的日子');
      expect((await huanzheng('preview', id)).stdout).toContain('培训班的日子');
      const [draftKept] = JSON.parse(`[${(await huanzheng('list', '--json')).stdout.trim().split('\n')[0]}]`) as {
        override: string;
      }[];
      expect(draftKept?.override).toBe('培训班的日子');
    });

    it('says in one line what it cannot do, and exits with 2', async () => {
      const known = await create('请记得学满今年的学时。', '--all');
      const wrong = join(folder, 'wrong.txt');
      writeFileSync(wrong, '每年24学时。');
      for (const [args, told] of [
        [['status', 'b1'], 'There is no broadcast b1.'],
        [['create', '--text-file', draft], '--all or at least one --where'],
        [['create', '--text-file', draft, '--where', 'colour=red'], 'no such column or value'],
        [['create', '--text-file', draft, '--all', '--at', 'tomorrow'], '--at: write'],
        [['create', '--text-file', join(folder, 'none'), '--all'], 'no such file'],
        [['create', '--text-file', wrong, '--all', '--override', ' '], '24'],
        [['test', known, '--to', 'foo'], '--to: name a chat'],
        [['test', known, '--to', 'telegram:abc'], '--to: name a chat'],
        [['test', known, '--to', 'web:xyz'], '--to: name a chat'],
      ] as const) {
        const { status, stderr } = await huanzheng(...args);
        expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
        expect(stderr).toContain(told);
      }
    });

    it('waits for its moment, and can be cancelled before', async () => {
      const id = await create('以后再发。', '--all', '--at', '2999-01-01T10:00');
      expect((await huanzheng('confirm', id)).stdout).toContain('2999-01-01 10:00:00');
      expect((await delivery.mailings.find(id))?.state).toBe('scheduled');
      expect((await huanzheng('status', id)).stdout).toBe(`${id}  scheduled: 2999-01-01 10:00 (Beijing time)\n`);
      expect((await huanzheng('cancel', id)).status).toBe(0);
      const report = (await huanzheng('report', id)).stdout;
      expect(report).toContain('telegram:4,queued,not reached before it was cancelled,');
      expect(report).not.toContain('telegram:3');
      expect((await huanzheng('test', id, '--to', 'telegram:9')).status).toBe(2);
      const log = (await run(environment, 'roster', 'log')).stdout;
      expect(log).toMatch(new RegExp(`broadcast-cancel\t${id}`));
      expect(log).toMatch(/broadcast-create\tb[\w-]+\tmismatches 1\t培训班的日子/);
      const again = await huanzheng('resume', id);
      expect([again.status, again.stderr]).toEqual([2, 'Not possible now: the broadcast is “cancelled”.\n']);
    });
  });
}
