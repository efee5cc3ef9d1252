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

/** As much of a `POST` as another service's call needs; a `Request` is one. */
export interface HookRequest {
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}
