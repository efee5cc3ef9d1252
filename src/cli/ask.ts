import { buildConversation } from '../app.ts';
import { initialState } from '../dialogue/index.ts';
import { LOCALES, type Locale } from '../locale/index.ts';
import { systemClock } from '../runtime/clock.ts';
import { UsageError } from './exit.ts';
import { settingsAsOf } from './settings.ts';

/** `huanzheng ask`: one message to a fresh chat that is kept nowhere. */
export function ask(question: string, options: { asOf?: string; locale?: string; json?: boolean }): void {
  const settings = settingsAsOf(options.asOf);
  if (question.trim() === '') throw new UsageError('请写出要问的话。 / Please write a question.');
  const locale = localeOf(options.locale, settings.LOCALE);
  const clock = systemClock(settings.AS_OF);
  const { answer } = buildConversation()(
    initialState(locale),
    { kind: 'text', text: question },
    { today: clock.today(), now: clock.now(), group: false, mute: true },
  );
  const text = options.json === true ? JSON.stringify(answer) : answer.replies.map(plain).join('\n\n');
  process.stdout.write(`${text}\n`);
}

/** The language asked for, or the default one. */
export function localeOf(asked: string | undefined, otherwise: Locale): Locale {
  if (asked === undefined) return otherwise;
  const locale = LOCALES.find(known => known === asked);
  if (locale === undefined) throw new UsageError(`--locale: ${LOCALES.join(' / ')}`);
  return locale;
}

function plain({ text, choices }: { text: string; choices: readonly { label: string }[] }): string {
  return [text, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n');
}
