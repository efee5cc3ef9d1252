import type { Understanding } from '../understanding/index.ts';
import { labelKey, offeredKey } from './choices.ts';
import { type Desk, type Spoken, talkAt } from './desk.ts';
import { underwayTopic } from './going-on.ts';
import type { State } from './state.ts';
import { replyOf, say } from './talk.ts';

/** The choice that the text picks by its label, its place (第二个) or its number; null when there is no such place. */
export function pick(state: State, text: string, { ordinal, number }: Understanding): string | null | undefined {
  const key = labelKey(text);
  const byLabel = state.offered.find(({ label }) => offeredKey(label) === key);
  if (byLabel !== undefined) return byLabel.id;
  const place = ordinal ?? (number !== null && !expectsNumber(state) && /^\s*\S{1,2}\s*$/.test(text) ? number : null);
  if (place === null || state.offered.length === 0) return undefined;
  const chosen = state.offered.at(place === -1 ? -1 : place - 1);
  return place === 0 || chosen === undefined ? null : chosen.id;
}

/** Where a number is asked for, a bare number is the value and not the place of a choice. */
function expectsNumber({ open }: State): boolean {
  return (
    open?.kind === 'fact' &&
    ['training.hours', 'training.professionalHours', 'certificate.issuedOn', 'records', 'certificate.code'].includes(
      open.fact,
    )
  );
}

export function noSuchNumber(desk: Desk, state: State, { number, ordinal }: Understanding): Spoken {
  const talk = talkAt(desk, state);
  const reply = replyOf(
    [say(talk, 'choice-unknown-number', { n: String(ordinal ?? number), count: String(state.offered.length) })],
    state.offered,
  );
  const topic = underwayTopic(state);
  return { state, answer: { topic, topics: [topic], certain: true, replies: [reply] } };
}
