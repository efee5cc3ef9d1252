import { type Understand, understandWith } from '../../src/understanding/index.ts';
import type { Language } from '../../src/understanding/language.ts';
import { unpackModel } from '../../src/understanding/model.ts';
import type { Phrase } from '../train/phrases.ts';
import { trainModel } from '../train/train.ts';
import { type Outcome, understandAll } from './measure.ts';

/** Understands every phrase with a model that has seen no phrase of its author. */
export function crossValidate(phrases: readonly Phrase[], language: Language, folds: number): Outcome[] {
  const authors = [...new Set(phrases.map(({ author }) => author))].sort();
  return Array.from({ length: folds }, (_, fold) => {
    const left = new Set(authors.filter((_author, at) => at % folds === fold));
    const model = trainModel(
      phrases.filter(({ author }) => !left.has(author)),
      language,
    );
    const understand: Understand = understandWith(unpackModel(model), language);
    const unseen = phrases
      .filter(({ author }) => left.has(author))
      .map(phrase => ({ ...phrase, style: phrase.author }));
    return understandAll(unseen, understand);
  }).flat();
}
