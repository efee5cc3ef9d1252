import type { Choice, Message } from '../../dialogue/index.ts';
import { commandIn, meaningOf } from './commands.ts';
import { choiceOf } from './keyboard.ts';
import type { TelegramMessage } from './update.ts';

export interface Listening {
  me: { id: number; username: string };
  /** Answer in groups when addressed. */
  groups: boolean;
  /** Nobody else answers in this bot: commands and buttons that are not known are ours too. */
  alone: boolean;
}

export const isGroup = ({ type }: TelegramMessage['chat']): boolean => type === 'group' || type === 'supergroup';

/** What a message says to the assistant; undefined when it says nothing, or not to us. */
export function saidIn(message: TelegramMessage, listening: Listening): Message | undefined {
  if (isGroup(message.chat)) return saidInGroup(message, listening);
  return message.chat.type === 'private' ? saidAlone(message, listening) : undefined;
}

function saidAlone(message: TelegramMessage, { me, alone }: Listening): Message | undefined {
  // What is written under a file says what it is.
  if (message.document !== undefined && message.animation === undefined) return fileIn(message.document);
  const text = textOf(message);
  if (text === undefined) return unreadable(message);
  const command = commandIn(text);
  if (command === undefined) return { kind: 'text', text, ...answering(message, me) };
  if (command.bot !== undefined && command.bot !== me.username.toLowerCase()) return undefined;
  return meaningOf(command) ?? (alone ? { kind: 'text', text } : undefined);
}

/** The choices of a message of ours that is replied to, if all of them open topics: an answer to a question is taken as such anyhow. */
function answering({ chat, reply_to_message: before }: TelegramMessage, me: Listening['me']): { answering?: Choice[] } {
  if (chat.type !== 'private' || before?.from?.id !== me.id) return {};
  const buttons = before.reply_markup?.inline_keyboard.flat() ?? [];
  const choices = buttons.map(({ text, callback_data = '' }) => ({ id: choiceOf(callback_data) ?? '', label: text }));
  return choices.length > 0 && choices.every(({ id }) => id.startsWith('topic:')) ? { answering: choices } : {};
}

/** In a group only what is addressed to the bot counts: a command, a mention, a reply to it. */
function saidInGroup(message: TelegramMessage, listening: Listening): Message | undefined {
  const { me, groups, alone } = listening;
  if (!groups) return undefined;
  const command = commandIn(textOf(message) ?? '');
  // A bare command that is not ours is another bot's.
  if (command !== undefined) return saidAlone(message, { ...listening, alone: alone && command.bot !== undefined });
  const mention = mentionOf(message, me);
  if (mention === undefined && message.reply_to_message?.from?.id !== me.id) return undefined;
  const said = saidAlone(message, listening);
  if (said?.kind !== 'text' || mention === undefined) return said;
  const text = (said.text.slice(0, mention.offset) + said.text.slice(mention.offset + mention.length)).trim();
  return text === '' ? { kind: 'start' } : { kind: 'text', text };
}

/** What is written under a picture is text too. */
const textOf = ({ text, caption }: TelegramMessage): string | undefined => text ?? caption;

function mentionOf(message: TelegramMessage, me: Listening['me']): { offset: number; length: number } | undefined {
  const text = textOf(message) ?? '';
  const name = `@${me.username.toLowerCase()}`;
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.find(({ type, offset, length, user }) =>
    type === 'mention'
      ? text.slice(offset, offset + length).toLowerCase() === name
      : type === 'text_mention' && user?.id === me.id,
  );
}

const UNREADABLE = {
  voice: 'voice',
  audio: 'voice',
  sticker: 'sticker',
  photo: 'photo',
  location: 'location',
  venue: 'location',
  contact: 'contact',
  video: 'video',
  video_note: 'video',
  animation: 'video',
  dice: 'other',
  poll: 'other',
  story: 'other',
  game: 'other',
  paid_media: 'other',
  checklist: 'other',
} as const;

function fileIn({ file_id, file_name = '', file_size = 0 }: NonNullable<TelegramMessage['document']>): Message {
  return { kind: 'file', file: { id: file_id, name: file_name, bytes: file_size } };
}

/** Undefined for what nobody said: somebody joined, a message was pinned. */
function unreadable(message: TelegramMessage): Message | undefined {
  const [, what] = Object.entries(UNREADABLE).find(([field]) => message[field] !== undefined) ?? [];
  return what === undefined ? undefined : { kind: 'unreadable', what };
}
