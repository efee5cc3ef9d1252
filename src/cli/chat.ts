import { openCore } from '../app.ts';
import { terminalChat } from '../channels/terminal.ts';
import { createLog } from '../runtime/log.ts';
import { localeOf } from './ask.ts';
import { settingsOrStop } from './settings.ts';

/** `huanzheng chat`: the same conversation in this terminal, kept under the name of the person logged in. */
export async function chat(options: { locale?: string }): Promise<void> {
  const config = settingsOrStop();
  // A terminal is not written to once it is closed.
  const core = await openCore(config, createLog({ level: 'silent' }), undefined, undefined, () => true);
  try {
    await terminalChat({
      assistant: core.assistant,
      words: core.words,
      locale: localeOf(options.locale, config.LOCALE),
      input: process.stdin,
      output: process.stdout,
    });
  } finally {
    await core.store.close();
  }
}
