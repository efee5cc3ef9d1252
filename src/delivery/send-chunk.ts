import type { Log } from '../runtime/log.ts';
import { StoreDownError } from '../store/port.ts';
import type { Claim, Claimable, KeptRow, Ledger } from './ledger.ts';
import { type KeptMailings, seriesOf } from './mailings.ts';
import {
  type Budget,
  type Chunk,
  type Mailing,
  type Message,
  type RowState,
  type Source,
  type Turn,
  UndeliveredError,
} from './port.ts';
import { isQuiet } from './quiet.ts';

export interface SenderParts {
  ledger: Ledger;
  mailings: KeptMailings;
  budget: Budget;
  sources: Readonly<Record<string, Source>>;
  /** Sends to one chat, at most once; rejects with `UndeliveredError`. */
  deliver(chat: string, replies: readonly Message[]): Promise<void>;
  instance: string;
  now(): number;
  ticks(): number;
  /** Rejects when this process is to end. */
  wait(ms: number): Promise<void>;
  log: Log;
}

/** So many messages of one chunk are claimed and on their way at most: what nobody knows the fate of when a process dies. */
const IN_FLIGHT = 200;
/** Of the last so many messages no more than half may fail. */
const WATCHED = 50;
const MOST_FAILURES = 25;
/** A bot that cannot reach its platform at all tries again so much later. */
const UNREACHED_MS = 1_000;
const STORE_DOWN_MS = 500;

/** So many recipients are decided on at once, and decided on again when they have waited so long for their turn. */
const DECIDED = 32;
const FRESH_MS = 20;
const LOOKED_MS = 20;
/** No moment is handed out so long before it comes, unless the clock is put back in between. */
const LONGEST_WAIT_MS = 500;

/** A far network is uneven all the time: more than so much of each second is not given up for it. What was quickest is forgotten slowly. */
const MOST_UNEVEN_MS = 25;
/** The first ones of a process may be later: its code is not warm yet, and connections are opened. */
const FIRST_SLICES = 60;
const MOST_UNEVEN_FIRST_MS = 200;
const QUICKEST_GROWS = 1.002;

interface Batch {
  ready: Ready[];
  /** When it was decided, in ticks. */
  at: number;
}

interface Ready {
  recipient: string;
  row: KeptRow;
  replies: readonly Message[];
}

/** Sends the chunks of one process: claims, sends, settles, a small slice after the other. */
export class ChunkSender {
  readonly #parts: SenderParts;
  readonly #outcomes = new Map<string, boolean[]>();
  readonly #stopped = new Set<string>();
  readonly #seen = new Map<string, Promise<Mailing | undefined>>();
  #quickestMs = Number.MAX_VALUE;
  #slices = 0;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Resolves when every recipient is settled, or when the mailing may not go on: then the rest comes along again. */
  async send({ mailing: id, recipients }: Chunk, signal: AbortSignal): Promise<void> {
    const left = [...recipients];
    let batch: Batch = { ready: [], at: 0 };
    const flying = new Set<Promise<void>>();
    let messages = 0;
    try {
      while (left.length + batch.ready.length > 0) {
        const mailing = await this.#mayGoOn(id, signal);
        if (mailing === undefined) break;
        if (batch.ready.length === 0) batch = await this.#decide(mailing, left.splice(0, DECIDED));
        const { ready, at } = batch;
        if (ready.length > 0) {
          const turn = await this.#parts.budget
            .take(Math.min(ready.length, IN_FLIGHT - messages), signal)
            .catch(() => undefined);
          if (turn === undefined) break;
          const slice = { ready: ready.splice(0, turn.messages), at };
          const count = slice.ready.length;
          messages += count;
          const flight = this.#slice(mailing, slice, turn, left).finally(() => {
            messages -= count;
            flying.delete(flight);
          });
          flying.add(flight);
          flight.catch(() => {});
        }
        while (messages >= IN_FLIGHT) await Promise.race(flying);
        // Those that the platform put off may still come back into this chunk.
        if (left.length + ready.length === 0) await Promise.all(flying);
      }
    } finally {
      await Promise.allSettled(flying);
      await this.#leave(id, [...batch.ready.map(({ recipient }) => recipient), ...left]);
      await this.#parts.mailings.tallies.written();
    }
  }

  /** Whoever has had no turn keeps a row, so that nobody vanishes who stops being a recipient before it goes on. */
  async #leave(id: string, recipients: readonly string[]): Promise<void> {
    if (recipients.length === 0) return;
    const { mailings, ledger, instance, now, log } = this.#parts;
    try {
      const mailing = await mailings.find(id);
      if (mailing === undefined || mailing.state === 'cancelled') return;
      const row = { mailing: id, by: instance, atMs: now(), chat: '', state: 'queued' } as const;
      await ledger.claim(
        seriesOf(mailing),
        recipients.map(recipient => ({ recipient, row })),
      );
    } catch (err) {
      log.warn({ err }, 'who is still to be sent to could not be noted');
    }
  }

  /**
   * A pause is heeded within some milliseconds; looking before every slice would cost more than the slice. A timer forgets what was seen, so
   * that a clock which is put back does not keep a pause alive after it has ended.
   */
  #looked(id: string): Promise<Mailing | undefined> {
    const before = this.#seen.get(id);
    if (before !== undefined) return before;
    const mailing = this.#parts.mailings.find(id);
    this.#seen.set(id, mailing);
    setTimeout(() => this.#seen.delete(id), LOOKED_MS).unref();
    return mailing;
  }

  /** Who is to get it, and what; the others are noted at once and cost nothing of the budget. */
  async #decide(mailing: Mailing, recipients: readonly string[]): Promise<Batch> {
    const prepared = await Promise.all(recipients.map(recipient => this.#prepare(mailing, recipient)));
    const others = prepared.filter(({ row }) => row.state !== 'sending');
    if (others.length > 0) this.#count(mailing, await this.#parts.ledger.claim(seriesOf(mailing), others));
    return { ready: prepared.filter(({ row }) => row.state === 'sending'), at: this.#parts.ticks() };
  }

  async #mayGoOn(id: string, signal: AbortSignal): Promise<Mailing | undefined> {
    const mailing = await this.#looked(id);
    if (signal.aborted || mailing?.state !== 'sending') return undefined;
    return mailing.urgent || !isQuiet(this.#parts.now()) ? mailing : undefined;
  }

  async #slice(mailing: Mailing, { ready, at }: Batch, turn: Turn, left: string[]): Promise<void> {
    const { ledger, budget, now, ticks } = this.#parts;
    const series = seriesOf(mailing);
    const isFresh = ticks() - at < FRESH_MS;
    const prepared = isFresh
      ? ready
      : (
          await this.#decide(
            mailing,
            ready.map(({ recipient }) => recipient),
          )
        ).ready;
    const replies = new Map(prepared.map(one => [one.recipient, one.replies]));
    const claims = await ledger.claim(series, prepared).catch(error => this.#giveBack(series, prepared, error));
    const earlyMs = Math.min(LONGEST_WAIT_MS, turn.atMs - now());
    // What is claimed leaves also when the process is about to end.
    if (earlyMs > 0) await this.#parts.wait(earlyMs).catch(() => {});
    const lateMs = now() - turn.atMs;
    budget.late(turn, lateMs);
    const sentAt = ticks();
    let firstMs = Number.POSITIVE_INFINITY;
    const settled = await Promise.all(
      claims.map(async claim => {
        const row = await this.#deliver(claim.row, replies.get(claim.recipient)!);
        firstMs = Math.min(firstMs, ticks() - sentAt);
        return { ...claim, row };
      }),
    );
    if (claims.length > 0) budget.late(turn, lateMs + this.#unevenness(firstMs));
    await this.#settle(series, settled);
    left.push(...settled.filter(({ row }) => row.state === 'queued').map(({ recipient }) => recipient));
    const ended = settled.filter(({ row }) => row.state !== 'queued');
    this.#count(mailing, ended);
    await Promise.all(ended.map(claim => this.#told(mailing, claim, replies.get(claim.recipient)!)));
    await this.#watch(mailing, ended);
  }

  /** So much longer than the quickest ones these were on their way, as far as that may count. */
  #unevenness(tookMs: number): number {
    this.#quickestMs = Math.min(tookMs, this.#quickestMs * QUICKEST_GROWS);
    const most = this.#slices++ < FIRST_SLICES ? MOST_UNEVEN_FIRST_MS : MOST_UNEVEN_MS;
    return Math.min(most, tookMs - this.#quickestMs);
  }

  #count(mailing: Mailing, claims: readonly Claim[]): void {
    const counts: Partial<Record<RowState, number>> = {};
    for (const { row } of claims) counts[row.state] = (counts[row.state] ?? 0) + 1;
    this.#parts.mailings.tallies.add(mailing.id, counts);
  }

  /** What has been sent is known to nobody else: it is written down however long the store takes to come back. */
  #settle(series: string, claims: readonly Claim[]): Promise<void> {
    return this.#persist(() => this.#parts.ledger.settle(series, claims));
  }

  /** A claim without an answer may stand: nobody else would know that nothing was sent on it. */
  async #giveBack(series: string, rows: readonly Claimable[], error: unknown): Promise<never> {
    if (error instanceof StoreDownError) await this.#persist(() => this.#parts.ledger.release(series, rows));
    throw error;
  }

  async #persist(act: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof StoreDownError)) throw error;
        await this.#parts.wait(STORE_DOWN_MS);
      }
    }
  }

  async #prepare(mailing: Mailing, recipient: string): Promise<Ready> {
    const { sources, instance, now, log } = this.#parts;
    const row = { mailing: mailing.id, by: instance, atMs: now(), chat: '' };
    try {
      const got = await sources[mailing.kind]!.prepare(mailing, recipient);
      if ('skip' in got)
        return { recipient, replies: [], row: { ...row, chat: got.chat, state: 'skipped', reason: got.skip } };
      return { recipient, replies: got.replies, row: { ...row, chat: got.chat, state: 'sending' } };
    } catch (err) {
      // Nobody misses a message because the store was away: whoever is left comes along again.
      if (err instanceof StoreDownError) throw err;
      log.error({ err }, 'a message could not be made');
      return { recipient, replies: [], row: { ...row, state: 'failed', reason: 'fault' } };
    }
  }

  async #deliver(row: KeptRow, replies: readonly Message[]): Promise<KeptRow> {
    const { deliver, now, log } = this.#parts;
    const as = (state: RowState, reason?: string): KeptRow => ({
      ...row,
      state,
      atMs: now(),
      ...(reason !== undefined && { reason }),
    });
    try {
      await deliver(row.chat, replies);
      return as('sent');
    } catch (error) {
      if (!(error instanceof UndeliveredError)) log.error({ err: error }, 'a message could not be sent');
      if (!(error instanceof UndeliveredError)) return as('unknown', 'fault');
      if (error.reason === 'later') {
        await this.#parts.budget.holdFor(error.retryAfterMs ?? UNREACHED_MS);
        return as('queued');
      }
      if (error.reason === 'refused') return as('failed', 'refused');
      return as(error.reason, error.reason === 'blocked' ? 'blocked' : 'no-answer');
    }
  }

  async #told(mailing: Mailing, { recipient, row }: Claim, replies: readonly Message[]): Promise<void> {
    const { mailing: _, by, ...told } = row;
    await this.#parts.sources[mailing.kind]!.settled?.(mailing, recipient, told, replies).catch(err =>
      this.#parts.log.warn({ err }, 'the fate of a message could not be noted'),
    );
  }

  /** Something is wrong with the message or the bot when so many fail: better a person looks than that all of them do. */
  async #watch(mailing: Mailing, claims: readonly Claim[]): Promise<void> {
    const { mailings, log } = this.#parts;
    // What was sent before a person had it go on says nothing of what was mended since.
    const period = `${mailing.id} ${mailing.resumedMs ?? 0}`;
    const last = [...(this.#outcomes.get(period) ?? []), ...claims.map(({ row }) => row.state === 'failed')].slice(
      -WATCHED,
    );
    this.#outcomes.set(period, last);
    if (this.#stopped.has(period) || last.filter(failed => failed).length < MOST_FAILURES) return;
    this.#stopped.add(period);
    const reason = { state: 'paused', pausedFor: 'too-many-failures' } as const;
    if ((await mailings.move(mailing.id, ['sending'], reason)) !== undefined)
      log.warn({ count: MOST_FAILURES }, 'too many messages failed: the mailing is paused');
  }
}
