import { z } from 'zod';

/** What is read of an update; all else in it stays unread. */
const user = z.object({ id: z.int(), is_bot: z.boolean(), language_code: z.string().optional() });
const chat = z.object({ id: z.int(), type: z.string() });
const entity = z.object({
  type: z.string(),
  offset: z.int(),
  length: z.int(),
  user: z.object({ id: z.int() }).optional(),
});

/** The buttons of a message of ours that somebody replies to. */
const keyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
});

/** The field that holds the content (`voice`, `photo` …) is only looked for, so all others stay as they come. */
const message = z.looseObject({
  message_id: z.int(),
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  chat,
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  media_group_id: z.string().optional(),
  document: z
    .object({ file_id: z.string(), file_name: z.string().optional(), file_size: z.number().optional() })
    .optional()
    .catch(undefined),
  reply_to_message: z.object({ from: user.optional(), reply_markup: keyboard.optional().catch(undefined) }).optional(),
});

const query = z.object({
  id: z.string(),
  from: user,
  data: z.string().optional(),
  message: message.pick({ message_id: true, message_thread_id: true, is_topic_message: true, chat: true }).optional(),
});

const update = z.object({
  update_id: z.int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: query.optional(),
});

export type Update = z.infer<typeof update>;
export type TelegramMessage = z.infer<typeof message>;
export type CallbackQuery = z.infer<typeof query>;

/** The kinds of updates that the assistant asks Telegram for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query'] as const;

/** The part of an update that matters here; undefined when it is none. */
export function parseUpdate(value: unknown): Update | undefined {
  const parsed = update.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
