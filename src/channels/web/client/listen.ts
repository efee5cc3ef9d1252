import type { Pushed, WireReply } from '../wire.ts';
import { eventsAddress } from './api.ts';

const RETRY_AFTER_MS = [2_000, 5_000, 15_000, 60_000];

export interface Listening {
  /** The last pushed message that was seen. */
  lastEvent(): string | null;
  onPush(id: string, replies: readonly WireReply[]): void;
}

/**
 * Listens to one chat at a time for messages that are pushed. The browser reconnects by itself after a lost connection, but not after
 * a refusal: then this does, ever more seldom.
 */
export class Ear {
  private readonly listening: Listening;
  private source: EventSource | undefined;
  private chat: string | undefined;
  private failures = 0;
  private timer: number | undefined;

  constructor(listening: Listening) {
    this.listening = listening;
    // A phone that wakes up has often lost its connection without having been told.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && this.isDeaf()) this.listen();
    });
  }

  listenTo(chat: string): void {
    if (chat === this.chat && !this.isDeaf()) return;
    this.chat = chat;
    this.failures = 0;
    this.listen();
  }

  private isDeaf(): boolean {
    return this.source === undefined || this.source.readyState === EventSource.CLOSED;
  }

  private listen(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    if (this.chat === undefined) return;
    const source = new EventSource(eventsAddress(this.chat, this.listening.lastEvent()));
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
    };
    source.onmessage = ({ lastEventId, data }) =>
      this.listening.onPush(lastEventId, (JSON.parse(data) as Pushed).replies);
    source.onerror = () => {
      if (source !== this.source || !this.isDeaf()) return;
      this.timer = window.setTimeout(
        () => this.listen(),
        RETRY_AFTER_MS[Math.min(this.failures, RETRY_AFTER_MS.length - 1)]!,
      );
      this.failures += 1;
    };
  }
}
