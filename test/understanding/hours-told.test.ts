import { describe, expect, it } from 'vitest';
import { loadMarkedHours, trainHours } from '../../scripts/train/hours.ts';
import { loadPhrases } from '../../scripts/train/phrases.ts';
import { findDates } from '../../src/understanding/facts/dates.ts';
import { NUMBERS, numbersIn } from '../../src/understanding/hours-told.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { loadLanguage } from '../../src/understanding/language.ts';
import { unpackModel } from '../../src/understanding/model.ts';
import { readLines, situationOf, TODAY } from './facts/phrases.ts';
import { scoreOf, type Told } from './facts/told.ts';

const understand = createUnderstanding();
const factsOf = (text: string) => understand(text, situationOf({})).facts;
const hoursIn = (text: string) =>
  factsOf(text)
    .filter(({ name }) => name === 'record' || name.endsWith('ours'))
    .map(({ name, value }) => [name, value]);

describe('numbers that no pattern knows as hours', () => {
  it('are seen between their neighbours, without dates and what is too many', () => {
    const text = '2025年学了30个,专业的22,花了500元';
    expect(numbersIn(text, findDates(text, TODAY)).map(({ value, around }) => [value, around])).toEqual([
      [30, '2025年学了★个,专业的☆'],
      [22, '☆个,专业的★※,花了☆'],
    ]);
  });

  it.each([
    '规定32，专业22',
    '今年还要32',
    '离32差10个',
    '工地一天干10小时',
    '我今年50岁',
    '公司补了40学时的班',
    '去年差了12个学时，要紧不嘛',
    '两年才整了50个学时',
    'school say reported, but website still 0 hour',
    'I paid 300 for 20 hours',
  ])('are no hours that were done: %s', text => {
    expect(hoursIn(text)).toEqual([]);
  });

  it('never stand beside what a pattern has read of the same year', () => {
    expect(hoursIn('去年30，今年12')).toEqual([
      ['record', { year: 2025, hours: 30 }],
      ['record', { year: 2026, hours: 12 }],
    ]);
  });
});

/** Half of them was read for its kinds of errors; of this half only totals have been looked at. */
describe('hours in messages that tell nothing else, by an author who had seen neither phrases nor code', () => {
  const unread = readLines<Told>('hours-unread.jsonl').filter((_, at) => at % 2 === 1);

  it('are found in 64 of 100, and right in 97 of 100', () => {
    const score = scoreOf(unread, ({ text }) => factsOf(text));
    expect(score.right / (score.right + score.wrong)).toBeGreaterThanOrEqual(0.97);
    expect(score.right / (score.right + score.missed)).toBeGreaterThanOrEqual(0.64);
  });
});

describe('training', () => {
  it('gives the same bytes from the same lines, and knows the same classes', () => {
    const language = loadLanguage();
    const lines = loadMarkedHours().filter((_, at) => at % 5 === 0);
    const phrases = loadPhrases().filter((_, at) => at % 200 === 0);
    const [one, other] = [trainHours(lines, phrases, language), trainHours(lines, phrases, language)];
    expect(one.equals(other)).toBe(true);
    expect(unpackModel(one).topics).toEqual(NUMBERS);
  });

  it('reads lines whose marks are whole', () => {
    const lines = loadMarkedHours();
    expect(lines.length).toBeGreaterThan(400);
    for (const line of lines) expect(line.replaceAll(/\[[TPN]:[^\][]+\]/g, '')).not.toMatch(/[[\]]/);
  });
});
