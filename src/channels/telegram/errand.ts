import type { ErrandTools } from '../../dialogue/index.ts';
import type { BotApi } from './api.ts';
import { download } from './download.ts';
import type { Time } from './time.ts';

/** Progress is told so often at most. */
const TELL_EVERY_MS = 3_000;
/** Telegram shows for five seconds that something is being done. */
const BUSY_EVERY_MS = 4_500;

/** What this channel lends to an errand in one chat: its files, and a message that is changed as the errand comes along. */
export function errandTools(
  api: BotApi,
  chat: number,
  { time, signal }: { time: Time; signal: AbortSignal },
): ErrandTools & { done(): void } {
  const quietly = (method: string, payload: object): Promise<unknown> =>
    api.call(method, { chat_id: chat, ...payload }).catch(() => undefined);
  const showBusy = (): void => void quietly('sendChatAction', { action: 'upload_document' });
  showBusy();
  const busy = setInterval(showBusy, BUSY_EVERY_MS);
  let toldAt = time.nowMs();
  let told: Promise<unknown> = Promise.resolve();
  let message: number | undefined;
  const tell = async (text: string): Promise<void> => {
    if (message !== undefined) return void (await quietly('editMessageText', { message_id: message, text }));
    const sent = await quietly('sendMessage', { text });
    message = (sent as { message_id?: number } | undefined)?.message_id;
  };
  return {
    fetch: (id, most) => download(api, { id, most, time, signal }),
    tell(text) {
      if (time.nowMs() - toldAt < TELL_EVERY_MS) return;
      toldAt = time.nowMs();
      told = told.then(() => tell(text));
    },
    signal,
    done: () => clearInterval(busy),
  };
}
