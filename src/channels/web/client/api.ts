import type { Answered, Clauses, Opened, Refused, WireClause, WireLocale } from '../wire.ts';
import type { Saying } from './memory.ts';

/** What came of a request: an answer, or the way in which there was none. */
export type Outcome<T> =
  | { kind: 'answered'; value: T }
  /** It was judged and turned down; sending it again would not help. */
  | { kind: 'refused'; message: string }
  | { kind: 'gone' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'lost' };

const PATIENCE_MS = 20_000;

export function openChat(locale: WireLocale): Promise<Outcome<Opened>> {
  return post('/api/chats', locale, { locale });
}

export function sendMessage(
  chat: string,
  locale: WireLocale,
  message: Saying & { id: string },
): Promise<Outcome<Answered>> {
  return post(`/api/chats/${chat}/messages`, locale, message);
}

/** Every clause by its id; rejects when they cannot be had just now. */
export async function fetchClauses(locale: WireLocale): Promise<Map<string, WireClause>> {
  const response = await fetch(`/api/clauses?locale=${locale}`);
  if (!response.ok) throw new Error('no clauses');
  const { clauses } = (await response.json()) as Clauses;
  return new Map(clauses.map((clause): [string, WireClause] => [clause.id, clause]));
}

/** Where pushed messages come from; a page that has just been loaded says here what it has seen. */
export function eventsAddress(chat: string, lastEvent: string | null): string {
  return `/api/chats/${chat}/events${lastEvent === null ? '' : `?after=${encodeURIComponent(lastEvent)}`}`;
}

async function post<T>(path: string, locale: WireLocale, body: object): Promise<Outcome<T>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': locale };
    const response = await fetch(path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: patience.signal,
    });
    return await outcomeOf<T>(response);
  } catch {
    return { kind: 'lost' };
  } finally {
    clearTimeout(timer);
  }
}

async function outcomeOf<T>(response: Response): Promise<Outcome<T>> {
  if (response.ok) return { kind: 'answered', value: (await response.json()) as T };
  if (response.status === 404) return { kind: 'gone' };
  if (response.status === 429) return { kind: 'busy', seconds: Number(response.headers.get('Retry-After')) || 5 };
  if (response.status >= 500) return { kind: 'lost' };
  return { kind: 'refused', message: ((await response.json()) as Refused).error.message };
}
