import { setTimeout } from 'node:timers/promises';
import type { Context, Hono } from 'hono';
import type { Assistant, Outgoing } from '../../dialogue/index.ts';
import { clientNetwork } from './address.ts';
import { readFields, readLocale, readMessage } from './body.ts';
import { type Rate, rateLimit } from './guard.ts';
import { refuse, type WebEnv } from './refusal.ts';
import { type StreamLimits, type StreamParts, Streams } from './streams.ts';
import type { ChatTokens } from './tokens.ts';
import type { Answered, Opened } from './wire.ts';

export interface ChatLimits extends StreamLimits {
  /** What one chat may send. */
  chat: Rate;
}

export interface ChatParts extends StreamParts {
  assistant: Assistant;
  tokens: ChatTokens;
  limits: ChatLimits;
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
  const streams = new Streams(parts);
  const settling = new Settling(parts.onFault);
  const chatRate = rateLimit(parts.limits.chat);

  app.post('/api/chats', c => openChat(c, parts, settling));
  app.post('/api/chats/:chat/messages', async c => {
    const chat = parts.tokens.chatOf(c.req.param('chat'));
    if (chat === undefined) return refuse(c, NO_SUCH_CHAT);
    const tooMany = await chatRate(chat);
    return tooMany ? refuse(c, tooMany) : takeMessage(c, chat, parts.assistant, settling);
  });
  app.get('/api/chats/:chat/events', c => {
    const chat = parts.tokens.chatOf(c.req.param('chat'));
    return chat === undefined ? refuse(c, NO_SUCH_CHAT) : streams.open(c, chat);
  });
  return { hangUp: () => streams.closeAll(), settled: () => settling.done() };
}

/** A token is judged before anything else of the request; no store is asked. */
const NO_SUCH_CHAT = { status: 404, says: 'web-error-chat' } as const;

async function openChat(c: Context<WebEnv>, { assistant, tokens }: ChatParts, settling: Settling): Promise<Response> {
  const fields = await readFields(c);
  if ('refusal' in fields) return refuse(c, fields.refusal);
  const asked = readLocale(fields.value);
  if ('refusal' in asked) return refuse(c, asked.refusal);
  const { token, chat } = tokens.issue();
  const locale = asked.value ?? c.get('words').locale;
  const outgoing = await assistant.receive({ chat, locale, message: { kind: 'start' } });
  settling.add(outgoing);
  return c.json({ chat: token, replies: outgoing.answer.replies } satisfies Opened, 201);
}

async function takeMessage(
  c: Context<WebEnv>,
  chat: string,
  assistant: Assistant,
  settling: Settling,
): Promise<Response> {
  const fields = await readFields(c);
  if ('refusal' in fields) return refuse(c, fields.refusal);
  const read = readMessage(fields.value);
  if ('refusal' in read) return refuse(c, read.refusal);
  const from = clientNetwork(c.get('address'));
  const outgoing = await assistant.receive({ chat, locale: c.get('words').locale, from, ...read.value });
  settling.add(outgoing);
  if (outgoing.heldMs !== undefined) await setTimeout(outgoing.heldMs);
  return c.json(outgoing.answer satisfies Answered);
}

/** Answers on their way to be noted as given. Whoever missed one asks again with the same id; so once it is made, nothing is owed. */
class Settling {
  private readonly under = new Set<Promise<void>>();
  private readonly onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.onFault = onFault;
  }

  add(outgoing: Outgoing): void {
    const noted = outgoing
      .settled()
      .catch(this.onFault)
      .finally(() => this.under.delete(noted));
    this.under.add(noted);
  }

  async done(): Promise<void> {
    await Promise.all(this.under);
  }
}
