import { openCore } from './app.ts';
import { readConfig } from './config.ts';
import type { Assistant, Locale } from './dialogue/index.ts';
import type { Words } from './locale/index.ts';
import { createLog, type Log } from './runtime/log.ts';

export type { Answer, Assistant, Choice, Incoming, Locale, Message, Outgoing, Reply } from './dialogue/index.ts';

/** An assistant to mount in a program of your own. */
export interface OpenAssistant {
  assistant: Assistant;
  /** The texts that a channel shows around the replies. */
  words: Readonly<Record<Locale, Words>>;
  /** Lets go of the store; call it when no more messages come. */
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
  const { assistant, words, store } = await openCore(config, log);
  return { assistant, words, close: () => store.close() };
}
