import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';

describe('Probes', () => {
  it('/healthz answers whatever the store does', async () => {
    const { status, body } = await fixture({ ready: () => Promise.reject(new Error('down')) }).call('GET', '/healthz');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });

  it('/readyz answers 200 when the store does, and 503 when it does not', async () => {
    expect((await fixture().call('GET', '/readyz')).status).toBe(200);
    const { status, body } = await fixture({ ready: () => Promise.reject(new Error('down')) }).call('GET', '/readyz');
    expect([status, body]).toEqual([503, { status: 'unavailable' }]);
  });

  it('/readyz says no once the server stops', async () => {
    const { web, call } = fixture();
    await web.start();
    await web.stop();
    expect((await call('GET', '/readyz')).status).toBe(503);
  });
});

describe('/metrics', () => {
  const metricsToken = 'a long and random token';
  const bearer = { headers: { Authorization: 'Bearer right-token' }, from: '203.0.113.9' };

  it.each([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1']])('opens to this machine (%s)', async from => {
    const { status, headers, body } = await fixture().call('GET', '/metrics', { from });
    expect([status, headers.get('Content-Type')]).toEqual([200, Registry.PROMETHEUS_CONTENT_TYPE]);
    expect(body.text).toContain('huanzheng_web_listeners 0');
  });

  it.each([['203.0.113.9'], ['10.0.0.1'], ['fe80::1'], ['']])('is closed to everybody else (%s)', async from => {
    expect((await fixture().call('GET', '/metrics', { from })).status).toBe(403);
  });

  it('is closed to what a proxy on this machine passes on', async () => {
    const headers = { 'X-Forwarded-For': '127.0.0.1' };
    expect((await fixture().call('GET', '/metrics', { headers, from: '127.0.0.1' })).status).toBe(403);
    expect(
      (await fixture({ trustProxy: ['loopback'] }).call('GET', '/metrics', { headers, from: '127.0.0.1' })).status,
    ).toBe(403);
  });

  it('opens to whoever bears the token, and to no other', async () => {
    expect((await fixture({ metricsToken: 'right-token' }).call('GET', '/metrics', bearer)).status).toBe(200);
    expect((await fixture({ metricsToken }).call('GET', '/metrics', bearer)).status).toBe(403);
    expect((await fixture().call('GET', '/metrics', bearer)).status).toBe(403);
  });

  it('counts requests by route, and names no chat', async () => {
    const { call, openChat } = fixture();
    const chat = await openChat();
    await call('POST', `/api/chats/${chat}/messages`, { body: { text: '你好' } });
    await call('GET', '/somewhere');
    const { body } = await call('GET', '/metrics', { from: '127.0.0.1' });
    expect(body.text).toContain(
      'huanzheng_http_request_seconds_count{method="POST",route="/api/chats/:chat/messages",status="200"} 1',
    );
    expect(body.text).not.toContain(chat);
    expect(body.text).not.toContain('somewhere');
  });
});

describe('Addresses', () => {
  it.each([
    ['GET', '/api/chats', 'POST'],
    ['PUT', '/api/chats/x/messages', 'POST'],
    ['OPTIONS', '/api/chats', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['DELETE', '/', 'GET, HEAD'],
    ['POST', '/api/chats/x/events', 'GET, HEAD'],
  ])('%s %s is a 405 that names what is allowed', async (method, path, allowed) => {
    const { status, headers, body } = await fixture().call(method, path);
    expect([status, headers.get('Allow')]).toEqual([405, allowed]);
    expect(body.error?.message).toContain(allowed);
  });

  it.each([['/nowhere'], ['/api'], ['/api/chats/x'], ['/assets/page.js'], ['/assets/..%2f..%2fpackage.json'], ['//']])(
    '%s is a 404',
    async path => {
      const { status, body } = await fixture().call('GET', path);
      expect([status, body]).toEqual([404, { error: { message: '没有这个地址。' } }]);
    },
  );
});

describe('A mounted webhook', () => {
  const hook = (path = '/telegram') => {
    const { web, call } = fixture();
    const seen: { body: unknown; secret: string | null }[] = [];
    web.mount(path, async request => {
      seen.push({ body: await request.json(), secret: request.headers.get('X-Telegram-Bot-Api-Secret-Token') });
      return new Response(null, { status: 200 });
    });
    return { call, seen };
  };

  it('gets the request as it came, whatever name the server was called by', async () => {
    const { call, seen } = hook();
    const headers = { Host: 'bot.example', 'X-Telegram-Bot-Api-Secret-Token': 's' };
    expect((await call('POST', '/telegram', { body: { update_id: 1 }, headers })).status).toBe(200);
    expect(seen).toEqual([{ body: { update_id: 1 }, secret: 's' }]);
  });

  it('takes nothing but POST, and no more than a megabyte', async () => {
    const { call, seen } = hook();
    expect((await call('GET', '/telegram')).status).toBe(405);
    expect((await call('POST', '/telegram', { raw: 'x'.repeat(1024 * 1024 + 1) })).status).toBe(413);
    expect(seen).toEqual([]);
  });

  it('is judged by its handler before a byte of the body is read', async () => {
    const { web, call } = fixture();
    web.mount('/telegram', async () => new Response(null, { status: 401 }));
    expect((await call('POST', '/telegram', { raw: 'x'.repeat(1024 * 1024 + 1) })).status).toBe(401);
  });
});
