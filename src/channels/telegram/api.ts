import { z } from 'zod';

/** The Bot API through a framework's own client: its settings, plug-ins and errors stay that framework's. */
export interface BotApi {
  /** Rejects with whatever the framework throws; `failureOf` reads it. */
  call(method: string, payload: object, signal?: AbortSignal): Promise<unknown>;
  /** A file in the form in which this framework uploads one. */
  file(name: string, content: Uint8Array): unknown;
  /** Where the bytes of a file are; the address holds the token and is nobody's to log. */
  fileUrl(path: string): string;
}

/** A call that has no answer by then never will; longer than a poll waits. */
export const CALL_TIMEOUT_MS = 60_000;

/** Where the API is, without a slash at the end. */
export const rootOf = (apiRoot = 'https://api.telegram.org'): string => apiRoot.replace(/\/+$/, '');

/** Where the bytes of a file are, by the path that `getFile` gave. */
export const fileUrl = (apiRoot: string | undefined, token: string, path: string): string =>
  `${rootOf(apiRoot)}/file/bot${token}/${path}`;

/** Why a call failed: Telegram's own no, or no answer that could be read (`code` 0), so that nobody knows whether it took effect. */
export interface Failure {
  code: number;
  retryAfterMs?: number;
  /** There was no way to Telegram at all, so that the call certainly took no effect. */
  isUnreached?: boolean;
}

const answer = z.object({
  error_code: z.int(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

/** grammY throws Telegram's answer with a stack, Telegraf keeps it under `response`; a broken connection has neither. */
export function failureOf(error: unknown): Failure {
  const read = answer.safeParse(error);
  const { data } = read.success ? read : answer.safeParse((error as { response?: unknown } | undefined)?.response);
  if (data === undefined) return isUnreached(error) ? { code: 0, isUnreached: true } : { code: 0 };
  const seconds = data.parameters?.retry_after;
  return { code: data.error_code, ...(seconds === undefined ? {} : { retryAfterMs: seconds * 1000 }) };
}

const NO_WAY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** grammY keeps the fault of the connection under `error`, others under `cause`. */
function isUnreached(error: unknown): boolean {
  const { code, error: inner, cause } = (error ?? {}) as { code?: unknown; error?: unknown; cause?: unknown };
  if (typeof code === 'string' && NO_WAY.has(code)) return true;
  const deeper = inner ?? cause;
  return deeper !== undefined && deeper !== error && isUnreached(deeper);
}

/** Whether the same call may succeed later: no answer, a fault at Telegram's end, too many requests. */
export const isPassing = ({ code }: Failure): boolean => code === 0 || code === 429 || code >= 500;
