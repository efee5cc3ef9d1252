import { el, empty } from './dom.ts';
import { type DrawParts, drawEntry } from './draw.ts';
import type { Entry } from './memory.ts';

/** Shows entries as bubbles, each once, and keeps them up to date. */
export class Thread {
  private readonly log: HTMLElement;
  private readonly parts: DrawParts;
  private readonly shown = new Map<string, HTMLElement>();
  private readonly dots = el(
    'li',
    { class: 'turn theirs typing', 'aria-hidden': 'true' },
    el('div', { class: 'bubble' }, el('i'), el('i'), el('i')),
  );

  constructor(log: HTMLElement, parts: DrawParts) {
    this.log = log;
    this.parts = parts;
  }

  show(entry: Entry): void {
    const before = this.shown.get(entry.id);
    const item = drawEntry(entry, this.parts);
    this.shown.set(entry.id, item);
    if (before !== undefined) {
      before.replaceWith(item);
      return;
    }
    if (entry.kind === 'mine') this.putAway('.choices');
    if (entry.kind === 'theirs') this.putAway('.thumb');
    this.log.insertBefore(item, this.dots.parentNode === this.log ? this.dots : null);
  }

  showAll(entries: readonly Entry[]): void {
    empty(this.log);
    this.shown.clear();
    for (const entry of entries) this.show(entry);
  }

  typing(on: boolean): void {
    if (on) this.log.append(this.dots);
    else this.dots.remove();
  }

  /** Choices would be in the way once something else has been said; feedback is about the latest answer. */
  private putAway(offered: string): void {
    for (const element of Array.from(this.log.querySelectorAll(offered))) element.remove();
  }
}
