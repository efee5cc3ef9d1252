import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from './turn.ts';

/**
 * What is kept of a chat under one key, so that one write holds a whole turn: the state, which messages have been taken, and what was
 * answered to the last of them. Written as lines of JSON, one for each answer: an answer is encoded once and read only when it is asked for.
 */
export interface ChatRecord<S> {
  state: S;
  /** The marks of the last messages, oldest first. */
  seen: readonly string[];
  /** The last answers, oldest first. */
  answers: readonly KeptAnswer[];
}

export interface KeptAnswer {
  mark: string;
  /** Its replies were to be sent after the write. */
  owed: boolean;
  line: string;
}

const FORMAT = 1;
const KEPT_MARKS = 64;
/** Retries follow at once; more answers would make every write longer. */
const KEPT_ANSWERS = 8;
/** What is sent after the turn stays until it is known to be sent, up to so many, and no longer: nobody asks for it again. */
const KEPT_OWED = 32;
const SHORT_ID = /^[\w-]{1,22}$/;

/** The name under which a channel's message id is kept: the id itself if it is short and plain, else a digest. */
export function markOf(id: string): string {
  return SHORT_ID.test(id) ? id : `.${createHash('sha256').update(id).digest('base64url').slice(0, 22)}`;
}

/** The record after a turn; `isPaid` tells of an owed answer whether it is known to have been sent. */
export function withTurn<S>(record: ChatRecord<S>, turn: Taken<S>, isPaid: (mark: string) => boolean): ChatRecord<S> {
  const { state, mark, owed, answer, forget = false } = turn;
  const { seen, answers } = record;
  const before = forget ? [] : answers;
  if (mark === undefined) return { state, seen, answers: before };
  const old = before.length + 1 - KEPT_ANSWERS;
  const open = before.filter((one, index) => (one.owed ? !isPaid(one.mark) : index >= old));
  return {
    state,
    seen: [...seen, mark].slice(-KEPT_MARKS),
    answers: [...open, { mark, owed, line: JSON.stringify(answer) }].slice(-KEPT_OWED),
  };
}

export interface Taken<S> {
  state: S;
  mark: string | undefined;
  owed: boolean;
  answer: Answer;
  /** The person had everything deleted: what was answered before goes too. */
  forget?: boolean | undefined;
}

/** The answer that was given to that message, if it is still kept. */
export function answerTo(record: ChatRecord<unknown>, mark: string): Answer | undefined {
  const kept = record.answers.findLast(answer => answer.mark === mark);
  return kept && (parsed(kept.line) as Answer | undefined);
}

/** The record as bytes. */
export function encodeRecord({ state, seen, answers }: ChatRecord<unknown>): Uint8Array {
  const head = JSON.stringify({ format: FORMAT, state, seen, answers: answers.map(({ mark, owed }) => [mark, owed]) });
  return Buffer.from([head, ...answers.map(({ line }) => line)].join('\n'));
}

const HEAD = z.object({
  format: z.literal(FORMAT),
  state: z.unknown(),
  seen: z.array(z.string()),
  answers: z.array(z.tuple([z.string(), z.boolean()])),
});

/** The record that the bytes hold, its state as it was stored; undefined when they hold none that this program knows: nobody is shut out by it. */
export function decodeRecord(bytes: Uint8Array): ChatRecord<unknown> | undefined {
  const [head = '', ...lines] = Buffer.from(bytes).toString().split('\n');
  const read = HEAD.safeParse(parsed(head)).data;
  return read && { ...read, answers: read.answers.map(([mark, owed], at) => ({ mark, owed, line: lines[at] ?? '' })) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
