/**
 * How messages that nobody asked for just now reach many people: each at most once, nobody forgotten, within the platform's limits.
 *
 * A mailing is one such sending (a broadcast, the reminders of a day). Its source says who is to get something and, at the moment of
 * sending, what; the ledger keeps one row per recipient and is the one truth; a queue carries chunks of recipients to whoever works
 * on them and may lose them, because they can be made again from the source and the ledger.
 */
export interface Mailing {
  /** Printable ASCII, at most 60 characters, no colon. */
  id: string;
  /** Which source knows its recipients: `broadcast`, `reminders`. */
  kind: string;
  state: MailingState;
  /** Mailings of one series share their rows: who got something from one of them gets it from no other. The id unless told. */
  series?: string | undefined;
  /** Why it is paused, as a code that the texts know: `by-hand`, `too-many-failures`. */
  pausedFor?: string | undefined;
  /** Not before this moment (milliseconds since 1970). */
  notBeforeMs: number;
  /** It goes out also in quiet hours. */
  urgent: boolean;
  /** When the first chunk was taken up, and when nothing was left to do. */
  startedMs?: number | undefined;
  endedMs?: number | undefined;
  /** When a person last had it go on after a pause. */
  resumedMs?: number | undefined;
}

/**
 * `scheduled`: waits for its moment. `missed`: nobody was there at its moment, and a person must say yes. `sending`, `paused`.
 * `done`: every row is settled (`unknown` ones are listed, and a person may have them sent again). `cancelled`.
 */
export type MailingState = 'scheduled' | 'missed' | 'sending' | 'paused' | 'done' | 'cancelled';

/** `sending`: claimed, and what came of it is not yet known; `unknown`: its sender died in between. The last five are settled. */
export type RowState = 'queued' | 'sending' | 'sent' | 'failed' | 'blocked' | 'skipped' | 'unknown';

/** What the ledger keeps for one recipient of one mailing. */
export interface Row {
  /** The chat that it was sent to, or was to be. */
  chat: string;
  state: RowState;
  /** Why not, as a code that the texts know: `unsubscribed`, `not-in-audience`, `blocked`, `refused`, … */
  reason?: string;
  /** When it came to this state, milliseconds since 1970. */
  atMs: number;
}

/** How many rows stand in each state; `expected` is how many recipients the source has found so far, `all` whether that is everybody. */
export interface Progress {
  counts: Readonly<Record<RowState, number>>;
  expected: number;
  all: boolean;
  /** Messages sent in each second of late; undefined before there is anything to say. */
  perSecond?: number;
  secondsLeft?: number;
}

/** Where the recipients of a kind of mailing come from, and what each of them gets. */
export interface Source {
  /**
   * Everybody who might get something, read lazily: the first one long before the last one is known. The names are those of rows, so a name
   * that comes twice, also in another run after a restart, is one message. Printable ASCII, at most 120 characters.
   */
  recipients(mailing: Mailing): AsyncIterable<string>;
  /** Decided again for each person right before the row is claimed: what is sent to which chat, or why nothing is. */
  prepare(mailing: Mailing, recipient: string): Promise<Prepared>;
  /** It goes out also hours after its moment, when nobody was there at the moment itself. */
  readonly mayBeLate?: boolean;
  /** Hears how a message ended (`blocked`: the chat is to be set aside), and what it was. Called once per settled row, not for `skipped`. */
  settled?(mailing: Mailing, recipient: string, row: Row, replies: readonly Message[]): Promise<void>;
}

/** A message to a person as the channels send it: plain text, the clauses it rests on, and what can be chosen next. */
export interface Message {
  text: string;
  citations: readonly string[];
  choices: readonly { id: string; label: string }[];
}

export type Prepared = { chat: string; replies: readonly Message[] } | { chat: string; skip: string };

/** What the operator's commands and the schedule do with mailings; every change is one conditional write, so that servers and commands agree. */
export interface Mailings {
  /** Adds it as `scheduled`; the same id a second time changes nothing and gives what stands. */
  add(mailing: Pick<Mailing, 'id' | 'kind' | 'notBeforeMs' | 'urgent' | 'series'>): Promise<Mailing>;
  find(id: string): Promise<Mailing | undefined>;
  /** Those that are neither done nor cancelled. */
  open(): Promise<readonly Mailing[]>;
  pause(id: string, why: string): Promise<Mailing>;
  resume(id: string): Promise<Mailing>;
  cancel(id: string): Promise<Mailing>;
  /** Says yes to a mailing whose moment was missed. */
  approve(id: string): Promise<Mailing>;
  /** Puts the rows that are `unknown` back among the queued, because a person has said so; how many. */
  resendUnknown(id: string): Promise<number>;
  progress(id: string): Promise<Progress>;
  /** Every row, lazily. */
  rows(id: string): AsyncIterable<Row & { recipient: string }>;
}

/** A change that the mailing's state does not allow (`resume` of one that is done); `state` is what it is in. */
export class MailingStateError extends Error {
  override readonly name = 'MailingStateError';
  readonly state: MailingState | 'none';

  constructor(state: MailingState | 'none') {
    super(`not possible while the mailing is ${state}`);
    this.state = state;
  }
}

/** Some recipients of one mailing. */
export interface Chunk {
  mailing: string;
  recipients: readonly string[];
}

/** Carries chunks to workers, each to one; keeps no more than it must. Two engines keep this promise, held to it by one contract test. */
export interface Queue {
  /** Resolves when the chunk is taken in; waits while enough of them stand in line, so that a million recipients fill no memory. */
  add(chunk: Chunk, signal: AbortSignal): Promise<void>;
  /** From now on this process works on chunks; one whose work rejects, or whose worker dies, is not worked on again. */
  work(handle: (chunk: Chunk, signal: AbortSignal) => Promise<void>): void;
  /** Whether no chunk stands in line or is being worked on, anywhere. */
  idle(): Promise<boolean>;
  /** Lets the chunks in hand come to an end between two messages. */
  close(): Promise<void>;
}

/** One budget for every message of a bot, over all instances and kinds: answers to people first, then what is sent to many. */
export interface Budget {
  /** Notes answers sent: they do not wait for others, and others wait for them. */
  spent(messages: number): void;
  /** Resolves with the next moment for up to `most` messages, a little before it comes; rejects when the signal is aborted. */
  take(most: number, signal: AbortSignal): Promise<Turn>;
  /** Tells how long after its moment a turn was used, or its messages arrived: what follows is moved by as much. */
  late(turn: Turn, ms: number): void;
  /** Nobody sends for so long: the platform said so (429). */
  holdFor(ms: number): Promise<void>;
}

/** A moment for some messages. */
export interface Turn {
  messages: number;
  /** Milliseconds since 1970. */
  atMs: number;
  /** By how much the moments had been moved in all when it was given. */
  movedMs: number;
}

/**
 * `blocked`: the person wants nothing from us; `refused`: never will be taken; `later`: certainly not taken just now, and may be sent again;
 * `unknown`: no answer came, so that it may have arrived or not.
 */
export class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError';
  readonly reason: 'blocked' | 'refused' | 'later' | 'unknown';
  /** How long nobody should send, when the platform said so. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: UndeliveredError['reason'], retryAfterMs?: number) {
    super(`not delivered: ${reason}`);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}
