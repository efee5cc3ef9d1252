import type { Incoming, Locale, Message } from '../../dialogue/index.ts';
import { isGroup, type Listening, saidIn } from './content.ts';
import { choiceOf } from './keyboard.ts';
import type { CallbackQuery, TelegramMessage, Update } from './update.ts';

/** The beginning of this channel's chat names. */
export const CHATS = 'telegram:';

/** Where replies go. */
export interface Place {
  chat: number;
  /** The topic of a forum. */
  thread?: number | undefined;
  /** In a group: the message that is answered. */
  answering?: number | undefined;
  /** In a private chat: the message itself, which may have to be taken away. */
  message?: number | undefined;
}

/** What somebody said to the assistant, and where. */
export interface Heard {
  incoming: Incoming;
  place: Place;
  /** The language of the person's app. */
  locale: Locale | undefined;
  /** A pressed button, which Telegram shows as busy until it is acknowledged. */
  query?: string;
}

/** Reads an update; undefined when it is not for the assistant. */
export function hear(update: Update, listening: Listening): Heard | undefined {
  if (update.callback_query !== undefined) return hearPress(update.callback_query, update.update_id, listening);
  const message = update.message ?? update.edited_message;
  if (message?.from === undefined || message.from.is_bot) return undefined;
  const said = saidIn(message, listening);
  // Of an edited message only the words can be new.
  const isOld = update.edited_message !== undefined && (said?.kind === 'unreadable' || said?.kind === 'file');
  if (said === undefined || isOld) return undefined;
  // The pictures of an album are messages of their own: one answer is enough for them.
  const id =
    said.kind === 'unreadable' && message.media_group_id !== undefined
      ? `g${message.media_group_id}`
      : `u${update.update_id}`;
  const answering = isGroup(message.chat) ? message.message_id : undefined;
  return heard(message.chat, id, said, message.from, {
    chat: message.chat.id,
    thread: threadOf(message),
    answering,
    message: message.chat.type === 'private' ? message.message_id : undefined,
  });
}

function hearPress(
  { id, from, data, message }: CallbackQuery,
  updateId: number,
  { alone }: Listening,
): Heard | undefined {
  const choice = data === undefined ? undefined : (choiceOf(data) ?? (alone ? data : undefined));
  if (choice === undefined || message === undefined) return undefined;
  const place = { chat: message.chat.id, thread: threadOf(message) };
  return {
    ...heard(message.chat, `u${updateId}`, { kind: 'choice', id: choice }, from, place),
    query: id,
  };
}

function heard(chat: Chat, id: string, message: Message, from: CallbackQuery['from'], place: Place): Heard {
  const locale = localeOf(from.language_code);
  const begin = locale === undefined ? {} : { locale };
  const incoming: Incoming = {
    chat: `${CHATS}${chat.id}`,
    id,
    sentLater: true,
    message,
    ...begin,
    ...(isGroup(chat) ? { group: true } : {}),
    ...(chat.type === 'private' ? { sender: `${CHATS}${from.id}`, deletes: true } : {}),
  };
  return { incoming, place, locale };
}

type Chat = TelegramMessage['chat'];

const threadOf = (message: Pick<TelegramMessage, 'is_topic_message' | 'message_thread_id'>): number | undefined =>
  message.is_topic_message === true ? message.message_thread_id : undefined;

function localeOf(language: string | undefined): Locale | undefined {
  if (language === undefined) return undefined;
  return language.startsWith('zh') ? 'zh-CN' : 'en';
}
