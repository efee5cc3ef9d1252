import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { TelegramChannel } from '../../../src/channels/telegram/channel.ts';
import { FRAMEWORKS, gate, type Open, type Rig, rig } from './fixture.ts';

const SECRET = 'not-to-be-guessed';
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A bot whose updates come to a server on loopback. */
async function hooked(open: Open): Promise<Rig & { url: string }> {
  let channel: TelegramChannel | undefined;
  const server = createServer(
    (request, response) => void getRequestListener(asked => channel!.webhook!.handle(asked))(request, response),
  );
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/telegram`;
  const made = await rig(open, { webhook: { url, secret: SECRET } });
  channel = made.channel;
  return { ...made, url };
}

const post = (url: string, body: string, secret?: string) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
  });

describe.each(FRAMEWORKS)('a webhook on %s', (_, open) => {
  it('is set at start with its secret and the kinds of updates, and named with its path', async () => {
    const { api, channel, url } = await hooked(open);
    await channel.start();
    expect(api.called('setWebhook')[0]?.parameters).toEqual({
      url,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    });
    expect(channel.webhook?.path).toBe('/hooks/telegram');
    expect(api.called('getUpdates')).toEqual([]);
  });

  it('is taken down when updates are fetched', async () => {
    const { api, channel } = await rig(open);
    await channel.start();
    expect(api.called('deleteWebhook')).toHaveLength(1);
    expect(channel.webhook).toBeUndefined();
  });

  it('answers 200 once the assistant has the update, and sends the reply', async () => {
    const { api, assistant, channel } = await hooked(open);
    const held = gate();
    const taking = gate();
    assistant.beforeTurn = () => {
      taking.open();
      return held.promise;
    };
    await channel.start();
    const person = api.person();
    person.say('一');
    await taking.promise;
    expect(api.webhook.answers).toEqual([]);
    held.open();
    await api.until(() => api.webhook.answers.length === 1 && api.texts(person.chat.id).length === 1);
    expect(api.webhook.answers).toMatchObject([{ status: 200 }]);
  });

  it('gives an update that is brought twice one reply, also while the first is on its way', async () => {
    const { api, assistant, channel, url } = await hooked(open);
    await channel.start();
    api.delayMs = 20;
    const person = api.person();
    person.say('一');
    const update = JSON.stringify(api.updates.all()[0]);
    for (let times = 0; times < 3; times++) expect((await post(url, update, SECRET)).status).toBe(200);
    await api.until(() => assistant.received.length === 1 && assistant.debts().length === 0);
    expect((await post(url, update, SECRET)).status).toBe(200);
    person.say('二');
    await api.until(() => api.texts(person.chat.id).includes('二'));
    expect(api.texts(person.chat.id)).toEqual(['一', '二']);
  });

  it('lets nobody in without the secret, and is not upset by what is no update', async () => {
    const { api, assistant, channel, url } = await hooked(open);
    await channel.start();
    const update = JSON.stringify({
      update_id: 1,
      message: { message_id: 1, from: { id: 5, is_bot: false }, chat: { id: 5, type: 'private' }, text: 'a' },
    });
    for (const secret of [undefined, '', 'wrong', `${SECRET}x`])
      expect((await post(url, update, secret)).status).toBe(401);
    for (const body of ['', '{', '[]', 'null', '{"update_id":"1"}'])
      expect((await post(url, body, SECRET)).status).toBe(400);
    expect((await post(url, '{"update_id":2,"something_new":{}}', SECRET)).status).toBe(200);
    expect(assistant.received).toEqual([]);
    expect(api.refused).toEqual([]);
  });

  it('turns updates away until it knows which bot it is: a webhook outlives its process', async () => {
    const { api, assistant, channel, url } = await hooked(open);
    expect((await post(url, '{"update_id":1}', SECRET)).status).toBe(503);
    await channel.start();
    expect((await post(url, '{"update_id":1}', SECRET)).status).toBe(200);
    expect(api.refused).toEqual([]);
    expect(assistant.received).toEqual([]);
  });

  it('on stop turns updates away, so that Telegram keeps them, and ends what it has begun', async () => {
    const { api, assistant, channel } = await hooked(open);
    const held = gate();
    const taking = gate();
    assistant.beforeTurn = () => {
      taking.open();
      return held.promise;
    };
    await channel.start();
    const person = api.person();
    person.say('一');
    await taking.promise;
    const stopped = channel.stop();
    api.person().say('二');
    await api.until(() => api.webhook.answers.length === 1);
    expect(api.webhook.answers).toMatchObject([{ status: 503 }]);
    held.open();
    await stopped;
    expect(api.texts(person.chat.id)).toEqual(['一']);
    await api.until(() => api.updates.all().length === 1);
  });
});
