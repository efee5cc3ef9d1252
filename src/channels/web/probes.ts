import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { Registry } from 'prom-client';
import { isLoopback } from './address.ts';
import { peerOf } from './guard.ts';
import { refuse, type WebEnv } from './refusal.ts';

export interface ProbeParts {
  /** Resolves when messages can be taken (the store answers). */
  ready(): Promise<void>;
  /** Whether the server has begun to stop. */
  stopping(): boolean;
  metrics: Registry;
  metricsToken: string | undefined;
}

const READY_WITHIN_MS = 2_000;

/** Serves `GET /healthz` (the process lives), `GET /readyz` (it can work) and `GET /metrics` (for this machine, or for who has the token). */
export function probeRoutes(app: Hono<WebEnv>, parts: ProbeParts): void {
  app.get('/healthz', c => c.json({ status: 'ok' }));
  app.get('/readyz', async c => {
    const ready = !parts.stopping() && (await resolvesWithin(parts.ready(), READY_WITHIN_MS));
    return ready ? c.json({ status: 'ok' }) : c.json({ status: 'unavailable' }, 503);
  });
  app.get('/metrics', async c => {
    const trusted = isFromThisMachine(c) || bearsToken(c, parts.metricsToken);
    if (!trusted) return refuse(c, { status: 403, says: 'web-error-metrics' });
    return c.body(await parts.metrics.metrics(), 200, { 'Content-Type': parts.metrics.contentType });
  });
}

/** A request that a proxy passed on comes from elsewhere, also when the proxy is on this machine. */
function isFromThisMachine(c: Context<WebEnv>): boolean {
  const forwarded = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'].some(name => c.req.header(name) !== undefined);
  return !forwarded && isLoopback(peerOf(c.env));
}

function bearsToken(c: Context<WebEnv>, token: string | undefined): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  // Hashed first, so that neither content nor length shows in the time taken.
  return token !== undefined && given !== undefined && timingSafeEqual(sha256(given), sha256(token));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function resolvesWithin(promise: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, ms, false);
  });
  const inTime = promise.then(
    () => true,
    () => false,
  );
  return Promise.race([inTime, tooLate]).finally(() => clearTimeout(timer));
}
