import {
  type Answer,
  createConversation,
  initialState,
  type Locale,
  type Message,
  reviveState,
  type State,
} from '../../src/dialogue/index.ts';
import { loadWords } from '../../src/locale/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';

export const words = { 'zh-CN': loadWords('zh-CN', hainanNotice), en: loadWords('en', hainanNotice) };
export const conversation = createConversation({ notice: hainanNotice, words, understand: createUnderstanding() });

/** Days on which the notice answers differently: before, between and after its deadlines. */
export const DAYS = ['2020-10-15', '2020-11-11', '2020-12-31', '2021-01-01', '2026-11-22'] as const;

/** A person in a chat of their own; the state goes through storage between turns, as it does in life. */
export class Person {
  state: State;
  answer: Answer | undefined;
  today: string;
  now = 0;

  constructor({ today = '2026-11-22', locale = 'zh-CN' as Locale } = {}) {
    this.today = today;
    this.state = initialState(locale);
  }

  say(text: string): Answer {
    return this.#take({ kind: 'text', text });
  }

  choose(id: string): Answer {
    return this.#take({ kind: 'choice', id });
  }

  take(message: Message): Answer {
    return this.#take(message);
  }

  /** The words of the latest answer. */
  get text(): string {
    return (this.answer?.replies ?? []).map(({ text }) => text).join('\n');
  }

  get citations(): string[] {
    return (this.answer?.replies ?? []).flatMap(({ citations }) => citations);
  }

  get choices(): readonly { id: string; label: string }[] {
    return this.answer?.replies.at(-1)?.choices ?? [];
  }

  get facts(): State['certificates'][number]['facts'] {
    return this.state.certificates[this.state.current]?.facts ?? {};
  }

  #take(message: Message): Answer {
    const turn = conversation(reviveState(JSON.parse(JSON.stringify(this.state)), 'zh-CN'), message, {
      today: this.today,
      group: false,
      now: this.now,
    });
    this.state = turn.state;
    this.answer = turn.answer;
    return turn.answer;
  }
}
