import { readFileSync } from 'node:fs';
import type { Fact, FactName, Situation } from '../../../src/understanding/understanding.ts';

/** One phrase of a `.jsonl` file beside this one: `[name, value]`, or `[name, value, "not"]` for a fact that is denied. */
export interface Phrase {
  text: string;
  asking?: FactName;
  today?: string;
  lastTopic?: Situation['lastTopic'];
  facts: readonly (readonly [FactName, unknown, 'not'?])[];
}

export const TODAY = '2026-11-22';

export function readLines<T>(file: string): T[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as T);
}

export const situationOf = ({ asking, today, lastTopic }: Partial<Phrase>): Situation => ({
  locale: 'zh-CN',
  today: today ?? TODAY,
  lastTopic: lastTopic ?? null,
  asking: asking ?? null,
});

/** Facts as comparable lines, in no particular order. */
export const told = (facts: readonly Fact[]): string[] =>
  facts.map(({ name, value, negated }) => line(name, value, negated === true)).sort();
export const expected = (phrase: Phrase): string[] =>
  phrase.facts.map(([name, value, not]) => line(name, value, not === 'not')).sort();

const line = (name: string, value: unknown, denied: boolean): string =>
  `${denied ? 'not ' : ''}${name} ${JSON.stringify(value)}`;
