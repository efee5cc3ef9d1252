import type { Context, Hono } from 'hono';
import type { Gauge } from 'prom-client';
import type { Assistant, Outgoing } from '../../dialogue/index.ts';
import { clientNetwork } from './address.ts';
import { readFields, readLocale, readMessage } from './body.ts';
import { eventStream } from './events.ts';
import { type Rate, rateLimit } from './guard.ts';
import type { Pushes } from './pushes.ts';
import { refuse, type WebEnv } from './refusal.ts';
import type { ChatTokens } from './tokens.ts';
import type { Answered, Opened } from './wire.ts';

export interface ChatLimits {
  /** What one chat may send. */
  chat: Rate;
  /** How many pages may listen to one chat at once. */
  listenersOfChat: number;
  /** How many pages may listen from one network at once. */
  listenersOfNetwork: number;
}

export interface ChatParts {
  assistant: Assistant;
  tokens: ChatTokens;
  pushes: Pushes;
  limits: ChatLimits;
  heartbeatMs: number;
  /** How many pages are listening. */
  listeners: Gauge;
  /** Told of what failed without anybody waiting for an answer to it. */
  onFault(error: unknown): void;
}

/** The conversation itself. */
export interface ChatRoutes {
  /** Ends every stream of events. */
  hangUp(): void;
  /** Resolves when all that was answered is noted as answered. */
  settled(): Promise<void>;
}

/** Serves `POST /api/chats`, `POST /api/chats/:chat/messages` and `GET /api/chats/:chat/events`. */
export function chatRoutes(app: Hono<WebEnv>, parts: ChatParts): ChatRoutes {
  const settling = new Set<Promise<void>>();
  const streams = openStreams(parts);
  const chatRate = rateLimit(parts.limits.chat);

  /** Whoever missed the answer asks for it again with the same id; so once it is made, nothing is owed. */
  const settle = (outgoing: Outgoing): void => {
    const done = outgoing
      .settled()
      .catch(parts.onFault)
      .finally(() => settling.delete(done));
    settling.add(done);
  };
  const openChat = async (c: Context<WebEnv>): Promise<Response> => {
    const fields = await readFields(c);
    if ('refusal' in fields) return refuse(c, fields.refusal);
    const asked = readLocale(fields.value);
    if ('refusal' in asked) return refuse(c, asked.refusal);
    const { token, chat } = parts.tokens.issue();
    const locale = asked.value ?? c.get('words').locale;
    const outgoing = await parts.assistant.receive({ chat, locale, message: { kind: 'start' } });
    settle(outgoing);
    return c.json({ chat: token, replies: outgoing.answer.replies } satisfies Opened, 201);
  };
  const takeMessage = async (c: Context<WebEnv>, chat: string): Promise<Response> => {
    const tooMany = await chatRate(chat);
    if (tooMany) return refuse(c, tooMany);
    const fields = await readFields(c);
    if ('refusal' in fields) return refuse(c, fields.refusal);
    const read = readMessage(fields.value);
    if ('refusal' in read) return refuse(c, read.refusal);
    const outgoing = await parts.assistant.receive({ chat, locale: c.get('words').locale, ...read.value });
    settle(outgoing);
    return c.json(outgoing.answer satisfies Answered);
  };
  /** A token is judged before anything else of the request; no store is asked. */
  const withChat =
    (handle: (c: Context<WebEnv>, chat: string) => Promise<Response> | Response) => (c: Context<WebEnv>) => {
      const chat = parts.tokens.chatOf(c.req.param('chat') ?? '');
      return chat === undefined ? refuse(c, { status: 404, says: 'web-error-chat' }) : handle(c, chat);
    };

  app.post('/api/chats', openChat);
  app.post('/api/chats/:chat/messages', withChat(takeMessage));
  app.get('/api/chats/:chat/events', withChat(streams.open));
  return {
    hangUp: streams.closeAll,
    async settled() {
      await Promise.all(settling);
    },
  };
}

interface Streams {
  open(c: Context<WebEnv>, chat: string): Response;
  closeAll(): void;
}

function openStreams({ pushes, limits, heartbeatMs, listeners, onFault }: ChatParts): Streams {
  const open = new Map<() => void, { chat: string; network: string }>();
  const crowded = (chat: string, network: string): boolean => {
    const all = [...open.values()];
    return (
      all.filter(one => one.chat === chat).length >= limits.listenersOfChat ||
      all.filter(one => one.network === network).length >= limits.listenersOfNetwork
    );
  };
  return {
    open(c, chat) {
      // Hono answers HEAD through GET and drops the body, which would leave the stream open with nobody to close it.
      if (c.req.method === 'HEAD') {
        return refuse(c, {
          status: 405,
          says: 'web-error-method',
          args: { allowed: 'GET' },
          headers: { Allow: 'GET' },
        });
      }
      const network = clientNetwork(c.get('address'));
      if (crowded(chat, network))
        return refuse(c, { status: 429, says: 'web-error-streams', headers: { 'Retry-After': '30' } });
      // A page that has just been loaded cannot set the header: it says in the query what it has seen.
      const lastId = c.req.header('Last-Event-ID') ?? c.req.query('after') ?? null;
      const onEnd = (): void => {
        open.delete(stream.close);
        listeners.set(open.size);
      };
      const stream = eventStream({ pushes, chat, lastId, heartbeatMs, onEnd, onFault });
      open.set(stream.close, { chat, network });
      listeners.set(open.size);
      return c.body(stream.body, 200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        // Without it nginx keeps events back until its buffer is full.
        'X-Accel-Buffering': 'no',
      });
    },
    closeAll() {
      for (const close of [...open.keys()]) close();
    },
  };
}
