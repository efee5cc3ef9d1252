import { readFileSync } from 'node:fs';
import type { Topic } from '../../src/policies/policy.ts';
import { hashText } from '../../src/understanding/tokens.ts';
import { type Random, randomFrom } from './arithmetic.ts';
import type { Phrase } from './phrases.ts';

/** Makes of a phrase others that ask the same: slips, homophones, pinyin, fillers, a story or facts before it. */
export type Vary = (phrase: Phrase, howMany: number) => Phrase[];

type Change = (text: string, random: Random) => string;

const root = new URL('../../', import.meta.url);
const HANZI = /[\u4e00-\u9fff]/;

/** Reads the word lists that variation needs. The same phrase always varies in the same way. */
export function createVary(): Vary {
  const changes = { 'zh-CN': chineseChanges(), en: englishChanges() };
  const told = { 'zh-CN': before('zh-CN', 'told', ''), en: before('en', 'told', ' ') };
  return (phrase, howMany) => {
    const random = randomFrom(hashText(phrase.text));
    const own = OF_A_CERTIFICATE.includes(phrase.topics[0]!) ? [told[phrase.locale], told[phrase.locale]] : [];
    const kinds = [...changes[phrase.locale], ...own];
    return Array.from({ length: howMany }, () => {
      let text = pick(kinds, random)(phrase.text, random);
      if (random() < 0.3) text = pick(kinds, random)(text, random);
      return { ...phrase, text };
    });
  };
}

/** Topics that people ask about after telling which certificate they hold: it is not always whether it can be exchanged. */
const OF_A_CERTIFICATE: readonly Topic[] = [
  'not-in-system',
  'renewal-deadline',
  'missed-deadline',
  'renewal-steps',
  'renewal-hours',
  'old-certificate-void',
  'unrenewed-validity',
  'reissue-change-cancel',
  'annual-hours',
  'hours-start',
  'hours-shortfall',
  'left-post',
  'eligibility',
];

function chineseChanges(): Change[] {
  const { homophones, spellings } = readSounds();
  const frame = frames('zh-CN', '');
  const slip: Change = (text, random) => atHanzi(text, random, character => pick([...homophones(character)], random));
  const pinyin: Change = (text, random) => inPinyin(text, random, spellings);
  const drop: Change = (text, random) => (text.length > 5 ? atHanzi(text, random, () => '') : text);
  const unstopped: Change = text => text.replace(/[，。？！、,.?!；;：]/g, '');
  return [slip, slip, (text, random) => slip(slip(text, random), random), pinyin, drop, unstopped, ...frame];
}

function englishChanges(): Change[] {
  const frame = frames('en', ' ');
  const bare: Change = text => text.replace(/['’?.!,]/g, '');
  return [misspell, misspell, dropWord, bare, ...frame];
}

/** A story or an aside before, an opener before or after. */
function frames(locale: Phrase['locale'], space: string): Change[] {
  const openers = linesOf(locale, 'openers');
  const opened: Change = (text, random) => {
    const words = pick(openers, random);
    return words.startsWith('...') ? text + words.slice(3) : words + space + text;
  };
  return [opened, opened, before(locale, 'stories', space), before(locale, 'asides', space)];
}

function before(locale: Phrase['locale'], list: string, space: string): Change {
  const lines = linesOf(locale, list);
  return (text, random) => pick(lines, random) + space + text;
}

function linesOf(locale: Phrase['locale'], list: string): string[] {
  return readFileSync(new URL(`locales/${locale}/variation/${list}.txt`, root), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'));
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

function atHanzi(text: string, random: Random, change: (character: string) => string): string {
  const places = [...text].flatMap((character, at) => (HANZI.test(character) ? [at] : []));
  if (places.length === 0) return text;
  const at = pick(places, random);
  return [...text].map((character, place) => (place === at ? change(character) : character)).join('');
}

function inPinyin(text: string, random: Random, spellings: ReadonlyMap<string, string>): string {
  const characters = [...text];
  const from = Math.floor(random() * characters.length);
  const length = 1 + Math.floor(random() * 3);
  return characters
    .map((character, at) => (at >= from && at < from + length ? (spellings.get(character) ?? character) : character))
    .join('');
}

function misspell(text: string, random: Random): string {
  const words = text.split(' ');
  const long = [...words.keys()].filter(at => words[at]!.length > 4);
  if (long.length === 0) return text;
  const at = pick(long, random);
  const word = words[at]!;
  const place = 1 + Math.floor(random() * (word.length - 2));
  const slips = [
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2),
    word.slice(0, place) + word[place] + word.slice(place),
  ];
  return words.map((other, index) => (index === at ? pick(slips, random) : other)).join(' ');
}

function dropWord(text: string, random: Random): string {
  const words = text.split(' ');
  if (words.length < 5) return text;
  const at = Math.floor(random() * words.length);
  return words.filter((_, index) => index !== at).join(' ');
}

/** Which characters sound alike, and how each is spelled, by the list that the model itself uses. */
function readSounds() {
  const spellings = new Map<string, string>();
  const groups = new Map<string, string>();
  for (const line of readFileSync(new URL('model/syllables.txt', root), 'utf8').trim().split('\n')) {
    const [spelling = '', characters = ''] = line.split(' ');
    for (const character of characters) spellings.set(character, spelling);
    const sound = alike(spelling);
    groups.set(sound, (groups.get(sound) ?? '') + characters);
  }
  return {
    spellings,
    homophones: (character: string) => groups.get(alike(spellings.get(character) ?? '')) ?? character,
  };
}

const alike = (spelling: string): string => spelling.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
