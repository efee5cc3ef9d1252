import type { Locale } from '../../dialogue/index.ts';
import type { Log } from '../../runtime/log.ts';
import { SettingError } from '../../runtime/setting-error.ts';
import { type BotApi, failureOf, isPassing } from './api.ts';
import { COMMANDS } from './commands.ts';
import type { Time } from './time.ts';
import { ALLOWED_UPDATES } from './update.ts';

export interface Introduction {
  api: BotApi;
  /** Asks Telegram who the bot is. */
  identify(): Promise<unknown>;
  webhook: { url: string; secret: string } | undefined;
  words: TelegramWords;
  /** The language of the menu for people whose app speaks neither. */
  locale: Locale;
  log: Log;
  time: Time;
  stop: AbortSignal;
  /** Called when Telegram gives no answer for now; it will be asked again. */
  onTrouble(): void;
}

/** The texts of `locales/<locale>/telegram.ftl`. */
export type TelegramWords = Readonly<Record<Locale, { say(id: string): string }>>;

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** Everything before the first update, asked until it is answered: who the bot is, which way updates come, what its menu shows. Rejects when Telegram says no. */
export async function introduce(introduction: Introduction): Promise<void> {
  await persist('TELEGRAM_BOT_TOKEN', ['the token', introduction.identify], introduction);
  const setting = introduction.webhook === undefined ? 'TELEGRAM_BOT_TOKEN' : 'TELEGRAM_WEBHOOK_URL';
  await persist(setting, ['its webhook', () => chooseWayIn(introduction)], introduction);
  if (!introduction.stop.aborted) await setMenu(introduction);
}

function chooseWayIn({ api, webhook }: Introduction): Promise<unknown> {
  if (webhook === undefined) return api.call('deleteWebhook', { drop_pending_updates: false });
  return api.call('setWebhook', { url: webhook.url, secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES });
}

/** The menu in each language, and in the default one for everybody else. A bot without its menu still answers. */
async function setMenu({ api, words, locale, log }: Introduction): Promise<void> {
  const menu = (language: Locale): object[] =>
    Object.keys(COMMANDS).map(command => ({
      command,
      description: words[language].say(`telegram-command-${command}`),
    }));
  const menus = [
    { commands: menu(locale) },
    { commands: menu('zh-CN'), language_code: 'zh' },
    { commands: menu('en'), language_code: 'en' },
  ];
  await Promise.all(menus.map(payload => api.call('setMyCommands', payload))).catch(error => {
    log.warn({ code: failureOf(error).code }, 'telegram: the menu of commands could not be set');
  });
}

async function persist(
  setting: string,
  [what, call]: readonly [what: string, call: () => Promise<unknown>],
  { log, time, stop, onTrouble }: Introduction,
): Promise<void> {
  for (let wait = FIRST_RETRY_MS; !stop.aborted; wait = Math.min(LAST_RETRY_MS, wait * 2)) {
    try {
      await call();
      return;
    } catch (error) {
      const failure = failureOf(error);
      if (!isPassing(failure)) throw new SettingError(setting, `Telegram refuses ${what} (${failure.code})`);
      const retryInMs = failure.retryAfterMs ?? wait;
      log.warn({ code: failure.code, retryInMs }, 'telegram: no answer at the start');
      onTrouble();
      await time.wait(retryInMs, stop).catch(() => {});
    }
  }
}
