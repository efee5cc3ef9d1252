import { readModel } from './model.ts';
import { createRanker } from './rank.ts';
import { loadSounds } from './syllables.ts';
import type { Understand } from './understanding.ts';

export type * from './understanding.ts';

const CERTAIN = 0.5;
const folder = new URL('../../model/', import.meta.url);

/** Loads the model (once, some milliseconds) and gives back the function that understands. */
export function createUnderstanding(): Understand {
  const rank = createRanker(readModel(new URL('topics.bin', folder)), loadSounds(new URL('syllables.txt', folder)));
  return text => {
    const ranking = rank(text.normalize('NFKC').toLowerCase());
    const certain = ranking[0]!.probability >= CERTAIN;
    return {
      ranking,
      asked: certain ? [ranking[0]!.topic] : [],
      certain,
      facts: [],
      control: null,
      polarity: null,
      ordinal: null,
      number: null,
      correction: false,
      followUp: false,
    };
  };
}
