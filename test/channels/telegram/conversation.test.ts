import { describe, expect, it } from 'vitest';
import { FRAMEWORKS, rig } from './fixture.ts';
import { says } from './puppet.ts';

describe.each(FRAMEWORKS)('a Telegram chat on %s', (_, open) => {
  it('hands a message over with its chat, number and language, and brings the replies back in order', async () => {
    const { api, assistant, channel } = await rig(open);
    assistant.script = () => [says('一'), says('二')];
    await channel.start();
    const person = api.person({ language_code: 'zh-hans' });
    const update = person.say('我17年的证还能换吗');
    await api.until(() => api.texts(person.chat.id).length === 2);
    expect(api.texts(person.chat.id)).toEqual(['一', '二']);
    expect(assistant.received).toEqual([
      {
        chat: `telegram:${person.chat.id}`,
        id: `u${update}`,
        sentLater: true,
        sender: `telegram:${person.user.id}`,
        deletes: true,
        locale: 'zh-CN',
        message: { kind: 'text', text: '我17年的证还能换吗' },
      },
    ]);
  });

  it('begins in the language of the app: Chinese, English for every other, the default where it says none', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    for (const language_code of ['zh-hant', 'en-GB', 'ru', undefined])
      api.person({ language_code: language_code as string }).say('hi');
    await api.until(() => api.called('sendMessage').length === 4);
    expect(assistant.received.map(({ locale }) => locale).sort()).toEqual(['en', 'en', 'zh-CN', undefined]);
  });

  it('shows choices as buttons under the reply, takes a press as the choice, and acknowledges it', async () => {
    const { api, assistant, channel } = await rig(open);
    assistant.script = ({ message }) => [
      message.kind === 'choice' ? says(`选了${message.id}`) : says('哪一种？', '是', '不是'),
    ];
    await channel.start();
    const person = api.person();
    person.say('换证');
    await api.until(() => person.labels().length === 2);
    expect(api.called('sendMessage')[0]?.parameters.reply_markup).toEqual({
      inline_keyboard: [
        [
          { text: '是', callback_data: 'hz:do:0' },
          { text: '不是', callback_data: 'hz:do:1' },
        ],
      ],
    });
    person.press('不是');
    await api.until(() => api.texts(person.chat.id).length === 2 && api.called('answerCallbackQuery').length === 1);
    expect(api.texts(person.chat.id)[1]).toBe('选了do:1');
  });

  it('acknowledges a button of a message long gone too, and lets the assistant answer it', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    api.person().press('from-an-older-bot');
    await api.until(() => api.called('answerCallbackQuery').length === 1 && api.called('sendMessage').length === 1);
    expect(assistant.received[0]?.message).toEqual({ kind: 'choice', id: 'from-an-older-bot' });
  });

  it('answers although a press can no longer be acknowledged', async () => {
    const { api, channel } = await rig(open);
    api.fail({ method: 'answerCallbackQuery', status: 400 });
    await channel.start();
    api.person().press('hz:topic:help');
    await api.until(() => api.called('sendMessage').length === 1);
  });

  it.each([
    ['voice', { voice: { file_id: 'a', file_unique_id: 'a', duration: 1 } }],
    ['voice', { audio: { file_id: 'a', file_unique_id: 'a', duration: 1 } }],
    ['sticker', { sticker: { file_id: 'a' } }],
    ['photo', { photo: [{ file_id: 'a' }] }],
    ['location', { location: { latitude: 20, longitude: 110 } }],
    ['location', { venue: {}, location: {} }],
    ['contact', { contact: { phone_number: '1' } }],
    ['video', { video_note: {} }],
    // An animation comes with a document of the same.
    ['video', { animation: {}, document: {} }],
    ['other', { dice: { emoji: '🎲', value: 3 } }],
  ] as const)('says what it cannot read: %s', async (what, content) => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    api.person().send(content);
    await api.until(() => api.called('sendMessage').length === 1);
    expect(assistant.received[0]?.message).toEqual({ kind: 'unreadable', what });
  });

  it('reads what is written under a picture, and takes the pictures of an album for one message', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    const person = api.person();
    person.send({ photo: [], caption: '这本能换吗', caption_entities: [] });
    for (let picture = 0; picture < 3; picture++) person.send({ photo: [], media_group_id: '77' });
    person.say('完');
    await api.until(() => api.texts(person.chat.id).includes('完'));
    expect(api.texts(person.chat.id)).toEqual(['这本能换吗', 'unreadable', '完']);
    expect(assistant.received.map(({ id }) => id)).toContain('g77');
  });

  it('answers an edited message as a new one, once; an edited picture not at all', async () => {
    const { api, channel } = await rig(open);
    await channel.start();
    const person = api.person();
    person.say('换正');
    person.edit('换证');
    person.send({ photo: [] });
    api.happen({ edited_message: api.world.messages.at(-1)! });
    person.say('完');
    await api.until(() => api.texts(person.chat.id).includes('完'));
    expect(api.texts(person.chat.id)).toEqual(['换正', '换证', 'unreadable', '完']);
  });

  it('keeps silent about what nobody said to it: other bots, channels, pinned messages, kinds of updates yet to be invented', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    const person = api.person();
    api.happen({ message: api.world.message(person.chat, { ...person.user, is_bot: true }, { text: 'a' }) });
    api.happen({ message: api.world.message({ id: -5, type: 'channel' as 'private' }, person.user, { text: 'b' }) });
    person.send({ pinned_message: {} });
    person.send({ group_chat_created: true });
    api.happen({ message: { message_id: 'not a number' } });
    person.say('完');
    await api.until(() => api.called('sendMessage').length === 1);
    expect(assistant.heard()).toEqual(['完']);
  });

  it('cuts a long text in pieces at the end of a paragraph, the choices under the last one', async () => {
    const { api, assistant, channel } = await rig(open);
    const paragraph = `${'学时'.repeat(1000)}。`;
    assistant.script = () => [says([paragraph, paragraph, paragraph].join('\n\n'), '好')];
    await channel.start();
    const person = api.person();
    person.say('都说说');
    await api.until(() => person.labels().length === 1);
    expect(api.texts(person.chat.id)).toEqual([`${paragraph}\n\n${paragraph}`, paragraph]);
    expect(api.called('sendMessage').map(({ parameters }) => parameters.reply_markup !== undefined)).toEqual([
      false,
      true,
    ]);
  });

  it('sends a file as a document under its text', async () => {
    const { api, assistant, channel } = await rig(open);
    const content = 'BEGIN:VCALENDAR\r\nSUMMARY:换证截止\r\nEND:VCALENDAR\r\n';
    assistant.script = () => [
      { ...says('放进日历', '好'), file: { name: 'days.ics', mediaType: 'text/calendar', content } },
    ];
    await channel.start();
    const person = api.person();
    person.say('日历');
    await api.until(() => api.called('sendDocument').length === 1);
    expect(api.called('sendDocument')[0]?.parameters).toEqual({
      chat_id: person.chat.id,
      document: { name: 'days.ics', content },
    });
    expect(api.calls.map(({ method }) => method).filter(method => method.startsWith('send'))).toEqual([
      'sendMessage',
      'sendDocument',
    ]);
  });

  it('sets the menu in both languages, and takes its commands for what they stand for', async () => {
    const { api, assistant, channel } = await rig(open);
    await channel.start();
    expect([...api.world.commands.keys()].sort()).toEqual(['', 'en', 'zh']);
    expect(api.world.commands.get('en')).toContainEqual({
      command: 'help',
      description: 'telegram-command-help English',
    });
    expect(api.world.commands.get('')).toEqual(api.world.commands.get('zh'));
    const person = api.person();
    for (const text of [
      '/start',
      '/start my-hours',
      '/start@huanzheng_bot',
      '/help',
      '/reset',
      '/language',
      '/nonsense',
      '/help@another_bot',
    ])
      person.say(text);
    person.say('完');
    await api.until(() => api.texts(person.chat.id).includes('完'));
    expect(api.texts(person.chat.id)).toEqual([
      'start',
      'topic:my-hours',
      'start',
      'topic:help',
      'do:restart',
      'topic:language',
      '/nonsense',
      '完',
    ]);
    expect(assistant.received[0]?.message).toEqual({ kind: 'start' });
  });

  it('sends what the assistant pushes', async () => {
    const { api, channel } = await rig(open);
    await channel.start();
    const person = api.person();
    await channel.deliver(`telegram:${person.chat.id}`, [says('还有30天', '好')]);
    expect(api.texts(person.chat.id)).toEqual(['还有30天']);
    expect(person.labels()).toEqual(['好']);
  });
});
