import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { readParameters } from './body.ts';
import { type Chat, Person, type User } from './person.ts';
import { breach } from './rules.ts';
import { methodNamed, misfit, typesOf } from './spec.ts';
import { Updates } from './updates.ts';
import { Webhook } from './webhook.ts';
import { Refused, World } from './world.ts';

/** One call that fitted the API, with its parameters as JSON, whatever the encoding it came in. */
export interface Call {
  method: string;
  parameters: Record<string, unknown>;
}

/** Trouble for the next calls of a method: an error answer, or a connection cut before or after the call took effect, or in the middle of the answer to it. */
export interface Fault {
  method: string;
  times?: number;
  status?: number;
  retryAfter?: number;
  cut?: 'before' | 'after' | 'half';
}

const DEADLINE_MS = 10_000;

/** A Bot API server on loopback that knows one bot. It refuses, as Telegram would, whatever does not fit Bot API 10.1, and writes every call down. */
export class BotApi {
  readonly token = '12345:test-token';
  readonly username = 'huanzheng_bot';
  /** Calls that were taken, in the order of their arrival. */
  readonly calls: Call[] = [];
  /** Calls that Telegram would not take, with its words: a test that ends with one here has found a bug. */
  readonly refused: (Call & { description: string })[] = [];
  /** How long every call takes. */
  delayMs = 0;
  /** Trouble that may meet any call at all. */
  weather: (method: string) => Omit<Fault, 'method' | 'times'> | undefined = () => undefined;
  /** Told of every call that was taken. */
  onCall: (call: Call) => void = () => {};
  readonly updates = new Updates();
  readonly world = new World(this.username);
  readonly webhook = new Webhook(this.updates);
  readonly #faults: Fault[] = [];
  readonly #held = new Map<string, Promise<void>>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  static async start(): Promise<BotApi> {
    const api = new BotApi();
    await new Promise<void>(resolve => api.#server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Somebody with a private chat of their own. */
  person(user: Partial<User> = {}): Person {
    const known = this.world.user(user);
    return new Person(this, known, this.world.privateChat(known));
  }

  group(title = '工地群'): Chat {
    return this.world.groupChat(title);
  }

  /** Lets something happen: a poll or the webhook brings it to the bot. */
  happen(event: Record<string, unknown>): number | undefined {
    const update = this.updates.add(event);
    if (update !== undefined) void this.webhook.bring(update);
    return update?.update_id;
  }

  fail(fault: Fault): void {
    this.#faults.push({ times: 1, ...fault });
  }

  /** Takes the calls of a method, but answers none of them until the function that it gives is called. */
  hold(method: string): () => void {
    let release = (): void => {};
    this.#held.set(method, new Promise(resolve => (release = resolve)));
    return () => {
      this.#held.delete(method);
      release();
    };
  }

  /** The texts that a chat was sent, in order. */
  texts(chat: number): string[] {
    return this.calls
      .filter(({ method, parameters }) => method === 'sendMessage' && parameters.chat_id === chat)
      .map(({ parameters }) => String(parameters.text));
  }

  called(method: string): Call[] {
    return this.calls.filter(call => call.method === method);
  }

  /** Resolves once the condition holds; rejects when it has not after ten seconds. */
  async until(condition: () => boolean): Promise<void> {
    const deadline = performance.now() + DEADLINE_MS;
    while (!condition()) {
      if (performance.now() > deadline)
        throw new Error(`did not happen: ${condition}; calls so far: ${this.calls.map(call => call.method).join(' ')}`);
      await wait(2);
    }
  }

  async close(): Promise<void> {
    this.updates.endPoll();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = /^\/file\/bot([^/]+)\/documents\/(.+)$/.exec(request.url ?? '');
    if (file !== null) return void this.#serveFile(file[1] === this.token ? file[2]! : '', response);
    const [, token = '', name = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
    const { status, body, cut } = await this.#answer(token, name, request, response);
    await this.#held.get(name);
    if (this.delayMs > 0) await wait(this.delayMs);
    if (cut === 'before' || cut === 'after') return void response.socket?.destroy();
    const text = Buffer.from(JSON.stringify(body));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
    if (cut === undefined) response.end(text);
    else response.write(text.subarray(0, text.length / 2), () => response.socket?.destroy());
  }

  #serveFile(id: string, response: ServerResponse): void {
    const bytes = this.world.files.get(id);
    if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
  }

  async #answer(
    token: string,
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ status: number; body: unknown; cut?: Fault['cut'] }> {
    const method = methodNamed(name);
    const parameters = await readParameters(request, field => (method === undefined ? [] : typesOf(method, field)));
    if (token !== this.token) return refusal(401, 'Unauthorized');
    if (method === undefined) return this.#refuse(name, parameters ?? {}, 404, 'Not Found');
    if (parameters === undefined) return this.#refuse(name, {}, 400, "Bad Request: can't parse the body");
    // Telegraf names the method in its forms too, which Telegram puts up with.
    if (parameters.method === method) delete parameters.method;
    const fault = this.#faultFor(method) ?? this.weather(method);
    if (fault?.cut === 'before') return { status: 0, body: {}, cut: 'before' };
    if (fault?.status !== undefined) return refusal(fault.status, 'asked for by the test', fault.retryAfter);
    const wrong = misfit(method, parameters) ?? breach(method, parameters);
    if (wrong !== undefined) return this.#refuse(method, parameters, 400, `Bad Request: ${wrong}`);
    const answer = await this.#perform(method, parameters, response);
    return fault?.cut === undefined ? answer : { ...answer, cut: fault.cut };
  }

  async #perform(
    method: string,
    parameters: Record<string, unknown>,
    response: ServerResponse,
  ): Promise<{ status: number; body: unknown }> {
    try {
      const result =
        method === 'getUpdates' ? await this.#getUpdates(parameters, response) : this.world.perform(method, parameters);
      if (method.endsWith('Webhook')) this.webhook.set(method, parameters);
      if (method !== 'getUpdates') this.calls.push({ method, parameters });
      this.onCall({ method, parameters });
      return { status: 200, body: { ok: true, result } };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 400) return this.#refuse(method, parameters, 400, error.message);
      return refusal(error.code, error.message);
    }
  }

  async #getUpdates(
    { offset, limit, timeout, allowed_updates }: Record<string, unknown>,
    response: ServerResponse,
  ): Promise<unknown> {
    if (this.webhook.url !== undefined) {
      throw new Refused(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.calls.push({ method: 'getUpdates', parameters: { offset, limit, timeout, allowed_updates } });
    this.updates.allow(allowed_updates);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const got = await this.updates.poll(Number(offset ?? 0), Number(limit ?? 100), Number(timeout ?? 0), gone.signal);
    if (got === 'conflict') {
      throw new Refused(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    }
    return got;
  }

  #refuse(
    method: string,
    parameters: Record<string, unknown>,
    status: number,
    description: string,
  ): { status: number; body: unknown } {
    this.refused.push({ method, parameters, description });
    return refusal(status, description);
  }

  #faultFor(method: string): Fault | undefined {
    const fault = this.#faults.find(({ method: name, times }) => name === method && times! > 0);
    if (fault !== undefined) fault.times!--;
    return fault;
  }
}

function refusal(status: number, description: string, retryAfter?: number): { status: number; body: unknown } {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { status, body: { ok: false, error_code: status, description, ...parameters } };
}
