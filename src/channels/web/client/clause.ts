import type { WireClause, WireLocale } from '../wire.ts';
import { fetchClauses } from './api.ts';
import { button, el, empty, icon } from './dom.ts';
import type { Language } from './language.ts';
import { newId } from './memory.ts';

/** Buttons that unfold the text of a clause, word for word. */
export interface Clauses {
  /** A button named after the clause. Its text appears after the element that `after` gives, and goes away on the second press. */
  button(id: string, name: string, after: () => Element): HTMLButtonElement;
}

export function clausesOf(language: Language): Clauses {
  const loaded = new Map<WireLocale, Promise<Map<string, WireClause>>>();
  const load = (locale: WireLocale): Promise<Map<string, WireClause>> => {
    const known = loaded.get(locale);
    if (known !== undefined) return known;
    const loading = fetchClauses(locale);
    loaded.set(locale, loading);
    // Forgotten when it failed, so that the next press asks again.
    loading.catch(() => loaded.delete(locale));
    return loading;
  };

  async function fill(panel: HTMLElement, id: string): Promise<void> {
    const { now } = language;
    panel.textContent = language.say('web-loading');
    try {
      const clause = (await load(now)).get(id);
      empty(panel);
      if (clause !== undefined) panel.append(...textOf(clause, now));
      panel.scrollIntoView({ block: 'nearest' });
    } catch {
      panel.textContent = language.say('web-clause-failed');
      panel.setAttribute('data-failed', '');
    }
  }

  function textOf({ heading, original, translation }: WireClause, locale: WireLocale): HTMLElement[] {
    const quote = el('blockquote', { lang: 'zh-CN' }, original);
    if (translation === undefined)
      return [el('p', { class: 'clause-heading' }, `${heading} · ${language.say('web-original')}`), quote];
    return [
      el('p', { class: 'clause-heading' }, `${heading} · ${language.say('web-translation')}`),
      el('p', { class: 'clause-translation', lang: locale }, translation),
      el('p', { class: 'clause-heading' }, language.say('web-original')),
      quote,
    ];
  }

  return {
    button(id, name, after) {
      const made = button('clause', name, () => {
        const open = document.getElementById(panelId);
        const failed = open?.hasAttribute('data-failed') === true;
        open?.remove();
        const unfolds = open === null || failed;
        made.setAttribute('aria-expanded', String(unfolds));
        if (!unfolds) return;
        const panel = el('div', {
          class: 'clause-text',
          id: panelId,
          role: 'note',
          'aria-label': language.say('web-clause', { name }),
        });
        after().insertAdjacentElement('afterend', panel);
        void fill(panel, id);
      });
      const panelId = `clause-${newId()}`;
      made.append(icon('unfold'));
      made.setAttribute('aria-expanded', 'false');
      made.setAttribute('aria-controls', panelId);
      made.title = language.say('web-original');
      return made;
    },
  };
}
