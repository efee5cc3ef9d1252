import { randomBytes } from 'node:crypto';
import { type Entry, NOTHING, type Store, StoreDownError } from '../store/port.ts';
import type { TakeTurn } from './conversation.ts';
import { type ChatRecord, decodeRecord, encodeRecord, KEPT_IDS, recall } from './record.ts';
import { initialState, type State } from './state.ts';
import type { Answer, Assistant, Incoming, Locale, Outgoing, Reply } from './turn.ts';

/** A chat that nobody writes in is forgotten after this long. */
export const SESSION_LIFETIME_MS = 180 * 24 * 60 * 60 * 1000;
/** Chats whose latest state is kept in memory, so that a turn costs one round trip and goes on while the store is down. */
const REMEMBERED_CHATS = 2_000;
/** A chat that changes under every attempt is written by somebody else all the time: an error, not a wait. */
const ATTEMPTS = 20;

export interface AssistantParts {
  store: Store;
  turn: TakeTurn;
  /** Today in Asia/Shanghai. */
  today(): string;
  locale: Locale;
  /** What a person is told when something broke, with the number under which it was logged. */
  errorReply(locale: Locale, number: string): Reply;
  /** What is added to an answer that could not be saved. */
  unsavedReply(locale: Locale): Reply;
  /** Hears of faults; never of what was said. */
  onFault(fault: { number: string; error: unknown }): void;
  onTurn?(turn: { topic: string; certain: boolean; saved: boolean }): void;
}

interface Remembered {
  record: ChatRecord;
  version: number;
}

/**
 * Every chat as its stored state: reads, takes the turn, and writes state, message id and replies in one conditional write. Whoever loses
 * to another instance takes its turn again on what stands there now, so that messages apply once each, in the order of arrival at the store.
 */
export function createAssistant(parts: AssistantParts): Assistant {
  const memory = new Map<string, Remembered>();
  const queues = new Map<string, Promise<unknown>>();
  const desk: Desk = { ...parts, memory };
  return {
    receive: incoming => inOrder(queues, incoming.chat, () => receive(desk, incoming)),
    owed: (chats, olderThanMs) => owedReplies(desk, chats, olderThanMs),
  };
}

interface Desk extends AssistantParts {
  memory: Map<string, Remembered>;
}

/** Turns of one chat follow each other; those of different chats do not wait. */
async function inOrder<T>(queues: Map<string, Promise<unknown>>, chat: string, act: () => Promise<T>): Promise<T> {
  const run = (queues.get(chat) ?? Promise.resolve()).then(act, act);
  queues.set(chat, run);
  try {
    return await run;
  } finally {
    if (queues.get(chat) === run) queues.delete(chat);
  }
}

const NOTHING_TO_SETTLE = async () => {};

async function receive(desk: Desk, incoming: Incoming): Promise<Outgoing> {
  try {
    return await receiveSaved(desk, incoming);
  } catch (error) {
    if (error instanceof StoreDownError) return receiveUnsaved(desk, incoming, error);
    return faulty(desk, incoming, error);
  }
}

const keyOf = (chat: string) => `chat:${chat}`;

async function receiveSaved(desk: Desk, incoming: Incoming): Promise<Outgoing> {
  const key = keyOf(incoming.chat);
  let known = desk.memory.get(key) ?? rememberedFrom(await desk.store.read(key), localeOf(desk, incoming));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = incoming.id === undefined ? undefined : recall(known.record, incoming.id);
    if (before !== undefined) return repeated(desk, key, incoming.id as string, before, known);
    const { record, answer } = advance(desk, known.record, incoming);
    const owes = incoming.sentLater === true && incoming.id !== undefined ? { owes: incoming.id } : {};
    const written = await desk.store.write(key, encodeRecord(record), known.version, {
      expiresInMs: SESSION_LIFETIME_MS,
      ...owes,
    });
    if (written.ok) {
      remember(desk.memory, key, { record, version: written.version });
      desk.onTurn?.({ topic: answer.topic, certain: answer.certain, saved: true });
      return { answer, delivery: 'new', settled: settleOf(desk, key, owes.owes) };
    }
    known = rememberedFrom(written.current, localeOf(desk, incoming));
  }
  throw new Error('a chat changed under every attempt to write it');
}

function localeOf(desk: Desk, incoming: Incoming): Locale {
  return incoming.locale ?? desk.locale;
}

function rememberedFrom(entry: Entry | undefined, locale: Locale): Remembered {
  return entry === undefined
    ? { record: { state: initialState(locale), answers: [] }, version: NOTHING }
    : { record: decodeRecord(entry.value, locale), version: entry.version };
}

/** The least recently used chats make room. */
function remember(memory: Map<string, Remembered>, key: string, known: Remembered): void {
  memory.delete(key);
  memory.set(key, known);
  if (memory.size > REMEMBERED_CHATS) memory.delete(memory.keys().next().value as string);
}

function advance(
  desk: Desk,
  { state, answers }: ChatRecord,
  incoming: Incoming,
): { record: ChatRecord; answer: Answer } {
  const turn = desk.turn(state, incoming.message, { today: desk.today(), group: incoming.group === true });
  const kept =
    incoming.id === undefined ? answers : [{ id: incoming.id, answer: turn.answer }, ...answers].slice(0, KEPT_IDS);
  return { record: { state: turn.state, answers: kept }, answer: turn.answer };
}

/** A message that was answered before: from memory; it is sent again only while it is not known to have been sent. */
async function repeated(desk: Desk, key: string, id: string, answer: Answer, known: Remembered): Promise<Outgoing> {
  remember(desk.memory, key, known);
  const unsent = await desk.store.isOwed(key, id);
  return { answer, delivery: unsent ? 'unsent' : 'sent', settled: settleOf(desk, key, id) };
}

function settleOf(desk: Desk, key: string, debt: string | undefined): () => Promise<void> {
  return debt === undefined ? NOTHING_TO_SETTLE : () => desk.store.settle(key, debt);
}

/** With the store down the answer goes on from what is remembered, and says that it is not saved. */
function receiveUnsaved(desk: Desk, incoming: Incoming, error: StoreDownError): Outgoing {
  desk.onFault({ number: faultNumber(), error });
  const key = keyOf(incoming.chat);
  const known = desk.memory.get(key) ?? rememberedFrom(undefined, localeOf(desk, incoming));
  try {
    const { record, answer } = advance(desk, known.record, incoming);
    // Kept under the version that the store has: once it answers again, the next turn is written over it.
    remember(desk.memory, key, { record, version: known.version });
    desk.onTurn?.({ topic: answer.topic, certain: answer.certain, saved: false });
    const replies = [
      ...answer.replies.slice(0, -1).map(bare),
      ...lastWithNote(answer, desk.unsavedReply(record.state.locale)),
    ];
    return { answer: { ...answer, replies }, delivery: 'new', settled: NOTHING_TO_SETTLE };
  } catch (fault) {
    return faulty(desk, incoming, fault);
  }
}

/** Our own bug: the person gets a sentence and a number, the log the rest; the state stays as it was. */
function faulty(desk: Desk, incoming: Incoming, error: unknown): Outgoing {
  const number = faultNumber();
  desk.onFault({ number, error });
  const state: State | undefined = desk.memory.get(keyOf(incoming.chat))?.record.state;
  const reply = desk.errorReply(state?.locale ?? localeOf(desk, incoming), number);
  return {
    answer: { topic: 'help', topics: ['help'], certain: true, replies: [reply] },
    delivery: 'new',
    settled: NOTHING_TO_SETTLE,
  };
}

function faultNumber(): string {
  return randomBytes(5).toString('base64url').slice(0, 6).toUpperCase().replace(/[-_]/g, 'X');
}

/** What processes that died left unsent: each debt with the replies that it is for. */
async function* owedReplies(desk: Desk, chats: string, olderThanMs: number): ReturnType<Assistant['owed']> {
  for await (const { key, debt } of desk.store.takeDebts(keyOf(chats), olderThanMs)) {
    const entry = await desk.store.read(key);
    const answer = entry === undefined ? undefined : recall(decodeRecord(entry.value, desk.locale), debt);
    const settled = settleOf(desk, key, debt);
    if (answer === undefined) await settled();
    else yield { chat: key.slice(keyOf('').length), replies: answer.replies, settled };
  }
}
