import { expect, it } from 'vitest';
import type { Upload } from '../../support/bot-api/body.ts';
import { FRAMEWORKS, rig } from './fixture.ts';
import { says } from './puppet.ts';

it.each(FRAMEWORKS)('shows years as a picture under the text on %s', async (_, open) => {
  const { api, assistant, channel } = await rig(open);
  const years = [{ label: '2025', values: [20, 14.5] as const }];
  const picture = { title: '各年学时', alt: '', legend: ['总', '专业'] as const, need: [32, 22] as const, years };
  assistant.script = () => [{ ...says('查到了', '好'), pictures: [picture] }];
  await channel.start();
  api.person().say('我的学时');
  await api.until(() => api.called('sendPhoto').length === 1);
  const { photo, caption } = api.called('sendPhoto')[0]!.parameters as { photo: Upload; caption: string };
  expect(photo.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(caption).toBe('各年学时\n█ 总\n░ 专业');
});

it.each(FRAMEWORKS)('J02: takes a message away that the conversation wants gone on %s', async (_, open) => {
  const { api, assistant, channel } = await rig(open);
  const receive = assistant.receive.bind(assistant);
  assistant.receive = async incoming => ({ ...(await receive(incoming)), conceal: true });
  await channel.start();
  const person = api.person();
  person.say('号码');
  const { message_id } = api.world.messages[0]!;
  await api.until(() => api.called('deleteMessage').length === 1);
  expect(api.called('deleteMessage')[0]?.parameters).toEqual({ chat_id: person.chat.id, message_id });
});
