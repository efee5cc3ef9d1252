import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Push, Pushes } from '../../../src/channels/web/pushes.ts';
import type { WebOptions } from '../../../src/channels/web/server.ts';
import { type Fixture, fixture } from './fixture.ts';

/** Shorter than in earnest, but long enough that those who are quick are never late, on a busy machine either. */
const PATIENCE = { headMs: 1_000, requestMs: 1_500, nextRequestMs: 650, readMs: 300, stopMs: 60, checkEveryMs: 20 };

/** Only those who do not read are given up soon: whoever reads shares this process, and its first words may come late. */
const FOR_READERS = { readMs: 300, stopMs: 60, checkEveryMs: 20 };

const running: Fixture[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.splice(0).map(({ web }) => web.stop()));
});

interface Started extends Fixture {
  port: number;
  url: string;
  token: string;
}

async function start(options: Partial<WebOptions> = {}): Promise<Started> {
  const made = fixture({ patience: PATIENCE, ...options });
  await made.web.start();
  running.push(made);
  const { port } = made.web.address();
  return { ...made, port, url: `http://127.0.0.1:${port}`, token: await made.openChat() };
}

/** A client of our own making; `told` is what it had heard when it was cut off. */
function client(port: number): Socket & { told: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  const told = (async () => {
    let heard = '';
    socket.on('data', chunk => {
      heard += chunk;
    });
    await end(socket);
    return heard;
  })();
  return Object.assign(socket, { told });
}

/** However it ends: a connection that is reset is cut off as well. */
function end(socket: Socket): Promise<void> {
  return new Promise(resolve => socket.on('close', () => resolve()));
}

/** A client that never reads; it goes on writing, which is how it learns that it was cut off. */
function deaf(port: number, first: string, then: string): { cut: Promise<void>; socket: Socket } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write(first);
  drip(socket, then);
  return { socket, cut: end(socket) };
}

function drip(socket: Socket, byte: string): void {
  const dripping = setInterval(() => socket.write(byte), 10);
  socket.on('close', () => clearInterval(dripping));
}

const HEAD = 'HTTP/1.1\r\nHost: localhost\r\n';
const SLOW = {
  'the head of a request': `GET / ${HEAD}X-Long: `,
  'the body of a request': `POST /api/chats ${HEAD}Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n`,
  'a body in pieces': `POST /api/chats ${HEAD}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2000\r\n`,
};

describe('A client that', () => {
  it.each(Object.entries(SLOW))(
    'sends %s byte by byte is cut off with 408, and others are answered',
    async (_, first) => {
      const { port, url } = await start();
      const began = performance.now();
      const slow = client(port);
      slow.write(first);
      drip(slow, ' ');
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect(await slow.told).toMatch(/^HTTP\/1\.1 408 /);
      const tookMs = performance.now() - began;
      expect(tookMs).toBeGreaterThanOrEqual(PATIENCE.headMs);
      expect(tookMs).toBeLessThan(10_000);
    },
  );

  it('opens three hundred connections and says nothing loses them all, and others are answered', async () => {
    const { port, url } = await start();
    const silent = Array.from({ length: 300 }, () => client(port));
    await Promise.all(silent.map(socket => once(socket, 'connect')));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const heard = await Promise.all(silent.map(({ told }) => told));
    expect(heard.filter(said => !said.startsWith('HTTP/1.1 408 '))).toEqual([]);
  });

  it('has had its answer and says nothing more is hung up on', async () => {
    const { port } = await start();
    const idle = client(port);
    idle.write(`GET /healthz ${HEAD}\r\n`);
    expect(await idle.told).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('has more connections open than one network may is not taken, until it has closed one', async () => {
    const { port } = await start({ limits: { connectionsOfNetwork: 2 }, patience: {} });
    const [first, second, third] = [client(port), client(port), client(port)];
    await once(second, 'connect');
    expect(await third.told).toBe('');
    first.destroy();
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status, () => 0)).toBe(200); // biome-ignore format: one line
  });

  it('is a trusted proxy may have as many as it needs', async () => {
    const { port, url } = await start({ limits: { connectionsOfNetwork: 2 }, trustProxy: ['loopback'], patience: {} });
    const open = Array.from({ length: 20 }, () => client(port));
    await Promise.all(open.map(socket => once(socket, 'connect')));
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(open.filter(({ destroyed }) => destroyed)).toEqual([]);
  });

  it('opens more connections than the server takes is not taken', async () => {
    const { port } = await start({ limits: { connections: 2 }, trustProxy: ['loopback'], patience: {} });
    const taken = [client(port), client(port)];
    await Promise.all(taken.map(socket => once(socket, 'connect')));
    expect(await client(port).told).toBe('');
  });

  it('sends a head of more than 16 KB is refused', async () => {
    const { port } = await start();
    const talkative = client(port);
    talkative.write(`GET / ${HEAD}X-Long: ${'x'.repeat(17_000)}\r\n\r\n`);
    expect(await talkative.told).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('asks and asks and never reads an answer is cut off, and others are answered', async () => {
    const { port, url } = await start();
    const asks = `GET / ${HEAD}\r\n`.repeat(100);
    const { cut } = deaf(port, asks, asks);
    await cut;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

const PUSHED = 2_000;
const TEXT = 'x'.repeat(20_000);

/** Far more than all buffers between server and client hold: 40 MB in pushes of 20 KB, and what was asked of them. */
function manyPushes(): Pushes & { handedOut(): number; left: Promise<void> } {
  let handedOut = 0;
  let leave = (): void => undefined;
  const left = new Promise<void>(resolve => {
    leave = resolve;
  });
  return {
    handedOut: () => handedOut,
    left,
    async after(_, lastId) {
      const from = Number(lastId ?? 0);
      handedOut += Math.max(0, Math.min(10, PUSHED - from));
      return Array.from({ length: PUSHED - from }, (_, n): Push => push(from + n + 1)).slice(0, 10);
    },
    onPush: () => leave,
    add: async () => undefined,
  };
}

const push = (id: number): Push => ({ id: String(id), replies: [{ text: TEXT, citations: [], choices: [] }] });

/** Reads the stream until so many events have come. */
async function idsUntil(url: string, last: number): Promise<number[]> {
  const leaving = new AbortController();
  const { body, status } = await fetch(url, { signal: leaving.signal });
  expect(status).toBe(200);
  const ids: number[] = [];
  let rest = '';
  for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    ids.push(...lines.filter(line => line.startsWith('id: ')).map(line => Number(line.slice(4))));
    if (ids.at(-1) === last) break;
  }
  leaving.abort();
  return ids;
}

describe('A page that listens and does not read', () => {
  it('has no more kept for it than the lines hold, is cut off, and finds everything when it returns', async () => {
    const pushes = manyPushes();
    const { port, url, token } = await start({ pushes, patience: FOR_READERS });
    const { socket } = deaf(port, `GET /api/chats/${token}/events ${HEAD}\r\n`, '');
    await pushes.left;
    expect(pushes.handedOut()).toBeGreaterThan(0);
    expect(pushes.handedOut()).toBeLessThan(PUSHED * 0.75);
    socket.destroy();
    const seen = 3;
    const ids = await idsUntil(`${url}/api/chats/${token}/events?after=${seen}`, PUSHED);
    expect(ids).toEqual(Array.from({ length: PUSHED - seen }, (_, n) => seen + n + 1));
  });

  it('takes nothing from those who do read', async () => {
    const pushes = manyPushes();
    const { port, url, token } = await start({ pushes, patience: FOR_READERS });
    deaf(port, `GET /api/chats/${token}/events ${HEAD}\r\n`, '');
    expect(await idsUntil(`${url}/api/chats/${token}/events`, PUSHED)).toHaveLength(PUSHED);
  });
});

describe('A stop', () => {
  it('does not wait for a page that does not read', async () => {
    const pushes = manyPushes();
    const { port, web, token } = await start({ pushes, patience: { ...FOR_READERS, readMs: 600_000 } });
    deaf(port, `GET /api/chats/${token}/events ${HEAD}\r\n`, '');
    await expect.poll(() => pushes.handedOut()).toBeGreaterThan(0);
    await web.stop();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('does not wait for requests that are still coming in, but answers every one that has come', async () => {
    const { port, web, url, token, assistant } = await start({ patience: { ...FOR_READERS, requestMs: 600_000 } });
    const slow = Object.values(SLOW).map(first => {
      const socket = client(port);
      socket.write(first);
      drip(socket, ' ');
      return socket;
    });
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ text: '等一下' });
    const answer = fetch(`${url}/api/chats/${token}/messages`, { method: 'POST', headers, body });
    await expect.poll(() => assistant.received.length).toBe(2);
    let stopped = false;
    const stop = web.stop().then(() => {
      stopped = true;
    });
    await Promise.all(slow.map(({ told }) => told));
    expect(stopped).toBe(false);
    assistant.release();
    expect((await answer).status).toBe(200);
    await stop;
  });
});
