import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { type Store, StoreDownError } from '../../src/store/port.ts';
import type { StoreUnderTest } from '../contracts/store.ts';
import { redisUnderTest } from '../store/redis-under-test.ts';
import { freshFolder } from '../support/folder.ts';
import { describeWithRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { assistantOn, textsOf, type UnderTest } from './assistant-under-test.ts';

onEvery('LMDB', lmdbUnderTest);

describeWithRedis('with Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.kill());

  onEvery('Redis', () => redisUnderTest([server.url]));

  describe('the assistant while the store is down', () => {
    it('goes on from what it remembers, says that it cannot save, and saves by itself what it still holds', async () => {
      const { one, other, stores } = await twoInstances(redisUnderTest([server.url]));
      await one.say('a');
      await server.kill();
      expect(await one.say('b', { id: '2' })).toBe('2: a,b\n\n(zh-CN unsaved)');
      expect(await one.say('b', { id: '2' })).toBe('2: a,b\n\n(zh-CN unsaved)');
      expect(await one.say('hello', { chat: 'telegram:2', locale: 'en' })).toBe('1: hello\n\n(en unsaved)');
      expect(await one.say('boom')).toMatch(/^zh-CN error \w+\n\n\(zh-CN unsaved\)$/);
      await server.start();
      await until('both are back', () => areUp(stores));
      expect(await one.say('c')).toBe('3: a,b,c');
      expect(await other.say('d')).toBe('4: a,b,c,d');
      expect(one.log().match(/the store is down/g)).toHaveLength(1);
      expect(one.log().match(/the store is back/g)).toHaveLength(1);
      expect(await one.figures()).toMatch(/huanzheng_store_failures_total [1-9]/);
    });

    it('takes up the stored conversation again when it had none in memory', async () => {
      const { one, store } = await twoInstances(redisUnderTest([server.url]));
      await one.say('a');
      const restarted = assistantOn(store);
      await server.kill();
      expect(await restarted.say('lost')).toBe('1: lost\n\n(zh-CN unsaved)');
      await server.start();
      await until('the store is back', () => areUp([store]));
      expect(await restarted.say('b')).toBe('2: a,b');
    });

    it('does not send again what it has sent while the store could not be told', async () => {
      const under = redisUnderTest([server.url]);
      const { one, store } = await twoInstances(under);
      const { settled } = await one.receive({
        chat: 'telegram:1',
        id: '1',
        sentLater: true,
        message: { kind: 'text', text: 'a' },
      });
      await server.kill();
      await settled();
      await server.start();
      await until('the store is back', () => areUp([store]));
      under.pass(60_000);
      expect(await owed(one, 60_000)).toEqual([]);
      expect(await store.isOwed('chat:telegram:1', '1')).toBe(false);
    });
  });
});

/** What holds on every store. */
function onEvery(engine: string, fresh: () => StoreUnderTest): void {
  describe(`the assistant on ${engine}`, () => {
    it.each([
      ['a chat that is new to the store', []],
      ['a chat that only the store knows', ['a']],
    ])(
      'loses nothing of %s when a write is done without an answer and the store is away after it',
      async (_, before) => {
        const store = await fresh().open();
        for (const text of before) await assistantOn(store).say(text);
        let away: 'not' | 'after the write' | 'yes' = 'after the write';
        const down = (): never => {
          throw new StoreDownError('away');
        };
        const shaky = new Proxy(store, {
          get(target, name) {
            const act: unknown = Reflect.get(target, name);
            if (typeof act !== 'function') return act;
            return async (...given: unknown[]) => {
              if (away === 'yes') down();
              const got: unknown = await act.apply(target, given);
              if (name !== 'write' || away === 'not') return got;
              away = 'yes';
              return down();
            };
          },
        });
        const one = assistantOn(shaky);
        await one.say('b', { id: '1' });
        await one.say('c', { id: '2' });
        away = 'not';
        const all = [...before, 'b', 'c', 'd'];
        expect(await one.say('d', { id: '3' })).toBe(`${all.length}: ${all.join(',')}`);
        await store.close();
      },
    );

    it('remembers a chat, also for another instance, and keeps chats apart', async () => {
      const { one, other } = await twoInstances(fresh());
      expect(await one.say('a')).toBe('1: a');
      expect(await other.say('b')).toBe('2: a,b');
      expect(await one.say('c')).toBe('3: a,b,c');
      expect(await one.say('a', { chat: 'web:x', locale: 'en' })).toBe('1: a');
    });

    it('takes somebody for an administrator by the sender alone, and never where others read along', async () => {
      const { one } = await twoInstances(fresh());
      expect(await one.say('who am I', { sender: 'telegram:7' })).toBe('admin');
      expect(await one.say('who am I', { sender: 'telegram:7', group: true })).toBe('anybody');
      expect(await one.say('who am I', { sender: 'telegram:1' })).toBe('anybody');
      expect(await one.say('who am I', { chat: 'telegram:7' })).toBe('anybody');
    });

    it('takes the messages of one chat in the order in which they came', async () => {
      const { one } = await twoInstances(fresh());
      const said = await Promise.all(['a', 'b', 'c', 'd'].map(text => one.say(text)));
      expect(said).toEqual(['1: a', '2: a,b', '3: a,b,c', '4: a,b,c,d']);
    });

    it('applies every message exactly once, however two instances and repeats interleave', async () => {
      const message = fc.record({
        instance: fc.boolean(),
        chat: fc.constantFrom('telegram:1', 'telegram:2'),
        id: fc.integer({ min: 1, max: 12 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(message, { maxLength: 30 }), async messages => {
          const { one, other } = await twoInstances(fresh());
          const said = await Promise.all(
            messages.map(({ instance, chat, id }) =>
              (instance ? one : other).say(`m${id}`, { chat, id: `${id}`, sentLater: true }),
            ),
          );
          for (const chat of ['telegram:1', 'telegram:2']) {
            const last = await one.say('end', { chat });
            const taken = last
              .replace(/^\d+: /, '')
              .split(',')
              .slice(0, -1);
            const sent = new Set(messages.filter(one => one.chat === chat).map(({ id }) => `m${id}`));
            expect([...taken].sort()).toEqual([...sent].sort());
            // Each answer was decided on just what had been taken before it, and a repeat got the answer of the first time.
            messages.forEach((one, index) => {
              if (one.chat !== chat) return;
              const place = taken.indexOf(`m${one.id}`) + 1;
              expect(said[index]).toBe(`${place}: ${taken.slice(0, place).join(',')}`);
            });
          }
        }),
        { numRuns: 25 },
      );
    });

    it('gives a repeat the same answer and no second turn, on the other instance too', async () => {
      const { one, other } = await twoInstances(fresh());
      const message = { chat: 'web:x', id: 'client id 一\n', message: { kind: 'text', text: 'a' } } as const;
      const first = await one.receive(message);
      expect(await one.receive(message)).toMatchObject({ answer: first.answer, delivery: 'unsent' });
      expect(await other.receive(message)).toMatchObject({ answer: first.answer });
      expect(await other.say('b', { chat: 'web:x' })).toBe('2: a,b');
    });

    it('knows of a repeat whether its replies have been sent', async () => {
      const { one, other } = await twoInstances(fresh());
      const message = { chat: 'telegram:1', id: '7', sentLater: true, message: { kind: 'text', text: 'a' } } as const;
      const first = await one.receive(message);
      expect(first.delivery).toBe('new');
      expect((await other.receive(message)).delivery).toBe('unsent');
      await first.settled();
      expect((await other.receive(message)).delivery).toBe('sent');
      expect((await one.receive(message)).delivery).toBe('sent');
    });

    it('takes a message for a repeat long after its answer is not kept any more', async () => {
      const { one } = await twoInstances(fresh());
      for (let id = 1; id <= 60; id += 1) await one.say(`${id}`, { id: `${id}` });
      const repeat = await one.receive({ chat: 'telegram:1', id: '1', message: { kind: 'text', text: '1' } });
      expect(repeat).toMatchObject({ delivery: 'sent', answer: { replies: [] } });
      expect(await one.say('end')).toMatch(/^61: /);
    });

    it('hands out what an instance owed and never sent, once, also when the chat has gone on since', async () => {
      const under = fresh();
      const { one, other } = await twoInstances(under);
      await one.say('lost', { id: 'lost', sentLater: true });
      for (let id = 1; id <= 12; id += 1) {
        const { settled } = await one.receive({
          chat: 'telegram:1',
          id: `${id}`,
          sentLater: true,
          message: { kind: 'text', text: `${id}` },
        });
        await settled();
      }
      await one.say('web', { chat: 'web:x', id: '1' });
      expect(await owed(other, 60_000)).toEqual([]);
      under.pass(60_000);
      const [mine, theirs] = await Promise.all([owed(one, 60_000), owed(other, 60_000)]);
      expect([...mine, ...theirs]).toEqual(['telegram:1 1: lost']);
      under.pass(60_000);
      for await (const debt of other.owed('telegram:', 60_000)) await debt.settled();
      under.pass(60_000);
      expect(await owed(one, 60_000)).toEqual([]);
    });

    it('lets go of what it owed in a chat that has been removed', async () => {
      const under = fresh();
      const { one, store } = await twoInstances(under);
      await one.say('a', { id: '1', sentLater: true });
      const { version } = (await store.read('chat:telegram:1'))!;
      await store.write('chat:telegram:1', Buffer.from('{"format":0}'), version);
      under.pass(60_000);
      expect(await owed(one, 60_000)).toEqual([]);
      expect(await store.isOwed('chat:telegram:1', '1')).toBe(false);
    });

    it('forgets all that was said before when the person has everything deleted', async () => {
      const { one, store } = await twoInstances(fresh());
      await one.say('secret', { id: '1' });
      expect(await one.say('forget me', { id: '2' })).toBe('forgotten');
      expect(Buffer.from((await store.read('chat:telegram:1'))!.value).toString()).not.toContain('secret');
      expect(await one.say('forget me', { id: '2' })).toBe('forgotten');
      expect(await one.say('a')).toBe('1: a');
    });

    it('begins a chat anew that was removed while it was remembered', async () => {
      const { one, store } = await twoInstances(fresh());
      await one.say('a');
      await store.remove('chat:telegram:1');
      expect(await one.say('b')).toBe('1: b');
    });

    it('answers a fault of ours with a number that the log has, without a word of the message, and goes on', async () => {
      const { one } = await twoInstances(fresh());
      await one.say('a');
      const fault = await one.say('boom', { id: '1' });
      const [, number] = /^zh-CN error ([a-z2-9]{8})$/.exec(fault)!;
      const line = one
        .log()
        .split('\n')
        .find(entry => entry.includes(number!))!;
      expect(line).toMatch(/"name":"TypeError".*assistant-under-test\.ts/);
      expect(one.log()).not.toMatch(/张三|understand|boom/);
      expect(await one.say('boom', { id: '1' })).toBe(fault);
      expect(await one.say('b')).toBe('2: a,b');
      expect(await one.figures()).toContain('huanzheng_faults_total{channel="telegram"} 1');
    });

    it('never rejects, whatever the chat is called', async () => {
      const { one } = await twoInstances(fresh());
      expect(await one.say('a', { chat: 'terminal:名 字', locale: 'en' })).toMatch(/^en error/);
    });
  });
}

async function twoInstances(
  under: StoreUnderTest,
): Promise<{ one: UnderTest; other: UnderTest; store: Store; stores: Store[] }> {
  const stores = [await under.open(), await under.open()] as const;
  opened.push(...stores);
  return { one: assistantOn(stores[0]), other: assistantOn(stores[1]), store: stores[0], stores: [...stores] };
}

const opened: Store[] = [];
afterAll(async () => void (await Promise.all(opened.map(store => store.close()))));

function lmdbUnderTest(): StoreUnderTest {
  const folder = freshFolder();
  let now = Date.UTC(2026, 10, 22);
  return {
    address: '',
    open: () => openLmdbStore(folder, { now: () => now }),
    pass(ms) {
      now += ms;
    },
  };
}

async function owed(assistant: UnderTest, olderThanMs: number): Promise<string[]> {
  const found: string[] = [];
  for await (const { chat, replies } of assistant.owed('telegram:', olderThanMs))
    found.push(`${chat} ${textsOf({ replies }).join()}`);
  return found;
}

async function areUp(stores: readonly Store[]): Promise<boolean> {
  const asked = await Promise.allSettled(stores.map(store => store.ping()));
  return asked.every(({ status }) => status === 'fulfilled');
}
