import { buildConversation, loadAllWords } from '../../src/app.ts';
import { callsFor } from '../../src/channels/telegram/compose.ts';
import { type Answer, initialState, type Message, reviveState } from '../../src/dialogue/index.ts';
import { AS_OF } from './product.ts';
import { pick, type Random } from './random.ts';

const OPENINGS = [
  ['换证最迟什么时候', '那学时要多少', '谢谢'],
  ['去年20今年40行不行', '我的证是2019年发的电子证', '学时不够会作废吗'],
  ['How many hours do I need every year?', 'I missed the deadline, what now'],
  ['系统里查不到我的證書點算', '找谁问'],
] as const;
const WALK = ['下一步', '下一步', '下一步', '上一步'] as const;

/** What a person says: a few questions, then a walk to and fro whose answers tell how often each step has been taken. */
export function scriptOf(random: Random, steps = 6): string[] {
  const walk = Array.from({ length: steps }, () => pick(WALK, random));
  return [...pick(OPENINGS, random), '怎么换证', '一步一步带我', ...walk];
}

const words = loadAllWords();
const conversation = buildConversation(words, { hasRoster: true });
const NOTES = (['zh-CN', 'en'] as const).map(locale => `\n\n${words[locale].say('unsaved-note')}`);

/** The text without the sentence that it could not be saved. */
export function withoutNote(text: string): string {
  const note = NOTES.find(one => text.endsWith(one));
  return note === undefined ? text : text.slice(0, -note.length);
}

/** What the answers to a script are when nothing goes wrong: by the conversation alone, without store or channel. */
export function answersTo(script: readonly string[], start: boolean): Answer[] {
  const messages: Message[] = script.map(text => ({ kind: 'text', text }));
  let state = initialState('zh-CN');
  return (start ? [{ kind: 'start' } as const, ...messages] : messages).map(message => {
    const kept = reviveState(JSON.parse(JSON.stringify(state)), 'zh-CN');
    const turn = conversation(kept, message, { today: AS_OF, group: false, now: Date.now() });
    state = turn.state;
    return turn.answer;
  });
}

/** The texts in which Telegram shows an answer. */
export function textsIn(answer: Answer): string[] {
  return callsFor(answer.replies, { chat: 0 }).flatMap(({ payload }) => ('text' in payload ? [payload.text] : []));
}
