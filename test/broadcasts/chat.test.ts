import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Core, openCore } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { type Delivery, UndeliveredError } from '../../src/delivery/index.ts';
import type { Answer, Reply } from '../../src/dialogue/index.ts';
import { actionsOf } from '../../src/registry/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { buildDelivery } from '../../src/sending.ts';
import { csv, inventedId, line } from '../registry/people.ts';
import { freshFolder } from '../support/folder.ts';
import { describeWithRedis, startRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';

const ADMIN = 'telegram:7';
const SHORT = ['telegram:1', 'telegram:2'];
const OTHERS = Array.from({ length: 60 }, (_, n) => `telegram:${100 + n}`);

chatTests('the embedded store', async () => ({}));
describeWithRedis('with Redis', () => {
  chatTests('Redis', async () => ({
    REDIS_URL: (await startRedis()).url,
    DATA_KEY: Buffer.alloc(32, 5).toString('base64'),
  }));
});

function chatTests(engine: string, settings: () => Promise<Record<string, string>>): void {
  describe(`broadcasts written in a chat, on ${engine}`, () => {
    let config: Config;
    let core: Core;
    let delivery: Delivery;
    let last: Answer;
    let message = 0;
    let deliver: (chat: string) => Promise<void> = async () => {};
    const sent = new Map<string, readonly Reply[]>();

    async function open(): Promise<void> {
      const send = async (chat: string, replies: readonly Reply[]): Promise<void> => {
        await deliver(chat);
        sent.set(chat, replies);
      };
      core = await openCore(config, SILENT_LOG, send);
      delivery = await buildDelivery(config, core, send, SILENT_LOG);
      await delivery.start();
    }
    async function close(): Promise<void> {
      await delivery.stop();
      await core.store.close();
    }

    beforeAll(async () => {
      const DATA_DIR = freshFolder();
      config = readConfig({ DATA_DIR, AS_OF: '2026-11-22', ADMINS: ADMIN, ...(await settings()) }) as Config;
      await open();
      await core.registry.importRoster(csv(line(1), line(2)), { who: 'test' });
      for (const [n, chat] of SHORT.entries()) {
        const found = await core.lookUps.look({ chat }, { idNumber: inventedId(n + 1), name: `示例甲${n + 1}` });
        await core.lookUps.look({ chat }, { access: found!.access, proof: `示例${n + 1}` });
        await core.subscribers.subscribe(chat, { locale: 'zh-CN', leads: [30], person: found!.access.person });
      }
      for (const chat of OTHERS) await core.subscribers.subscribe(chat, { locale: 'en', leads: [30], person: null });
    });
    afterAll(close);

    const hear = async (said: { kind: 'text'; text: string } | { kind: 'choice'; id: string }, sender = ADMIN) => {
      message += 1;
      const incoming = { chat: sender, sender, id: `u${message}`, sentLater: true, message: said } as const;
      const { answer, settled } = await core.assistant.receive(incoming);
      await settled();
      last = answer;
      return answer.replies.map(({ text }) => text).join('\n');
    };
    const say = (text: string) => hear({ kind: 'text', text });
    /** Presses the button with that label, which must be there. */
    function tap(label: string): Promise<string> {
      const choices = last.replies.at(-1)!.choices;
      expect(choices.map(one => one.label)).toContain(label);
      return hear({ kind: 'choice', id: choices.find(one => one.label === label)!.id });
    }
    /** The id that the buttons carry. */
    const idNow = () =>
      /=(b[\w-]+)/.exec(
        last.replies
          .at(-1)!
          .choices.map(({ id }) => id)
          .join(' '),
      )![1]!;
    const reaches = (id: string, state: string) =>
      until(`${id} is ${state}`, async () => (await delivery.mailings.find(id))?.state === state, 20_000);
    const draftFor = async (audience: string): Promise<string> => {
      await say('写群发');
      await say('请记得学满今年的学时。');
      await say(audience);
      return idNow();
    };

    it('are nobody else’s: the same words and buttons open nothing', async () => {
      expect(await hear({ kind: 'text', text: '群发' }, 'telegram:8')).not.toContain('群发');
      expect(await hear({ kind: 'choice', id: 'cast:new' }, 'telegram:8')).toContain('这个按钮是之前的');
      expect(last.replies.at(-1)!.choices.every(({ id }) => !id.startsWith('cast:'))).toBe(true);
      const outside = { chat: ADMIN, message: { kind: 'choice', id: 'cast:list' } } as const;
      expect((await core.assistant.receive(outside)).answer.replies[0]?.text).toContain('这个按钮是之前的');
    });

    it('are found from help, and begin with a list', async () => {
      await say('帮助');
      expect(await tap('群发')).toContain('还没有群发过');
    });

    it('go from the text to the people by choices, with a restart in between, and only the confirmation sends', async () => {
      sent.clear();
      expect(await say('写群发')).toContain('要发什么');
      expect(await say('{ $nmae } 您好')).toContain('$nmae');
      await close();
      await open();
      await say('{ $name }：今年还要学{ $hours }学时。');
      await tap('今年还没学满的');
      const preview = last.replies.map(({ text }) => text).join('\n');
      expect(preview).toContain('现在会收到的有2人');
      expect(preview).toMatch(/例：示\*+/);
      expect(preview).toContain('您：今年还要学32学时。');
      expect(preview).not.toContain('示例甲');
      const id = idNow();
      expect(await tap('先发给我看')).toContain('样子马上发到这里');
      await until('the sample has come', () => sent.has(ADMIN), 20_000);
      expect([...sent.keys()]).toEqual([ADMIN]);
      await close();
      await open();
      expect(await hear({ kind: 'choice', id: `cast:urgent=${id}` })).toContain('发给2人，现在发');
      expect(await delivery.mailings.find(id)).toBeUndefined();
      expect(await tap('确认发送')).toContain('已确认');
      await reaches(id, 'done');
      expect([...sent.keys()].sort()).toEqual(['telegram:1', 'telegram:2', ADMIN]);
      expect(sent.get('telegram:1')?.[0]?.text).toBe('示例甲1：今年还要学32学时。');
      // A button pressed again after all is done sends nobody anything.
      sent.clear();
      expect(await hear({ kind: 'choice', id: `cast:confirm=${id}` })).toContain('发完了');
      expect(sent.size).toBe(0);
    });

    it('take an audience in the grammar of the command, and say what they cannot read', async () => {
      await say('写群发');
      await say('请记得学满今年的学时。');
      expect(await say('colour=red')).toContain('“colour=red”我看不懂');
      expect(await say('trade＝101，工作单位=示例建筑公司 short=yes')).toContain('现在会收到的有2人');
      expect(await draftFor('employer=没有这家')).toMatch(/^b/);
      expect(last.replies[0]?.text).toContain('现在会收到的有0人');
    });

    it('hold the draft against the notice, and keep the reason when it goes out all the same', async () => {
      await say('写群发');
      expect(await say('12月5日下午培训，学满24学时。')).toContain('12月5日');
      await tap('写明理由照样发');
      await say('培训班的日子');
      await tap('所有人');
      expect(last.replies[0]?.text).toContain('培训班的日子');
      const id = idNow();
      const draft = (await core.store.read(`broadcast:${id}`))!;
      expect(JSON.parse(Buffer.from(draft.value).toString())).toMatchObject({ override: '培训班的日子', who: ADMIN });
      await say('写群发');
      await say('12月5日下午培训。');
      expect(await say('请记得学满今年的学时。')).toContain('发给谁');
      expect(await say('算了')).toContain('先不发');
    });

    it('are no reason not to be heard: 退订 ends it whatever is asked for', async () => {
      await say('提醒我');
      await say('写群发');
      await say('退订');
      expect(last.topic).toBe('reminders-off');
      expect(await core.subscribers.find(ADMIN)).toBeUndefined();
    });

    it('can be scheduled in words, paused, resumed and cancelled', async () => {
      const id = await draftFor('所有人');
      await tap('定时发');
      expect(await say('昨天')).toContain('这个时间我看不懂');
      expect(await say('群发')).toContain(id);
      await hear({ kind: 'choice', id: `cast:later=${id}` });
      expect(await say('2999-01-01 10:00')).toContain('2999-01-01 10:00 发');
      expect(await say('改成2999年1月2号上午九点半')).toContain('2999-01-02 09:30 发');
      expect(await say('上周三下午')).toContain('这个时间我看不懂');
      expect(await say('2999-01-01 10:00')).toContain('2999-01-01 10:00 发');
      expect(await tap('确认发送')).toContain('等到时间：2999-01-01 10:00');
      expect((await delivery.mailings.find(id))?.state).toBe('scheduled');
      expect(await tap('暂停')).toContain('已暂停');
      expect(await tap('接着发')).toContain('等到时间');
      await tap('取消这个群发');
      expect((await delivery.mailings.find(id))?.state).toBe('scheduled');
      expect(await tap('确定取消')).toContain('已取消');
      expect(await hear({ kind: 'choice', id: `cast:resume=${id}` })).toContain('已取消');
    });

    it('wait for a yes when nobody was there at their moment', async () => {
      sent.clear();
      const id = await draftFor('short=yes');
      const missed = { id, kind: 'broadcast', notBeforeMs: Date.now() - 2 * 3_600_000, urgent: true };
      await delivery.mailings.add(missed);
      await reaches(id, 'missed');
      expect(await hear({ kind: 'choice', id: `cast:status=${id}` })).toContain('错过了时间');
      expect(sent.size).toBe(0);
      await tap('同意发送');
      await reaches(id, 'done');
      expect([...sent.keys()].sort()).toEqual(SHORT);
    });

    it('stop by themselves when too many fail, say what to mend, and go on in place', async () => {
      sent.clear();
      deliver = async () => {
        throw new UndeliveredError('refused');
      };
      const id = await draftFor('所有人');
      await hear({ kind: 'choice', id: `cast:urgent=${id}` });
      await tap('确认发送');
      await reaches(id, 'paused');
      expect(await hear({ kind: 'choice', id: `cast:status=${id}` })).toMatch(/失败\d+.*自动停下了.*机器人令牌/s);
      deliver = async () => {};
      await tap('接着发');
      await reaches(id, 'done');
      const { counts } = await delivery.mailings.progress(id);
      expect(counts.sent + counts.failed).toBe(62);
      expect(sent.size).toBe(counts.sent);
    });

    it('list what nobody knows to have arrived, send it again when told to, and report on everybody in a file', async () => {
      let answers = false;
      deliver = async chat => {
        if (chat === 'telegram:101' && !answers) throw new UndeliveredError('unknown');
      };
      const id = await draftFor('所有人');
      await hear({ kind: 'choice', id: `cast:urgent=${id}` });
      await tap('确认发送');
      await reaches(id, 'done');
      expect(await hear({ kind: 'choice', id: `cast:status=${id}` })).toContain('不确定1');
      answers = true;
      sent.clear();
      expect(await tap('不确定的再发一次')).toContain('1条');
      await reaches(id, 'done');
      await until('it has come', () => sent.has('telegram:101'));
      expect([...sent.keys()]).toEqual(['telegram:101']);
      await hear({ kind: 'choice', id: `cast:status=${id}` });
      expect(await tap('要报告')).toContain('报告马上发到这里');
      await until('the report has come', () => sent.get(ADMIN)?.[0]?.file !== undefined);
      const [{ file, text }] = sent.get(ADMIN) as [Reply];
      expect(text).toContain('62人');
      expect(file?.name).toBe(`${id}.csv`);
      expect(file?.content.match(/,已发,,/g)).toHaveLength(62);
      expect(JSON.stringify(last)).not.toContain('已发,,');
    });

    it('leave a line in the log for each action: who, when, how many', async () => {
      const actions = (await actionsOf(core.store)).filter(({ action }) => action.startsWith('broadcast-'));
      const names = new Set(actions.map(({ action }) => action.slice('broadcast-'.length)));
      for (const name of ['create', 'test', 'confirm', 'pause', 'resume', 'cancel', 'approve', 'resend', 'report'])
        expect(names).toContain(name);
      expect(actions.every(({ who, at }) => who === ADMIN && at > 0)).toBe(true);
      const counts = (name: string) => actions.find(({ action }) => action === `broadcast-${name}`)?.counts;
      expect(counts('resend')).toEqual({ messages: 1 });
      expect(counts('confirm')).toEqual({ recipients: 62 });
    });
  });
}
