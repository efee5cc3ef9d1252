import { describe, expect, it } from 'vitest';
import { clientAddress, clientNetwork, trustedProxies } from '../../../src/channels/web/address.ts';
import { fixture } from './fixture.ts';

const chats = (headers: Record<string, string>, from = '127.0.0.1') => ({ headers, from, body: {} });

describe('Who may call', () => {
  it.each([['localhost'], ['LOCALHOST:8080'], ['127.0.0.1:8080'], ['[::1]:8080']])(
    'on loopback, the name %s is this machine’s',
    async Host => {
      expect((await fixture().call('POST', '/api/chats', chats({ Host }))).status).toBe(201);
    },
  );

  it.each([['evil.example'], ['127.0.0.1.evil.example'], ['localhost.evil.example:8080'], ['192.168.1.5'], ['a b']])(
    'on loopback, the name %s is somebody’s trick (DNS rebinding)',
    async Host => {
      const { call } = fixture();
      expect((await call('POST', '/api/chats', chats({ Host }))).status).toBe(403);
      expect((await call('GET', '/healthz', { headers: { Host }, from: '127.0.0.1' })).status).toBe(403);
    },
  );

  it('takes further names that it is told', async () => {
    const { call } = fixture({ names: ['Bot.example'] });
    expect((await call('POST', '/api/chats', chats({ Host: 'bot.example' }))).status).toBe(201);
  });

  it('takes any name when it listens to the world', async () => {
    const { call } = fixture({ host: '0.0.0.0' });
    expect((await call('POST', '/api/chats', chats({ Host: 'huanzheng.example' }))).status).toBe(201);
  });

  it('leaves the name to a trusted proxy', async () => {
    const { call } = fixture({ trustProxy: ['loopback'] });
    const headers = {
      Host: 'huanzheng.example',
      'X-Forwarded-For': '203.0.113.9',
      Origin: 'https://huanzheng.example',
    };
    expect((await call('POST', '/api/chats', chats(headers))).status).toBe(201);
    expect((await call('POST', '/api/chats', chats(headers, '198.51.100.1'))).status).toBe(403);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port', { Origin: 'http://localhost:9999' }],
    ['a file or a sandbox', { Origin: 'null' }],
    ['nonsense', { Origin: 'localhost' }],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site, as the browser says', { 'Sec-Fetch-Site': 'same-site' }],
  ])('refuses what a page of %s has sent', async (_, headers) => {
    const { call, openChat, assistant } = fixture();
    const { status, body } = await call(
      'POST',
      '/api/chats',
      chats({ Host: 'localhost:8080', ...headers } as Record<string, string>),
    );
    expect(status).toBe(403);
    expect(body.error?.message).toMatch(/^请求来自别的网站/);
    expect(assistant.received).toHaveLength(0);
    const events = `/api/chats/${await openChat()}/events`;
    expect(
      (await call('GET', events, { headers: { Host: 'localhost:8080', ...headers } as Record<string, string> })).status,
    ).toBe(403);
  });

  it.each([
    ['its own page', { Origin: 'http://localhost:8080' }],
    ['its own page behind TLS', { Host: 'localhost:443', Origin: 'https://localhost' }],
    [
      'its own page, as the browser says, behind a proxy that changes Host',
      { Origin: 'https://huanzheng.example', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['no page at all', {}],
  ])('takes what %s has sent', async (_, headers) => {
    const { call } = fixture();
    expect(
      (await call('POST', '/api/chats', chats({ Host: 'localhost:8080', ...headers } as Record<string, string>)))
        .status,
    ).toBe(201);
  });

  it('lets people follow a link from another site to the page', async () => {
    const assets = async () => undefined;
    const { call } = fixture({ assets });
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await call('GET', '/', { headers })).status).not.toBe(403);
  });
});

describe('How often', () => {
  it('limits one address, tells when to come back, and leaves others alone', async () => {
    const { call } = fixture({ limits: { network: { requests: 3, seconds: 60 } } });
    const open = (from: string) => call('POST', '/api/chats', { body: {}, from });
    for (let n = 0; n < 3; n++) expect((await open('203.0.113.9')).status).toBe(201);
    const refused = await open('203.0.113.9');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused.body.error?.message).toMatch(/发得太快了，请\d+秒后再试/);
    expect((await open('203.0.113.10')).status).toBe(201);
  });

  it('limits one chat, from wherever', async () => {
    const { call, openChat } = fixture({ limits: { chat: { requests: 1, seconds: 60 } } });
    const path = `/api/chats/${await openChat()}/messages`;
    expect((await call('POST', path, { body: { text: '你好' }, from: '203.0.113.9' })).status).toBe(200);
    expect((await call('POST', path, { body: { text: '你好' }, from: '203.0.113.10' })).status).toBe(429);
  });

  it('counts a household’s IPv6 addresses as one', () => {
    expect(clientNetwork('2001:db8:1:2:3:4:5:6')).toBe(clientNetwork('2001:db8:1:2::1'));
    expect(clientNetwork('2001:db8:1:2::1')).not.toBe(clientNetwork('2001:db8:1:3::1'));
    expect(clientNetwork('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(clientNetwork('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(clientNetwork('203.0.113.9')).toBe('203.0.113.9');
  });

  it('never limits the probes', async () => {
    const { call } = fixture({ limits: { network: { requests: 1, seconds: 60 } } });
    for (let n = 0; n < 5; n++) expect((await call('GET', '/healthz')).status).toBe(200);
  });
});

describe('Whose word about the client is believed', () => {
  const trusts = trustedProxies(['10.0.0.0/8', '::1']);
  it.each([
    ['nobody’s, from an untrusted peer', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
    ['a trusted proxy’s', '10.0.0.1', '1.1.1.1', '1.1.1.1'],
    ['the nearest one that is not a trusted proxy', '10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', '1.1.1.1'],
    ['through IPv4 addresses written as IPv6', '::ffff:10.0.0.1', '::ffff:1.1.1.1', '1.1.1.1'],
    ['but nonsense is not', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['and nothing needs none', '10.0.0.1', undefined, '10.0.0.1'],
  ])('%s', (_, peer, forwarded, client) => {
    expect(clientAddress(peer, forwarded, trusts)).toBe(client);
  });

  it.each([['proxy.example'], ['10.0.0.0/33'], ['10.0.0.0/8/8'], ['10.0.0.0/'], ['']])(
    'an entry that is neither address nor network stops the start: “%s”',
    entry => {
      expect(() => fixture({ trustProxy: [entry] })).toThrow(RangeError);
    },
  );
});
