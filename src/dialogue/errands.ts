import { OneByOne } from '../runtime/one-by-one.ts';
import { type Entry, NOTHING, type Store, StoreDownError } from '../store/port.ts';
import { RETENTION_MS } from '../store/retention.ts';
import type { Errand, ErrandTools, Got, Incoming, Locale, Outgoing, OwedErrand } from './turn.ts';

/** Who has the errand done, and in which language it was asked for. */
export type ErrandFor = Pick<Incoming, 'chat' | 'sender'> & { locale: Locale };

export interface ErrandParts {
  store: Store;
  /** Does it. Rejects when it was broken off, or by a fault of ours. */
  perform(errand: Errand, asker: ErrandFor, tools: ErrandTools): Promise<Got>;
  /** What the conversation says to what came of it. */
  receive(incoming: Incoming): Promise<Outgoing>;
  onFault(error: unknown): void;
}

/** As it is kept until its answer has been sent. */
interface Kept {
  errand: Errand;
  asker: ErrandFor;
  /** How often it was begun: what brings a process down is not begun for ever. */
  tries: number;
}

const KIND = 'errand:';
const DEBT = 'errand';
/** Well below the time after which a debt counts as forgotten. */
const BEAT_MS = 3_000;
const MOST_TRIES = 3;
const FAILED: Got = { kind: 'sheet', outcome: { kind: 'failed' } };

/**
 * What takes longer than an answer: kept in the store until what came of it has reached the person, so that a restart loses none. Its time begins anew
 * every few seconds while it is under way, so that no other process takes it for forgotten. What it brings is not kept.
 */
export class Errands {
  readonly #parts: ErrandParts;
  readonly #queue = new OneByOne();
  readonly #underWay = new Set<string>();

  constructor(parts: ErrandParts) {
    this.#parts = parts;
  }

  /** Keeps an errand before the answer that promises it; kept twice it is the same. */
  async keep(mark: string, errand: Errand, asker: ErrandFor): Promise<void> {
    await this.#parts.store.write(keyOf(asker.chat, mark), encode({ errand, asker, tries: 0 }), NOTHING, OPTIONS);
  }

  /** The errand as its channel runs it. */
  owed(mark: string, errand: Errand, asker: ErrandFor): OwedErrand {
    return { chat: asker.chat, run: tools => this.#run(keyOf(asker.chat, mark), { errand, asker, tries: 0 }, tools) };
  }

  async *forgotten(chats: string, olderThanMs: number): AsyncIterable<OwedErrand> {
    const { store } = this.#parts;
    for await (const { key } of store.takeDebts(KIND + chats, olderThanMs)) {
      if (this.#underWay.has(key)) continue;
      const kept = decode(await store.read(key));
      if (kept === undefined) await store.remove(key);
      else yield { chat: kept.asker.chat, run: tools => this.#run(key, kept, tools) };
    }
  }

  async #run(key: string, kept: Kept, tools: ErrandTools): Promise<Outgoing> {
    const { errand, asker } = kept;
    const begun = { ...kept };
    this.#underWay.add(key);
    const stopBeat = await this.#beat(key, begun);
    try {
      // One at a time of a kind, so that many at once take no more memory than one.
      const got = await this.#queue.run(errand.do === 'check' ? 'check' : 'import', async () => {
        begun.tries += 1;
        await this.#note(key, begun);
        return begun.tries > MOST_TRIES ? FAILED : this.#performed(errand, asker, tools);
      });
      const { chat, sender, locale } = asker;
      const outgoing = await this.#parts.receive({
        chat,
        locale,
        ...(sender !== undefined && { sender }),
        message: { kind: 'got', message: { kind: 'file', file: errand.file }, got },
      });
      return { ...outgoing, settled: () => this.#parts.store.remove(key) };
    } finally {
      stopBeat();
      this.#underWay.delete(key);
    }
  }

  /** A fault of ours is told like any other outcome; only what was broken off is begun again. */
  async #performed(errand: Errand, asker: ErrandFor, tools: ErrandTools): Promise<Got> {
    try {
      return await this.#parts.perform(errand, asker, tools);
    } catch (error) {
      if (tools.signal.aborted) throw error;
      this.#parts.onFault(error);
      return FAILED;
    }
  }

  /** Notes that it is under way, now and every few seconds. */
  async #beat(key: string, kept: Kept): Promise<() => void> {
    await this.#note(key, kept);
    const beating = setInterval(() => void this.#note(key, kept), BEAT_MS);
    return () => clearInterval(beating);
  }

  /** With the store down the errand is run all the same. */
  async #note(key: string, kept: Kept): Promise<void> {
    const { store, onFault } = this.#parts;
    try {
      const entry = await store.read(key);
      if (entry !== undefined) await store.write(key, encode(kept), entry.version, OPTIONS);
    } catch (error) {
      if (!(error instanceof StoreDownError)) onFault(error);
    }
  }
}

const OPTIONS = { expiresInMs: RETENTION_MS.errand, owes: DEBT };

function keyOf(chat: string, mark: string): string {
  return `${KIND}${chat}/${mark}`;
}

function encode(kept: Kept): Uint8Array {
  return Buffer.from(JSON.stringify(kept));
}

function decode(entry: Entry | undefined): Kept | undefined {
  return entry && (JSON.parse(Buffer.from(entry.value).toString()) as Kept);
}
