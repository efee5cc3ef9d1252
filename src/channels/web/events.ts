import type { Push, Pushes } from './pushes.ts';
import type { Pushed } from './wire.ts';

/** One listener of one chat. */
export interface Listening {
  pushes: Pushes;
  chat: string;
  /** The last push the page has seen. */
  lastId: string | null;
  /** A comment is sent this often while there is nothing to say, so that no proxy takes the silence for death. */
  heartbeatMs: number;
  /** Called once, however the stream ends. */
  onEnd(): void;
  /** The source failed; the stream goes on and asks again at the next heartbeat. */
  onFault(error: unknown): void;
}

const RECONNECT_AFTER_MS = 2_000;

/**
 * The pushes of a chat as server-sent events. The source only says *that* something may be new; what is sent is always read after the
 * last id sent, so nothing is lost between looking and listening, and nothing is sent twice.
 */
export function eventStream(listening: Listening): { body: ReadableStream<Uint8Array>; close(): void } {
  const bell = newBell(listening.heartbeatMs);
  const unsubscribe = listening.pushes.onPush(listening.chat, bell.ring);
  const nextText = reader(listening, bell);
  const encoder = new TextEncoder();
  let open = true;
  const end = (): void => {
    open = false;
    unsubscribe();
    bell.ring();
    listening.onEnd();
  };
  let close = (): void => undefined;
  // Nothing ahead: what a slow reader has not asked for stays in the source, in one place for all who listen.
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(`retry: ${RECONNECT_AFTER_MS}\n\n`));
        close = () => {
          if (!open) return;
          end();
          controller.close();
        };
      },
      async pull(controller) {
        let text = '';
        while (text === '' && open) text = await nextText();
        if (open) controller.enqueue(encoder.encode(text));
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
  return { body, close };
}

/** Reads on from where the last reading ended: new events, a heartbeat, or nothing when the bell rang in vain. */
function reader({ pushes, chat, lastId, onFault }: Listening, bell: Bell): () => Promise<string> {
  let last = lastId;
  return async () => {
    const fresh = await pushes.after(chat, last).catch((error: unknown) => {
      onFault(error);
      return [];
    });
    last = fresh.at(-1)?.id ?? last;
    if (fresh.length > 0) return fresh.map(eventOf).join('');
    return (await bell.rung()) ? '' : ':\n\n';
  };
}

function eventOf(push: Push): string {
  const data: Pushed = { replies: push.replies };
  return `id: ${push.id}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A bell that remembers a ring until somebody has heard it. */
interface Bell {
  ring(): void;
  /** True once it has rung; false when patience ran out first. */
  rung(): Promise<boolean>;
}

function newBell(patienceMs: number): Bell {
  let rang = false;
  let hear: ((rang: boolean) => void) | undefined;
  return {
    ring() {
      rang = hear === undefined;
      hear?.(true);
    },
    rung() {
      if (rang) {
        rang = false;
        return Promise.resolve(true);
      }
      return new Promise(resolve => {
        const timer = setTimeout(() => hear?.(false), patienceMs);
        hear = heard => {
          clearTimeout(timer);
          hear = undefined;
          resolve(heard);
        };
      });
    },
  };
}
