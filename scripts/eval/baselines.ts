import type { Phrase } from '../train/phrases.ts';

/** Another library's classifier, trained on the same phrases. */
export interface Baseline {
  name: string;
  classify(text: string, locale: Phrase['locale']): Promise<string>;
}

const languageOf = { 'zh-CN': 'zh', en: 'en' } as const;

/** @nlpjs/nlp with its Chinese and English, set up as its read-me does. */
export async function trainNlpjs(phrases: readonly Phrase[]): Promise<Baseline> {
  const [{ containerBootstrap }, { Nlp }, { LangZh }, { LangEn }] = await Promise.all([
    import('@nlpjs/core'),
    import('@nlpjs/nlp'),
    import('@nlpjs/lang-zh'),
    import('@nlpjs/lang-en-min'),
  ]);
  const container = await containerBootstrap();
  for (const plugin of [Nlp, LangZh, LangEn]) container.use(plugin);
  container.registerConfiguration('nlu-??', { ...NLU_DEFAULTS, log: false }, true);
  const nlp = container.get('nlp');
  Object.assign(nlp.settings, { autoSave: false, autoLoad: false });
  for (const language of Object.values(languageOf)) nlp.addLanguage(language);
  for (const { text, topics, locale } of phrases) nlp.addDocument(languageOf[locale], text, topics[0]!);
  await nlp.train();
  return { name: '@nlpjs/nlp', classify: async (text, locale) => (await nlp.process(languageOf[locale], text)).intent };
}

/** What the library registers itself; to silence its log the whole set has to be given. */
const NLU_DEFAULTS = {
  keepStopwords: true,
  nonefeatureValue: 1,
  nonedeltaMultiplier: 1.2,
  spellCheck: false,
  spellCheckDistance: 1,
  filterZeros: true,
};

/** As much of `natural` as is used here. */
interface Natural {
  WordTokenizer: new () => { tokenize(text: string): string[] };
  PorterStemmer: { stem(word: string): string };
  BayesClassifier: new () => {
    addDocument(words: string[], label: string): void;
    train(): void;
    classify(words: string[]): string;
  };
}

/** natural's Bayes classifier: stems in English; in Chinese, which it does not cut itself, characters and pairs of them. */
export async function trainNatural(phrases: readonly Phrase[]): Promise<Baseline> {
  // By a name that the compiler does not follow: the package ships sources that do not pass our settings.
  const name: string = 'natural';
  const { default: natural } = (await import(name)) as { default: Natural };
  const words = new natural.WordTokenizer();
  const cut = (text: string, locale: Phrase['locale']): string[] =>
    locale === 'en'
      ? words.tokenize(text.toLowerCase()).map(word => natural.PorterStemmer.stem(word))
      : charactersAndPairs(text);
  const classifier = new natural.BayesClassifier();
  for (const { text, topics, locale } of phrases) classifier.addDocument(cut(text, locale), topics[0]!);
  classifier.train();
  return { name: 'natural', classify: async (text, locale) => classifier.classify(cut(text, locale)) };
}

function charactersAndPairs(text: string): string[] {
  const characters = [...text.toLowerCase()];
  return characters.flatMap((character, at) => (at === 0 ? [character] : [character, characters[at - 1]! + character]));
}
