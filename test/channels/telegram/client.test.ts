import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../../src/channels/telegram/api.ts';
import { botClient } from '../../../src/channels/telegram/client.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A client of a Bot API that answers like this. */
async function clientOf(listener: RequestListener): Promise<ReturnType<typeof botClient>> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(
    () => server.closeAllConnections(),
    () => void server.close(),
  );
  return botClient({ token: '1:t', apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/` });
}

const failed = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('the call succeeded'),
    error => ({ ...failureOf(error), text: String(error) }),
  );

describe('the client of a bot of our own', () => {
  it('calls a method below the root and gives its result', async () => {
    const paths: unknown[] = [];
    const client = await clientOf((request, response) => {
      paths.push(request.url);
      response.end('{"ok":true,"result":7}');
    });
    expect(await client.call('getMe', {})).toBe(7);
    expect(paths).toEqual(['/base/bot1:t/getMe']);
  });

  it('keeps its connections open', async () => {
    const connections = new Set<unknown>();
    const client = await clientOf(({ socket }, response) => {
      connections.add(socket);
      response.end('{"ok":true,"result":true}');
    });
    for (let n = 0; n < 10; n++) await client.call('getMe', {});
    // One may not be free again yet when the next call begins.
    expect(connections.size).toBeLessThanOrEqual(2);
  });

  it("tells Telegram's no with its code and how long to wait, and names neither token nor payload", async () => {
    const client = await clientOf((_, response) =>
      response.writeHead(429).end('{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":3}}'),
    );
    const failure = await failed(client.call('sendMessage', { text: 'secret' }));
    expect(failure).toMatchObject({ code: 429, retryAfterMs: 3000 });
    expect(failure.text).not.toMatch(/secret|1:t/);
  });

  it.each([
    ['half an answer', 'Content-Length: 40\r\n\r\n{"ok":true'],
    ['what is no JSON', 'Content-Length: 6\r\n\r\n<html>'],
    ['nothing', ''],
  ])('takes %s for a call whose fate nobody knows', async (_, rest) => {
    const client = await clientOf(({ socket }) => void socket.end(rest && `HTTP/1.1 200 OK\r\n${rest}`));
    expect(await failed(client.call('getMe', {}))).toMatchObject({ code: 0 });
  });

  it('knows when there was no way to Telegram at all', async () => {
    const client = botClient({ token: '1:t', apiRoot: 'http://127.0.0.1:1' });
    expect(await failed(client.call('getMe', {}))).toMatchObject({ code: 0, isUnreached: true });
  });

  it('gives up a call when it is told to, before and while it waits', async () => {
    const asked = new AbortController();
    const client = await clientOf(() => asked.abort());
    await failed(client.call('getUpdates', {}, asked.signal));
    await failed(client.call('getUpdates', {}, AbortSignal.abort()));
  });
});
