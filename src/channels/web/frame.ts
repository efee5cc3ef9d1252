import { randomUUID } from 'node:crypto';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import { Histogram, type Registry } from 'prom-client';
import type { Locale, Words } from '../../locale/index.ts';
import type { Log } from '../../runtime/log.ts';
import { clientNetwork, trustedProxies } from './address.ts';
import { ownNameOnly, ownPageOnly, type Rate, rateLimit, remember, securityHeaders } from './guard.ts';
import { preferredLocale, refuse, type WebEnv } from './refusal.ts';

export interface Frame {
  words: Readonly<Record<Locale, Words>>;
  /** The language of readers who name none that is there. */
  locale: Locale;
  host: string;
  names: readonly string[];
  trustProxy: readonly string[];
  /** What one network may ask of `/api`. */
  networkRate: Rate;
  log: Pick<Log, 'info' | 'error'>;
  seconds: Histogram<'method' | 'route' | 'status'>;
  now(): number;
}

/** What holds for every request, from the outside in: language, note, headers, where it comes from, how many there are. */
export function frameRequests(app: Hono<WebEnv>, options: Frame): void {
  const { words, host, names, log } = options;
  const trusts = trustedProxies(options.trustProxy);
  const ownName = ownNameOnly({ host, names, trusts });
  const networkRate = rateLimit(options.networkRate);

  app.use(async (c, next) => {
    c.set('words', words[preferredLocale(c.req.header('Accept-Language'), options.locale)]);
    c.set('reference', randomUUID().slice(0, 8));
    await next();
  });
  app.use(observe(options), securityHeaders(), remember(trusts));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  app.use(ownName);
  app.use('/api/*', ownPageOnly(trusts), async (c, next) => {
    const tooMany = await networkRate(clientNetwork(c.get('address')));
    return tooMany ? refuse(c, tooMany) : next();
  });
  app.notFound(c => refuse(c, { status: 404, says: 'web-error-not-found' }));
  app.onError((error, c) => {
    const reference = c.get('reference');
    log.error({ err: error, reference }, 'a request failed');
    return refuse(c, { status: 503, says: 'web-error-ours', args: { reference } });
  });
}

/** How long requests took, by route. */
export function requestSeconds(metrics: Registry): Histogram<'method' | 'route' | 'status'> {
  return new Histogram({
    name: 'huanzheng_http_request_seconds',
    help: 'How long requests took, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [metrics],
  });
}

/** Notes every request by its route, never by its address: a chat's address is its key. */
function observe({ log, seconds, now }: Frame): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const began = now();
    await next();
    const ms = now() - began;
    const { method } = c.req;
    const { status } = c.res;
    const route = routePath(c, -1);
    // Not by `c.header`, which would copy the finished answer.
    c.res.headers.set('X-Request-Id', c.get('reference'));
    seconds.observe({ method, route, status }, ms / 1000);
    log.info({ reference: c.get('reference'), method, route, status, ms }, 'request');
  };
}

function refuseMethod(c: Context<WebEnv>, methods: string[]): Response {
  const allowed = methods.join(', ');
  return refuse(c, { status: 405, says: 'web-error-method', args: { allowed }, headers: { Allow: allowed } });
}
