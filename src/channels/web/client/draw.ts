import type { WireReply } from '../wire.ts';
import type { Clauses } from './clause.ts';
import { button, el, icon, unseen } from './dom.ts';
import type { Language } from './language.ts';
import type { Entry, Mine, Saying, Theirs } from './memory.ts';
import { type Block, clausesIn, layOut, type Run } from './reply-text.ts';
import { drawYears } from './years.ts';

/** What people can do in the thread. */
export interface ThreadActions {
  say(text: string, saying: Saying): void;
  retry(): void;
  /** Puts a message back to be changed. */
  edit(text: string): void;
}

export interface DrawParts {
  language: Language;
  clauses: Clauses;
  actions: ThreadActions;
  /** Whether to ask after an answer if it has helped. */
  asksFeedback(): boolean;
}

type File = NonNullable<WireReply['file']>;

/** An entry as it stands in the thread. */
export function drawEntry(entry: Entry, parts: DrawParts): HTMLElement {
  if (entry.kind === 'mine') return drawMine(entry, parts);
  return entry.kind === 'theirs' ? drawTheirs(entry, parts) : el('li', { class: 'note' }, entry.text);
}

function drawMine(entry: Mine, parts: DrawParts): HTMLElement {
  const bubble = el('div', { class: 'bubble' }, unseen(parts.language.say('web-you')), entry.text);
  const state = entry.state === 'refused' ? refused(entry, parts) : entry.failed ? unsent(parts) : null;
  return el('li', { class: 'turn mine' }, bubble, state);
}

function unsent({ language, actions }: DrawParts): HTMLElement {
  const again = button('link', language.say('web-retry'), () => actions.retry());
  return el('p', { class: 'state' }, `${language.say('web-unsent')} · ${language.say('web-waiting')} `, again);
}

function refused({ text, reason }: Mine, { language, actions }: DrawParts): HTMLElement {
  const edit = button('link', language.say('web-edit'), () => actions.edit(text));
  return el('p', { class: 'state' }, `${reason || language.say('web-unsent')} `, reason ? edit : null);
}

function drawTheirs({ reply, locale }: Theirs, parts: DrawParts): HTMLElement {
  const { language, actions } = parts;
  const blocks = layOut(reply.text, language.clauseIds);
  const bubble = el('div', { class: 'bubble' }, unseen(language.say('web-assistant')));
  for (const block of blocks) bubble.append(drawBlock(block, parts));
  const inText = clausesIn(blocks);
  const others = reply.citations.filter(id => !inText.has(id));
  if (others.length > 0) bubble.append(drawSources(others, parts));
  for (const picture of reply.pictures || []) bubble.append(drawYears(picture));
  if (reply.file !== undefined) bubble.append(drawFile(reply.file, language));
  const item = el('li', { class: 'turn theirs', lang: locale }, bubble);
  const offers = reply.choices.map(({ id, label }) =>
    button('choice', label, () => actions.say(label, { choice: id })),
  );
  if (parts.asksFeedback()) offers.push(drawNotHelpful(parts));
  if (offers.length > 0)
    item.append(el('div', { class: 'choices', role: 'group', 'aria-label': language.say('web-choices') }, ...offers));
  return item;
}

function drawBlock(block: Block, parts: DrawParts): HTMLElement {
  if (block.kind !== 'list') return drawLine(el('p', { class: block.kind }), block.runs, parts);
  const items = block.items.map(({ marker, runs }) => {
    // A plain mark is drawn by the style; one that says something is shown as it is.
    const shown = /^[\d✓✗]/.test(marker) ? marker : '';
    return drawLine(el('li', { 'data-marker': shown }), runs, parts);
  });
  return el('ul', {}, ...items);
}

function drawLine(line: HTMLElement, runs: readonly Run[], parts: DrawParts): HTMLElement {
  const text = el('span');
  line.append(text);
  for (const run of runs) text.append(drawRun(run, text, parts));
  return line;
}

function drawRun(run: Run, line: Element, { clauses }: DrawParts): Node {
  if (run.kind === 'text') return document.createTextNode(run.text);
  if (run.kind === 'clause') return clauses.button(run.id, run.name, line);
  if (run.href.startsWith('tel:')) return el('a', { href: run.href }, run.text);
  return el('a', { href: run.href, target: '_blank', rel: 'noopener noreferrer' }, run.text);
}

/** The clauses that an answer rests on without naming them in its text. */
function drawSources(ids: readonly string[], { language, clauses }: DrawParts): HTMLElement {
  const row = el('p', { class: 'sources' }, el('span', {}, language.say('web-sources')));
  for (const id of ids) row.append(clauses.button(id, language.clauseName(id), row));
  return row;
}

function drawFile(file: File, language: Language): HTMLElement {
  const save = button('file', icon('file'), () => download(file));
  save.append(language.say('web-save-file', { name: file.name }));
  return save;
}

function download({ name, mediaType, content }: File): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  el('a', { href: address, download: name }).click();
  // Later, because some browsers fetch it only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function drawNotHelpful({ language, actions }: DrawParts): HTMLButtonElement {
  const label = language.say('web-not-helpful');
  const made = button('thumb', icon('not-helpful'), () => actions.say(label, { choice: 'feedback:down' }));
  made.setAttribute('aria-label', label);
  made.title = label;
  return made;
}
