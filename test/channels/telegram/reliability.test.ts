import { describe, expect, it } from 'vitest';
import { UndeliveredError } from '../../../src/delivery/index.ts';
import { TestTime } from '../../support/test-time.ts';
import { channelOn, FRAMEWORKS, gate, type Logged, logInto, rig } from './fixture.ts';
import { Puppet, says } from './puppet.ts';

const offsets = (calls: { method: string; parameters: Record<string, unknown> }[]) =>
  calls.filter(({ method }) => method === 'getUpdates').map(({ parameters }) => parameters.offset);

describe.each(FRAMEWORKS)('long polling on %s', (_, open) => {
  it('takes turns of different chats at the same time, and those of one chat in order', async () => {
    const { api, assistant, channel } = await rig(open, { rate: 1000 });
    const slow = api.person();
    const held = gate();
    assistant.beforeTurn = ({ chat }) => (chat === `telegram:${slow.chat.id}` ? held.promise : Promise.resolve());
    await channel.start();
    const others = Array.from({ length: 20 }, () => api.person());
    for (const text of ['一', '二', '三']) for (const person of [slow, ...others]) person.say(text);
    await api.until(() => api.called('sendMessage').length === 60);
    expect(api.texts(slow.chat.id)).toEqual([]);
    held.open();
    await api.until(() => api.called('sendMessage').length === 63);
    for (const { chat } of [slow, ...others]) expect(api.texts(chat.id)).toEqual(['一', '二', '三']);
  });

  it('is not held up by a slow Bot API: it takes and answers many chats while it waits', async () => {
    const { api, assistant, channel } = await rig(open, { rate: 100_000 });
    const release = api.hold('sendMessage');
    const people = Array.from({ length: 300 }, () => api.person());
    for (const person of people) person.say('一');
    await channel.start();
    await api.until(() => api.called('sendMessage').length === people.length);
    expect(assistant.debts()).toHaveLength(people.length);
    release();
    await api.until(() => assistant.debts().length === 0);
  });

  it('holds back an answer that is to be held, and neither the next poll nor other chats for it', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time });
    const [curious, other] = [api.person(), api.person()];
    assistant.heldMs = ({ chat }) => (chat === `telegram:${curious.chat.id}` ? 250 : undefined);
    for (const text of ['一', '二']) for (const person of [curious, other]) person.say(text);
    await channel.start();
    await api.until(() => api.texts(other.chat.id).length === 2);
    await time.asked(250);
    expect(api.updates.all()).toEqual([]);
    expect(api.texts(curious.chat.id)).toEqual([]);
    time.pass(250);
    await api.until(() => api.texts(curious.chat.id).length === 1);
    await time.asked(250);
    time.pass(250);
    await api.until(() => api.texts(curious.chat.id).length === 2);
    expect(api.texts(curious.chat.id)).toEqual(['一', '二']);
  });

  it('goes on fetching beside a turn that takes long, takes nothing twice, and confirms nothing behind it', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time });
    const slow = api.person();
    const held = gate();
    assistant.beforeTurn = ({ chat }) => (chat === `telegram:${slow.chat.id}` ? held.promise : Promise.resolve());
    const first = slow.say('一');
    const other = api.person();
    other.say('二');
    await channel.start();
    await api.until(() => api.texts(other.chat.id).length === 1);
    other.say('三');
    await time.asked(100);
    time.pass(100);
    await api.until(() => api.texts(other.chat.id).length === 2);
    expect(api.updates.all()).toHaveLength(3);
    expect(new Set(offsets(api.calls))).toEqual(new Set([0, first]));
    held.open();
    await api.until(() => api.updates.all().length === 0);
    expect(assistant.received).toHaveLength(3);
  });

  it('fetches no more while a thousand replies wait to be sent', async () => {
    const { api, assistant, channel } = await rig(open, { rate: 100_000 });
    const release = api.hold('sendMessage');
    for (let n = 0; n < 1300; n++) api.person().say('一');
    await channel.start();
    await api.until(() => api.called('sendMessage').length === 1100);
    expect(api.called('getUpdates')).toHaveLength(11);
    release();
    await api.until(() => assistant.received.length === 1300 && assistant.debts().length === 0);
  });

  it('confirms updates only once the assistant has them, and does not wait for their replies', async () => {
    const { api, assistant, channel } = await rig(open, { time: new TestTime() });
    const held = gate();
    assistant.beforeTurn = () => held.promise;
    // The reply hangs for ever, as the time of this test stands still.
    api.fail({ method: 'sendMessage', status: 500, times: Number.POSITIVE_INFINITY });
    const last = [api.person().say('一'), api.person().say('二')][1]!;
    await channel.start();
    await api.until(() => offsets(api.calls).length === 1);
    expect(api.updates.all()).toHaveLength(2);
    held.open();
    await api.until(() => offsets(api.calls).length === 2);
    expect(offsets(api.calls)).toEqual([0, last + 1]);
    expect(assistant.debts()).toHaveLength(2);
  });

  it('on stop fetches no more, finishes what was fetched, answers it and confirms it', async () => {
    const { api, assistant, channel } = await rig(open);
    const held = gate();
    const taking = gate();
    assistant.beforeTurn = () => {
      taking.open();
      return held.promise;
    };
    const update = api.person().say('一')!;
    await channel.start();
    await taking.promise;
    const stopped = channel.stop();
    api.person().say('太晚了');
    held.open();
    await stopped;
    expect(assistant.heard()).toEqual(['一']);
    expect(assistant.debts()).toEqual([]);
    expect(offsets(api.calls).at(-1)).toBe(update + 1);
    const next = channelOn(open, api, { assistant });
    await next.start();
    await api.until(() => api.called('sendMessage').length === 2);
    expect(assistant.heard()).toEqual(['一', '太晚了']);
  });

  it('stops at once while it waits for updates, and while Telegram cannot be reached', async () => {
    const { api, channel } = await rig(open);
    await channel.start();
    await api.until(() => api.called('getUpdates').length === 1);
    await channel.stop();
    api.fail({ method: 'getMe', cut: 'before', times: Number.POSITIVE_INFINITY });
    const log: Logged[] = [];
    const unreachable = channelOn(open, api, { assistant: new Puppet(), time: new TestTime(), log: logInto(log) });
    const started = unreachable.start();
    await unreachable.stop();
    await started;
  });

  it('answers an update that comes again after a crash before the confirmation, once', async () => {
    const { api, assistant, channel } = await rig(open);
    const person = api.person();
    const update = person.say('一')!;
    // The turn was durable and its reply sent when the process before this one died.
    const message = {
      chat: `telegram:${person.chat.id}`,
      id: `u${update}`,
      message: { kind: 'text', text: '一' },
    } as const;
    await (await assistant.receive(message)).settled();
    await channel.start();
    person.say('二');
    await api.until(() => api.texts(person.chat.id).length > 0);
    expect(api.texts(person.chat.id)).toEqual(['二']);
  });

  it('at start sends what a crashed process owed', async () => {
    const { api, assistant, channel } = await rig(open);
    const person = api.person();
    await assistant.receive({
      chat: `telegram:${person.chat.id}`,
      id: 'u1',
      message: { kind: 'text', text: '欠着的' },
    });
    await channel.start();
    await api.until(() => api.texts(person.chat.id).length === 1 && assistant.debts().length === 0);
    expect(api.texts(person.chat.id)).toEqual(['欠着的']);
  });

  it('now and then sends what is owed, but not what it is still sending itself', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time, owedAfterMs: 5000 });
    await channel.start();
    api.fail({ method: 'sendMessage', status: 429, retryAfter: 60 });
    const [busy, idle] = [api.person(), api.person()];
    busy.say('一');
    await time.asked(60_000);
    await assistant.receive({ chat: `telegram:${idle.chat.id}`, id: 'u1', message: { kind: 'text', text: '欠着的' } });
    time.pass(5000);
    await api.until(() => api.texts(idle.chat.id).length === 1);
    expect(api.texts(busy.chat.id)).toEqual([]);
    time.pass(60_000);
    await api.until(() => assistant.debts().length === 0);
    expect(api.texts(busy.chat.id)).toEqual(['一']);
  });

  it('says that another process fetches the same updates, waits, and goes on', async () => {
    const time = new TestTime();
    const { api, channel, log } = await rig(open, { time });
    await channel.start();
    await api.until(() => api.called('getUpdates').length === 1);
    await fetch(`${api.root}/bot${api.token}/getUpdates`);
    await time.asked(500);
    expect(log).toContainEqual({
      level: 'warn',
      fields: { code: 409, retryInMs: 500 },
      message: expect.stringContaining('another process'),
    });
    time.pass(500);
    api.person().say('在吗');
    await api.until(() => api.called('sendMessage').length === 1);
  });

  it('outlives a Telegram that is down, slower and slower to ask again', async () => {
    const time = new TestTime();
    const { api, channel } = await rig(open, { time });
    api.fail({ method: 'getUpdates', status: 502 });
    api.fail({ method: 'getUpdates', cut: 'before' });
    api.fail({ method: 'getUpdates', status: 429, retryAfter: 7 });
    await channel.start();
    for (const ms of [500, 1000, 7000]) {
      await time.asked(ms);
      time.pass(ms);
    }
    api.person().say('在吗');
    await api.until(() => api.called('sendMessage').length === 1);
  });

  it('does not start with a token that Telegram does not know, and need not wait for a Telegram that is down', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time });
    await expect(channelOn(open, api, { assistant, token: '1:unknown' }).start()).rejects.toThrow(
      'TELEGRAM_BOT_TOKEN: Telegram refuses',
    );
    api.fail({ method: 'getMe', status: 500 });
    await channel.start();
    await time.asked(500);
    time.pass(500);
    api.person().say('在吗');
    await api.until(() => api.called('sendMessage').length === 1);
  });
});

describe.each(FRAMEWORKS)('sending on %s', (_, open) => {
  it('waits as long as Telegram says after a 429, while other chats go on', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time });
    api.fail({ method: 'sendMessage', status: 429, retryAfter: 7 });
    await channel.start();
    const [first, second] = [api.person(), api.person()];
    first.say('一');
    await time.asked(7000);
    second.say('二');
    await api.until(() => api.texts(second.chat.id).length === 1);
    expect(api.texts(first.chat.id)).toEqual([]);
    time.pass(7000);
    await api.until(() => assistant.debts().length === 0);
    expect(api.texts(first.chat.id)).toEqual(['一']);
  });

  it('sends a reply again whose fate is not known: twice at worst, never not at all', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time });
    api.fail({ method: 'sendMessage', cut: 'after' });
    api.fail({ method: 'sendMessage', status: 500 });
    await channel.start();
    const person = api.person();
    person.say('一');
    for (const ms of [500, 1000]) {
      await time.asked(ms);
      time.pass(ms);
    }
    await api.until(() => assistant.debts().length === 0);
    expect(api.texts(person.chat.id)).toEqual(['一', '一']);
  });

  it('leaves a reply owed that Telegram does not take for a long time, and goes on with the chat', async () => {
    const time = new TestTime();
    const { api, assistant, channel } = await rig(open, { time });
    api.fail({ method: 'sendMessage', status: 500, times: 5 });
    await channel.start();
    const person = api.person();
    person.say('一');
    for (const ms of [500, 1000, 2000, 4000]) {
      await time.asked(ms);
      time.pass(ms);
    }
    person.say('二');
    await api.until(() => api.texts(person.chat.id).length === 1 && assistant.debts().length === 1);
    expect(api.texts(person.chat.id)).toEqual(['二']);
  });

  it('gives up on somebody who has blocked the bot, and logs neither who nor what', async () => {
    const { api, assistant, channel, log } = await rig(open);
    await channel.start();
    const person = api.person();
    api.world.blocked.add(person.chat.id);
    person.say('秘密');
    await api.until(() => log.some(({ fields }) => fields.code === 403));
    await channel.stop();
    expect(assistant.debts()).toEqual([]);
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`秘密|${person.chat.id}|${api.token}`));
  });

  it('pushes at most once, and says why a push was not taken', async () => {
    const { api, channel } = await rig(open);
    await channel.start();
    const person = api.person();
    const push = () => channel.deliver(`telegram:${person.chat.id}`, [says('提醒')]);
    api.fail({ method: 'sendMessage', cut: 'after' });
    await expect(push()).rejects.toEqual(new UndeliveredError('unknown'));
    expect(api.texts(person.chat.id)).toEqual(['提醒']);
    api.world.blocked.add(person.chat.id);
    await expect(push()).rejects.toMatchObject({ reason: 'blocked' });
    api.fail({ method: 'sendMessage', status: 400 });
    await expect(push()).rejects.toMatchObject({ reason: 'refused' });
  });

  it('sends no more than the rate in any second', async () => {
    const time = new TestTime();
    const { api, channel } = await rig(open, { time, rate: 5 });
    await channel.start();
    for (let n = 0; n < 12; n++) api.person().say('一');
    await api.until(() => api.called('sendMessage').length === 5);
    await time.asked(2060);
    expect(api.called('sendMessage')).toHaveLength(5);
    time.pass(1030);
    await api.until(() => api.called('sendMessage').length === 10);
    time.pass(1030);
    await api.until(() => api.called('sendMessage').length === 12);
  });

  it('logs a fault of its own without the update, and goes on', async () => {
    const { api, assistant, channel, log } = await rig(open);
    assistant.script = ({ message }) => {
      if (message.kind === 'text' && message.text === '坏') throw new TypeError('a fault of ours');
      return [says('好')];
    };
    await channel.start();
    const update = api.person().say('坏');
    api.person().say('好');
    await api.until(() => api.called('sendMessage').length === 1);
    expect(log.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        fields: { update, err: new TypeError('a fault of ours') },
        message: 'telegram: an update could not be handled',
      },
    ]);
  });
});
