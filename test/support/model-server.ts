import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server got it. */
export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: { model?: string; messages: { role: string; content: string }[] } & Record<string, unknown>;
}

/** What the server does with a request that it has read to its end. */
export type Behaviour = (response: ServerResponse, asked: Asked) => unknown;

/** An OpenAI-compatible server on loopback that behaves as it is told, for good or ill, and writes down what it is asked. */
export class ModelServer {
  readonly asked: Asked[] = [];
  behaviour: Behaviour = says({ topics: [], facts: [] });
  /** Requests whose connection was closed by the other side before the answer was complete. */
  abandoned = 0;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  static async start(): Promise<ModelServer> {
    const server = new ModelServer();
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  /** The address as it stands in the setting. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      if (!response.writableFinished) this.abandoned += 1;
    });
    const chunks = await request.toArray();
    const { method = '', url: path = '', headers } = request;
    const asked = { method, path, headers, body: JSON.parse(Buffer.concat(chunks).toString()) };
    this.asked.push(asked);
    await this.behaviour(response, asked);
  }
}

/** A completion whose message has this content; what is no string is written as JSON. */
export function says(content: unknown): Behaviour {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const choice = { index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' };
  return sends(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', choices: [choice] }));
}

/** This body, whatever it is. */
export function sends(body: string, status = 200, headers: Record<string, string> = {}): Behaviour {
  return response => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
