import type { Assistant } from '../../dialogue/index.ts';
import type { TelegramWords } from './channel.ts';
import { Desk } from './desk.ts';
import { type Log, SILENT } from './log.ts';
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

/** A desk for the middleware of a bot that keeps its own pace and life; what is not ours goes on to the host. */
export function mountedDesk({ assistant, groups, words, log = SILENT }: MountOptions): Desk {
  return new Desk({
    assistant,
    groups: groups === 'mention',
    alone: false,
    privateLabel: (locale = 'zh-CN') => words?.[locale].say('telegram-private'),
    pace: async () => {},
    time: TIME,
    log,
    giveUp: new AbortController().signal,
  });
}
