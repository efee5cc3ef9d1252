import type { Pushed, WireReply } from '../wire.ts';
import { eventsAddress } from './api.ts';

/** Listens to one chat at a time for messages that are pushed. */
export interface Ear {
  listenTo(chat: string): void;
}

const RETRY_AFTER_MS = [2_000, 5_000, 15_000, 60_000];

/** The browser reconnects by itself after a lost connection, but not after a refusal: then this does, ever more seldom. */
export function earOf(
  lastEvent: () => string | null,
  onPush: (id: string, replies: readonly WireReply[]) => void,
): Ear {
  let source: EventSource | undefined;
  let chat: string | undefined;
  let failures = 0;
  let timer: number | undefined;

  function listen(): void {
    window.clearTimeout(timer);
    if (source !== undefined) source.close();
    if (chat === undefined) return;
    const opened = new EventSource(eventsAddress(chat, lastEvent()));
    source = opened;
    opened.onopen = () => {
      failures = 0;
    };
    opened.onmessage = ({ lastEventId, data }) => onPush(lastEventId, (JSON.parse(data) as Pushed).replies);
    opened.onerror = () => {
      if (opened !== source || opened.readyState !== EventSource.CLOSED) return;
      timer = window.setTimeout(listen, RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)]!);
      failures += 1;
    };
  }

  // A phone that wakes up has often lost its connection without having been told.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && source !== undefined && source.readyState === EventSource.CLOSED)
      listen();
  });
  return {
    listenTo(wanted) {
      if (wanted === chat && source !== undefined && source.readyState !== EventSource.CLOSED) return;
      chat = wanted;
      failures = 0;
      listen();
    },
  };
}
