import { reviveState, type State } from './state.ts';
import type { Answer, Locale } from './turn.ts';

/** How many answers of a chat can be given again when their message comes a second time. */
export const KEPT_IDS = 12;

/** What stands in the store for a chat: its state, and the latest answers by the id of the message that they answer, newest first. */
export interface ChatRecord {
  state: State;
  answers: readonly { id: string; answer: Answer }[];
}

/** The answer to a message that was taken before. */
export function recall({ answers }: ChatRecord, id: string): Answer | undefined {
  return answers.find(kept => kept.id === id)?.answer;
}

export function encodeRecord(record: ChatRecord): Uint8Array {
  return Buffer.from(JSON.stringify(record));
}

/** A record of this or an earlier version; what is not valid any more in the state is left out. */
export function decodeRecord(stored: Uint8Array, locale: Locale): ChatRecord {
  const { state, answers } = JSON.parse(
    Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength).toString(),
  ) as { state?: unknown; answers?: ChatRecord['answers'] };
  return { state: reviveState(state, locale), answers: Array.isArray(answers) ? answers : [] };
}
