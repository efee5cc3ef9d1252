import { TOPICS, type Topic } from '../../src/policies/policy.ts';
import type { Extract } from '../../src/understanding/features.ts';
import type { Language } from '../../src/understanding/language.ts';
import type { Example } from './fit.ts';
import type { Phrase } from './phrases.ts';

/** Numbers the features that at least two examples share; what only one phrase has teaches that phrase and nothing else. */
export interface Numbering {
  /** Feature row of the model, by number. */
  rows: readonly number[];
  of: ReadonlyMap<number, number>;
}

const LEAST_SHARED = 2;

/** For each word (by feature row) the authors who use it for something that is ours. */
export type HomeWords = ReadonlyMap<number, ReadonlySet<string>>;

export function collectHomeWords(phrases: readonly Phrase[], language: Language, extract: Extract): HomeWords {
  const users = new Map<number, Set<string>>();
  for (const { text, author, topics } of phrases) {
    if (topics[0] === 'out-of-scope') continue;
    extract(language.plain(text), row => {
      users.set(row, (users.get(row) ?? new Set()).add(author));
      return true;
    });
  }
  return users;
}

/** The features of each phrase as the model will see those of strangers: a word that only this author uses is not known. */
export function extractAll(phrases: readonly Phrase[], { language, extract, home }: Sources): Bare[] {
  return phrases.map(({ text, author }) => {
    const usedByOthers = (row: number): boolean => {
      const users = home.get(row);
      return users !== undefined && (users.size > 1 || !users.has(author));
    };
    const { count, rows, values, norm } = extract(language.plain(text), usedByOthers);
    return { rows: rows.slice(0, count), values: values.slice(0, count), norm };
  });
}

export interface Sources {
  language: Language;
  extract: Extract;
  home: HomeWords;
}

export interface Bare {
  rows: Uint32Array;
  values: Float32Array;
  norm: number;
}

export function numberRows(examples: readonly Bare[]): Numbering {
  const uses = new Map<number, number>();
  for (const { rows } of examples) for (const row of rows) uses.set(row, (uses.get(row) ?? 0) + 1);
  const shared = [...uses].filter(([, count]) => count >= LEAST_SHARED).map(([row]) => row);
  return { rows: shared, of: new Map(shared.map((row, number) => [row, number])) };
}

/** Examples in the numbering, every topic of a language weighing the same however many phrases it has. */
export function toExamples(bare: readonly Bare[], phrases: readonly Phrase[], numbering: Numbering): Example[] {
  const weightOf = balance(phrases);
  return bare.map((example, at) => {
    const phrase = phrases[at]!;
    const [first, second] = phrase.topics;
    return {
      ...renumber(example, numbering),
      target: TOPICS.indexOf(first!),
      second: second === undefined ? null : TOPICS.indexOf(second),
      weight: weightOf(phrase),
    };
  });
}

export function renumber({ rows, values, norm }: Bare, { of }: Numbering): Bare {
  const known = [...rows.keys()].filter(f => of.has(rows[f]!));
  return {
    rows: Uint32Array.from(known, f => of.get(rows[f]!)!),
    values: Float32Array.from(known, f => values[f]!),
    norm,
  };
}

/** How much oftener than another topic people write what is not ours: everything else in the world has to fit in there. */
const OFTENER: Partial<Record<Topic, number>> = { 'out-of-scope': 2, 'not-covered': 1.2 };

function balance(phrases: readonly Phrase[]): (phrase: Phrase) => number {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { locale, topics } of phrases) {
    count(locale);
    count(`${locale} ${topics[0]}`);
  }
  return ({ locale, topics }) => {
    const share = counts.get(locale)! / TOPICS.length / counts.get(`${locale} ${topics[0]}`)!;
    return share * (OFTENER[topics[0]!] ?? 1);
  };
}
