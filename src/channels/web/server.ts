import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { Gauge, type Registry } from 'prom-client';
import type { Assistant } from '../../dialogue/index.ts';
import type { Locale, Words } from '../../locale/index.ts';
import type { Log } from '../../runtime/log.ts';
import type { Channel } from '../channel.ts';
import { trustedProxies } from './address.ts';
import { type PageAssets, readAssets } from './assets.ts';
import { type ChatLimits, type ChatRoutes, chatRoutes } from './chats.ts';
import { type ClauseTexts, clauseRoutes } from './clauses.ts';
import { type ConnectionLimits, PATIENCE, type Patience } from './connections.ts';
import { frameRequests, requestSeconds } from './frame.ts';
import type { Rate } from './guard.ts';
import { type Hook, Hooks } from './hooks.ts';
import { listenerOf } from './listen.ts';
import { pageRoutes } from './page.ts';
import { probeRoutes } from './probes.ts';
import { type Pushes, pushesInMemory } from './pushes.ts';
import type { WebEnv } from './refusal.ts';
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
  log: Pick<Log, 'info' | 'error'>;
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
  patience?: Partial<Patience>;
  /** Whether the page lets people mark an answer as not helpful (sent as the choice `feedback:down`). */
  feedback?: boolean;
  heartbeatMs?: number;
  assets?: () => Promise<PageAssets | undefined>;
}

export interface WebLimits extends ChatLimits, ConnectionLimits {
  /** What one network may ask of `/api`. */
  network: Rate;
}

/** Generous to people, and to offices behind one address. */
const LIMITS: WebLimits = {
  network: { requests: 200, seconds: 10 },
  chat: { requests: 100, seconds: 10 },
  listenersOfChat: 8,
  listenersOfNetwork: 200,
  // A page that listens costs 32 KB, a silent connection 9: that many are 130 MB at most.
  connections: 4_000,
  // As many as may listen, and as many again that ask something meanwhile.
  connectionsOfNetwork: 400,
};
/** Proxies commonly cut a connection that is silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** The web channel: a handler that needs no socket, and the server around it. */
export interface Web extends Channel {
  fetch(request: Request, env?: WebEnv['Bindings']): Promise<Response>;
  /**
   * Takes the `POST` requests of another service (a webhook) at a path of its own. Neither origin nor host name is checked there: the handler knows its caller by a secret.
   */
  mount(path: string, hook: Hook): void;
  /** Where the server listens, once it does. */
  address(): AddressInfo;
}

/** Builds the web channel (interface, section 2). Throws when an option cannot be used. */
export function createWeb(options: WebOptions): Web {
  const app = new Hono<WebEnv>();
  const pushes = options.pushes ?? pushesInMemory();
  const limits = { ...LIMITS, ...options.limits };
  const seconds = requestSeconds(options.metrics);
  const hooks = new Hooks({ ...options, seconds });
  let stopping = false;

  const { names = [], trustProxy = [] } = options;
  frameRequests(app, { ...options, names, trustProxy, networkRate: limits.network, seconds });
  const chats = conversation(app, options, pushes, limits);
  probeRoutes(app, { ...options, metricsToken: options.metricsToken, stopping: () => stopping });
  clauseRoutes(app, options.clauses);
  pageRoutes(app, { ...options, feedback: options.feedback ?? false, assets: options.assets ?? readAssets });

  const fetch: Web['fetch'] = async (request, env = {}) => hooks.answer(request, env) ?? app.fetch(request, env);
  const notUnderstood = (): Response => {
    const body: Refused = { error: { message: options.words[options.locale].say('web-error-request') } };
    return Response.json(body, { status: 400 });
  };
  const listener = listenerOf({
    host: options.host,
    port: options.port,
    patience: { ...PATIENCE, ...options.patience },
    limits,
    trusts: trustedProxies(trustProxy),
    fetch,
    notUnderstood,
  });
  return {
    chats: 'web:',
    fetch,
    mount: (path, hook) => hooks.add(path, hook),
    start: listener.start,
    async stop() {
      stopping = true;
      const stopped = listener.stop();
      chats.hangUp();
      await stopped;
      await chats.settled();
    },
    deliver: (chat, replies) => pushes.add(chat, replies),
    address: listener.address,
  };
}

function conversation(app: Hono<WebEnv>, options: WebOptions, pushes: Pushes, limits: WebLimits): ChatRoutes {
  const { assistant, tokenKeys, heartbeatMs = HEARTBEAT_MS, log, metrics } = options;
  const name = 'huanzheng_web_listeners';
  const listeners = new Gauge({ name, help: 'Pages that listen for messages', registers: [metrics] });
  const onFault = (error: unknown): void => log.error({ err: error }, 'work after an answer failed');
  return chatRoutes(app, { assistant, tokens: chatTokens(tokenKeys), pushes, limits, heartbeatMs, listeners, onFault });
}
