import type { WireLocale, WireReply } from '../wire.ts';
import { type Outcome, openChat, sendMessage } from './api.ts';
import { masked } from './mask.ts';
import { type Entry, keep, type Memory, type Mine, newId, newMemory, recall, type Saying } from './memory.ts';

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

/** The conversation of this page: what is said goes out in order, one message at a time, again and again until it has arrived. */
export interface Conversation {
  readonly memory: Memory;
  /** Begins: opens a chat if there is none, and sends what still waits. */
  start(): void;
  say(text: string, saying: Saying): void;
  /** Tries at once what waits. */
  retry(): void;
  /** Takes in what was pushed; the same id a second time is nothing. */
  push(eventId: string, replies: readonly WireReply[]): void;
  /** A remark of the page itself. */
  remark(text: string): void;
  /** The page is in this language from now on. */
  setLocale(locale: WireLocale): void;
  restart(locale: WireLocale): void;
  /** Another tab has gone on with it. */
  reload(): void;
}

const RETRY_AFTER_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

type Failure = Exclude<Outcome<unknown>, { kind: 'answered' }>;

export function conversationOf(memory: Memory, watcher: Watcher): Conversation {
  let now = memory;
  let failures = 0;
  let reopened = false;
  const worker = workerOf(step);

  const add = (entry: Entry): void => {
    now.entries.push(entry);
    keep(now);
    watcher.added(entry);
  };
  const change = (entry: Mine, changes: Partial<Mine>): void => {
    Object.assign(entry, changes);
    if (entry.state !== 'waiting') delete entry.saying;
    keep(now);
    watcher.changed(entry);
  };
  const addReplies = (replies: readonly WireReply[]): void => {
    for (const reply of replies) add({ kind: 'theirs', id: newId(), locale: localeOf(reply.text), reply });
  };
  const nextWaiting = (): Mine | undefined =>
    now.entries.find((entry): entry is Mine => entry.kind === 'mine' && entry.state === 'waiting');

  /** One step of the work: a chat, or a message. Resolves to whether there may be more to do just now. */
  async function step(): Promise<boolean> {
    const asking = now;
    if (now.chat === null) {
      const opened = await openChat(now.locale);
      if (asking !== now) return true;
      if (opened.kind !== 'answered') return failed(opened, nextWaiting());
      begin(opened.value.chat, opened.value.replies);
    }
    const entry = nextWaiting();
    if (entry === undefined) return false;
    watcher.waiting(true);
    const sent = await sendMessage(now.chat!, now.locale, { ...entry.saying!, id: entry.id });
    if (asking !== now) return true;
    watcher.waiting(false);
    if (sent.kind !== 'answered') return failed(sent, entry);
    arrived();
    change(entry, { state: 'sent', failed: false });
    addReplies(sent.value.replies);
    if (sent.value.topic === 'language' && sent.value.replies[0])
      watcher.language(localeOf(sent.value.replies[0].text));
    return true;
  }

  /** The greeting is shown only where nothing has been said yet. */
  function begin(chat: string, greeting: readonly WireReply[]): void {
    arrived();
    now.chat = chat;
    now.lastEvent = null;
    keep(now);
    watcher.opened(chat);
    if (now.entries.length === 0) addReplies(greeting);
  }

  function failed(failure: Failure, entry: Mine | undefined): boolean {
    if (failure.kind === 'refused' && entry !== undefined) {
      arrived();
      change(entry, { state: 'refused', reason: failure.message });
      return true;
    }
    if (failure.kind === 'gone' && !reopened) {
      reopened = true;
      now.chat = null;
      watcher.ended();
      return true;
    }
    if (entry !== undefined) change(entry, { failed: true });
    watcher.trouble(failure.kind === 'busy' ? 'busy' : 'offline');
    worker.after(
      failure.kind === 'busy'
        ? failure.seconds * 1_000
        : RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)]!,
    );
    failures += 1;
    return false;
  }

  function arrived(): void {
    failures = 0;
    reopened = false;
    watcher.trouble(null);
  }

  return {
    get memory() {
      return now;
    },
    start() {
      if (now.chat !== null) watcher.opened(now.chat);
      worker.now();
    },
    say(text, saying) {
      add({ kind: 'mine', id: newId(), text: masked(text), saying, state: 'waiting' });
      worker.now();
    },
    retry: worker.now,
    push(eventId, replies) {
      if (now.lastEvent === eventId) return;
      now.lastEvent = eventId;
      addReplies(replies);
    },
    remark: text => add({ kind: 'note', id: newId(), text }),
    setLocale(locale) {
      now.locale = locale;
      keep(now);
    },
    restart(locale) {
      now = newMemory(locale);
      keep(now);
      watcher.waiting(false);
      watcher.replaced();
      worker.now();
    },
    reload() {
      if (nextWaiting() !== undefined) return;
      now = recall() || now;
      watcher.replaced();
      if (now.chat !== null) watcher.opened(now.chat);
    },
  };
}

/** Does one step after the other, never two at a time, until a step says that there is no more to do. */
function workerOf(step: () => Promise<boolean>): { now(): void; after(ms: number): void } {
  let working = false;
  let wanted = false;
  let timer: number | undefined;
  const work = async (): Promise<void> => {
    working = true;
    while (wanted) {
      wanted = false;
      while (await step());
    }
    working = false;
  };
  const startNow = (): void => {
    window.clearTimeout(timer);
    wanted = true;
    if (!working) void work();
  };
  return {
    now: startNow,
    after(ms) {
      window.clearTimeout(timer);
      timer = window.setTimeout(startNow, ms);
    },
  };
}

/** Chinese texts may hold some Latin letters, English ones the names of documents: what makes up more of it counts. */
function localeOf(text: string): WireLocale {
  const chinese = (text.match(/[\u3400-\u9fff]/g) || []).length;
  return chinese * 4 > text.length ? 'zh-CN' : 'en';
}
