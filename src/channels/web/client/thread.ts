import type { WireReply } from '../wire.ts';
import type { Clauses } from './clause.ts';
import { button, el, empty, icon, unseen } from './dom.ts';
import type { Language } from './language.ts';
import type { Entry, Mine, Note, Saying, Theirs } from './memory.ts';
import { type Block, clausesIn, layOut, type Run } from './reply-text.ts';

/** What the people can do in the thread. */
export interface ThreadActions {
  say(text: string, saying: Saying): void;
  retry(): void;
  /** Puts a message back to be changed. */
  edit(text: string): void;
}

/** Shows entries as bubbles, each once, and keeps them up to date. */
export interface Thread {
  show(entry: Entry): void;
  showAll(entries: readonly Entry[]): void;
  typing(on: boolean): void;
}

export interface ThreadParts {
  log: HTMLElement;
  language: Language;
  clauses: Clauses;
  feedback: boolean;
  actions: ThreadActions;
}

export function threadOf({ log, language, clauses, feedback, actions }: ThreadParts): Thread {
  const shown = new Map<string, HTMLElement>();
  const dots = el(
    'li',
    { class: 'turn theirs typing', 'aria-hidden': 'true' },
    el('div', { class: 'bubble' }, el('i'), el('i'), el('i')),
  );

  function drawMine(entry: Mine): HTMLElement {
    const bubble = el('div', { class: 'bubble' }, unseen(language.say('web-you')), entry.text);
    const item = el('li', { class: 'turn mine' }, bubble);
    if (entry.state === 'refused') item.append(refused(entry));
    else if (entry.state === 'waiting' && entry.failed) item.append(unsent());
    return item;
  }

  function unsent(): HTMLElement {
    const again = button('link', language.say('web-retry'), actions.retry);
    return el('p', { class: 'state' }, `${language.say('web-unsent')}，${language.say('web-waiting')} `, again);
  }

  function refused({ text, reason }: Mine): HTMLElement {
    const edit = button('link', language.say('web-edit'), () => actions.edit(text));
    return el('p', { class: 'state' }, `${reason || language.say('web-unsent')} `, reason ? edit : null);
  }

  function drawTheirs({ reply, locale }: Theirs): HTMLElement {
    const blocks = layOut(reply.text, language.clauseIds());
    const bubble = el('div', { class: 'bubble' }, unseen(language.say('web-assistant')));
    for (const block of blocks) bubble.append(drawBlock(block));
    const inText = clausesIn(blocks);
    const others = reply.citations.filter(id => !inText.has(id));
    if (others.length > 0) bubble.append(sources(others));
    if (reply.file !== undefined) bubble.append(download(reply.file));
    const item = el('li', { class: 'turn theirs', lang: locale }, bubble);
    const offered = reply.choices.map(({ id, label }) =>
      button('choice', label, () => actions.say(label, { choice: id })),
    );
    if (feedback && log.querySelector('.mine') !== null) offered.push(notHelpful());
    if (offered.length > 0) item.append(offers(offered));
    return item;
  }

  function drawBlock(block: Block): HTMLElement {
    if (block.kind !== 'list') return drawLine('p', block.kind, block.runs);
    return el(
      'ul',
      {},
      ...block.items.map(({ marker, runs }) => {
        const item = drawLine('li', '', runs);
        item.setAttribute('data-marker', /^[\d✓✗]/.test(marker) ? marker : '');
        return item;
      }),
    );
  }

  function drawLine(name: 'p' | 'li', className: string, runs: readonly Run[]): HTMLElement {
    const text = el('span');
    const line = el(name, className === '' ? {} : { class: className }, text);
    for (const run of runs) text.append(drawRun(run, () => text));
    return line;
  }

  function drawRun(run: Run, after: () => Element): Node {
    if (run.kind === 'text') return document.createTextNode(run.text);
    if (run.kind === 'clause') return clauses.button(run.id, run.name, after);
    const outside = run.href.startsWith('tel:') ? {} : { target: '_blank', rel: 'noopener noreferrer' };
    return el('a', { href: run.href, ...outside } as Record<string, string>, run.text);
  }

  function sources(ids: readonly string[]): HTMLElement {
    const row = el('p', { class: 'sources' }, el('span', {}, language.say('web-sources')));
    for (const id of ids) row.append(clauses.button(id, language.clauseName(id), () => row));
    return row;
  }

  function download(file: NonNullable<WireReply['file']>): HTMLElement {
    const save = button('file', icon('file'), () => {
      const address = URL.createObjectURL(new Blob([file.content], { type: file.mediaType }));
      const link = el('a', { href: address, download: file.name });
      link.click();
      // Later, because some browsers fetch it only after this turn.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    });
    save.append(language.say('web-save-file', { name: file.name }));
    return save;
  }

  function offers(buttons: readonly HTMLElement[]): HTMLElement {
    return el('div', { class: 'choices', role: 'group', 'aria-label': language.say('web-choices') }, ...buttons);
  }

  function notHelpful(): HTMLButtonElement {
    const label = language.say('web-not-helpful');
    const made = button('thumb', icon('not-helpful'), () => actions.say(label, { choice: 'feedback:down' }));
    made.setAttribute('aria-label', label);
    made.title = label;
    return made;
  }

  function drawNote({ text }: Note): HTMLElement {
    return el('li', { class: 'note' }, text);
  }

  /** What was offered with an answer goes once something else has been said: choices would be in the way, feedback is about the latest. */
  function putAway(offered: string): void {
    for (const element of Array.from(log.querySelectorAll(offered))) element.remove();
  }

  function draw(entry: Entry): HTMLElement {
    if (entry.kind === 'mine') return drawMine(entry);
    return entry.kind === 'theirs' ? drawTheirs(entry) : drawNote(entry);
  }

  return {
    show(entry) {
      const before = shown.get(entry.id);
      const item = draw(entry);
      shown.set(entry.id, item);
      if (before !== undefined) {
        before.replaceWith(item);
        return;
      }
      if (entry.kind === 'mine') putAway('.choices');
      if (entry.kind !== 'note') putAway('.thumb');
      log.insertBefore(item, dots.parentNode === log ? dots : null);
    },
    showAll(entries) {
      empty(log);
      shown.clear();
      for (const entry of entries) this.show(entry);
    },
    typing(on) {
      if (on) log.append(dots);
      else dots.remove();
    },
  };
}
