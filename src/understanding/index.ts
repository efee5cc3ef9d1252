import { findFacts } from './facts.ts';
import { loadLanguage } from './language.ts';
import { readModel } from './model.ts';
import { createRank } from './rank.ts';
import { readSignals } from './signals.ts';
import type { Understand } from './understanding.ts';

export type * from './understanding.ts';

const CERTAIN = 0.5;
const modelFile = new URL('../../model/topics.bin', import.meta.url);

/** Loads the model (once, some milliseconds) and gives back the function that understands. */
export function createUnderstanding(): Understand {
  const language = loadLanguage();
  const rank = createRank(readModel(modelFile), language);
  return (text, situation) => {
    const ranking = rank(language.plain(text));
    const certain = ranking[0]!.probability >= CERTAIN;
    return {
      ranking,
      asked: certain ? [ranking[0]!.topic] : [],
      certain,
      facts: findFacts(text, situation),
      ...readSignals(text, situation),
    };
  };
}
