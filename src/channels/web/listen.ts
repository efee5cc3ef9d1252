import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { WebEnv } from './refusal.ts';

export interface Listening {
  host: string;
  /** 0: any free port. */
  port: number;
  fetch(request: Request, env: WebEnv['Bindings']): Promise<Response>;
  /** The answer to bytes that are no request. */
  notUnderstood(): Response;
}

/** A handler on a socket. */
export interface Listener {
  /** Resolves when connections are taken; rejects when the port cannot be had. */
  start(): Promise<void>;
  /** Takes no more connections; resolves when every request that was taken has been answered. */
  stop(): Promise<void>;
  address(): AddressInfo;
}

const PATIENCE = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 };

/** Puts a handler on a socket, not yet listening. */
export function listenerOf({ host, port, fetch, notUnderstood }: Listening): Listener {
  const handle = getRequestListener((request, env) => fetch(request, env as WebEnv['Bindings']), {
    // Somebody else's program may have this channel inside: its own Request and Response stay.
    overrideGlobalObjects: false,
    errorHandler: notUnderstood,
  });
  let answering = 0;
  const server = createServer(PATIENCE, (request, response) => {
    answering += 1;
    response.on('close', () => {
      answering -= 1;
      hangUpWhenDone();
    });
    void handle(request, response);
  });
  /** `close` alone would wait for clients that keep their connection for later. */
  const hangUpWhenDone = (): void => {
    if (!server.listening && answering === 0) server.closeAllConnections();
  };
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
        hangUpWhenDone();
      }),
    address: () => server.address() as AddressInfo,
  };
}
