import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { pushesInMemory } from '../../../src/channels/web/pushes.ts';
import type { WebOptions } from '../../../src/channels/web/server.ts';
import { type Fixture, fixture } from './fixture.ts';

const running: Fixture[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ web }) => web.stop()));
});

async function start(options?: Partial<WebOptions>): Promise<Fixture & { url: string; port: number }> {
  const made = fixture(options);
  await made.web.start();
  running.push(made);
  const { port } = made.web.address();
  return { ...made, port, url: `http://127.0.0.1:${port}` };
}

async function openChat(url: string): Promise<string> {
  const response = await fetch(`${url}/api/chats`, { method: 'POST' });
  return ((await response.json()) as { chat: string }).chat;
}

function send(url: string, chat: string, text: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`${url}/api/chats/${chat}/messages`, { method: 'POST', headers, body: JSON.stringify({ text }) });
}

/** What the server says to these very bytes. */
async function speak(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', chunk => {
    heard += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
}

describe('Over a socket', () => {
  it('a conversation goes on, and what is pushed arrives', async () => {
    const pushes = pushesInMemory();
    const { url, assistant } = await start({ pushes });
    const chat = await openChat(url);
    const events = await fetch(`${url}/api/chats/${chat}/events`);
    await pushes.add(assistant.received[0]!.chat, [{ text: '提醒', citations: [], choices: [] }]);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('提醒')) heard += (await reader.read()).value ?? '';
    expect((await send(url, chat, '什么时候截止')).status).toBe(200);
  });

  it('a page that goes away makes room for the next', async () => {
    const { url } = await start({ limits: { listenersOfChat: 1 } });
    const chat = await openChat(url);
    const leaving = new AbortController();
    await fetch(`${url}/api/chats/${chat}/events`, { signal: leaving.signal });
    expect((await fetch(`${url}/api/chats/${chat}/events`)).status).toBe(429);
    leaving.abort();
    await expect.poll(async () => (await fetch(`${url}/api/chats/${chat}/events`)).status).toBe(200);
  });

  it.each([
    ['an address that is none', 'GET http://[/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['no host', 'GET / HTTP/1.0\r\n\r\n'],
    ['no HTTP', 'hello\r\n\r\n'],
  ])('%s is a 400', async (_, bytes) => {
    const { port } = await start();
    expect(await speak(port, bytes)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('a body of 20 MB is refused, and the connection survives or ends, but nothing hangs', async () => {
    const { url } = await start();
    const chat = await openChat(url);
    const status = await send(url, chat, 'x'.repeat(20_000_000)).then(
      response => response.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await send(url, chat, '你好')).status).toBe(200);
  });
});

describe('A graceful stop', () => {
  it('ends listening pages, answers what was taken, and takes nothing more', async () => {
    const { web, url, assistant } = await start();
    const chat = await openChat(url);
    const events = await fetch(`${url}/api/chats/${chat}/events`);
    const answer = send(url, chat, '等一下');
    await expect.poll(() => assistant.received.length).toBe(2);
    let stopped = false;
    const stop = web.stop().then(() => {
      stopped = true;
    });
    expect(await events.text()).toMatch(/^retry: /);
    expect(stopped).toBe(false);
    assistant.release();
    expect((await answer).status).toBe(200);
    await stop;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('waits until what was answered is noted as answered', async () => {
    const made = fixture();
    let note = (): void => undefined;
    const noted = new Promise<void>(resolve => {
      note = resolve;
    });
    const receive: typeof made.assistant.receive = async incoming => ({
      ...(await made.assistant.receive(incoming)),
      settled: () => noted,
    });
    const { web, url } = await start({ assistant: { ...made.assistant, receive } });
    await openChat(url);
    let stopped = false;
    const stop = web.stop().then(() => {
      stopped = true;
    });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect(stopped).toBe(false);
    note();
    await stop;
  });

  it('says which port is taken', async () => {
    const { port } = await start();
    await expect(fixture({ port }).web.start()).rejects.toThrow('EADDRINUSE');
  });
});
