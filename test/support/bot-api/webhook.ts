import type { Update, Updates } from './updates.ts';

/** Brings updates to the address the bot has set. One that is not answered with 2xx stays, and is brought again when the test says so. */
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
    for (const update of this.#updates.all()) await this.deliver(update);
  }
}
