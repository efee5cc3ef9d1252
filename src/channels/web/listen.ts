import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Trust } from './address.ts';
import { type ConnectionLimits, Connections, type Patience } from './connections.ts';
import type { WebEnv } from './refusal.ts';

export interface Listening {
  host: string;
  /** 0: any free port. */
  port: number;
  patience: Patience;
  limits: ConnectionLimits;
  trusts: Trust;
  fetch(request: Request, env: WebEnv['Bindings']): Promise<Response>;
  /** The answer to bytes that are no request. */
  notUnderstood(): Response;
}

/** A handler on a socket. */
export interface Listener {
  /** Resolves when connections are taken; rejects when the port cannot be had. */
  start(): Promise<void>;
  /** Takes no more connections; resolves when every request that was taken has been answered, or its sender was too slow. */
  stop(): Promise<void>;
  address(): AddressInfo;
}

/** Puts a handler on a socket, not yet listening. */
export function listenerOf(listening: Listening): Listener {
  const { host, port, patience, limits, trusts, fetch, notUnderstood } = listening;
  const handle = getRequestListener((request, env) => fetch(request, env as WebEnv['Bindings']), {
    // Puts a Response in place of Node's that keeps a text as it is: through a stream, answers would cost a third more.
    overrideGlobalObjects: true,
    errorHandler: notUnderstood,
  });
  const timeouts = {
    headersTimeout: patience.headMs,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: patience.nextRequestMs,
    connectionsCheckingInterval: patience.checkEveryMs,
  };
  const server = createServer(timeouts, (request, response) => {
    connections.note(request, response);
    void handle(request, response);
  });
  const connections = new Connections(server, patience, limits, trusts);
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      }),
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        connections.stop();
      }),
    address: () => server.address() as AddressInfo,
  };
}
