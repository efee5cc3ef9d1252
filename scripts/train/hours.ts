import { readFileSync } from 'node:fs';
import { findDates } from '../../src/understanding/facts/dates.ts';
import { readingOf } from '../../src/understanding/facts/reading.ts';
import { findFacts } from '../../src/understanding/facts.ts';
import { NUMBERS, numbersIn } from '../../src/understanding/hours-told.ts';
import type { Language } from '../../src/understanding/language.ts';
import type { Situation } from '../../src/understanding/understanding.ts';
import { type Clause, trainClauses } from './clauses.ts';
import type { Phrase } from './phrases.ts';

const LOCALES = ['zh-CN', 'en'] as const;
const MARK = /\[(?<role>[TPN]):(?<number>[^\]]+)\]/g;
const ROLES = { N: 0, T: 1, P: 2 } as const;
const SITUATION: Situation = { locale: 'zh-CN', today: '2026-01-01', lastTopic: null, asking: null };
const NOTHING = 0;

/** Every line of `locales/<locale>/tellings/hours.txt`: messages whose numbers say what they are, `[T:20]`, `[P:12]`, `[N:32]`. */
export function loadMarkedHours(root = new URL('../../locales/', import.meta.url)): string[] {
  return LOCALES.flatMap(locale =>
    readFileSync(new URL(`${locale}/tellings/hours.txt`, root), 'utf8')
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '' && !line.startsWith('#')),
  );
}

/** Marked messages, and phrases of the topics → the bytes of a model of `NUMBERS`. */
export function trainHours(lines: readonly string[], phrases: readonly Phrase[], language: Language): Buffer {
  const lessons = { own: lines.flatMap(markedNumbers), varied: [], silent: silentNumbers(phrases) };
  return trainClauses(NUMBERS, lessons, phrases, language);
}

function markedNumbers(line: string): Clause[] {
  const marks: { start: number; end: number; role: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    text += line.slice(at, match.index);
    const { role, number } = match.groups as { role: keyof typeof ROLES; number: string };
    marks.push({ start: text.length, end: text.length + number.length, role: ROLES[role] });
    text += number;
    at = match.index + match[0].length;
  }
  text += line.slice(at);
  const reading = readingOf(text, SITUATION);
  return numbersIn(reading.text, findDates(reading.text, SITUATION.today)).map(({ start, end, around }) => {
    const [from, to] = reading.span(start, end);
    const mark = marks.find(other => from < other.end && to > other.start);
    return { text: around, label: mark?.role ?? NOTHING };
  });
}

/** The numbers of phrases in which no pattern finds hours. */
function silentNumbers(phrases: readonly Phrase[]): string[] {
  return phrases.flatMap(({ text }) => {
    if (!/\d|[一二三四五六七八九十]{2}/.test(text)) return [];
    const tells = findFacts(text, SITUATION).some(({ name }) => name === 'record' || name.endsWith('ours'));
    if (tells) return [];
    const reading = readingOf(text, SITUATION);
    return numbersIn(reading.text, findDates(reading.text, SITUATION.today)).map(({ around }) => around);
  });
}
