import { hash, timingSafeEqual } from 'node:crypto';
import type { HookRequest } from '../channel.ts';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * Answers Telegram's webhook calls: 200 once `take` says that the update is safe, else 503, so that it comes again.
 * Whoever does not know the secret learns nothing, not even by the time it takes.
 */
export function webhookHandler(
  secret: string,
  take: (update: { update_id: number }) => Promise<boolean>,
): (request: HookRequest) => Promise<Response> {
  const expected = digestOf(secret);
  return async request => {
    if (!timingSafeEqual(digestOf(request.headers.get(SECRET_HEADER) ?? ''), expected))
      return new Response(null, { status: 401 });
    const update: unknown = await request.json().catch(() => undefined);
    if (!hasNumber(update)) return new Response(null, { status: 400 });
    return new Response(null, { status: (await take(update)) ? 200 : 503 });
  };
}

/** Digests are of one length, as a comparison in constant time needs them. */
function digestOf(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

function hasNumber(update: unknown): update is { update_id: number } {
  return typeof update === 'object' && update !== null && 'update_id' in update && Number.isInteger(update.update_id);
}
