import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import type { Assistant } from '../../dialogue/index.ts';
import type { Locale, Words } from '../../locale/index.ts';
import type { Channel } from '../channel.ts';
import { type PageAssets, readAssets } from './assets.ts';
import { readBytes } from './body.ts';
import { type ChatLimits, type ChatRoutes, chatRoutes } from './chats.ts';
import { type ClauseTexts, clauseRoutes } from './clauses.ts';
import { frameRequests } from './frame.ts';
import type { Rate } from './guard.ts';
import { pageRoutes } from './page.ts';
import { probeRoutes } from './probes.ts';
import { type Pushes, pushesInMemory } from './pushes.ts';
import { refuse, type WebEnv } from './refusal.ts';
import { chatTokens } from './tokens.ts';
import type { Refused } from './wire.ts';

export interface WebOptions {
  assistant: Assistant;
  /** Every text, in both languages. */
  words: Readonly<Record<Locale, Words>>;
  /** The notice's clauses, for citations that unfold. */
  clauses: readonly ClauseTexts[];
  /** Keys of at least 32 bytes: the first signs chat tokens, all are accepted. */
  tokenKeys: readonly Uint8Array[];
  log: Pick<Logger, 'info' | 'error'>;
  metrics: Registry;
  /** Resolves when messages can be taken (the store answers). */
  ready(): Promise<void>;
  /** Milliseconds, for how long a request took. */
  now(): number;
  /** The language of readers who name none that is there. */
  locale: Locale;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Opens `/metrics` to whoever bears it; without one it is for this machine only. */
  metricsToken?: string | undefined;
  /** Names besides this machine's own under which the server may be called while it listens on loopback only. */
  names?: readonly string[];
  /** Proxies whose `X-Forwarded-For` is believed: addresses, networks, or `loopback`. */
  trustProxy?: readonly string[];
  pushes?: Pushes;
  limits?: Partial<WebLimits>;
  /** Whether the page lets people mark an answer as not helpful (sent as the choice `feedback:down`). */
  feedback?: boolean;
  heartbeatMs?: number;
  assets?: () => Promise<PageAssets | undefined>;
}

export interface WebLimits extends ChatLimits {
  /** What one network may ask of `/api`. */
  network: Rate;
}

/** Generous to people, and to offices behind one address. */
const LIMITS: WebLimits = {
  network: { requests: 200, seconds: 10 },
  chat: { requests: 100, seconds: 10 },
  listenersOfChat: 8,
  listenersOfNetwork: 200,
};
/** Proxies commonly cut a connection that is silent for a minute. */
const HEARTBEAT_MS = 25_000;
const MAX_HOOK_BYTES = 1024 * 1024;

/** The web channel: a handler that needs no socket, and the server around it. */
export interface Web extends Channel {
  fetch(request: Request, env?: WebEnv['Bindings']): Promise<Response>;
  /**
   * Takes the `POST` requests of another service (a webhook) at a path of its own; to be called before the first request.
   * Neither origin nor host name is checked there: the handler knows its caller by a secret.
   */
  mount(path: string, handle: (request: Request) => Promise<Response>): void;
  /** Where the server listens, once it does. */
  address(): AddressInfo;
}

/** Builds the web channel (interface, section 2). Throws when an option cannot be used. */
export function createWeb(options: WebOptions): Web {
  const app = new Hono<WebEnv>();
  const pushes = options.pushes ?? pushesInMemory();
  const limits = { ...LIMITS, ...options.limits };
  const hooks = new Set<string>();
  let stopping = false;

  const { names = [], trustProxy = [] } = options;
  frameRequests(app, { ...options, names, trustProxy, networkRate: limits.network, hooks });
  const chats = conversation(app, options, pushes, limits);
  probeRoutes(app, { ...options, metricsToken: options.metricsToken, stopping: () => stopping });
  clauseRoutes(app, options.clauses);
  pageRoutes(app, { ...options, feedback: options.feedback ?? false, assets: options.assets ?? readAssets });

  const fetch: Web['fetch'] = async (request, env = {}) => app.fetch(request, env);
  const server = serverOf(fetch, options.words[options.locale]);
  return {
    chats: 'web:',
    fetch,
    mount(path, handle) {
      hooks.add(path);
      mountHook(app, path, handle);
    },
    start: () => listen(server, options),
    async stop() {
      stopping = true;
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      chats.hangUp();
      await closed;
      await chats.settled();
    },
    deliver: (chat, replies) => pushes.add(chat, replies),
    address: () => server.address() as AddressInfo,
  };
}

function conversation(app: Hono<WebEnv>, options: WebOptions, pushes: Pushes, limits: WebLimits): ChatRoutes {
  const { assistant, tokenKeys, heartbeatMs = HEARTBEAT_MS, log, metrics } = options;
  const name = 'huanzheng_web_listeners';
  const listeners = new Gauge({ name, help: 'Pages that listen for messages', registers: [metrics] });
  const onFault = (error: unknown): void => log.error({ err: error }, 'work after an answer failed');
  return chatRoutes(app, { assistant, tokens: chatTokens(tokenKeys), pushes, limits, heartbeatMs, listeners, onFault });
}

function mountHook(app: Hono<WebEnv>, path: string, handle: (request: Request) => Promise<Response>): void {
  app.post(path, async c => {
    const body = await readBytes(c.req.raw, MAX_HOOK_BYTES);
    if ('refusal' in body) return refuse(c, body.refusal);
    return handle(new Request(c.req.url, { method: 'POST', headers: c.req.raw.headers, body: body.value }));
  });
}

function serverOf(fetch: Web['fetch'], words: Words): Server {
  const listener = getRequestListener((request, env) => fetch(request, env as WebEnv['Bindings']), {
    // Somebody else's program may have this channel inside: its own Request and Response stay.
    overrideGlobalObjects: false,
    errorHandler() {
      const body: Refused = { error: { message: words.say('web-error-request') } };
      return Response.json(body, { status: 400 });
    },
  });
  const patience = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 };
  return createServer(patience, (request, response) => void listener(request, response));
}

function listen(server: Server, { port, host }: WebOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
