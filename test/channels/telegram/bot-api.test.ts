import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BotApi } from '../../support/bot-api/server.ts';

let api: BotApi;
beforeEach(async () => {
  api = await BotApi.start();
});
afterEach(() => api.close());

interface Answer {
  status: number;
  ok: boolean;
  result?: unknown;
  description?: string;
  parameters?: { retry_after?: number };
}

async function call(method: string, parameters: unknown = {}, token = api.token): Promise<Answer> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(parameters) };
  const response = await fetch(`${api.root}/bot${token}/${method}`, init);
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

describe('the Bot API server of the tests', () => {
  it('knows one token, the methods of the API and no others', async () => {
    expect((await call('getMe')).result).toMatchObject({ is_bot: true, username: 'huanzheng_bot' });
    expect((await call('GETME')).status).toBe(200);
    expect((await call('getMe', {}, '1:wrong')).status).toBe(401);
    expect(await call('sendMesage')).toMatchObject({ status: 404, description: 'Not Found' });
  });

  it.each([
    ['an unknown field', { replyMarkup: {} }],
    ['a missing field', { text: undefined }],
    ['a type that does not fit', { text: 5 }],
    ['an empty text', { text: '' }],
    ['a text of white space', { text: ' \n' }],
    ['a text of 4,097 UTF-16 units', { text: `${'汉'.repeat(4095)}😀` }],
    ['a wrong type deep inside', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 7 }]] } }],
    [
      'an unknown field deep inside',
      { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a', id: 'a' }]] } },
    ],
    [
      'callback data of 65 bytes',
      { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: `${'汉'.repeat(21)}ab` }]] } },
    ],
    ['empty callback data', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '' }]] } }],
    ['a button that does nothing', { reply_markup: { inline_keyboard: [[{ text: 'a' }]] } }],
    [
      'a button that does two things',
      { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a', url: 'https://t.me/a' }]] } },
    ],
    [
      'more than a hundred buttons',
      { reply_markup: { inline_keyboard: Array(101).fill([{ text: 'a', callback_data: 'a' }]) } },
    ],
    ['a chat that it has never heard of', { chat_id: 1 }],
  ])('refuses %s with a 400 and writes it down', async (_, change) => {
    const { chat } = api.person();
    expect(await call('sendMessage', { chat_id: chat.id, text: 'a', ...change })).toMatchObject({
      status: 400,
      description: expect.stringMatching(/^Bad Request: /),
    });
    expect(api.calls).toEqual([]);
    expect(api.refused).toHaveLength(1);
  });

  it('takes what Telegram takes, to the limit', async () => {
    const { chat } = api.person();
    const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: `${'汉'.repeat(21)}a` }]] };
    expect(
      (await call('sendMessage', { chat_id: chat.id, text: '汉'.repeat(4096), reply_markup: keyboard })).status,
    ).toBe(200);
  });

  it('reads forms: numbers, objects and files', async () => {
    const { chat } = api.person();
    const form = new FormData();
    form.set('chat_id', String(chat.id));
    form.set('document', new Blob(['BEGIN:VCALENDAR']), 'days.ics');
    form.set('reply_parameters', '{"message_id":3}');
    const response = await fetch(`${api.root}/bot${api.token}/sendDocument`, { method: 'POST', body: form });
    expect(response.status).toBe(200);
    expect(api.calls[0]?.parameters).toEqual({
      chat_id: chat.id,
      document: { name: 'days.ics', content: 'BEGIN:VCALENDAR' },
      reply_parameters: { message_id: 3 },
    });
  });

  it('gives each update until a later offset confirms it, only of the kinds allowed, and waits when there is none', async () => {
    const person = api.person();
    const poll = call('getUpdates', { timeout: 30, allowed_updates: ['message'] });
    await api.until(() => api.called('getUpdates').length === 1);
    const first = person.say('一')!;
    expect((await poll).result).toMatchObject([{ update_id: first, message: { text: '一' } }]);
    expect(person.press('x')).toBeUndefined();
    person.say('二');
    expect((await call('getUpdates', { limit: 1 })).result).toMatchObject([{ update_id: first }]);
    expect((await call('getUpdates', { offset: first + 1 })).result).toMatchObject([{ update_id: first + 1 }]);
    expect((await call('getUpdates', { offset: first + 2 })).result).toEqual([]);
    expect((await call('getUpdates', {})).result).toEqual([]);
  });

  it('ends the first of two polls with a 409, and every poll while a webhook is set', async () => {
    const first = call('getUpdates', { timeout: 30 });
    await api.until(() => api.called('getUpdates').length === 1);
    const second = call('getUpdates', { timeout: 30 });
    expect(await first).toMatchObject({
      status: 409,
      description: expect.stringContaining('terminated by other getUpdates request'),
    });
    await call('setWebhook', { url: 'https://example.org/hook' });
    expect((await second).result).toEqual([]);
    expect(await call('getUpdates')).toMatchObject({ status: 409 });
  });

  it('makes the trouble that a test asks for', async () => {
    const { chat } = api.person();
    api.fail({ method: 'sendMessage', status: 429, retryAfter: 7 });
    api.fail({ method: 'sendMessage', cut: 'before' });
    api.fail({ method: 'sendMessage', cut: 'after' });
    const send = () => call('sendMessage', { chat_id: chat.id, text: 'a' });
    expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 7 } });
    await expect(send()).rejects.toThrow();
    expect(api.calls).toHaveLength(0);
    await expect(send()).rejects.toThrow();
    expect(api.calls).toHaveLength(1);
    api.world.blocked.add(chat.id);
    expect((await send()).status).toBe(403);
  });
});
