import type { WireLocale, WireReply } from '../wire.ts';
import { type Outcome, openChat, sendMessage } from './api.ts';
import { masked } from './mask.ts';
import { type Entry, keep, type Memory, type Mine, newId, newMemory, recall, type Saying } from './memory.ts';
import { Worker } from './worker.ts';

export type Trouble = 'offline' | 'busy' | null;

/** Told when something has changed. */
export interface Watcher {
  added(entry: Entry): void;
  changed(entry: Mine): void;
  /** The conversation is another one now: all of it is to be shown anew. */
  replaced(): void;
  /** Whether an answer is being waited for. */
  waiting(on: boolean): void;
  trouble(trouble: Trouble): void;
  /** There is a chat to listen to. */
  opened(chat: string): void;
  /** The chat was not known any more, and another takes its place. */
  ended(): void;
  /** The assistant speaks another language from now on. */
  language(locale: WireLocale): void;
}

type Failure = Exclude<Outcome<unknown>, { kind: 'answered' }>;

const RETRY_AFTER_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** The conversation of this page: what is said goes out in order, one message at a time, again and again until it has arrived. */
export class Conversation {
  memory: Memory;
  private readonly watcher: Watcher;
  private readonly worker = new Worker(() => this.step());
  private failures = 0;
  private reopened = false;

  constructor(memory: Memory, watcher: Watcher) {
    this.memory = memory;
    this.watcher = watcher;
  }

  /** Begins: opens a chat if there is none, and sends what still waits. */
  start(): void {
    if (this.memory.chat !== null) this.watcher.opened(this.memory.chat);
    this.worker.start();
  }

  say(text: string, saying: Saying): void {
    this.add({ kind: 'mine', id: newId(), text: masked(text), saying, state: 'waiting' });
    this.worker.start();
  }

  /** Tries at once what waits. */
  retry(): void {
    this.worker.start();
  }

  /** Takes in what was pushed; the same id a second time is nothing. */
  push(eventId: string, replies: readonly WireReply[]): void {
    if (this.memory.lastEvent === eventId) return;
    this.memory.lastEvent = eventId;
    this.addReplies(replies);
  }

  /** A remark of the page itself. */
  remark(text: string): void {
    this.add({ kind: 'note', id: newId(), text });
  }

  /** The page is in this language from now on. */
  setLocale(locale: WireLocale): void {
    this.memory.locale = locale;
    keep(this.memory);
  }

  restart(locale: WireLocale): void {
    this.memory = newMemory(locale);
    keep(this.memory);
    this.watcher.waiting(false);
    this.watcher.replaced();
    this.worker.start();
  }

  /** Another tab has gone on with it. */
  reload(): void {
    if (this.nextWaiting() !== undefined) return;
    this.memory = recall() || this.memory;
    this.watcher.replaced();
    if (this.memory.chat !== null) this.watcher.opened(this.memory.chat);
  }

  /** One step of the work: a chat, or a message. Resolves to whether there may be more to do just now. */
  private async step(): Promise<boolean> {
    const { memory } = this;
    if (memory.chat === null) {
      const opened = await openChat(memory.locale);
      if (memory !== this.memory) return true;
      if (opened.kind !== 'answered') return this.failed(opened, this.nextWaiting());
      this.begin(opened.value.chat, opened.value.replies);
      return true;
    }
    const entry = this.nextWaiting();
    if (entry === undefined) return false;
    this.watcher.waiting(true);
    const sent = await sendMessage(memory.chat, memory.locale, { ...entry.saying!, id: entry.id });
    if (memory !== this.memory) return true;
    this.watcher.waiting(false);
    if (sent.kind !== 'answered') return this.failed(sent, entry);
    this.arrived();
    this.change(entry, { state: 'sent', failed: false });
    this.addReplies(sent.value.replies);
    const [reply] = sent.value.replies;
    if (sent.value.topic === 'language' && reply !== undefined) this.watcher.language(localeOf(reply.text));
    return true;
  }

  /** The greeting is shown only where nothing has been said yet. */
  private begin(chat: string, greeting: readonly WireReply[]): void {
    this.arrived();
    this.memory.chat = chat;
    this.memory.lastEvent = null;
    keep(this.memory);
    this.watcher.opened(chat);
    if (this.memory.entries.length === 0) this.addReplies(greeting);
  }

  private failed(failure: Failure, entry: Mine | undefined): boolean {
    if (failure.kind === 'refused' && entry !== undefined) {
      this.arrived();
      this.change(entry, { state: 'refused', reason: failure.message });
      return true;
    }
    if (failure.kind === 'gone' && !this.reopened) {
      this.reopened = true;
      this.memory.chat = null;
      this.watcher.ended();
      return true;
    }
    if (entry !== undefined) this.change(entry, { failed: true });
    this.watcher.trouble(failure.kind === 'busy' ? 'busy' : 'offline');
    const patience = RETRY_AFTER_MS[Math.min(this.failures, RETRY_AFTER_MS.length - 1)]!;
    this.worker.startAfter(failure.kind === 'busy' ? failure.seconds * 1_000 : patience);
    this.failures += 1;
    return false;
  }

  private arrived(): void {
    this.failures = 0;
    this.watcher.trouble(null);
  }

  private nextWaiting(): Mine | undefined {
    return this.memory.entries.find((entry): entry is Mine => entry.kind === 'mine' && entry.state === 'waiting');
  }

  private add(entry: Entry): void {
    this.memory.entries.push(entry);
    keep(this.memory);
    this.watcher.added(entry);
  }

  private addReplies(replies: readonly WireReply[]): void {
    for (const reply of replies) this.add({ kind: 'theirs', id: newId(), locale: localeOf(reply.text), reply });
  }

  private change(entry: Mine, changes: Partial<Mine>): void {
    Object.assign(entry, changes);
    if (entry.state !== 'waiting') delete entry.saying;
    keep(this.memory);
    this.watcher.changed(entry);
  }
}

/** Chinese texts may hold some Latin letters, English ones the names of documents: what makes up more of it counts. */
function localeOf(text: string): WireLocale {
  const chinese = (text.match(/[\u3400-\u9fff]/g) || []).length;
  return chinese * 4 > text.length ? 'zh-CN' : 'en';
}
