import { describe, expect, it } from 'vitest';
import { FRAMEWORKS, rig } from './fixture.ts';
import { says } from './puppet.ts';

describe.each(FRAMEWORKS)('a Telegram group on %s', (_, open) => {
  it('answers only what is addressed to the bot, without the mention, and marks it as said in a group', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    const person = api.person().in(api.group());
    person.say('今天几点下班');
    person.say('@another_bot 换证');
    person.say('@huanzheng_bot 换证到哪天');
    person.say('问问@Huanzheng_Bot 吧');
    person.say('@huanzheng_bot');
    person.say('/help');
    person.say('/help@another_bot');
    person.say('/weather');
    person.say('/weather@huanzheng_bot');
    person.say('那质量员呢', { reply_to_message: { from: { id: api.world.me.id, is_bot: true } } });
    person.say('你呢', { reply_to_message: { from: { id: 4, is_bot: false } } });
    person.send({ sticker: {} });
    person.say('@huanzheng_bot 完');
    await api.until(() => api.called('sendMessage').length === 7);
    expect(
      assistant.received.map(({ message }) =>
        'text' in message ? message.text : 'id' in message ? message.id : message.kind,
      ),
    ).toEqual(['换证到哪天', '问问 吧', 'start', 'topic:help', '/weather@huanzheng_bot', '那质量员呢', '完']);
    expect(assistant.received.every(({ group, chat }) => group === true && chat === `telegram:${person.chat.id}`)).toBe(
      true,
    );
  });

  it('answers under the message it answers, in its topic, with a link to the private chat', async () => {
    const { api, assistant, channel } = await rig(open);
    assistant.script = () => [says('请私下问我', '换证'), says('还有')];
    await channel.start();
    const person = api.person({ language_code: 'en' }).in(api.group());
    person.say('@huanzheng_bot my hours', { is_topic_message: true, message_thread_id: 9 });
    await api.until(() => api.called('sendMessage').length === 2);
    const [first, second] = api.called('sendMessage').map(({ parameters }) => parameters);
    const { message_id } = api.world.messages[0]!;
    expect(first).toMatchObject({
      chat_id: person.chat.id,
      message_thread_id: 9,
      reply_parameters: { message_id, allow_sending_without_reply: true },
    });
    expect(first?.reply_markup).toEqual({ inline_keyboard: [[{ text: '换证', callback_data: 'hz:do:0' }]] });
    expect(second?.reply_parameters).toBeUndefined();
    expect(second?.reply_markup).toEqual({
      inline_keyboard: [[{ text: 'telegram-private English', url: 'https://t.me/huanzheng_bot?start=help' }]],
    });
  });

  it('takes a press in a group as said in the group', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    api.person().in(api.group()).press('hz:topic:contact');
    await api.until(() => api.called('sendMessage').length === 1);
    expect(assistant.received[0]).toMatchObject({ group: true, message: { kind: 'choice', id: 'topic:contact' } });
  });

  it('tells who writes in a private chat, and in a group nobody', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    const person = api.person();
    person.say('你好');
    person.press('hz:topic:contact');
    person.in(api.group()).say('@huanzheng_bot 换证');
    person.in(api.group()).press('hz:topic:contact');
    await api.until(() => api.called('sendMessage').length === 4);
    const me = `telegram:${person.user.id}`;
    const senders = assistant.received.map(({ chat, sender }) => [chat.startsWith('telegram:-'), sender]);
    expect(senders.toSorted()).toEqual([
      [false, me],
      [false, me],
      [true, undefined],
      [true, undefined],
    ]);
  });
});
