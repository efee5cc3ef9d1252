/** What Telegram refuses although each field alone fits: the limits that its manual states in prose. */
export function breach(method: string, parameters: Record<string, unknown>): string | undefined {
  return RULES[method]?.(parameters) ?? keyboardBreach(parameters.reply_markup);
}

type Rule = (parameters: Record<string, unknown>) => string | undefined;

const RULES: Record<string, Rule> = {
  getUpdates: ({ limit }) =>
    limit === undefined || (Number(limit) >= 1 && Number(limit) <= 100)
      ? undefined
      : 'getUpdates.limit must be 1 to 100',
  setWebhook: ({ url, secret_token: secret }) => {
    if (!/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/]|$)/.test(String(url)))
      return 'bad webhook: An HTTPS URL must be provided for webhook';
    return secret === undefined || /^[\w-]+$/.test(String(secret))
      ? undefined
      : 'secret token contains unallowed characters';
  },
  setMyCommands: ({ commands, language_code: language }) => {
    const names = (commands as { command: string }[]).map(({ command }) => command);
    if (names.length > 100 || names.some(name => !/^[a-z0-9_]{1,32}$/.test(name))) return 'BOT_COMMAND_INVALID';
    return language === undefined || /^([a-z]{2})?$/.test(String(language))
      ? undefined
      : 'invalid language code specified';
  },
  sendChatAction: ({ action }) =>
    /^(typing|upload_document|upload_photo)$/.test(String(action)) ? undefined : 'wrong parameter action in request',
};

interface Button {
  text: string;
  [field: string]: unknown;
}

/** One action a button, a text on it, at most 100 of them, eight in a row. */
function keyboardBreach(markup: unknown): string | undefined {
  const rows = (markup as { inline_keyboard?: Button[][] } | undefined)?.inline_keyboard ?? [];
  if (rows.flat().length > 100 || rows.some(row => row.length > 8)) return 'reply markup is too long';
  if (rows.flat().some(button => button.text.trim() === '')) return 'inline keyboard button text is empty';
  const actions = (button: Button): number =>
    Object.keys(button).filter(field => !['text', 'style', 'icon_custom_emoji_id'].includes(field)).length;
  return rows.flat().every(button => actions(button) === 1) ? undefined : 'BUTTON_TYPE_INVALID';
}
