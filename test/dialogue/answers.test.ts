import { describe, expect, it } from 'vitest';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';
import { TOPICS } from '../../src/policies/policy.ts';
import { DAYS, Person } from '../support/talk.ts';

const LOCALES = ['zh-CN', 'en'] as const;
const cases = LOCALES.flatMap(locale => TOPICS.flatMap(topic => DAYS.map(today => ({ locale, topic, today }))));

function answerTo({ locale, topic, today }: (typeof cases)[number]): Person {
  const person = new Person({ today, locale });
  person.choose(`topic:${topic}`);
  return person;
}

describe('the answer on every topic', () => {
  it.each(cases)('$topic, $locale, $today: begins with a headline of at most 40 characters', each => {
    const [headline = ''] = answerTo(each).text.split('\n');
    expect([...headline].length, headline).toBeLessThanOrEqual(40);
    expect(headline).not.toBe('');
  });

  it.each(cases)(
    '$topic, $locale, $today: is certain, offers choices that fit a button, and leaves no gap of words',
    each => {
      const person = answerTo(each);
      expect(person.answer?.certain).toBe(true);
      expect(person.text).not.toMatch(/undefined|null|NaN|\{|\}|\$/);
      for (const { id, label } of person.choices) {
        expect(id).toMatch(/^[!-~]{1,64}$/);
        expect(label.trim()).not.toBe('');
      }
    },
  );

  it.each(TOPICS.filter(topic => hainan.topics[topic].length > 0))('%s rests on its clauses', topic => {
    const cited = new Set(DAYS.flatMap(today => answerTo({ locale: 'zh-CN', topic, today }).citations));
    expect([...cited]).toEqual(expect.arrayContaining(hainan.topics[topic]));
  });

  it('cites every clause of the notice somewhere', () => {
    const cited = new Set(cases.flatMap(each => answerTo(each).citations));
    expect(hainan.clauses.map(({ id }) => id).filter(id => !cited.has(id))).toEqual([]);
  });

  it.each(cases.filter(({ locale }) => locale === 'zh-CN'))('$topic, $today: quotes the notice word for word', each => {
    const notice = hainan.clauses.map(({ zh }) => plain(zh)).join('\n');
    const quotes = [...answerTo(each).text.matchAll(/“([^”]{9,})”/g)].map(([, quote = '']) => plain(quote));
    const ours = /(施工员|学时|去年|我17年)/;
    expect(quotes.filter(quote => !notice.includes(quote) && !ours.test(quote))).toEqual([]);
  });
});

const plain = (text: string) => text.replace(/\s|，|,/g, '');

describe('what the notice leaves open', () => {
  it('is shown with what is safe meanwhile and who could settle it', () => {
    const person = new Person();
    person.choose('topic:hours-shortfall');
    person.choose('do:open-points');
    const points = hainan.openPoints.filter(({ nearest }) => nearest[0] === '2.1');
    expect(points.length).toBeGreaterThan(0);
    expect(person.text).toContain(points[0]?.question.zh);
    expect(person.text).toContain(points[0]?.meanwhile.zh);
    expect(person.citations).toContain('2.1');
  });
});
