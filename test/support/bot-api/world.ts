export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export interface Chat {
  id: number;
  type: 'private' | 'supergroup';
  title?: string;
  first_name?: string;
}

export interface Message {
  message_id: number;
  chat: Chat;
  date: number;
  from: User;
  [field: string]: unknown;
}

/** An answer that is not `ok`. */
export class Refused extends Error {
  readonly code: number;

  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}

/** The chats, people and messages that the server knows, and what each method does to them. */
export class World {
  readonly me: User;
  /** Chats whose person has blocked the bot. */
  readonly blocked = new Set<number>();
  readonly messages: Message[] = [];
  /** What people have sent, by its id. */
  readonly files = new Map<string, Uint8Array>();
  readonly commands = new Map<string, unknown>();
  readonly #chats = new Map<number, Chat>();
  readonly #queries = new Set<string>();
  #next = 100;

  constructor(username: string) {
    this.me = { id: 12345, is_bot: true, first_name: '换证助手', username };
  }

  user(user: Partial<User>): User {
    const id = user.id ?? 500_000 + this.#next++;
    return { id, is_bot: false, first_name: 'Person', language_code: 'zh-hans', ...user };
  }

  privateChat(user: User): Chat {
    return this.#know({ id: user.id, type: 'private', first_name: user.first_name });
  }

  groupChat(title: string): Chat {
    return this.#know({ id: -1_001_000_000_000 - this.#next++, type: 'supergroup', title });
  }

  /** Writes down a message of somebody, with a number of its own. */
  message(chat: Chat, from: User, content: Record<string, unknown>): Message {
    const message = { message_id: this.#next++, chat, from, date: Math.floor(Date.now() / 1000), ...content };
    this.messages.push(message);
    return message;
  }

  /** Takes in a file; its id is what a message names it by. */
  keepFile(bytes: Uint8Array): string {
    const id = `file-${this.#next++}`;
    this.files.set(id, bytes);
    return id;
  }

  openQuery(): string {
    const id = `${10_000_000 + this.#next++}`;
    this.#queries.add(id);
    return id;
  }

  /** Performs a call that fits; throws `Refused` where Telegram would still say no. */
  perform(method: string, parameters: Record<string, unknown>): unknown {
    const act = METHODS[method];
    if (act === undefined) throw new Error(`the test server does not know how ${method} ends: teach it`);
    return act(this, parameters);
  }

  chat(id: unknown): Chat {
    const chat = this.#chats.get(Number(id));
    if (chat === undefined) throw new Refused(400, 'Bad Request: chat not found');
    if (this.blocked.has(chat.id)) throw new Refused(403, 'Forbidden: bot was blocked by the user');
    return chat;
  }

  found(chat: unknown, id: unknown): Message {
    const message = this.messages.find(({ message_id, chat: { id: where } }) => message_id === id && where === chat);
    if (message === undefined) throw new Refused(400, 'Bad Request: message to edit not found');
    return message;
  }

  closeQuery(id: string): void {
    if (!this.#queries.delete(id))
      throw new Refused(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
  }

  #know(chat: Chat): Chat {
    this.#chats.set(chat.id, chat);
    return chat;
  }
}

type Method = (world: World, parameters: Record<string, unknown>) => unknown;

const send: Method = (world, { chat_id, ...content }) => world.message(world.chat(chat_id), world.me, content);

const edit: Method = (world, { chat_id, message_id, ...content }) =>
  Object.assign(world.found(chat_id, message_id), content);

const METHODS: Record<string, Method> = {
  getMe: world => ({
    ...world.me,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }),
  sendMessage: send,
  sendDocument: (world, { document, ...rest }) =>
    send(world, { ...rest, document: { file_id: 'file', file_unique_id: 'file', ...(document as object) } }),
  sendPhoto: (world, { photo: _, ...rest }) => send(world, rest),
  editMessageText: edit,
  editMessageReplyMarkup: edit,
  editMessageCaption: edit,
  deleteMessage: (world, { chat_id, message_id }) => {
    world.messages.splice(world.messages.indexOf(world.found(chat_id, message_id)), 1);
    return true;
  },
  answerCallbackQuery: (world, { callback_query_id }) => {
    world.closeQuery(String(callback_query_id));
    return true;
  },
  sendChatAction: (world, { chat_id }) => world.chat(chat_id) !== undefined,
  setMyCommands: (world, { commands, language_code }) => {
    world.commands.set(String(language_code ?? ''), commands);
    return true;
  },
  getMyCommands: (world, { language_code }) => world.commands.get(String(language_code ?? '')) ?? [],
  deleteMyCommands: (world, { language_code }) => world.commands.delete(String(language_code ?? '')) || true,
  getFile: (world, { file_id }) => {
    const size = world.files.get(String(file_id))?.length;
    if (size === undefined) throw new Refused(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
    return { file_id, file_unique_id: file_id, file_size: size, file_path: `documents/${file_id}` };
  },
  getChat: (world, { chat_id }) => world.chat(chat_id),
  setWebhook: () => true,
  deleteWebhook: () => true,
  getWebhookInfo: () => ({ url: '', has_custom_certificate: false, pending_update_count: 0 }),
};
