import type { Trouble } from './conversation.ts';
import { byId } from './dom.ts';
import type { Language } from './language.ts';

const GOOD_NEWS_MS = 2_500;

/** The line under the heading that says when something is in the way, and when it is not any more. */
export class Status {
  private readonly line = byId('status');
  private readonly language: Language;
  private readonly announce: (text: string) => void;
  private trouble: Trouble = null;
  private timer: number | undefined;

  constructor(language: Language, announce: (text: string) => void) {
    this.language = language;
    this.announce = announce;
  }

  show(trouble: Trouble): void {
    if (trouble === this.trouble) return;
    const isGoodNews = trouble === null && this.trouble === 'offline';
    this.trouble = trouble;
    window.clearTimeout(this.timer);
    this.refresh();
    if (isGoodNews) {
      this.put(this.language.say('web-online'), 'status good');
      this.timer = window.setTimeout(() => this.refresh(), GOOD_NEWS_MS);
    }
    if (this.line.textContent) this.announce(this.line.textContent);
  }

  /** Says the same in the language of now. */
  refresh(): void {
    if (this.trouble === null) this.put('', 'status');
    else this.put(this.language.say(this.trouble === 'busy' ? 'web-busy' : 'web-offline'), 'status');
  }

  private put(text: string, className: string): void {
    this.line.hidden = text === '';
    this.line.className = className;
    this.line.textContent = text;
  }
}
