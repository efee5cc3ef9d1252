import type { Args, Text, Words } from '../locale/index.ts';
import type { ClauseId, Policy } from '../policies/policy.ts';
import type { Notice } from '../policies/walk-through.ts';
import type { PersonFound } from '../registry/index.ts';
import { dayTexts } from './day-texts.ts';
import type { State } from './state.ts';
import type { Choice, Reply } from './turn.ts';

/** Everything that a turn may look at while it makes its replies. */
export interface Talk {
  notice: Notice;
  policy: Policy;
  words: Words;
  state: State;
  /** The day as of which rules are applied: today, or the day the person asks about. */
  asOf: string;
  /** Several people read along. */
  group: boolean;
  now: number;
  hasRoster: boolean;
  /** The person may import and broadcast. */
  isAdmin: boolean;
  /** What the person wrote can be taken away. */
  deletes: boolean;
  /** Nothing can be sent here later. */
  mute: boolean;
  /** Who has been looked up for this message; null: nobody may be shown; undefined: nobody has been looked up. */
  own?: PersonFound | null | undefined;
}

/** A text with the values of the day and the clauses it names. */
export function cite({ words, policy, asOf }: Talk, id: string, args?: Args): Text {
  return dayTexts(words, policy, asOf).cite(id, args);
}

/** What is made of nothing but the texts of the day, under a name of its own: the same for everybody who talks in this language. */
export function onceADay<T>({ words, policy, asOf }: Talk, name: string, make: () => T): T {
  return dayTexts(words, policy, asOf).once(name, make);
}

export function say(talk: Talk, id: string, args?: Args): string {
  return cite(talk, id, args).text;
}

/** The parts of a message (`headline`, `because`, `next` …) that it has, in that order. */
export function parts(
  talk: Talk,
  id: string,
  args?: Args,
  names: readonly string[] = ['headline', 'because', 'next'],
): Text[] {
  return names.filter(name => talk.words.has(`${id}.${name}`)).map(name => cite(talk, `${id}.${name}`, args));
}

/** One reply of several texts, a blank line between them; it rests on all their clauses. */
export function replyOf(texts: readonly (Text | string)[], choices: readonly Choice[] = []): Reply {
  const all = texts
    .map(text => (typeof text === 'string' ? { text, citations: [] } : text))
    .filter(({ text }) => text !== '');
  const { text, citations } = joined(all, '\n\n');
  return { text, citations, choices };
}

/** Texts as the lines of one text. */
export function linesOf(texts: readonly Text[]): Text {
  return joined(texts, '\n');
}

function joined(texts: readonly Text[], between: string): Text {
  let text = '';
  const citations: ClauseId[] = [];
  texts.forEach((one, index) => {
    text += index === 0 ? one.text : between + one.text;
    for (const clause of one.citations) if (!citations.includes(clause)) citations.push(clause);
  });
  return { text, citations };
}
