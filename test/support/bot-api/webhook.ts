import type { Update, Updates } from './updates.ts';

/**
 * Brings updates to the address the bot has set: of one chat each after the one before has been taken, as Telegram does it. One that is not answered
 * with 2xx stays, holds up its chat, and is brought again when the test says so.
 */
export class Webhook {
  url: string | undefined;
  /** What the bot answered, in the order of the answers. */
  readonly answers: { update: number; status: number }[] = [];
  #secret: string | undefined;
  readonly #updates: Updates;

  constructor(updates: Updates) {
    this.#updates = updates;
  }

  set(method: string, parameters: Record<string, unknown>): void {
    this.url = method === 'setWebhook' && parameters.url !== '' ? String(parameters.url) : undefined;
    this.#secret = parameters.secret_token as string | undefined;
    this.#updates.allow(parameters.allowed_updates);
    if (this.url !== undefined) this.#updates.endPoll();
  }

  /** Brings what has just happened, unless its chat is waited for. */
  async bring(update: Update): Promise<void> {
    if (this.#first(chatOf(update)) === update) await this.#bringAll(update);
  }

  /** Brings it now, in its turn or not. */
  async deliver(update: Update): Promise<void> {
    if (this.url === undefined) return;
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': this.#secret ?? '' };
    const status = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify(update) }).then(
      async response => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    this.answers.push({ update: update.update_id, status });
    if (status >= 200 && status < 300) this.#updates.confirm(update.update_id);
  }

  /** Brings everything again that was not taken. */
  async again(): Promise<void> {
    const chats = new Set(this.#updates.all().map(chatOf));
    await Promise.all([...chats].map(chat => this.#bringAll(this.#first(chat))));
  }

  /** This one, and after it the others of its chat, as long as they are taken. */
  async #bringAll(first: Update | undefined): Promise<void> {
    for (let next = first; next !== undefined; ) {
      await this.deliver(next);
      const following = this.#first(chatOf(next));
      next = following === next ? undefined : following;
    }
  }

  #first(chat: unknown): Update | undefined {
    return this.#updates.all().find(update => chatOf(update) === chat);
  }
}

/** The chat it happened in; what happens in none stands for itself. */
function chatOf(update: Update): unknown {
  for (const event of Object.values(update) as { chat?: { id: number }; message?: { chat: { id: number } } }[]) {
    const chat = event?.chat ?? event?.message?.chat;
    if (chat !== undefined) return chat.id;
  }
  return update;
}
