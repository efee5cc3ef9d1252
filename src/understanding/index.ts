import { createDecide } from './decide.ts';
import { readingOf } from './facts/reading.ts';
import { factsIn } from './facts.ts';
import { type Language, languageOf } from './language.ts';
import { type Model, readModel } from './model.ts';
import { normalize } from './normalize.ts';
import { createRank } from './rank.ts';
import { signalsIn } from './signals.ts';
import type { RankedTopic, Understand } from './understanding.ts';

export { type AskOutside, createOutsideModel } from './outside-model.ts';
export type { OutsideView } from './outside-view.ts';
export type * from './understanding.ts';

const modelFile = new URL('../../model/topics.bin', import.meta.url);

/** Loads the model that the package carries (once, a tenth of a second) and gives back the function that understands. */
export function createUnderstanding(): Understand {
  const model = readModel(modelFile);
  return understandWith(model, languageOf(model));
}

/** The same with a model of one's own. */
export function understandWith(model: Model, language: Language): Understand {
  const decide = createDecide(createRank(model, language), language);
  return (text, situation) => {
    const tidy = normalize(text);
    const reading = readingOf(text, situation, tidy);
    const { ranking, asked, certain } = decide(language.plainWords(tidy.text));
    let inOrder: readonly RankedTopic[] | undefined;
    return {
      get ranking() {
        inOrder ??= ranking.all();
        return inOrder;
      },
      asked,
      certain,
      facts: factsIn(reading),
      ...signalsIn(reading),
    };
  };
}
