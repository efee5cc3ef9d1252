/** An update as the Bot API writes it; the kinds differ in the one other key. */
export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

interface Poll {
  offset: number;
  limit: number;
  answer(updates: Update[] | 'conflict'): void;
}

/** The updates that nobody has confirmed yet, and the one poll that may wait for them. */
export class Updates {
  #waiting: Update[] = [];
  #poll: Poll | undefined;
  #allowed: string[] | undefined;
  #nextId = 1000;
  /** What a poll is given of the updates that are due; a test may repeat some of them, or change their order. */
  disturb: (due: Update[]) => Update[] = due => due;

  /** Takes in what happened (`{ message: … }`) and gives it its number. Kinds that the bot did not allow are dropped. */
  add(event: Record<string, unknown>): Update | undefined {
    const [kind = ''] = Object.keys(event);
    if (this.#allowed !== undefined && this.#allowed.length > 0 && !this.#allowed.includes(kind)) return undefined;
    const update = { update_id: this.#nextId++, ...event };
    this.#waiting.push(update);
    this.#answerPoll();
    return update;
  }

  allow(kinds: unknown): void {
    if (Array.isArray(kinds)) this.#allowed = kinds;
  }

  /**
   * `getUpdates`: forgets what lies before the offset (a negative one counts from the end), answers at once when there is something, else within `timeout`
   * seconds. A second poll ends the first one with a conflict.
   */
  poll(offset: number, limit: number, timeout: number, gone: AbortSignal): Promise<Update[] | 'conflict'> {
    this.#poll?.answer('conflict');
    this.#waiting =
      offset < 0 ? this.#waiting.slice(offset) : this.#waiting.filter(update => update.update_id >= offset);
    return new Promise(resolve => {
      const answer = (updates: Update[] | 'conflict'): void => {
        clearTimeout(timer);
        if (this.#poll === poll) this.#poll = undefined;
        resolve(updates);
      };
      const poll = { offset, limit, answer };
      const timer = setTimeout(() => answer([]), timeout * 1000);
      gone.addEventListener('abort', () => answer([]));
      this.#poll = poll;
      this.#answerPoll();
    });
  }

  /** All that is not confirmed, the oldest first. */
  all(): readonly Update[] {
    return this.#waiting;
  }

  confirm(id: number): void {
    this.#waiting = this.#waiting.filter(update => update.update_id !== id);
  }

  endPoll(): void {
    this.#poll?.answer([]);
  }

  #answerPoll(): void {
    const ready = this.#waiting.slice(0, this.#poll?.limit);
    if (ready.length > 0) this.#poll?.answer(this.disturb(ready));
  }
}
