import { UndeliveredError } from '../../delivery/index.ts';
import type { Assistant, Reply } from '../../dialogue/index.ts';
import { type Log, SILENT_LOG } from '../../runtime/log.ts';
import type { BotApi } from './api.ts';
import { callsFor } from './compose.ts';
import type { Listening } from './content.ts';
import { Desk, OWED_AFTER_MS, type Taken } from './desk.ts';
import { CHATS } from './hear.ts';
import type { TelegramWords } from './introduce.ts';
import { send } from './send.ts';
import { TIME } from './time.ts';

/** How the assistant behaves in a bot that is somebody else's. */
export interface MountOptions {
  assistant: Assistant;
  /** `mention`: in groups it answers when it is addressed; without it, groups are left alone. */
  groups?: 'mention';
  /** The label of the link from a group to the private chat; without it the link shows the bot's name. */
  words?: TelegramWords;
  log?: Log;
}

/** Takes what is the assistant's of a bot that keeps its own pace and life; undefined: it is the host's. What a crash left owed goes out as updates come in. */
export function mounted(
  options: MountOptions,
): (update: unknown, api: BotApi, me: Listening['me']) => Promise<Taken | undefined> {
  const desk = deskOf(options);
  let lookedForDebts = Number.NEGATIVE_INFINITY;
  return (update, api, me) => {
    const now = TIME.nowMs();
    if (now - lookedForDebts >= OWED_AFTER_MS) {
      lookedForDebts = now;
      void desk.payDebts(api, OWED_AFTER_MS).then(() => desk.runForgotten(api, OWED_AFTER_MS));
    }
    return desk.take(update, api, me);
  };
}

/** What is sent unasked, by the host's bot: at most once, each for itself; whoever calls keeps to the pace. */
export function deliveringBy(
  api: BotApi,
  log: Log = SILENT_LOG,
): (chat: string, replies: readonly Reply[]) => Promise<void> {
  return async (chat, replies) => {
    if (!chat.startsWith(CHATS)) throw new UndeliveredError('refused');
    const calls = callsFor(replies, { chat: Number(chat.slice(CHATS.length)) });
    const { fate, retryAfterMs } = await send(api, calls, 'at-most-once', sendingOf(log));
    if (fate !== 'sent') throw new UndeliveredError(fate, retryAfterMs);
  };
}

const sendingOf = (log: Log) => ({ pace: async () => {}, time: TIME, log, giveUp: new AbortController().signal });

function deskOf({ assistant, groups, words, log = SILENT_LOG }: MountOptions): Desk {
  return new Desk({
    assistant,
    groups: groups === 'mention',
    alone: false,
    privateLabel: (locale = 'zh-CN') => words?.[locale].say('telegram-private'),
    ...sendingOf(log),
  });
}
