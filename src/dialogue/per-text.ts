import { LRUCache } from 'lru-cache';
import type { Situation, Understand, Understanding } from '../understanding/index.ts';

/**
 * What depends on nothing but a message's words is worked out once for all who write the same: on an evening when everybody writes, most
 * messages are a number, a label, or one of a few hundred questions. Only while a turn is taken, and only of its own message.
 */
interface Notes {
  text: string;
  /** By the place of a cue: 0 not looked for yet. */
  cues: Uint8Array;
  /** By the place of what was made `perText`. */
  results: unknown[];
  /** What was understood, by the situation. */
  understood: Map<string, Understanding>;
}

const [ABSENT, PRESENT] = [1, 2];
/** So many texts are remembered for each conversation function, a few kilobytes each. */
const TEXTS = 1000;
/** The same words mean another thing after another question, and on another day. */
const SITUATIONS = 8;
/** What is longer nobody else will write in the same words. */
const LONGEST = 60;

let cues = 0;
let results = 0;
let current: Notes | undefined;

/** Words that are looked for in what people write. */
export interface Cue {
  test(text: string): boolean;
}

/** A pattern that is looked for in a message itself, and at most once, however often it is asked for. To be made as the program starts. */
export function cue(pattern: RegExp): Cue {
  const place = cues++;
  return {
    test(text) {
      if (current === undefined || current.text !== text) return pattern.test(text);
      const known = current.cues[place];
      if (known === PRESENT) return true;
      if (known === ABSENT) return false;
      const is = pattern.test(text);
      current.cues[place] = is ? PRESENT : ABSENT;
      return is;
    },
  };
}

/** What a pure function makes of a message, worked out at most once. Nobody may change what it gives back. To be made as the program starts. */
export function perText<T>(read: (text: string) => T): (text: string) => T {
  const place = results++;
  return text => {
    if (current === undefined || current.text !== text) return read(text);
    const known = current.results;
    if (place in known) return known[place] as T;
    const result = read(text);
    known[place] = result;
    return result;
  };
}

/** The texts that one conversation function remembers. */
export class PerText {
  readonly #kept = new LRUCache<string, Notes>({ max: TEXTS });

  /** Takes a turn on that text. It is remembered only when `mayKeep` says of the turn and of what was understood that they tell nothing of whoever wrote it. */
  take<T>(text: string, turn: () => T, mayKeep: (taken: T, readings: readonly Understanding[]) => boolean): T {
    const known = this.#kept.get(text);
    const before = current;
    current = known ?? { text, cues: new Uint8Array(cues), results: [], understood: new Map() };
    try {
      const taken = turn();
      if (known === undefined && text.length <= LONGEST && mayKeep(taken, [...current.understood.values()]))
        this.#kept.set(text, current);
      return taken;
    } finally {
      current = before;
    }
  }
}

/** The same function, asked once for a text in a situation. */
export function understandOnce(understand: Understand): Understand {
  return (text, situation) => {
    if (current === undefined || current.text !== text) return understand(text, situation);
    const name = nameOf(situation);
    const known = current.understood.get(name);
    if (known !== undefined) return known;
    const understood = understand(text, situation);
    if (current.understood.size >= SITUATIONS) current.understood.clear();
    current.understood.set(name, understood);
    return understood;
  };
}

const nameOf = ({ locale, today, lastTopic, asking }: Situation): string => `${locale} ${today} ${lastTopic} ${asking}`;
