import type { Log } from '../runtime/log.ts';
import type { KeptRow, Ledger } from './ledger.ts';
import { type KeptMailings, seriesOf } from './mailings.ts';
import type { Mailing, Queue, Source } from './port.ts';
import type { Presence } from './presence.ts';
import { isQuiet } from './quiet.ts';
import { NO_COUNTS } from './tallies.ts';

export interface ConductorParts {
  ledger: Ledger;
  mailings: KeptMailings;
  queue: Queue;
  presence: Presence;
  sources: Readonly<Record<string, Source>>;
  now(): number;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  log: Log;
}

/** A mailing whose moment passed so long ago with nobody there to send it waits for a person's yes. */
export const MISSED_AFTER_MS = 3_600_000;
/** The first chunks are small, so that the first message does not wait for many names. */
const FIRST_CHUNK = 16;
const CHUNK = 256;
const LOOK_AGAIN_MS = 50;
/** No send takes so long: whoever claimed it has lost it, as when the store went away in the middle of the claim. */
const STUCK_MS = 300_000;

/** What the leading instance does with a mailing whose time has come. */
export class Conductor {
  readonly #parts: ConductorParts;
  readonly #running = new Map<string, Promise<void>>();

  constructor(parts: ConductorParts) {
    this.#parts = parts;
  }

  /** Looks at every open mailing once and sets going what is due; returns before it is sent. */
  async look(signal: AbortSignal): Promise<void> {
    for (const mailing of await this.#parts.mailings.open()) {
      const due = mailing.state === 'scheduled' ? await this.#begin(mailing) : mailing;
      if (due?.state !== 'sending' || this.#running.has(due.id) || this.#mustWait(due)) continue;
      const run = this.#carry(due, signal)
        .catch(err => {
          if (!signal.aborted) this.#parts.log.warn({ err }, 'a mailing could not go on; trying again');
        })
        .finally(() => this.#running.delete(due.id));
      this.#running.set(due.id, run);
    }
  }

  /** Resolves when nothing is carried on any more, once the signal is aborted. */
  async ended(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  #mustWait({ urgent }: Mailing): boolean {
    return !urgent && isQuiet(this.#parts.now());
  }

  /** A moment in the quiet hours is not missed: it comes in the morning. */
  async #begin(mailing: Mailing): Promise<Mailing | undefined> {
    const { mailings, sources, now } = this.#parts;
    const lateMs = now() - mailing.notBeforeMs;
    if (lateMs < 0 || this.#mustWait(mailing)) return undefined;
    const wasQuiet = !mailing.urgent && isQuiet(now() - MISSED_AFTER_MS);
    if (lateMs > MISSED_AFTER_MS && !wasQuiet && !sources[mailing.kind]?.mayBeLate) {
      await mailings.move(mailing.id, ['scheduled'], { state: 'missed' });
      return undefined;
    }
    return mailings.move(mailing.id, ['scheduled'], { state: 'sending', startedMs: now() });
  }

  /** Passes over all recipients until one finds nothing left to do: whatever a queue or a process has lost comes along again. */
  async #carry(mailing: Mailing, signal: AbortSignal): Promise<void> {
    const { queue, wait } = this.#parts;
    for (;;) {
      const added = await this.#pass(mailing, signal);
      if (added === undefined) return;
      while (!(await queue.idle())) await wait(LOOK_AGAIN_MS, signal);
      const { flying, waiting, rows } = await this.#sweep(mailing);
      if (!(await this.#goesOn(mailing))) return;
      // They are recipients no longer, which is what their rows are to say.
      for (let at = 0; added === 0 && at < waiting.length; at += CHUNK)
        await queue.add({ mailing: mailing.id, recipients: waiting.slice(at, at + CHUNK) }, signal);
      if (added === 0 && flying === 0 && waiting.length === 0) return void (await this.#end(mailing, rows));
      if (flying > 0) await wait(LOOK_AGAIN_MS * 10, signal);
    }
  }

  async #end(mailing: Mailing, rows: number): Promise<void> {
    const { mailings, now, log } = this.#parts;
    await mailings.tallies.foundInAll(mailing.id, rows);
    const done = await mailings.move(mailing.id, ['sending'], { state: 'done', endedMs: now() });
    if (done !== undefined) log.info({}, 'a mailing is done');
  }

  async #goesOn(mailing: Mailing): Promise<boolean> {
    return (await this.#parts.mailings.find(mailing.id))?.state === 'sending' && !this.#mustWait(mailing);
  }

  /** Puts everybody who is open into the queue; how many, or undefined when the mailing does not go on. */
  async #pass(mailing: Mailing, signal: AbortSignal): Promise<number | undefined> {
    const { ledger, queue, mailings, sources } = this.#parts;
    let [seen, added, size] = [0, 0, FIRST_CHUNK];
    let chunk: string[] = [];
    const put = async (): Promise<boolean> => {
      const open = await ledger.open(seriesOf(mailing), chunk);
      if (!(await this.#goesOn(mailing))) return false;
      await mailings.tallies.expect(mailing.id, seen, false);
      if (open.length > 0) await queue.add({ mailing: mailing.id, recipients: open }, signal);
      added += open.length;
      chunk = [];
      size = Math.min(CHUNK, size * 2);
      return true;
    };
    for await (const recipient of sources[mailing.kind]!.recipients(mailing)) {
      signal.throwIfAborted();
      seen += 1;
      if (chunk.push(recipient) >= size && !(await put())) return undefined;
    }
    if (!(await put())) return undefined;
    await mailings.tallies.expect(mailing.id, seen, true);
    return added;
  }

  /** Finds rows whose sender has died and counts all of them anew; how many are still in the hands of somebody alive, and who has had no turn. */
  async #sweep(mailing: Mailing): Promise<{ flying: number; waiting: string[]; rows: number }> {
    const { ledger, presence, mailings, now } = this.#parts;
    const counts = { ...NO_COUNTS };
    await mailings.tallies.written();
    const there = new Map<string, boolean>();
    const waiting: string[] = [];
    let rows = 0;
    for await (const { recipient, version, ...row } of ledger.rows(seriesOf(mailing))) {
      if (row.mailing !== mailing.id) continue;
      let state = row.state;
      if (state === 'sending') {
        if (!there.has(row.by)) there.set(row.by, await presence.isThere(row.by));
        if (!there.get(row.by) || now() - row.atMs > STUCK_MS) {
          const lost: KeptRow = { ...row, state: 'unknown', reason: 'sender-died', atMs: now() };
          if (await ledger.replace(seriesOf(mailing), recipient, lost, version)) state = 'unknown';
        }
      }
      if (state === 'queued') waiting.push(recipient);
      counts[state] += 1;
      rows += 1;
    }
    await mailings.tallies.set(mailing.id, counts);
    return { flying: counts.sending, waiting, rows };
  }
}
