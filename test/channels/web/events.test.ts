import { afterEach, describe, expect, it } from 'vitest';
import { type Pushes, pushesInMemory } from '../../../src/channels/web/pushes.ts';
import type { Reply } from '../../../src/dialogue/index.ts';
import { type Fixture, fixture } from './fixture.ts';

const reply = (text: string): Reply => ({ text, citations: [], choices: [] });

interface Event {
  id: string;
  texts: string[];
}

/** One page that listens to a chat. */
interface Listener {
  /** Reads until so many events have come, or until the stream has ended. */
  events(count: number): Promise<Event[]>;
  /** Reads until the stream has said this. */
  until(text: string): Promise<string>;
  close(): Promise<void>;
}

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(listener => listener.close()));
});

async function listen(
  { web }: Fixture,
  chat: string,
  { lastId, query = '' }: { lastId?: string; query?: string } = {},
): Promise<Listener> {
  const headers = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
  const response = await web.fetch(new Request(`http://localhost/api/chats/${chat}/events${query}`, { headers }));
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const stream = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) {
      const { done, value } = await stream.read();
      if (done) return;
      heard += value;
    }
  };
  const listener: Listener = {
    async events(count) {
      await until(() => eventsIn(heard).length >= count);
      return eventsIn(heard);
    },
    async until(text) {
      await until(() => heard.includes(text));
      return heard;
    },
    close: () => stream.cancel(),
  };
  open.push(listener);
  return listener;
}

function eventsIn(heard: string): Event[] {
  return [...heard.matchAll(/^id: (.+)\ndata: (.+)\n\n/gm)].map(([, id = '', data = '']) => ({
    id,
    texts: JSON.parse(data).replies.map(({ text }: Reply) => text),
  }));
}

/** A web channel, its pushes, an open chat and the name under which the assistant knows it. */
async function chatWithPushes(pushes: Pushes = pushesInMemory(), heartbeatMs = 60_000) {
  const web = fixture({ pushes, heartbeatMs });
  const token = await web.openChat();
  return { web, pushes, token, chat: web.assistant.received[0]!.chat };
}

describe('GET /api/chats/:chat/events', () => {
  it('brings what was pushed while nobody listened, then what is pushed from then on, in order', async () => {
    const { web, pushes, token, chat } = await chatWithPushes();
    await pushes.add(chat, [reply('one')]);
    const listener = await listen(web, token);
    expect(await listener.events(1)).toMatchObject([{ texts: ['one'] }]);
    await pushes.add(chat, [reply('two'), reply('two and a half')]);
    await pushes.add(chat, [reply('three')]);
    expect((await listener.events(3)).map(({ texts }) => texts)).toEqual([
      ['one'],
      ['two', 'two and a half'],
      ['three'],
    ]);
  });

  it('goes on after Last-Event-ID, or after the id in the query when a page has just been loaded', async () => {
    const { web, pushes, token, chat } = await chatWithPushes();
    for (const text of ['one', 'two', 'three']) await pushes.add(chat, [reply(text)]);
    const [first, second] = await (await listen(web, token)).events(3);
    const returned = await listen(web, token, { lastId: first!.id });
    expect((await returned.events(2)).map(({ texts }) => texts)).toEqual([['two'], ['three']]);
    const reloaded = await listen(web, token, { query: `?after=${second!.id}` });
    expect((await reloaded.events(1)).map(({ texts }) => texts)).toEqual([['three']]);
    const reconnected = await listen(web, token, { lastId: second!.id, query: `?after=${first!.id}` });
    expect((await reconnected.events(1)).map(({ texts }) => texts)).toEqual([['three']]);
  });

  it('gives one push one id, whoever listens and however often', async () => {
    const { web, pushes, token, chat } = await chatWithPushes();
    const before = await listen(web, token);
    await pushes.add(chat, [reply('one')]);
    const after = await listen(web, token);
    expect(await after.events(1)).toEqual(await before.events(1));
  });

  it('brings everything kept when the last id is not known, such as one from before a restart', async () => {
    const { web, pushes, token, chat } = await chatWithPushes();
    await pushes.add(chat, [reply('one')]);
    expect(await (await listen(web, token, { lastId: 'another-run.7' })).events(1)).toMatchObject([{ texts: ['one'] }]);
  });

  it('loses no push that comes between looking and waiting', async () => {
    const inner = pushesInMemory();
    let chat = '';
    let slipped = false;
    const pushes: Pushes = {
      ...inner,
      async after(...asked) {
        const found = await inner.after(...asked);
        // Comes after the look, and before the stream could begin to wait.
        if (!slipped) await inner.add(chat, [reply('slipped in')]);
        slipped = true;
        return found;
      },
    };
    const parts = await chatWithPushes(pushes);
    chat = parts.chat;
    expect(await (await listen(parts.web, parts.token)).events(1)).toMatchObject([{ texts: ['slipped in'] }]);
  });

  it('shows no chat the messages of another', async () => {
    const { web, pushes, token, chat } = await chatWithPushes();
    await pushes.add('web:somebody-else', [reply('private')]);
    await pushes.add(chat, [reply('mine')]);
    expect((await (await listen(web, token)).events(1)).map(({ texts }) => texts)).toEqual([['mine']]);
  });

  it('beats while there is nothing to say, and outlives a source that fails for a while', async () => {
    const inner = pushesInMemory();
    let failures = 2;
    const after: Pushes['after'] = async (...asked) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the store is down');
      return inner.after(...asked);
    };
    const { web, pushes, token, chat } = await chatWithPushes({ ...inner, after }, 5);
    const listener = await listen(web, token);
    await listener.until(':\n\n:\n\n');
    await pushes.add(chat, [reply('here again')]);
    expect(await listener.events(1)).toMatchObject([{ texts: ['here again'] }]);
    expect(web.logged.join('\n')).toContain('work after an answer failed');
  });

  it('is told by whoever owes the chat something', async () => {
    const { web, token, chat } = await chatWithPushes();
    await web.web.deliver(chat, [reply('owed')]);
    expect(await (await listen(web, token)).events(1)).toMatchObject([{ texts: ['owed'] }]);
  });

  it('refuses one listener too many, and takes one again when another has left', async () => {
    const web = fixture({ limits: { listenersOfChat: 2 } });
    const token = await web.openChat();
    const first = await listen(web, token);
    await listen(web, token);
    const refused = await web.call('GET', `/api/chats/${token}/events`);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '30']);
    await first.close();
    await listen(web, token);
  });

  it('does not take HEAD, which would leave a listener behind', async () => {
    const web = fixture({ limits: { listenersOfChat: 1 } });
    const token = await web.openChat();
    const { status, headers } = await web.call('HEAD', `/api/chats/${token}/events`);
    expect([status, headers.get('Allow')]).toEqual([405, 'GET']);
    await listen(web, token);
  });
});
