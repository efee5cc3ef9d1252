import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { BotApi } from '../../support/bot-api/server.ts';
import { freshFolder } from '../../support/folder.ts';
import { end, startScript } from '../../support/processes.ts';
import { FRAMEWORKS } from './fixture.ts';

const MESSAGES = Array.from({ length: 10 }, (_, n) => `${n + 1} 第${n + 1}句`);

describe.each(FRAMEWORKS)('a bot process on %s', framework => {
  async function waiting(): Promise<{
    api: BotApi;
    chats: number[];
    run: () => ReturnType<typeof startScript>;
    sent: () => number;
  }> {
    const api = await BotApi.start();
    api.delayMs = 5;
    const people = Array.from({ length: 30 }, () => api.person());
    for (const message of MESSAGES) for (const person of people) person.say(message.slice(message.indexOf(' ') + 1));
    const folder = freshFolder();
    const run = () => startScript('test/channels/telegram/bot-process.ts', [framework, api.root, api.token, folder]);
    return { api, chats: people.map(({ chat }) => chat.id), run, sent: () => api.called('sendMessage').length };
  }

  it('killed again and again answers every message, and takes each for one turn, in order', async () => {
    const { api, chats, run, sent } = await waiting();
    for (let kills = 1; kills <= 3; kills++) {
      const { child } = await run();
      await api.until(() => sent() >= kills * 60);
      await end(child, 'SIGKILL');
    }
    const { child } = await run();
    await api.until(() => chats.every(chat => new Set(api.texts(chat)).size >= MESSAGES.length));
    await end(child);
    for (const chat of chats) expect([...new Set(api.texts(chat))].sort(byNumber)).toEqual(MESSAGES);
    expect(sent()).toBeLessThan(2 * chats.length * MESSAGES.length);
    await api.close();
  });

  it('told to stop in the middle leaves nothing half done: the next one answers the rest, nobody twice', async () => {
    const { api, chats, run, sent } = await waiting();
    const { child } = await run();
    await api.until(() => sent() >= 60);
    child.stdin?.end();
    await once(child, 'exit');
    await run();
    await api.until(() => sent() >= chats.length * MESSAGES.length);
    for (const chat of chats) expect(api.texts(chat)).toEqual(MESSAGES);
    await api.close();
  });
});

const byNumber = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10);
