import type { Answer, Assistant, Incoming, Outgoing, Reply } from '../../../src/dialogue/index.ts';

export function says(text: string, ...labels: string[]): Reply {
  return { text, citations: [], choices: labels.map((label, index) => ({ id: `do:${index}`, label })) };
}

const echo = ({ message }: Incoming): Reply[] => [
  says(message.kind === 'text' ? message.text : message.kind === 'choice' ? message.id : message.kind),
];

/** An assistant without a mind: says what it is told to (at first, the message itself) and keeps the promises of `Assistant` in memory. */
export class Puppet implements Assistant {
  /** Every message taken for the first time, in order. */
  readonly received: Incoming[] = [];
  script: (incoming: Incoming) => readonly Reply[] = echo;
  /** A test may hold a turn back with it. */
  beforeTurn: (incoming: Incoming) => Promise<void> = async () => {};
  /** For how long the answers are to be held back. */
  heldMs: ((incoming: Incoming) => number | undefined) | undefined;
  readonly #answered = new Map<string, { chat: string; answer: Answer; sent: boolean }>();

  async receive(incoming: Incoming): Promise<Outgoing> {
    await this.beforeTurn(incoming);
    const key = `${incoming.chat} ${incoming.id ?? `#${this.received.length}`}`;
    const known = this.#answered.get(key);
    if (known !== undefined)
      return { answer: known.answer, delivery: known.sent ? 'sent' : 'unsent', settled: settle(known) };
    const answer: Answer = { topic: 'help', topics: ['help'], certain: true, replies: this.script(incoming) };
    const entry = { chat: incoming.chat, answer, sent: false };
    this.received.push(incoming);
    this.#answered.set(key, entry);
    const heldMs = this.heldMs?.(incoming);
    return { answer, delivery: 'new', ...(heldMs !== undefined && { heldMs }), settled: settle(entry) };
  }

  async *owed(chats: string): ReturnType<Assistant['owed']> {
    for (const entry of this.#answered.values()) {
      if (!entry.sent && entry.chat.startsWith(chats))
        yield { chat: entry.chat, replies: entry.answer.replies, settled: settle(entry) };
    }
  }

  /** The chats that replies are owed to. */
  debts(): string[] {
    return [...this.#answered.values()].filter(({ sent }) => !sent).map(({ chat }) => chat);
  }

  /** What people said, as texts, in the order of the turns. */
  heard(): string[] {
    return this.received.map(({ message }) => (message.kind === 'text' ? message.text : message.kind));
  }
}

function settle(entry: { sent: boolean }): () => Promise<void> {
  return async () => {
    entry.sent = true;
  };
}
