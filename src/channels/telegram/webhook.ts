import { timingSafeEqual } from 'node:crypto';
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
  const expected = Buffer.from(secret);
  return async request => {
    if (!isSame(Buffer.from(request.headers.get(SECRET_HEADER) ?? ''), expected))
      return new Response(null, { status: 401 });
    const update: unknown = await request.json().catch(() => undefined);
    if (!hasNumber(update)) return new Response(null, { status: 400 });
    return new Response(null, { status: (await take(update)) ? 200 : 503 });
  };
}

/** The time tells whether the lengths are the same, and that one is no secret. */
function isSame(given: Buffer, expected: Buffer): boolean {
  return timingSafeEqual(given.length === expected.length ? given : Buffer.alloc(expected.length), expected);
}

function hasNumber(update: unknown): update is { update_id: number } {
  return typeof update === 'object' && update !== null && 'update_id' in update && Number.isInteger(update.update_id);
}
