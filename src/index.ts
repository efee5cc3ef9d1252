import { type Deliver, openCore } from './app.ts';
import { readConfig } from './config.ts';
import { UndeliveredError } from './delivery/index.ts';
import type { Assistant, Locale } from './dialogue/index.ts';
import type { Words } from './locale/index.ts';
import { createLog, type Log } from './runtime/log.ts';
import { startSending } from './sending.ts';

export type { Deliver } from './app.ts';
export type { Answer, Assistant, Choice, Incoming, Locale, Message, Outgoing, Reply } from './dialogue/index.ts';

/** An assistant to mount in a program of your own. */
export interface OpenAssistant {
  assistant: Assistant;
  /** The texts that a channel shows around the replies. */
  words: Readonly<Record<Locale, Words>>;
  /**
   * Sends what nobody asked for just now (reminders, broadcasts, news of hours) by the way given, until `close`. Whoever wants reminders before
   * it has been called is told that none can be sent.
   */
  startSending(deliver: Deliver): Promise<void>;
  /** Ends the sending and lets go of the store; call it when no more messages come. */
  close(): Promise<void>;
}

/**
 * Opens the assistant on the store that the settings name (as in the environment: `DATA_DIR`, `REDIS_URL`, `DATA_KEY`, `AS_OF`, `LOCALE`).
 * Throws an `Error` with one line that names a bad setting.
 */
export async function openAssistant(
  settings: Readonly<Record<string, string | undefined>> = process.env,
  log: Log = createLog(),
): Promise<OpenAssistant> {
  const config = readConfig(settings);
  if ('problem' in config) throw new Error(config.problem);
  let way: Deliver | undefined;
  const deliver: Deliver = (chat, replies) => way?.(chat, replies) ?? Promise.reject(new UndeliveredError('refused'));
  const core = await openCore(config, log, deliver, undefined, () => way === undefined);
  let stop: (() => Promise<void>) | undefined;
  return {
    assistant: core.assistant,
    words: core.words,
    startSending: async given => {
      if (way !== undefined) throw new Error('startSending was called before');
      way = given;
      stop = await startSending(config, core, deliver, log);
    },
    close: async () => {
      await stop?.();
      await core.store.close();
    },
  };
}
