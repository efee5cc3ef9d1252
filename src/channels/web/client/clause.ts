import type { WireClause, WireLocale } from '../wire.ts';
import { fetchClauses } from './api.ts';
import { button, el, empty, icon } from './dom.ts';
import type { Language } from './language.ts';
import { newId } from './memory.ts';

/** Unfolds clauses, word for word. */
export class Clauses {
  private readonly language: Language;
  private readonly loaded = new Map<WireLocale, Promise<Map<string, WireClause>>>();

  constructor(language: Language) {
    this.language = language;
  }

  /** A button named after the clause. Its text appears below the line, and goes away on the second press. */
  button(id: string, name: string, line: Element): HTMLButtonElement {
    const panelId = `clause-${newId()}`;
    const made = button('clause', name, () => this.toggle(made, line, { id, name, panelId }));
    made.append(icon('unfold'));
    made.setAttribute('aria-expanded', 'false');
    made.setAttribute('aria-controls', panelId);
    made.title = this.language.say('web-original');
    return made;
  }

  private toggle(
    pressed: HTMLElement,
    line: Element,
    { id, name, panelId }: { id: string; name: string; panelId: string },
  ): void {
    const open = document.getElementById(panelId);
    const unfolds = open === null || open.hasAttribute('data-failed');
    open?.remove();
    pressed.setAttribute('aria-expanded', String(unfolds));
    if (!unfolds) return;
    const label = this.language.say('web-clause', { name });
    const panel = el('div', { class: 'clause-text', id: panelId, role: 'note', 'aria-label': label });
    line.insertAdjacentElement('afterend', panel);
    void this.fill(panel, id);
  }

  private async fill(panel: HTMLElement, id: string): Promise<void> {
    const locale = this.language.now;
    panel.textContent = this.language.say('web-loading');
    try {
      const clause = (await this.load(locale)).get(id);
      empty(panel);
      if (clause !== undefined) panel.append(...this.drawText(clause, locale));
      panel.scrollIntoView({ block: 'nearest' });
    } catch {
      panel.textContent = this.language.say('web-clause-failed');
      panel.setAttribute('data-failed', '');
    }
  }

  private load(locale: WireLocale): Promise<Map<string, WireClause>> {
    const known = this.loaded.get(locale);
    if (known !== undefined) return known;
    const loading = fetchClauses(locale);
    this.loaded.set(locale, loading);
    // Forgotten when it failed, so that the next press asks again.
    loading.catch(() => this.loaded.delete(locale));
    return loading;
  }

  private drawText({ heading, original, translation }: WireClause, locale: WireLocale): HTMLElement[] {
    const titled = (title: string): HTMLElement => el('p', { class: 'clause-heading' }, title);
    const originalTitle = this.language.say('web-original');
    const quote = el('blockquote', { lang: 'zh-CN' }, original);
    if (translation === undefined) return [titled(`${heading} · ${originalTitle}`), quote];
    return [
      titled(`${heading} · ${this.language.say('web-translation')}`),
      el('p', { class: 'clause-translation', lang: locale }, translation),
      titled(originalTitle),
      quote,
    ];
  }
}
