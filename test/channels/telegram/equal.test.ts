import { expect, it } from 'vitest';
import type { Call } from '../../support/bot-api/server.ts';
import { FRAMEWORKS, type Open, rig } from './fixture.ts';
import { says } from './puppet.ts';

/** Everything a bot can be made to send, from one start to one stop. */
async function everything(open: Open): Promise<Call[]> {
  const { api, assistant, channel } = await rig(open);
  const long = `${'很长的一段。'.repeat(900)}\n\n结束`;
  const file = {
    name: 'days.ics',
    mediaType: 'text/calendar',
    content: 'BEGIN:VCALENDAR\r\nSUMMARY:换证“截止”\r\nEND:VCALENDAR',
  };
  assistant.script = ({ group }) => [
    says('标题\n\n理由', '是', '不是', '由海南省建设执业资格注册与培训工作领导小组办公室颁发'),
    { ...says(group ? '群' : long, '好'), file },
  ];
  const person = api.person({ id: 7 });
  const member = person.in(api.group());
  const press = async () => {
    person.press('是');
    await api.until(() => api.called('sendDocument').length === 2);
  };
  await channel.start();
  person.say('一');
  await api.until(() => api.called('sendDocument').length === 1);
  await press();
  member.say('@huanzheng_bot 二', { is_topic_message: true, message_thread_id: 3 });
  await api.until(() => api.called('sendDocument').length === 3);
  await channel.deliver('telegram:7', [says('推送', '知道了')]);
  await channel.stop();
  // An acknowledgement races the reply, and a poll what happens next: their places tell nothing.
  const stray = (call: Call) => call.method === 'getUpdates' || call.method === 'answerCallbackQuery';
  return [...api.calls.filter(call => !stray(call)), ...api.calls.filter(stray)];
}

it('both frameworks send equal requests', async () => {
  const [grammy, telegraf] = [await everything(FRAMEWORKS[0][1]), await everything(FRAMEWORKS[1][1])];
  expect(new Set(grammy.map(({ method }) => method))).toEqual(
    new Set([
      'getMe',
      'deleteWebhook',
      'setMyCommands',
      'sendMessage',
      'sendDocument',
      'answerCallbackQuery',
      'getUpdates',
    ]),
  );
  expect(telegraf).toEqual(grammy);
});
