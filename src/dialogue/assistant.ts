import { createHash, randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Wish } from '../reminders/subscribers.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Metrics } from '../runtime/metrics.ts';
import { OneByOne } from '../runtime/one-by-one.ts';
import { type Entry, NOTHING, type Store, StoreDownError, type Written } from '../store/port.ts';
import { RETENTION_MS } from '../store/retention.ts';
import { type ErrandFor, Errands } from './errands.ts';
import { answerTo, type ChatRecord, decodeRecord, encodeRecord, markOf, withTurn } from './record.ts';
import type {
  Answer,
  Assistant,
  Choice,
  Errand,
  ErrandTools,
  Got,
  Incoming,
  Locale,
  Message,
  Noted,
  Outgoing,
  OwedErrand,
  Reply,
  Want,
} from './turn.ts';

/** The conversation as the assistant runs it: pure, over a state of its own that is JSON. */
export interface Conversation<S> {
  /** The state of a chat that nobody has written in yet. */
  initial(locale: Locale): S;
  /** The state as it was stored, perhaps by another version of the program. */
  revive(stored: unknown, locale: Locale): S;
  localeOf(state: S): Locale;
  /** The state once a message with these choices has been pushed. */
  pushed?(state: S, choices: readonly Choice[]): S;
  turn(
    state: S,
    message: Message,
    moment: { today: string; group: boolean; now: number; isAdmin: boolean; deletes: boolean; mute: boolean },
  ): ConversationTurn<S>;
}

/** `deleted`: the person had everything deleted, and what was said before goes too; the receipt that they were given. */
export interface ConversationTurn<S> {
  state: S;
  answer: Answer;
  deleted?: string;
  /** The answer stands, but with this it might be better: the turn is taken again with what was got. */
  want?: Want;
  noted?: Noted;
  /** The person of the roster to whom the chat is no longer to be tied. */
  release?: string;
  /** From now on the person wants to be written to like this, or no longer (null). */
  wish?: Wish | null;
  /** The person wants to be written to, and is there. */
  listens?: boolean;
  /** To be done after the answer. */
  errand?: Errand;
  /** The message should not stay to be read. */
  conceal?: true;
}

export interface AssistantParts<S> {
  store: Store;
  conversation: Conversation<S>;
  words: {
    /** Something of ours went wrong; the number is in the log too. */
    errorAnswer(locale: Locale, number: string): string;
    /** Added to an answer that could not be saved. */
    unsavedNote(locale: Locale): string;
  };
  /** Gets what a turn wants; undefined when it cannot be had. Never rejects, and takes no longer than a person waits. */
  fulfil?(want: Want, incoming: Incoming): Promise<Got | undefined>;
  /** Does what takes longer, once it has been answered that it will be done. */
  perform?(errand: Errand, asker: ErrandFor, tools: ErrandTools): Promise<Got>;
  /** Takes what should be seen by whoever runs the assistant, after the turn is saved. */
  note?(noted: Noted): Promise<void>;
  /** Keeps the receipt of a deletion, so that it can be shown that there was one; not whose. */
  noteDeletion?(receipt: string): Promise<void>;
  /** Ends what ties a chat to a person of the roster, once the person has had it deleted. */
  release?(chat: string, person: string): Promise<void>;
  /** Has the person written to as they wish; durable when it resolves. */
  wish?(chat: string, wish: Wish | null): Promise<void>;
  /** Somebody who wants to be written to has written. */
  seen?(chat: string): Promise<void>;
  /** Whether nothing can be sent to a chat later; to none unless told. */
  mute?(chat: string): boolean;
  /** The senders who may import and broadcast; nobody unless told. */
  admins?: readonly string[];
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** The language of chats that name none. */
  locale: Locale;
  /** How many chats are remembered in this process, so that a turn is one round trip to the store. */
  remembered?: number;
}

const REMEMBERED = 2_000;
/** So often no honest race is lost. */
const MOST_ATTEMPTS = 100;
/** A topic of an outside model, and then a person of the roster. */
const MOST_WANTS = 2;
const PAID_REMEMBERED = 10_000;
const HELD_REMEMBERED = 10_000;
const MOST_UNANSWERED = 64;
const KIND = 'chat:';

/** Runs a conversation for all chats: each message takes effect exactly once, in the order in which the store took them, on any number of instances. */
export function createAssistant<S>(parts: AssistantParts<S>): Assistant {
  return new ChatAssistant(parts);
}

type Effects = Pick<
  ConversationTurn<unknown>,
  'deleted' | 'noted' | 'release' | 'wish' | 'listens' | 'errand' | 'conceal'
>;

/** A record as this process last saw it. */
interface Known<S> {
  record: ChatRecord<S>;
  /** Undefined: the store was down, and nobody knows what stands there. */
  version: number | undefined;
}

class ChatAssistant<S> implements Assistant {
  readonly #parts: AssistantParts<S>;
  readonly #turns = new OneByOne();
  readonly #recent: LRUCache<string, Known<S>>;
  /** Replies that this process knows to be sent, whether or not the store could be told. */
  readonly #paid = new LRUCache<string, true>({ max: PAID_REMEMBERED });
  /** By chat, in ticks of the clock. */
  readonly #heldUntil = new LRUCache<string, number>({ max: HELD_REMEMBERED });
  /** Digests of the records that this process wrote without an answer: the store may have taken them, and then what stands there is its own. */
  readonly #unanswered = new LRUCache<string, readonly string[]>({ max: REMEMBERED });
  readonly #gotBefore = new WeakMap<Incoming, readonly { want: Want; got: Promise<Got | undefined> }[]>();
  readonly #errands: Errands;
  #storeIsDown = false;

  constructor(parts: AssistantParts<S>) {
    this.#parts = parts;
    this.#errands = new Errands({
      store: parts.store,
      perform: async (errand, asker, tools) => {
        if (parts.perform === undefined) throw new Error('nobody runs errands here');
        return parts.perform(errand, asker, tools);
      },
      receive: incoming => this.receive(incoming),
      onFault: err => parts.log.error({ err }, 'an errand met a fault'),
    });
    this.#recent = new LRUCache({ max: parts.remembered ?? REMEMBERED });
  }

  receive(incoming: Incoming): Promise<Outgoing> {
    return this.#turns.run(incoming.chat, () => this.#measured(incoming));
  }

  pushed(chat: string, replies: readonly Pick<Reply, 'choices'>[]): Promise<void> {
    const choices = replies.at(-1)?.choices ?? [];
    if (choices.length === 0) return Promise.resolve();
    return this.#turns.run(chat, () => this.#notePush({ chat, message: { kind: 'start' } }, choices));
  }

  /** A chat that is not known has nobody in it who could answer. */
  async #notePush(incoming: Incoming, choices: readonly Choice[]): Promise<void> {
    const { pushed } = this.#parts.conversation;
    let known = await this.#known(incoming);
    for (let attempt = 1; pushed !== undefined && attempt <= MOST_ATTEMPTS; attempt += 1) {
      if (known.version === undefined || known.version === NOTHING) return;
      const record = { ...known.record, state: pushed(known.record.state, choices) };
      const written = await this.#write(incoming, record, known.version);
      if (written.ok) return void this.#recent.set(incoming.chat, { record, version: written.version });
      known = this.#revived(incoming, written.current);
    }
  }

  async *owed(
    chats: string,
    olderThanMs: number,
  ): AsyncIterable<{ chat: string; replies: readonly Reply[]; settled(): Promise<void> }> {
    const { store } = this.#parts;
    for await (const { key, debt } of store.takeDebts(KIND + chats, olderThanMs)) {
      const chat = key.slice(KIND.length);
      const answer = this.#isPaid(chat, debt) ? undefined : await this.#keptAnswer(key, debt);
      if (answer === undefined) await store.settle(key, debt);
      else yield { chat, replies: answer.replies, settled: () => this.#settle(chat, debt) };
    }
  }

  errands(chats: string, olderThanMs: number): AsyncIterable<OwedErrand> {
    return this.#errands.forgotten(chats, olderThanMs);
  }

  async #measured(incoming: Incoming): Promise<Outgoing> {
    const { clock, metrics, log } = this.#parts;
    const began = clock.ticks();
    const taken = await this.#taken(incoming);
    const ms = clock.ticks() - began;
    const { topic, certain } = taken.answer;
    const channel = channelOf(incoming.chat);
    if (taken.delivery === 'new') metrics.turned({ channel, topic, certain, seconds: ms / 1000 });
    log.info({ reference: randomName(), channel, topic, certain, ms, saved: !this.#storeIsDown }, 'turn');
    return taken;
  }

  async #taken(incoming: Incoming): Promise<Outgoing> {
    try {
      return await this.#saved(incoming);
    } catch (error) {
      if (error instanceof StoreDownError) return this.#unsaved(incoming, error);
      const { initial } = this.#parts.conversation;
      return this.#outgoing(incoming, this.#faultAnswer(incoming, initial(this.#localeOf(incoming)), error), 'new');
    }
  }

  /** One conditional write holds the whole turn; whoever loses the race for it decides again on what the winner left. */
  async #saved(incoming: Incoming): Promise<Outgoing> {
    let known = await this.#known(incoming);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      // Should the write stay without an answer, the turn is taken on this: on anything else, what was read would be lost.
      this.#recent.set(incoming.chat, known);
      const repeated = await this.#repeated(incoming, known.record);
      if (repeated !== undefined) return repeated;
      const { answer, record, effects } = await this.#decide(incoming, known.record);
      // Before the answer that promises it; taken twice it is the same.
      if (effects.wish !== undefined) await this.#parts.wish?.(incoming.chat, effects.wish);
      if (effects.errand !== undefined)
        await this.#errands.keep(errandName(incoming), effects.errand, this.#askerOf(incoming, record.state));
      const written = await this.#write(incoming, record, known.version ?? NOTHING);
      this.#storeAnswers();
      if (written.ok) {
        this.#recent.set(incoming.chat, { record, version: written.version });
        if (this.#unanswered.get(incoming.chat) !== undefined) this.#unanswered.set(incoming.chat, []);
        this.#follow(incoming.chat, effects);
        // A receipt that the person holds is known here too.
        if (effects.deleted !== undefined)
          await this.#parts.noteDeletion?.(effects.deleted).catch(error => this.#storeFails(error));
        return this.#withTasks(incoming, record.state, effects, this.#outgoing(incoming, answer, 'new'));
      }
      known = this.#isOwn(incoming.chat, written.current)
        ? { ...known, version: written.current?.version }
        : this.#revived(incoming, written.current);
    }
    throw new Error('the chat was written by others before every attempt');
  }

  async #write(incoming: Incoming, record: ChatRecord<S>, expected: number): Promise<Written> {
    const owes = debtOf(incoming);
    const options = { expiresInMs: RETENTION_MS.chat, ...(owes !== undefined && { owes }) };
    const bytes = encodeRecord(record);
    try {
      return await this.#parts.store.write(KIND + incoming.chat, bytes, expected, options);
    } catch (error) {
      const before = this.#unanswered.get(incoming.chat) ?? [];
      this.#unanswered.set(incoming.chat, [...before, digestOf(bytes)].slice(-MOST_UNANSWERED));
      throw error;
    }
  }

  /** Nobody else has written since: what this process remembers begins with what stands there. */
  #isOwn(chat: string, current: Entry | undefined): boolean {
    return current !== undefined && (this.#unanswered.get(chat)?.includes(digestOf(current.value)) ?? false);
  }

  /** The answer all the same, from what this process remembers. */
  async #unsaved(incoming: Incoming, error: StoreDownError): Promise<Outgoing> {
    this.#storeFails(error);
    const known = this.#recent.get(incoming.chat) ?? { record: this.#fresh(incoming), version: undefined };
    const repeated = await this.#repeated(incoming, known.record);
    if (repeated !== undefined) return repeated;
    const { answer, record, effects } = await this.#decide(incoming, known.record, this.#parts.words.unsavedNote);
    this.#recent.set(incoming.chat, { record, version: known.version });
    return this.#withTasks(incoming, record.state, effects, this.#outgoing(incoming, answer, 'new'));
  }

  /** What the channel is to do besides sending. */
  #withTasks(incoming: Incoming, state: S, { errand, conceal }: Effects, outgoing: Outgoing): Outgoing {
    if (errand === undefined && conceal === undefined) return outgoing;
    const asker = this.#askerOf(incoming, state);
    return {
      ...outgoing,
      ...(conceal && { conceal }),
      ...(errand && { errand: this.#errands.owed(errandName(incoming), errand, asker) }),
    };
  }

  #askerOf({ chat, sender }: Incoming, state: S): ErrandFor {
    return { chat, locale: this.#parts.conversation.localeOf(state), ...(sender !== undefined && { sender }) };
  }

  async #decide(
    incoming: Incoming,
    record: ChatRecord<S>,
    note?: (locale: Locale) => string,
  ): Promise<{ answer: Answer; record: ChatRecord<S>; effects: Effects }> {
    const { conversation } = this.#parts;
    const { chat } = incoming;
    const { state, answer: said, ...effects } = await this.#fulfilled(incoming, record.state);
    const answer = note === undefined ? said : withNote(said, note(conversation.localeOf(state)));
    const mark = idOf(incoming);
    const taken = { state, mark, owed: incoming.sentLater === true, answer, forget: effects.deleted !== undefined };
    return { answer, record: withTurn(record, taken, paid => this.#isPaid(chat, paid)), effects };
  }

  /** The turn, taken again with what it wanted when that could be had; what an outside model made of a message may want a person. */
  async #fulfilled(incoming: Incoming, state: S): Promise<ConversationTurn<S>> {
    let { message } = incoming;
    for (let wants = 0; wants < MOST_WANTS; wants += 1) {
      const turn = this.#turn(incoming, message, state);
      const got = turn.want && (await this.#got(incoming, turn.want));
      if (got === undefined) return turn;
      message = { kind: 'got', message, got };
    }
    return this.#turn(incoming, message, state);
  }

  /** Got once for a message, however often its turn is decided: nobody waits twice. */
  #got(incoming: Incoming, want: Want): Promise<Got | undefined> | undefined {
    const before = this.#gotBefore.get(incoming) ?? [];
    const same = before.find(one => isSame(one.want, want));
    if (same !== undefined) return same.got;
    const got = this.#parts.fulfil?.(want, incoming).then(it => this.#held(incoming.chat, it));
    if (got !== undefined) this.#gotBefore.set(incoming, [...before, { want, got }]);
    return got;
  }

  /** What a saved turn leaves to be done; it may fail without harm to the turn. */
  #follow(chat: string, { noted, release, listens }: Effects): void {
    const { note, release: untie, seen } = this.#parts;
    const acts = [noted && note?.(noted), release !== undefined && untie?.(chat, release), listens && seen?.(chat)];
    for (const act of acts) if (act) act.catch(error => this.#storeFails(error));
  }

  #turn(incoming: Incoming, message: Message, state: S): ConversationTurn<S> {
    const { conversation, clock } = this.#parts;
    try {
      return conversation.turn(state, message, {
        today: clock.today(),
        now: clock.now(),
        group: incoming.group ?? false,
        isAdmin: isAdmin(incoming, this.#parts.admins ?? []),
        deletes: incoming.deletes ?? false,
        mute: this.#parts.mute?.(incoming.chat) ?? false,
      });
    } catch (error) {
      return { state, answer: this.#faultAnswer(incoming, state, error) };
    }
  }

  #faultAnswer(incoming: Incoming, state: S, error: unknown): Answer {
    const { conversation, words, log, metrics } = this.#parts;
    const number = randomName();
    const channel = channelOf(incoming.chat);
    log.error({ number, channel, err: error }, 'a message met a fault');
    metrics.faulted(channel);
    const text = words.errorAnswer(conversation.localeOf(state), number);
    return { topic: 'help', topics: ['help'], certain: true, replies: [{ text, citations: [], choices: [] }] };
  }

  /** What was answered to a message taken before; undefined when it is new. */
  async #repeated(incoming: Incoming, record: ChatRecord<S>): Promise<Outgoing | undefined> {
    const mark = idOf(incoming);
    if (mark === undefined || !record.seen.includes(mark)) return undefined;
    const answer = answerTo(record, mark);
    if (answer === undefined) return this.#outgoing(incoming, LONG_AGO, 'sent');
    return this.#outgoing(incoming, answer, (await this.#isSent(incoming, mark)) ? 'sent' : 'unsent');
  }

  async #isSent({ chat, sentLater = false }: Incoming, mark: string): Promise<boolean> {
    if (!sentLater) return false;
    // With the store down nobody knows, and a reply that comes twice is better than one that never comes.
    return this.#isPaid(chat, mark) || !(await this.#parts.store.isOwed(KIND + chat, mark).catch(() => true));
  }

  async #known(incoming: Incoming): Promise<Known<S>> {
    const remembered = this.#recent.get(incoming.chat);
    if (remembered?.version !== undefined) return remembered;
    const entry = await this.#parts.store.read(KIND + incoming.chat);
    return entry === undefined && remembered !== undefined
      ? { ...remembered, version: NOTHING }
      : this.#revived(incoming, entry);
  }

  #revived(incoming: Incoming, entry: Entry | undefined): Known<S> {
    const stored = entry && decodeRecord(entry.value);
    if (stored === undefined) return { record: this.#fresh(incoming), version: entry?.version ?? NOTHING };
    const state = this.#parts.conversation.revive(stored.state, this.#localeOf(incoming));
    return { record: { ...stored, state }, version: entry?.version };
  }

  #fresh(incoming: Incoming): ChatRecord<S> {
    return { state: this.#parts.conversation.initial(this.#localeOf(incoming)), seen: [], answers: [] };
  }

  async #keptAnswer(key: string, mark: string): Promise<Answer | undefined> {
    const entry = await this.#parts.store.read(key);
    const record = entry && decodeRecord(entry.value);
    return record && answerTo(record, mark);
  }

  /** Remembers until when nothing may be told to the chat, repeats included. */
  #held(chat: string, got: Got | undefined): Got | undefined {
    if (got?.kind === 'person' && got.holdMs !== undefined)
      this.#heldUntil.set(chat, this.#parts.clock.ticks() + got.holdMs);
    return got;
  }

  #outgoing(incoming: Incoming, answer: Answer, delivery: Outgoing['delivery']): Outgoing {
    const debt = debtOf(incoming);
    const heldMs = (this.#heldUntil.get(incoming.chat) ?? 0) - this.#parts.clock.ticks();
    return {
      answer,
      delivery,
      ...(heldMs > 0 && { heldMs }),
      settled: async () => (debt === undefined ? undefined : this.#settle(incoming.chat, debt)),
    };
  }

  async #settle(chat: string, mark: string): Promise<void> {
    this.#paid.set(`${chat} ${mark}`, true);
    // Remembered here, it is told to the store when `owed` meets it again.
    await this.#parts.store.settle(KIND + chat, mark).catch(error => this.#storeFails(error));
  }

  #isPaid(chat: string, mark: string): boolean {
    return this.#paid.get(`${chat} ${mark}`) ?? false;
  }

  #localeOf({ locale }: Incoming): Locale {
    return locale ?? this.#parts.locale;
  }

  #storeFails(error: unknown): void {
    this.#parts.metrics.storeFailed();
    if (!this.#storeIsDown) this.#parts.log.error({ err: error }, 'the store is down');
    this.#storeIsDown = true;
  }

  #storeAnswers(): void {
    if (this.#storeIsDown) this.#parts.log.info({}, 'the store is back');
    this.#storeIsDown = false;
  }
}

/** Whether a message comes from somebody on the list, alone with the assistant. */
export function isAdmin(
  { sender, group = false }: Pick<Incoming, 'sender' | 'group'>,
  admins: readonly string[],
): boolean {
  return sender !== undefined && !group && admins.includes(sender);
}

/** To a repeat of a message so old that its answer is not kept any more. */
const LONG_AGO: Answer = { topic: 'help', topics: ['help'], certain: true, replies: [] };

/** What an outside model makes of a message does not change with what was said in between. */
function isSame(one: Want, other: Want): boolean {
  return one.kind === other.kind && (one.kind === 'topics' || isDeepStrictEqual(one, other));
}

/** One message asks for one errand at most. */
function errandName(incoming: Incoming): string {
  return idOf(incoming) ?? 'unnamed';
}

/** The name of what stays to be done once the turn is saved. */
function debtOf(incoming: Incoming): string | undefined {
  return incoming.sentLater === true ? idOf(incoming) : undefined;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url');
}

function idOf({ id }: Incoming): string | undefined {
  return id === undefined ? undefined : markOf(id);
}

/** In the last reply, because the choices stand under the last one. */
function withNote(answer: Answer, note: string): Answer {
  const last = answer.replies.at(-1) ?? { text: '', citations: [], choices: [] };
  return { ...answer, replies: [...answer.replies.slice(0, -1), { ...last, text: `${last.text}\n\n${note}`.trim() }] };
}

function channelOf(chat: string): string {
  return chat.slice(0, Math.max(0, chat.indexOf(':')));
}

/** Without letters and digits that are taken for one another when they are read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const NAME_LENGTH = 8;

function randomName(): string {
  let drawn = randomInt(LETTERS.length ** NAME_LENGTH);
  let name = '';
  for (let place = 0; place < NAME_LENGTH; place += 1) {
    name += LETTERS[drawn % LETTERS.length];
    drawn = Math.floor(drawn / LETTERS.length);
  }
  return name;
}
