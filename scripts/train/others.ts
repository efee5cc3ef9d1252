import { readFileSync } from 'node:fs';
import type { Topic } from '../../src/policies/policy.ts';
import type { Language } from '../../src/understanding/language.ts';
import { hashText, tokenise } from '../../src/understanding/tokens.ts';
import { randomFrom } from './arithmetic.ts';
import type { Phrase } from './phrases.ts';

/** Topics whose questions are asked of other papers too. */
const ASKED_ELSEWHERE: readonly Topic[] = [
  'eligibility',
  'renewal-deadline',
  'missed-deadline',
  'renewal-steps',
  'renewal-hours',
  'unrenewed-validity',
  'reissue-change-cancel',
  'annual-hours',
  'hours-start',
  'hours-shortfall',
  'left-post',
  'not-in-system',
  'hours-not-posted',
  'old-certificate-void',
  'where-to-train',
  'online-training',
  'assessment',
];

/** Words that name our certificate, and words that tell that the phrase speaks of another paper already. */
const OURS = ['certificate', 'trade', 'electronic', 'paper', 'post-certificate', 'safety-officer'];
const SET_APART = [
  'other-qualification',
  'unrelated-paper',
  'safety-abc',
  'other-province',
  'aside',
  'world',
  'other-app',
  'other-work',
  'other-office',
];

const root = new URL('../../', import.meta.url);

/** The same questions about papers that are not ours: 「电子证丢了怎么补」 teaches that 「驾照丢了怎么补」 is outside. */
export function askOfOthers(phrases: readonly Phrase[], language: Language): Phrase[] {
  const lists = { 'zh-CN': readOthers('zh-CN', ' '), en: readOthers('en', ', ') };
  return phrases.flatMap(phrase => {
    if (phrase.topics.length > 1 || !ASKED_ELSEWHERE.includes(phrase.topics[0]!)) return [];
    const random = randomFrom(hashText(phrase.text) ^ 0x5bd1e995);
    if (random() > SHARE) return [];
    const [topic, names] = lists[phrase.locale][random() < 0.5 ? 0 : 1]!;
    const text = rename(phrase, names[Math.floor(random() * names.length)]!, language);
    return text === null ? [] : [{ ...phrase, text, topics: [topic] }];
  });
}

/** How many of the phrases are asked of another paper. */
const SHARE = 0.8;

type Named = readonly [topic: Topic, names: readonly string[]];

function readOthers(locale: string, between: string): readonly [Named, Named] {
  const lines = readFileSync(new URL(`locales/${locale}/variation/others.txt`, root), 'utf8').split('\n');
  const namesOf = (topic: Topic): Named => {
    const line = lines.find(each => each.startsWith(`${topic}: `))!;
    return [topic, line.slice(topic.length + 2).split(between)];
  };
  return [namesOf('not-covered'), namesOf('out-of-scope')];
}

function rename({ text, locale }: Phrase, name: string, { plain, sounds, concepts }: Language): string | null {
  const words = plain(text);
  const tokens = tokenise(words, sounds);
  const mentions = concepts
    .find(tokens)
    .map(({ concept, from, to }) => ({ name: concepts.table.names[concept]!, from, to }));
  if (mentions.some(mention => SET_APART.includes(mention.name))) return null;
  const ours = mentions.filter(mention => OURS.includes(mention.name));
  const first = ours[0];
  if (!first) return locale === 'en' ? `${words.replace(/[?.!]+$/, '')} for a ${name}` : `${name}${words}`;
  let to = first.to;
  for (const mention of ours) if (mention.from <= to) to = Math.max(to, mention.to);
  return words.slice(0, tokens[first.from]!.start) + name + words.slice(tokens[to - 1]!.end);
}
