import { randomInt, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { Registry } from 'prom-client';
import type { TelegramChannel, TelegramOptions } from '../../src/channels/telegram/channel.ts';
import { terminalChat } from '../../src/channels/terminal.ts';
import { createWeb } from '../../src/channels/web/server.ts';
import type { Assistant, Choice, Locale, Reply } from '../../src/dialogue/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { BotApi } from './bot-api/server.ts';
import { words } from './talk.ts';
import type { Chat, Heard } from './transcript.ts';
import { until } from './until.ts';

/** Opens a chat of its own with the assistant, on one channel. */
export type OpenChat = (assistant: Assistant, locale: Locale) => Promise<Chat & { close(): Promise<void> }>;

/** The assistant itself, without a channel: what every channel must bring across. */
export const bare: OpenChat = async (assistant, locale) => {
  const chat = `web:bare-${randomUUID()}`;
  let offered: readonly Choice[] = [];
  const take = async (message: Parameters<Assistant['receive']>[0]['message']): Promise<Heard> => {
    const { answer } = await assistant.receive({ chat, locale, message });
    offered = choicesOf(answer.replies);
    return { ...heardIn(answer.replies), topic: answer.topic };
  };
  const opening = await take({ kind: 'start' });
  const choose = (label: string): Promise<Heard> =>
    take({ kind: 'choice', id: offered.find(choice => choice.label === label)!.id });
  return { opening, say: text => take({ kind: 'text', text }), choose, close: async () => {} };
};

export const onWeb: OpenChat = async (assistant, locale) => {
  const web = createWeb({
    assistant,
    words,
    clauses: [],
    tokenKeys: [new Uint8Array(32).fill(1)],
    log: SILENT_LOG,
    metrics: new Registry(),
    ready: async () => {},
    now: () => performance.now(),
    locale,
    host: '127.0.0.1',
    port: 0,
  });
  let offered: readonly Choice[] = [];
  const post = async (path: string, body: object): Promise<{ chat: string; topic: string; replies: Reply[] }> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await web.fetch(new Request(`http://localhost${path}`, init));
    const answer = (await response.json()) as { chat: string; topic: string; replies: Reply[] };
    offered = choicesOf(answer.replies);
    return answer;
  };
  const opened = await post('/api/chats', { locale });
  const send = async (body: object): Promise<Heard> => {
    const { replies, topic } = await post(`/api/chats/${opened.chat}/messages`, body);
    return { ...heardIn(replies), topic };
  };
  const choose = (label: string): Promise<Heard> =>
    send({ choice: offered.find(choice => choice.label === label)!.id });
  return { opening: heardIn(opened.replies), say: text => send({ text }), choose, close: async () => {} };
};

/** At the terminal a choice is picked by typing its words. */
export const inTerminal: OpenChat = async (assistant, locale) => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const { counted, settled } = countingSettled(assistant);
  const chat = terminalChat({
    assistant: counted,
    words,
    locale,
    input,
    output,
    name: randomUUID(),
    saveFile: async name => name,
  });
  const read = (): Heard =>
    numbered(
      String(output.read())
        .replaceAll(/^.*Ctrl-D.*$/gm, '')
        .trim(),
    );
  let turns = 0;
  const type = async (line: string): Promise<Heard> => {
    input.write(`${line}\n`);
    await settled(++turns);
    return read();
  };
  await settled(++turns);
  const close = async (): Promise<void> => {
    input.end();
    await chat;
  };
  return { opening: read(), say: type, choose: type, close };
};

/** On Telegram a choice is picked by pressing its button. */
export const onTelegram =
  (open: (options: TelegramOptions) => TelegramChannel): OpenChat =>
  async (assistant, locale) => {
    const api = await BotApi.start();
    const { counted, settled } = countingSettled(assistant);
    const channel = open({ token: api.token, apiRoot: api.root, assistant: counted, words, rate: 1000 });
    await channel.start();
    const person = api.person({ id: randomInt(1e6, 1e9), language_code: locale });
    let turns = 0;
    let sent = 0;
    const act = async (perform: () => void): Promise<Heard> => {
      perform();
      await settled(++turns);
      const texts = api.texts(person.chat.id).slice(sent);
      sent += texts.length;
      return withButtons(texts.join('\n\n'), person.labels());
    };
    const close = async (): Promise<void> => {
      await channel.stop();
      await api.close();
      if (api.refused.length > 0) throw new Error(`Telegram would refuse: ${JSON.stringify(api.refused)}`);
    };
    const opening = await act(() => person.say('/start'));
    const press = (label: string): Promise<Heard> =>
      act(() => person.press(person.labels().find(shown => isShortFor(shown, label)) ?? label));
    return { opening, say: text => act(() => person.say(text)), choose: press, close };
  };

function heardIn(replies: readonly Reply[]): Heard {
  return {
    text: replies.map(({ text }) => text).join('\n\n'),
    choices: choicesOf(replies).map(({ label }) => label),
    citations: replies.flatMap(({ citations }) => citations),
  };
}

const choicesOf = (replies: readonly Reply[]): Choice[] => replies.flatMap(({ choices }) => choices);

/** Takes the lines at the end that are choices apart from the text. */
function apart(shown: string, isChoice: (line: string) => boolean): Heard {
  const lines = shown.split('\n');
  const end = lines.findLastIndex(line => !isChoice(line)) + 1;
  const choices = lines.slice(end).map(line => line.replace(/^\s*\d+\. /, ''));
  return { text: lines.slice(0, end).join('\n').trim(), choices };
}

/** In the terminal choices are set in by two places. */
const numbered = (shown: string): Heard => apart(shown, line => /^ {2}\d+\. /.test(line));

/** On Telegram choices are buttons; a label that no button can show in full stands in the text too, and begins on its button. */
function withButtons(shown: string, buttons: readonly string[]): Heard {
  const isListed = (line: string): boolean =>
    /^\d+\. /.test(line) && buttons.some(button => isShortFor(button, line.replace(/^\d+\. /, '')));
  const { text, choices: listed } = apart(shown, isListed);
  return { text, choices: buttons.map(button => listed.find(label => isShortFor(button, label)) ?? button) };
}

function isShortFor(button: string, label: string): boolean {
  return (
    button === label || (/^\d+\. .*…$/.test(button) && label.startsWith(button.slice(button.indexOf(' ') + 1, -1)))
  );
}

/** The same assistant, and a way to wait until so many of its answers have reached the person. */
function countingSettled(assistant: Assistant): { counted: Assistant; settled(count: number): Promise<void> } {
  let count = 0;
  const counted: Assistant = {
    owed: () => (async function* () {})(),
    async receive(incoming) {
      const outgoing = await assistant.receive(incoming);
      const settled = async (): Promise<void> => {
        await outgoing.settled();
        count++;
      };
      return { ...outgoing, settled };
    },
  };
  return { counted, settled: wanted => until(`answer ${wanted}`, () => count >= wanted) };
}
