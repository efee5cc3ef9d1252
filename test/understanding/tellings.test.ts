import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPhrases } from '../../scripts/train/phrases.ts';
import { loadTellings, trainTellings } from '../../scripts/train/tellings.ts';
import { findFacts } from '../../src/understanding/facts.ts';
import { createExtractor } from '../../src/understanding/features.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { languageOf, loadLanguage } from '../../src/understanding/language.ts';
import { readModel, unpackModel } from '../../src/understanding/model.ts';
import { homeOf } from '../../src/understanding/rank.ts';
import { createTellings, TELLINGS } from '../../src/understanding/tellings.ts';
import { situationOf } from './facts/phrases.ts';
import { scoreOf, type Told } from './facts/told.ts';

const understand = createUnderstanding();
const now = situationOf({});
const factsOf = (text: string) => understand(text, now).facts;
const byPatterns = (text: string) => findFacts(text, now);

describe('what clauses tell by their wording', () => {
  it.each([
    ['上个月就回老家带孙子去了', 'inPost', false],
    ['天天还在现场盯着呢', 'inPost', true],
    ['I drive a taxi these days', 'inPost', false],
    ['the portal draws a blank on me', 'certificate.inNationalSystem', false],
    ['一把就过了,九十多分', 'training.passed', true],
  ])('%s: %s is %s, which no pattern knows', (text, name, value) => {
    expect(byPatterns(text).some(fact => fact.name === name)).toBe(false);
    expect(factsOf(text)).toContainEqual(expect.objectContaining({ name, value }));
  });

  it('stand where the clause stands in the message as it was typed', () => {
    const text = '施工员，　１７年发的；上个月就回老家带孙子去了';
    const fact = factsOf(text).find(({ name }) => name === 'inPost');
    expect(text.slice(...fact!.span)).toBe('上个月就回老家带孙子去了');
  });

  it.each(['回老家带孙子去了证还有用吗', '如果回老家带孙子去了呢', 'what if I drive a taxi these days', '怎么查'])(
    'tell nothing where it is asked or supposed: %s',
    text => {
      expect(factsOf(text).filter(({ name }) => TELLINGS.some(({ fact }) => fact?.name === name))).toEqual([]);
    },
  );

  it.each([
    ['我回来种槟榔了，没做质量员', 'inPost'],
    ['核档我九月份就去厅里核过了，通过了的', 'training.passed'],
  ])('do not tell the contrary of what is denied, nor of another thing that passes: %s', (text, name) => {
    expect(factsOf(text).some(fact => fact.name === name && fact.value === true)).toBe(false);
  });

  it('never change what a pattern has read, or has seen and not believed', () => {
    for (const text of ['查不到', '系统里有我', '听说查不到', '我同事已经改行了,我还在岗', '怎么查不到学时'])
      for (const fact of byPatterns(text))
        expect(factsOf(text)).toContainEqual(expect.objectContaining({ name: fact.name, value: fact.value }));
    expect(factsOf('更新按钮找不到').some(({ name }) => name === 'certificate.inNationalSystem')).toBe(false);
  });
});

/** Half of them was read for its kinds of errors; of the other half only totals have been looked at. */
describe('facts in messages of two more authors who had seen neither phrases nor code', () => {
  const messages = readFileSync(new URL('facts/unread-2.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Told);
  const unread = messages.filter((_, at) => at % 2 === 1);

  it('are found in 86 of 100, and right in 98 of 100', () => {
    const score = scoreOf(unread, ({ text }) => factsOf(text));
    expect(score.right / (score.right + score.wrong)).toBeGreaterThanOrEqual(0.98);
    expect(score.right / (score.right + score.wrong + score.extra)).toBeGreaterThanOrEqual(0.95);
    expect(score.right / (score.right + score.missed)).toBeGreaterThanOrEqual(0.86);
  });

  it('are found more often than by patterns alone', () => {
    const [alone, both] = [byPatterns, factsOf].map(find => scoreOf(unread, ({ text }) => find(text)));
    expect(both!.right).toBeGreaterThan(alone!.right);
  });
});

describe('training', () => {
  const language = loadLanguage();
  const some = loadTellings().filter((_, at) => at % 20 === 0);
  const phrases = loadPhrases().filter((_, at) => at % 200 === 0);

  it('gives the same bytes from the same lines', () => {
    const [one, other] = [trainTellings(some, phrases, language), trainTellings(some, phrases, language)];
    expect(one.equals(other)).toBe(true);
    expect(unpackModel(one).topics).toEqual(TELLINGS.map(({ name }) => name));
  });

  it('has at least forty lines for everything that is told, in both languages', () => {
    const counts = new Map<string, number>();
    for (const { telling, locale } of loadTellings()) {
      const key = `${locale} ${TELLINGS[telling]!.name}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(2 * TELLINGS.length);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(40);
  });

  it('refuses a model that tells what the program does not know', () => {
    const topics = readModel(new URL('../../model/topics.bin', import.meta.url));
    const known = languageOf(topics);
    const shared = { extract: createExtractor(known), isHome: homeOf(topics) };
    expect(() => createTellings(topics, known, shared)).toThrow('npm run train');
  });
});
