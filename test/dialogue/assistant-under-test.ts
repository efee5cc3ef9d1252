import { createAssistant } from '../../src/dialogue/assistant.ts';
import type { Answer, Assistant, Incoming, Message } from '../../src/dialogue/turn.ts';
import { fixedClock } from '../../src/runtime/clock.ts';
import { createLog } from '../../src/runtime/log.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import type { Store } from '../../src/store/port.ts';

/** A conversation that keeps every text it was sent and answers with how many there are; `boom` is a bug in it, `forget me` deletes. */
export interface Diary {
  locale: 'zh-CN' | 'en';
  texts: readonly string[];
}

export interface UnderTest extends Assistant {
  /** Sends a text, as the channel would; gives the first reply. */
  say(text: string, rest?: Partial<Incoming>): Promise<string>;
  log(): string;
  figures(): Promise<string>;
}

/** An assistant over a store, as one instance of the program has it. */
export function assistantOn(store: Store, remembered?: number): UnderTest {
  const lines: string[] = [];
  const metrics = createMetrics();
  const assistant = createAssistant<Diary>({
    store,
    conversation: {
      initial: locale => ({ locale, texts: [] }),
      revive: stored => stored as Diary,
      localeOf: ({ locale }) => locale,
      turn,
    },
    words: {
      errorAnswer: (locale, number) => `${locale} error ${number}`,
      unsavedNote: locale => `(${locale} unsaved)`,
    },
    clock: fixedClock('2026-11-22T08:00:00+08:00'),
    log: createLog({ level: 'debug', destination: { write: line => void lines.push(line) } }),
    metrics,
    locale: 'zh-CN',
    admins: ['telegram:7'],
    ...(remembered !== undefined && { remembered }),
  });
  return {
    ...{
      receive: incoming => assistant.receive(incoming),
      owed: (chats, olderThanMs) => assistant.owed(chats, olderThanMs),
    },
    async say(text, rest = {}) {
      const { answer } = await assistant.receive({ chat: 'telegram:1', message: { kind: 'text', text }, ...rest });
      return textsOf(answer).join('\n');
    },
    log: () => lines.join(''),
    figures: () => metrics.registry.metrics(),
  };
}

export function textsOf({ replies }: Pick<Answer, 'replies'>): string[] {
  return replies.map(({ text }) => text);
}

function turn(
  state: Diary,
  message: Message,
  { isAdmin }: { isAdmin: boolean },
): { state: Diary; answer: Answer; deleted?: string } {
  const text = message.kind === 'text' ? message.text : message.kind;
  if (text === 'boom') throw new TypeError(`cannot understand 张三 ${text}`);
  if (text === 'forget me')
    return { state: { ...state, texts: [] }, answer: answerOf('forgotten'), deleted: 'RECEIPT' };
  if (text === 'who am I') return { state, answer: answerOf(isAdmin ? 'admin' : 'anybody') };
  const texts = [...state.texts, text];
  return { state: { ...state, texts }, answer: answerOf(`${texts.length}: ${texts.join(',')}`) };
}

function answerOf(text: string): Answer {
  return { topic: 'thanks', topics: ['thanks'], certain: true, replies: [{ text, citations: [], choices: [] }] };
}
