import { createDecide } from './decide.ts';
import { readingOf } from './facts/reading.ts';
import { factsIn, type Learnt, NOTHING_LEARNT } from './facts.ts';
import { createExtractor } from './features.ts';
import { holderIn } from './holder.ts';
import { createHoursTold } from './hours-told.ts';
import { type Language, languageOf } from './language.ts';
import { type Model, readModel } from './model.ts';
import { normalize } from './normalize.ts';
import { createRank, homeOf } from './rank.ts';
import { signalsIn } from './signals.ts';
import { createTellings } from './tellings.ts';
import type { RankedTopic, Understand } from './understanding.ts';

export { type AskOutside, createOutsideModel } from './outside-model.ts';
export type { OutsideView } from './outside-view.ts';
export { looksStruck, saysNothing } from './says-nothing.ts';
export { certificatesIn } from './several-certificates.ts';
export type * from './understanding.ts';

const modelFile = new URL('../../model/topics.bin', import.meta.url);
const tellingsFile = new URL('../../model/tellings.bin', import.meta.url);
const hoursFile = new URL('../../model/hours.bin', import.meta.url);

/** Loads the model that the package carries (once, a tenth of a second) and gives back the function that understands. */
export function createUnderstanding(): Understand {
  const model = readModel(modelFile);
  const language = languageOf(model);
  return understandWith(model, language, { tellings: readModel(tellingsFile), hours: readModel(hoursFile) });
}

/** The same with models of one's own; without those of the facts they are found by patterns alone. */
export function understandWith(
  model: Model,
  language: Language,
  models?: { tellings: Model; hours: Model },
): Understand {
  const [extract, isHome] = [createExtractor(language), homeOf(model)];
  const decide = createDecide(createRank(model, language, { extract, isHome }), language);
  const shared = { extract, isHome };
  const learnt: Learnt = models
    ? {
        tellings: createTellings(models.tellings, language, shared),
        hoursTold: createHoursTold(models.hours, language, shared),
      }
    : NOTHING_LEARNT;
  return (text, situation) => {
    const tidy = normalize(text);
    const reading = readingOf(text, situation, tidy);
    const { ranking, asked, certain } = decide(language.plainWords(tidy.text));
    const facts = factsIn(reading, learnt);
    let inOrder: readonly RankedTopic[] | undefined;
    return {
      get ranking() {
        inOrder ??= ranking.all();
        return inOrder;
      },
      asked,
      certain,
      facts,
      holder: holderIn(reading, facts),
      ...signalsIn(reading),
    };
  };
}
