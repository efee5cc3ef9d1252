import type { Reply } from '../dialogue/index.ts';

/** A way in and out of the assistant. `start` resolves when messages are taken; `stop` when those taken have been answered. */
export interface Channel {
  /** The beginning of the chat names that are this channel's (`telegram:`). */
  readonly chats: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Sends what the assistant pushes, at most once and at once: whoever calls has kept to the rate. Rejects with `UndeliveredError` when the channel did not take it. */
  deliver(chat: string, replies: readonly Reply[]): Promise<void>;
}

/**
 * `blocked`: the person wants nothing from us; `refused`: never will be taken; `later`: certainly not taken just now, and may be sent again;
 * `unknown`: no answer came, so that it may have arrived or not.
 */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError';
  readonly reason: 'blocked' | 'refused' | 'later' | 'unknown';
  /** How long nobody should send, when the platform said so. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: UndeliveredError['reason'], retryAfterMs?: number) {
    super(`not delivered: ${reason}`);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
