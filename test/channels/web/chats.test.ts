import { describe, expect, it } from 'vitest';
import { fixture, TOKEN_KEY } from './fixture.ts';

const SURROGATE_PAIR = '😀';

describe('POST /api/chats', () => {
  it('opens a chat in the language asked for and greets', async () => {
    const { call, assistant } = fixture();
    const { status, body } = await call('POST', '/api/chats', { body: { locale: 'en' } });
    expect(status).toBe(201);
    expect(body.chat).toMatch(/^[\w-]{43}$/);
    expect(body.replies).toMatchObject([
      { text: expect.stringMatching(/^Hello/), citations: [], choices: [{ id: 'topic:eligibility' }, {}] },
    ]);
    expect(assistant.received).toMatchObject([
      { chat: expect.stringMatching(/^web:/), locale: 'en', message: { kind: 'start' } },
    ]);
  });

  it.each([
    ['the language of the reader when none is asked for', { 'Accept-Language': 'fr;q=0.9, en-GB;q=0.8' }, 'en'],
    ['any Chinese as Chinese', { 'Accept-Language': 'zh-TW' }, 'zh-CN'],
    ['the default when the reader names none that is there', { 'Accept-Language': '*' }, 'zh-CN'],
  ])('takes %s', async (_, headers, locale) => {
    const { call, assistant } = fixture();
    expect((await call('POST', '/api/chats', { headers })).status).toBe(201);
    expect(assistant.received[0]?.locale).toBe(locale);
  });

  it.each([['fr'], [''], [null], [1], [['en']]])('refuses the locale %j', async locale => {
    const { status, body } = await fixture().call('POST', '/api/chats', { body: { locale } });
    expect([status, body.error?.message]).toEqual([400, 'locale 只能是 zh-CN 或 en。']);
  });

  it('gives every chat a token of its own', async () => {
    const { openChat } = fixture();
    const tokens = await Promise.all(Array.from({ length: 50 }, openChat));
    expect(new Set(tokens).size).toBe(50);
  });
});

describe('POST /api/chats/:chat/messages', () => {
  it('answers a text with topic, certainty, replies, citations and choices', async () => {
    const { call, openChat, assistant } = fixture();
    const chat = await openChat();
    const { status, body } = await call('POST', `/api/chats/${chat}/messages`, { body: { text: '什么时候截止' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ topic: 'renewal-deadline', topics: ['renewal-deadline'], certain: true });
    expect(body.replies).toMatchObject([
      { citations: ['1.2', '3.1b', '6'], choices: [{ id: 'topic:missed-deadline', label: '错过了怎么办' }, {}] },
    ]);
    expect(assistant.received[1]).toMatchObject({ message: { kind: 'text', text: '什么时候截止' } });
    expect(assistant.received[1]?.chat).toBe(assistant.received[0]?.chat);
  });

  it('passes a choice on as it came', async () => {
    const { call, openChat, assistant } = fixture();
    await call('POST', `/api/chats/${await openChat()}/messages`, { body: { choice: 'topic:annual-hours' } });
    expect(assistant.received[1]?.message).toEqual({ kind: 'choice', id: 'topic:annual-hours' });
  });

  it('hands the client’s id over, so that a retry gets the same answer', async () => {
    const { call, openChat, assistant } = fixture();
    const chat = await openChat();
    const send = () => call('POST', `/api/chats/${chat}/messages`, { body: { text: '你好', id: 'a-1' } });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(assistant.received.slice(1).map(({ id }) => id)).toEqual(['a-1', 'a-1']);
  });

  it('sends a file along', async () => {
    const { call, openChat } = fixture();
    const { body } = await call('POST', `/api/chats/${await openChat()}/messages`, { body: { text: '日历' } });
    expect(body.replies).toMatchObject([{ file: { name: 'deadlines.ics', mediaType: 'text/calendar' } }]);
  });

  it('leaves keys alone that it does not know', async () => {
    const { call, openChat } = fixture();
    const raw = '{"text":"你好","mood":"good","__proto__":{"choice":"x"}}';
    expect((await call('POST', `/api/chats/${await openChat()}/messages`, { raw })).status).toBe(200);
  });

  it('counts 4,000 characters as code points, and not as bytes or UTF-16 units', async () => {
    const { call, openChat, assistant } = fixture();
    const path = `/api/chats/${await openChat()}/messages`;
    const escaped = `{"text":"${'\\ud83d\\ude00'.repeat(4000)}"}`;
    expect((await call('POST', path, { raw: escaped })).status).toBe(200);
    expect(assistant.received[1]?.message).toEqual({ kind: 'text', text: SURROGATE_PAIR.repeat(4000) });
    const { status, body } = await call('POST', path, { body: { text: SURROGATE_PAIR.repeat(4001) } });
    expect([status, body.error?.message]).toEqual([413, '一条消息最多4,000个字，请分几次发。']);
  });

  it('refuses a body that is longer than any message before reading it all', async () => {
    const { call, openChat } = fixture();
    const path = `/api/chats/${await openChat()}/messages`;
    expect((await call('POST', path, { body: { text: '字'.repeat(1_000_000) } })).status).toBe(413);
    expect((await call('POST', path, { raw: '{}', headers: { 'Content-Length': '99999999' } })).status).toBe(413);
  });

  it('turns half a surrogate pair into U+FFFD', async () => {
    const { call, openChat, assistant } = fixture();
    await call('POST', `/api/chats/${await openChat()}/messages`, { raw: '{"text":"a\\ud800b"}' });
    expect(assistant.received[1]?.message).toEqual({ kind: 'text', text: 'a\ufffdb' });
  });

  it.each([
    ['neither text nor choice', {}],
    ['both', { text: '你好', choice: 'topic:help' }],
    ['a number as text', { text: 5 }],
    ['null as text', { text: null }],
    ['a list as choice', { choice: ['topic:help'] }],
    ['an object as choice', { choice: {} }],
    ['an empty text', { text: '' }],
    ['nothing but white space', { text: ' \n\t\u3000\u00a0' }],
    ['nothing that shows', { text: '\u200b\u2060\ufeff\u200d' }],
    ['an empty choice', { choice: '' }],
    ['a number as id', { text: '你好', id: 7 }],
    ['an empty id', { text: '你好', id: '' }],
    ['an id beyond 200 characters', { text: '你好', id: 'x'.repeat(201) }],
    ['a list for a body', [{ text: '你好' }]],
    ['a string for a body', 'hello'],
    ['null for a body', null],
  ])('refuses %s', async (_, body) => {
    const { call, openChat, assistant } = fixture();
    const answer = await call('POST', `/api/chats/${await openChat()}/messages`, { body });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: { message: expect.stringMatching(/./) } });
    expect(assistant.received).toHaveLength(1);
  });

  it.each([
    ['no body', new Uint8Array(), 400],
    ['broken JSON', '{"text": "你好"', 400],
    ['two values', '{} {}', 400],
    ['deep nesting', '['.repeat(30_000), 400],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
  ])('refuses %s', async (_, raw, status) => {
    const { call, openChat } = fixture();
    expect((await call('POST', `/api/chats/${await openChat()}/messages`, { raw })).status).toBe(status);
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonp'],
  ])('refuses a body of type %s', async type => {
    const { call, openChat } = fixture();
    const path = `/api/chats/${await openChat()}/messages`;
    expect((await call('POST', path, { raw: '{"text":"你好"}', headers: { 'Content-Type': type } })).status).toBe(415);
  });

  it('takes JSON with a charset', async () => {
    const { call, openChat } = fixture();
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    expect(
      (await call('POST', `/api/chats/${await openChat()}/messages`, { raw: '{"text":"你好"}', headers })).status,
    ).toBe(200);
  });

  it('says it in the language of the reader', async () => {
    const { call, openChat } = fixture();
    const { body } = await call('POST', `/api/chats/${await openChat()}/messages`, {
      body: {},
      headers: { 'Accept-Language': 'en' },
    });
    expect(body.error?.message).toBe('Exactly one of text and choice must be given.');
  });
});

describe('A chat token', () => {
  it.each([
    ['one that never was', () => 'x'.repeat(43)],
    ['one with a letter changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
    [
      'one whose MAC is changed',
      (token: string) => `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`,
    ],
    ['another spelling of the same bytes', respell],
    ['one with something after it', (token: string) => `${token}A`],
    ['one cut short', (token: string) => token.slice(0, 22)],
    ['a path', () => '..%2f..%2fetc'],
    ['a broken escape', () => '%E0%A4%A'],
  ])('is refused with a 404 before anybody is asked: %s', async (_, change) => {
    const { call, openChat, assistant } = fixture();
    const path = `/api/chats/${change(await openChat())}`;
    const sent = await call('POST', `${path}/messages`, { body: { text: '你好' } });
    const listened = await call('GET', `${path}/events`);
    expect([sent.status, listened.status]).toEqual([404, 404]);
    expect(sent.body).toEqual({ error: { message: '没有这个对话，请开始新的对话。' } });
    expect(assistant.received).toHaveLength(1);
  });

  it('stays good when a new key is put before the old one, and not when the old one is gone', async () => {
    const token = await fixture().openChat();
    const newKey = new Uint8Array(32).fill(8);
    const send = (tokenKeys: Uint8Array[]) =>
      fixture({ tokenKeys }).call('POST', `/api/chats/${token}/messages`, { body: { text: '你好' } });
    expect((await send([newKey, TOKEN_KEY])).status).toBe(200);
    expect((await send([newKey])).status).toBe(404);
  });

  it('needs a key of 32 bytes', () => {
    expect(() => fixture({ tokenKeys: [new Uint8Array(31)] })).toThrow(RangeError);
    expect(() => fixture({ tokenKeys: [] })).toThrow(RangeError);
  });

  it('stands in no log, whatever happens', async () => {
    const { call, openChat, logged, assistant } = fixture();
    const chat = await openChat();
    await call('POST', `/api/chats/${chat}/messages`, { body: { text: 'throw' } });
    await call('POST', `/api/chats/${chat}/messages`, { body: { text: '440524188001010014' } });
    await call('GET', `/api/chats/${chat}/nothing`);
    await call('DELETE', `/api/chats/${chat}/messages`);
    expect(logged.length).toBeGreaterThan(4);
    expect(logged.join('\n')).not.toContain(chat);
    expect(logged.join('\n')).not.toContain('440524188001010014');
    expect(assistant.received[0]?.chat).not.toContain(chat.slice(22));
  });
});

it('A fault of our own is a sentence with a number that the log has too, and no stack', async () => {
  const { call, openChat, logged } = fixture();
  const { status, body, headers } = await call('POST', `/api/chats/${await openChat()}/messages`, {
    body: { text: 'throw' },
  });
  expect(status).toBe(503);
  const [, reference] = /编号：(\w{8})$/.exec(body.error?.message ?? '') ?? [];
  expect(reference).toBe(headers.get('X-Request-Id'));
  expect(logged.join('\n')).toContain(reference);
  expect(JSON.stringify(body)).not.toMatch(/fault of the assistant|\.ts|at /);
});

/** The last letter of 43 carries four bits that count and two that do not. */
function respell(token: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(token.at(-1)!);
  const other = `${token.slice(0, -1)}${letters[last ^ 1]}`;
  expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(token, 'base64url'));
  return other;
}
