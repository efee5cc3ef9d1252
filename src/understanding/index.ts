import { loadLanguage } from './language.ts';
import { readModel } from './model.ts';
import { createRanker } from './rank.ts';

import type { Understand } from './understanding.ts';

export type * from './understanding.ts';

const CERTAIN = 0.5;
const modelFile = new URL('../../model/topics.bin', import.meta.url);

/** Loads the model (once, some milliseconds) and gives back the function that understands. */
export function createUnderstanding(): Understand {
  const language = loadLanguage();
  const rank = createRanker(readModel(modelFile), language);
  return text => {
    const ranking = rank(language.plain(text));
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
