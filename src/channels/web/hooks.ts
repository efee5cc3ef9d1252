import type { Histogram } from 'prom-client';
import type { Log } from '../../runtime/log.ts';
import type { HookRequest } from '../channel.ts';
import { readBytes } from './body.ts';
import type { WebEnv } from './refusal.ts';

/** Whoever takes the calls of another service, and knows it by a secret. */
export type Hook = (request: HookRequest) => Promise<Response>;

export interface HookParts {
  log: Pick<Log, 'info' | 'error'>;
  /** How long requests took, by `method`, `route` and `status`. */
  seconds: Histogram<'method' | 'route' | 'status'>;
  now(): number;
}

const MAX_BYTES = 1024 * 1024;
const UTF8 = new TextDecoder();

/**
 * The paths of other services' calls. They come by the thousand, one for each message, and are no page's: of all that is done for a reader
 * (language, page headers, where the request comes from) nothing is done for them. Refused ones are logged; a call that was taken has a line by what it brought.
 */
export class Hooks {
  readonly #parts: HookParts;
  readonly #byPath = new Map<string, Hook>();

  constructor(parts: HookParts) {
    this.#parts = parts;
  }

  add(path: string, hook: Hook): void {
    this.#byPath.set(path, hook);
  }

  /** The answer of the hook at that address; undefined when there is none. */
  answer(request: Request, env: WebEnv['Bindings']): Promise<Response> | undefined {
    if (this.#byPath.size === 0) return undefined;
    const route = pathOf(request.url);
    const hook = this.#byPath.get(route);
    return hook && this.#observed(route, request, env, hook);
  }

  async #observed(route: string, request: Request, env: WebEnv['Bindings'], hook: Hook): Promise<Response> {
    const { log, seconds, now } = this.#parts;
    const { method } = request;
    const began = now();
    const response = await answerOf(hook, request, env).catch((error: unknown) => {
      log.error({ err: error, route }, 'a request failed');
      return new Response(null, { status: 503 });
    });
    const { status } = response;
    const ms = now() - began;
    seconds.observe({ method, route, status }, ms / 1000);
    if (!response.ok) log.info({ method, route, status, ms }, 'request');
    return response;
  }
}

/** The body is read only when the hook asks for it: whoever does not have the secret sends it for nothing. */
async function answerOf(hook: Hook, request: Request, { incoming }: WebEnv['Bindings']): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  // Node has them in an object already.
  const get = (name: string): string | null =>
    incoming === undefined ? request.headers.get(name) : textOf(incoming.headers[name]);
  let refused: number | undefined;
  const json = async (): Promise<unknown> => {
    const body = await readBytes(request, MAX_BYTES, get('content-length'));
    if ('value' in body) return JSON.parse(UTF8.decode(body.value));
    refused = body.refusal.status;
    throw new RangeError('the body is refused');
  };
  const answer = await hook({ headers: { get }, json }).catch((error: unknown) => {
    if (refused === undefined) throw error;
  });
  // A hook may make an answer of its own of a body that it did not get.
  return refused === undefined && answer ? answer : new Response(null, { status: refused! });
}

const textOf = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' ? value : (value?.[0] ?? null);

/** The path of an address, as it was sent. */
function pathOf(url: string): string {
  const begin = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.indexOf('?', begin);
  return begin < 0 ? '/' : url.slice(begin, end < 0 ? undefined : end);
}
