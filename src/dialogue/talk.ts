import type { Args, Text, Words } from '../locale/index.ts';
import type { Policy } from '../policies/policy.ts';
import type { Notice } from '../policies/walk-through.ts';
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
}

/** A text with the values of the day and the clauses it names. */
export function cite({ words, policy, asOf }: Talk, id: string, args?: Args): Text {
  return dayTexts(words, policy, asOf).cite(id, args);
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
  return {
    text: all.map(({ text }) => text).join('\n\n'),
    citations: [...new Set(all.flatMap(({ citations }) => citations))],
    choices,
  };
}

/** Texts as the lines of one text. */
export function linesOf(texts: readonly Text[]): Text {
  return {
    text: texts.map(({ text }) => text).join('\n'),
    citations: [...new Set(texts.flatMap(({ citations }) => citations))],
  };
}
