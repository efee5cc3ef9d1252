import type { PageWord } from '../page-words.ts';
import type { PageConfig, WireLocale } from '../wire.ts';

/** The page's texts, in the language that is shown just now. */
export interface Language {
  readonly now: WireLocale;
  readonly other: WireLocale;
  say(word: PageWord, gaps?: Readonly<Record<string, string | number>>): string;
  sayIn(locale: WireLocale, word: PageWord): string;
  /** 「一（一）」 by `1.1`. */
  clauseName(id: string): string;
  /** Every name that a clause is called by in either language, with its id. */
  clauseIds(): ReadonlyMap<string, string>;
  /** Shows everything that stands on the page in the other language. */
  turnTo(locale: WireLocale): void;
}

export function languageOf({ languages, locale }: PageConfig): Language {
  let now = locale;
  const ids = new Map<string, string>();
  for (const { clauseNames } of Object.values(languages)) {
    for (const id of Object.keys(clauseNames)) ids.set(clauseNames[id]!, id);
  }
  const say: Language['say'] = (word, gaps = {}) =>
    languages[now].words[word].replace(/\{(\w+)\}/g, (gap, name: string) =>
      String(gaps[name] === undefined ? gap : gaps[name]),
    );
  return {
    get now() {
      return now;
    },
    get other() {
      return now === 'en' ? 'zh-CN' : 'en';
    },
    say,
    sayIn: (wanted, word) => languages[wanted].words[word],
    clauseName: id => languages[now].clauseNames[id] || id,
    clauseIds: () => ids,
    turnTo(wanted) {
      now = wanted;
      document.documentElement.lang = wanted;
      document.title = say('web-title');
      relabel('data-word', (element, text) => {
        element.textContent = text;
      });
      relabel('data-label', (element, text) => element.setAttribute('aria-label', text));
      relabel('data-hint', (element, text) => element.setAttribute('placeholder', text));
    },
  };

  function relabel(mark: string, put: (element: Element, text: string) => void): void {
    for (const element of Array.from(document.querySelectorAll(`[${mark}]`)))
      put(element, say(element.getAttribute(mark) as PageWord));
  }
}
