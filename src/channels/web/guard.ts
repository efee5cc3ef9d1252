import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientAddress, isLoopback, type Trust } from './address.ts';
import type { Refusal, WebEnv } from './refusal.ts';
import { refuse } from './refusal.ts';

/** So many requests in so many seconds. */
export interface Rate {
  requests: number;
  seconds: number;
}

/** What an answer that is no page may do: nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Headers that keep the page to itself; what a handler has set stays. */
export function securityHeaders(): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', DATA_POLICY);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}

/** Notes from where a request comes. Without a socket (a handler called directly) the address is empty. */
export function remember(trusts: Trust): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    c.set('address', clientAddress(peerOf(c.env), c.req.header('X-Forwarded-For'), trusts));
    await next();
  };
}

export interface Reach {
  /** The address that the server listens on. */
  host: string;
  /** Names under which it may be called besides those of this machine. */
  names: readonly string[];
  trusts: Trust;
}

/**
 * Refuses to be called by a foreign name on a loopback address: that is DNS rebinding, by which another site's page makes this machine
 * its own. Behind a trusted proxy the proxy answers for the name.
 */
export function ownNameOnly({ host, names, trusts }: Reach): MiddlewareHandler<WebEnv> {
  const own = new Set(['localhost', '127.0.0.1', '[::1]', ...names.map(name => name.toLowerCase())]);
  const checks = host === 'localhost' || isLoopback(host);
  return async (c, next) => {
    if (checks && !isProxied(c, trusts) && !own.has(nameOf(hostCalled(c))))
      return refuse(c, { status: 403, says: 'web-error-host' });
    return next();
  };
}

/** Refuses what another site's page has made a browser send. */
export function ownPageOnly(trusts: Trust): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const host = (isProxied(c, trusts) && c.req.header('X-Forwarded-Host')) || hostCalled(c);
    if (comesFromOwnPage(c.req.header('Sec-Fetch-Site'), c.req.header('Origin'), host)) return next();
    return refuse(c, { status: 403, says: 'web-error-origin' });
  };
}

/** Counts requests by a key and says what to answer once there are too many. The counts are this process's own. */
export function rateLimit({ requests, seconds }: Rate): (key: string) => Promise<Refusal | undefined> {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async key => {
    const refused = await limiter.consume(key).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (refused === undefined) return undefined;
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const wait = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    return {
      status: 429,
      says: 'web-error-too-many',
      args: { seconds: String(wait) },
      headers: { 'Retry-After': String(wait) },
    };
  };
}

/** The address at the other end of the socket; empty when there is none. */
export function peerOf(env: WebEnv['Bindings'] | undefined): string {
  return env?.incoming?.socket.remoteAddress ?? '';
}

/** A browser that says whose page it is (`Sec-Fetch-Site`) is believed, because no page can set that header; it is right also behind a proxy that changes Host. */
function comesFromOwnPage(site: string | undefined, origin: string | undefined, host: string): boolean {
  if (site === 'same-origin') return true;
  if (origin !== undefined)
    return URL.canParse(origin) && new URL(origin).host === hostOf(host, new URL(origin).protocol);
  return site === undefined || site === 'none';
}

function isProxied(c: Context<WebEnv>, trusts: Trust): boolean {
  return trusts(peerOf(c.env)) && c.req.header('X-Forwarded-For') !== undefined;
}

function hostCalled(c: Context<WebEnv>): string {
  return c.req.header('Host') ?? new URL(c.req.url).host;
}

function nameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

/** Host as an origin of that scheme would write it, without the scheme's own port. */
function hostOf(host: string, scheme: string): string {
  return URL.canParse(`${scheme}//${host}`) ? new URL(`${scheme}//${host}`).host : '';
}
