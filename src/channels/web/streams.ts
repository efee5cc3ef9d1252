import type { Context } from 'hono';
import type { Gauge } from 'prom-client';
import { clientNetwork } from './address.ts';
import { eventStream } from './events.ts';
import type { Pushes } from './pushes.ts';
import { type Refusal, refuse, type WebEnv } from './refusal.ts';

export interface StreamParts {
  pushes: Pushes;
  limits: StreamLimits;
  heartbeatMs: number;
  /** How many pages are listening. */
  listeners: Gauge;
  /** Told of what failed without anybody waiting for an answer to it. */
  onFault(error: unknown): void;
}

export interface StreamLimits {
  /** How many pages may listen to one chat at once. */
  listenersOfChat: number;
  /** How many pages may listen from one network at once. */
  listenersOfNetwork: number;
}

const ONLY_GET: Refusal = {
  status: 405,
  says: 'web-error-method',
  args: { allowed: 'GET' },
  headers: { Allow: 'GET' },
};
const CROWDED: Refusal = { status: 429, says: 'web-error-streams', headers: { 'Retry-After': '30' } };
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Without it nginx keeps events back until its buffer is full.
  'X-Accel-Buffering': 'no',
};

/** The streams of events that are open just now. */
export class Streams {
  private readonly parts: StreamParts;
  private readonly listening = new Map<() => void, { chat: string; network: string }>();

  constructor(parts: StreamParts) {
    this.parts = parts;
  }

  /** Answers with a stream of what is pushed to the chat. */
  open(c: Context<WebEnv>, chat: string): Response {
    // Hono answers HEAD through GET and drops the body, which would leave the stream open with nobody to close it.
    if (c.req.method === 'HEAD') return refuse(c, ONLY_GET);
    const network = clientNetwork(c.get('address'));
    if (this.isCrowded(chat, network)) return refuse(c, CROWDED);
    const { limits, listeners, ...source } = this.parts;
    // A page that has just been loaded cannot set the header: it says in the query what it has seen.
    const lastId = c.req.header('Last-Event-ID') ?? c.req.query('after') ?? null;
    const onEnd = (): void => {
      this.listening.delete(stream.close);
      listeners.set(this.listening.size);
    };
    const stream = eventStream({ ...source, chat, lastId, onEnd });
    this.listening.set(stream.close, { chat, network });
    listeners.set(this.listening.size);
    return c.body(stream.body, 200, HEADERS);
  }

  closeAll(): void {
    for (const close of [...this.listening.keys()]) close();
  }

  private isCrowded(chat: string, network: string): boolean {
    const { listenersOfChat, listenersOfNetwork } = this.parts.limits;
    const all = [...this.listening.values()];
    const ofChat = all.filter(one => one.chat === chat).length;
    const ofNetwork = all.filter(one => one.network === network).length;
    return ofChat >= listenersOfChat || ofNetwork >= listenersOfNetwork;
  }
}
