import type { BotApi } from './server.ts';
import type { Chat, Message, User } from './world.ts';

export type { Chat, User } from './world.ts';

interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

/** Somebody in a chat: writes, presses, edits. Each act becomes an update, whose number it returns (undefined when the bot takes no such updates). */
export class Person {
  readonly user: User;
  readonly chat: Chat;
  readonly #api: BotApi;

  constructor(api: BotApi, user: User, chat: Chat) {
    this.#api = api;
    this.user = user;
    this.chat = chat;
  }

  /** The same person in another chat. */
  in(chat: Chat): Person {
    return new Person(this.#api, this.user, chat);
  }

  say(text: string, more: Record<string, unknown> = {}): number | undefined {
    return this.send({ text, ...entitiesOf(text), ...more });
  }

  /** Any message at all: `{ voice: {…} }`, `{ sticker: {…} }`. */
  send(content: Record<string, unknown>): number | undefined {
    return this.#api.happen({ message: this.#api.world.message(this.chat, this.user, content) });
  }

  /** Sends a file of this name. */
  sendFile(file_name: string, bytes: Uint8Array, more: Record<string, unknown> = {}): number | undefined {
    const file_id = this.#api.world.keepFile(bytes);
    const document = { file_id, file_unique_id: file_id, file_name, file_size: bytes.length };
    return this.send({ document, ...more });
  }

  /** Changes what this person wrote last. */
  edit(text: string): number | undefined {
    const message = this.#api.world.messages.findLast(
      ({ from, chat }) => from.id === this.user.id && chat.id === this.chat.id,
    )!;
    return this.#api.happen({ edited_message: { ...message, text, ...entitiesOf(text), edit_date: message.date + 1 } });
  }

  /** Presses the newest button with this label; a string that is no label is sent as callback data of a message long gone. */
  press(label: string): number | undefined {
    const shown = this.#shown().find(({ button }) => button.text === label);
    const message = shown?.message ?? { message_id: 1, chat: this.chat, date: 0 };
    const id = this.#api.world.openQuery();
    const data = shown?.button.callback_data ?? label;
    return this.#api.happen({ callback_query: { id, from: this.user, chat_instance: 'instance', message, data } });
  }

  /** The labels on the buttons of the newest message. */
  labels(): string[] {
    const newest = this.#messages().at(-1);
    return newest === undefined ? [] : buttonsOf(newest).map(({ text }) => text);
  }

  #shown(): { message: Message; button: Button }[] {
    return this.#messages()
      .reverse()
      .flatMap(message => buttonsOf(message).map(button => ({ message, button })));
  }

  #messages(): Message[] {
    return this.#api.world.messages.filter(({ from, chat }) => from.is_bot && chat.id === this.chat.id);
  }
}

function buttonsOf(message: Message): Button[] {
  return (message.reply_markup as { inline_keyboard: Button[][] } | undefined)?.inline_keyboard.flat() ?? [];
}

/** Commands and mentions as Telegram marks them. */
function entitiesOf(text: string): { entities?: unknown[] } {
  const found = [...text.matchAll(/(?<=^|\s)\/\w+(@\w+)?|@\w+/g)];
  if (found.length === 0) return {};
  return {
    entities: found.map(match => ({
      type: match[0].startsWith('/') ? 'bot_command' : 'mention',
      offset: match.index,
      length: match[0].length,
    })),
  };
}
