import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { createSpelling } from '../../src/understanding/spelling.ts';

const meant = createSpelling(['hours', 'certificate', 'stop', 'system', 'many', 'later'], ['house', 'menu', 'latex']);

describe('a misspelt English word', () => {
  it.each([
    ['hous', 'hours'],
    ['huors', 'hours'],
    ['hoours', 'hours'],
    ['stpo', 'stop'],
    ['sytsem', 'system'],
    ['certifcate', 'certificate'],
    ['certificote', 'certificate'],
    ['meny', 'many'],
  ])('%s is taken for %s', (word, by) => {
    expect(meant(word)).toBe(by);
  });

  it.each(['house', 'menu', 'latex', 'hours', 'ours', 'ertificate', 'certifcat', 'sto', 'gibberish'])(
    '%s stays',
    word => {
      expect(meant(word)).toBeUndefined();
    },
  );

  it('takes letters that changed places for the likelier slip', () => {
    expect(createSpelling(['from', 'form'], [])('fomr')).toBe('form');
  });
});

describe('a message with slips in it', () => {
  const understand = createUnderstanding();
  const topic = (text: string) =>
    understand(text, { locale: 'en', today: '2026-11-28', lastTopic: null, asking: null }).asked[0];

  it.each([
    ['pls stpo the remidners', 'reminders-off'],
    ['how mnay huors do we need evry yaer', 'annual-hours'],
    ['wich documnet is this form', 'source'],
    ['my certifcate got stloen can i get anohter', 'reissue-change-cancel'],
  ])('%s: %s', (text, expected) => {
    expect(topic(text)).toBe(expected);
  });

  it('does not make other matters ours', () => {
    for (const text of ['the house is in the street', 'where can i get diner at nigth', 'my paining hangs on the wall'])
      expect(topic(text)).toBe('out-of-scope');
  });

  it('leaves pinyin as it is', () => {
    expect(topic('huan zheng yao shenme shihou zhiqian')).toBe('renewal-deadline');
  });
});
