import type { Trouble } from './conversation.ts';
import { byId } from './dom.ts';
import type { Language } from './language.ts';

/** The line under the heading that says when something is in the way, and when it is not any more. */
export interface Status {
  show(trouble: Trouble): void;
  /** Says the same in the language of now. */
  refresh(): void;
}

const GOOD_NEWS_MS = 2_500;

export function statusOf(language: Language, announce: (text: string) => void): Status {
  const line = byId('status');
  let trouble: Trouble = null;
  let timer: number | undefined;

  const put = (text: string | null, className: string): void => {
    line.hidden = text === null;
    line.className = className;
    line.textContent = text;
  };
  const refresh = (): void => {
    if (trouble === null) put(null, 'status');
    else put(language.say(trouble === 'busy' ? 'web-busy' : 'web-offline'), 'status');
  };
  return {
    show(next) {
      if (next === trouble) return;
      const wasOffline = trouble === 'offline';
      trouble = next;
      window.clearTimeout(timer);
      refresh();
      if (next === null && wasOffline) {
        put(language.say('web-online'), 'status good');
        timer = window.setTimeout(refresh, GOOD_NEWS_MS);
      }
      if (line.textContent) announce(line.textContent);
    },
    refresh,
  };
}
