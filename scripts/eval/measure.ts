import type { Topic } from '../../src/policies/policy.ts';
import type { Understand, Understanding } from '../../src/understanding/index.ts';
import type { Message } from './messages.ts';

/** One message and what was made of it. */
export interface Outcome {
  message: Message;
  understanding: Understanding;
  /** `right`: answered with an acceptable topic; `wrong`: answered with another; `asked`: asked back. */
  verdict: 'right' | 'wrong' | 'asked';
}

/** The figures that matter, as shares of the messages they are about. */
export interface Figures {
  count: number;
  right: number;
  wrong: number;
  asked: number;
  /** Right if it had to answer always. */
  top: number;
}

const OUTSIDE: readonly Topic[] = ['out-of-scope', 'not-covered'];

/** Understands every message as the first one of a fresh chat. */
export function understandAll(messages: readonly Message[], understand: Understand): Outcome[] {
  return messages.map(message => {
    const understanding = understand(message.text, {
      locale: message.locale,
      today: '2026-11-22',
      lastTopic: null,
      asking: null,
    });
    return { message, understanding, verdict: verdictOn(message, understanding) };
  });
}

function verdictOn({ topics }: Message, { certain, asked }: Understanding): Outcome['verdict'] {
  if (!certain) return 'asked';
  return topics.includes(asked[0]!) ? 'right' : 'wrong';
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const share = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length / outcomes.length;
  return {
    count: outcomes.length,
    right: share(({ verdict }) => verdict === 'right'),
    wrong: share(({ verdict }) => verdict === 'wrong'),
    asked: share(({ verdict }) => verdict === 'asked'),
    top: share(({ message, understanding }) => message.topics.includes(understanding.ranking[0]!.topic)),
  };
}

/** Messages that are none of our business and were answered as if they were; and ours that were turned away. */
export function boundaryOf(outcomes: readonly Outcome[]): { falseAccepts: number; falseRejects: number } {
  const isOutside = ({ message }: Outcome): boolean => message.topics.some(topic => OUTSIDE.includes(topic));
  const saidOutside = ({ understanding }: Outcome): boolean => OUTSIDE.includes(understanding.asked[0]!);
  const outside = outcomes.filter(isOutside);
  const inside = outcomes.filter(outcome => !isOutside(outcome));
  return {
    falseAccepts:
      outside.filter(outcome => outcome.verdict === 'wrong' && !saidOutside(outcome)).length / outside.length,
    falseRejects: inside.filter(outcome => outcome.verdict === 'wrong' && saidOutside(outcome)).length / inside.length,
  };
}

/** Outcomes by a key, the keys in order. */
export function groupBy(outcomes: readonly Outcome[], key: (outcome: Outcome) => string): [string, Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) groups.set(key(outcome), [...(groups.get(key(outcome)) ?? []), outcome]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Which topic was taken for which other, commonest first. */
export function confusionsOf(outcomes: readonly Outcome[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { message, understanding, verdict } of outcomes) {
    if (verdict !== 'wrong') continue;
    const key = `${message.topics[0]} taken for ${understanding.asked[0]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
