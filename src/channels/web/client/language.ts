import type { PageWord } from '../page-words.ts';
import type { PageConfig, WireLocale } from '../wire.ts';

/** The page's texts, in the language that is shown just now. */
export class Language {
  now: WireLocale;
  /** Every name that a clause is called by in either language, with its id. */
  readonly clauseIds: ReadonlyMap<string, string>;
  private readonly languages: PageConfig['languages'];

  constructor({ languages, locale }: PageConfig) {
    this.now = locale;
    this.languages = languages;
    const names = Object.values(languages).map(({ clauseNames }) => Object.entries(clauseNames));
    this.clauseIds = new Map(([] as [string, string][]).concat(...names).map(([id, name]) => [name, id] as const));
  }

  get other(): WireLocale {
    return this.now === 'en' ? 'zh-CN' : 'en';
  }

  say(word: PageWord, gaps: Readonly<Record<string, string | number>> = {}): string {
    const text = this.sayIn(this.now, word);
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] === undefined ? gap : gaps[name]));
  }

  sayIn(locale: WireLocale, word: PageWord): string {
    return this.languages[locale].words[word];
  }

  /** 「一（一）」 by `1.1`. */
  clauseName(id: string): string {
    return this.languages[this.now].clauseNames[id] || id;
  }

  /** Shows everything that the markup brought in another language. */
  turnTo(locale: WireLocale): void {
    this.now = locale;
    document.documentElement.lang = locale;
    document.title = this.say('web-title');
    this.relabel('data-word', (element, text) => {
      element.textContent = text;
    });
    this.relabel('data-label', (element, text) => element.setAttribute('aria-label', text));
    this.relabel('data-hint', (element, text) => element.setAttribute('placeholder', text));
  }

  private relabel(mark: string, put: (element: Element, text: string) => void): void {
    for (const element of Array.from(document.querySelectorAll(`[${mark}]`))) {
      put(element, this.say(element.getAttribute(mark) as PageWord));
    }
  }
}
