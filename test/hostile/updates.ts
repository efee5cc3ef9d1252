import fc from 'fast-check';
import { grammyChannel } from '../../src/channels/telegram/grammy.ts';
import { telegrafChannel } from '../../src/channels/telegram/telegraf.ts';
import { BotApi } from '../support/bot-api/server.ts';
import { until } from '../support/until.ts';
import { choiceId, json, mutated, text } from './arbitraries.ts';
import type { UnderAttack } from './core.ts';

export const FRAMEWORKS = { grammY: grammyChannel, Telegraf: telegrafChannel } as const;
export type Framework = keyof typeof FRAMEWORKS;

const SECRET = 'hostile-secret';
const PEOPLE = 40;
const NAMES = [
  ...[
    'update_id',
    'message',
    'edited_message',
    'callback_query',
    'from',
    'chat',
    'text',
    'caption',
    'data',
    'id',
    'type',
    'document',
  ],
  ...[
    'message_id',
    'entities',
    'offset',
    'length',
    'user',
    'is_bot',
    'language_code',
    'media_group_id',
    'reply_to_message',
    'photo',
  ],
];

/** An update by somebody whom the server knows: as Telegram sends it, with parts of it wrong, or nothing of the kind. */
function updates(api: BotApi): fc.Arbitrary<unknown> {
  const people = Array.from({ length: PEOPLE }, () => api.person());
  const group = api.world.groupChat('工地');
  const content = fc.oneof(
    text.map(said => ({ text: said })),
    text.map(said => ({ caption: said, photo: [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }] })),
    text.map(said => ({
      text: `@${api.username} ${said}`,
      entities: [{ type: 'mention', offset: 0, length: api.username.length + 1 }],
    })),
    text.map(name => ({
      document: { file_id: 'http://169.254.169.254/', file_unique_id: 'a', file_name: name, file_size: 10 },
    })),
    fc.constantFrom({ voice: {} }, { sticker: {} }, { new_chat_members: [] }, { media_group_id: '1', photo: [] }, {}),
  );
  const whose = fc
    .tuple(fc.constantFrom(...people), fc.boolean())
    .map(([person, isGroup]) => ({ from: person.user, chat: isGroup ? group : person.chat }));
  const message = fc
    .tuple(whose, content, fc.nat(1e6))
    .map(([who, said, id]) => ({ message_id: id, date: 1, ...who, ...said }));
  const valid = fc.oneof(
    message.map(one => ({ message: one })),
    message.map(one => ({ edited_message: one })),
    fc.tuple(message, choiceId, fc.boolean()).map(([one, id, marked]) => ({
      callback_query: {
        id: api.world.openQuery(),
        from: one.from,
        chat_instance: '1',
        message: one,
        data: marked ? `hz:${id}` : id,
      },
    })),
  );
  const numbered = fc.tuple(fc.nat(), valid).map(([update_id, one]) => ({ update_id, ...one }));
  return fc.oneof(
    { weight: 6, arbitrary: numbered },
    { weight: 3, arbitrary: numbered.chain(one => mutated(one, json(...NAMES))) },
    json(...NAMES),
  );
}

export interface Met {
  /** Updates sent, and how many of them the webhook has taken. */
  sent: number;
  taken: number;
  answered: number;
  /** Calls of ours that Telegram would not have taken. */
  refused: readonly string[];
}

/** Brings that many random updates to a bot by its webhook, some at a time, and waits until all replies have been sent. */
export async function attackByUpdates(
  { core, log }: UnderAttack,
  { framework, count, seed }: { framework: Framework; count: number; seed: number },
): Promise<Met> {
  const api = await BotApi.start();
  const { assistant, words } = core;
  const webhook = { url: 'http://127.0.0.1/hook', secret: SECRET };
  const channel = FRAMEWORKS[framework]({
    token: api.token,
    apiRoot: api.root,
    assistant,
    words,
    log,
    webhook,
    rate: 1000,
  });
  try {
    await channel.start();
    await until('the webhook takes updates', async () => (await post(channel, { update_id: 1 })) === 200);
    const all = fc.sample(updates(api), { numRuns: count, seed });
    let taken = 0;
    for (let at = 0; at < all.length; at += 20) {
      const statuses = await Promise.all(all.slice(at, at + 20).map(update => post(channel, update)));
      taken += statuses.filter(status => status === 200).length;
      if (statuses.some(status => status !== 200 && status !== 400)) throw new Error(`unexpected: ${statuses}`);
    }
    await channel.stop();
    return {
      sent: count,
      taken,
      answered: api.called('sendMessage').length,
      // A file, chat or pressed button that is not there is the attacker's own invention.
      refused: api.refused.filter(call => !isInvented(call)).map(({ description }) => description),
    };
  } finally {
    await channel.stop();
    await api.close();
  }
}

const isInvented = ({ method, description }: BotApi['refused'][number]): boolean =>
  method === 'getFile' || /not found|too old/.test(description);

async function post(channel: ReturnType<typeof grammyChannel>, update: unknown): Promise<number> {
  const headers = { 'x-telegram-bot-api-secret-token': SECRET };
  const body = JSON.stringify(update) ?? '';
  return (await channel.webhook!.handle(new Request('http://127.0.0.1/hook', { method: 'POST', headers, body })))
    .status;
}
