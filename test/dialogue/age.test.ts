import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('whether a certificate ends with an age', () => {
  it.each([
    '60岁了证还有效吗',
    '女的55退休了证还有用吗',
    '满60岁电子证会失效吗',
    '过了六十周岁证是不是自动作废',
    '超龄了证还能用吗',
    '我爸62岁了，施工员证还能用吗',
    '证有年龄限制吗',
    '退休了六十岁证是不是就失孝了',
    '满六十证是不是就没用了',
    '我61了，证还算不算',
    '女五十五岁证就不行了吗',
  ])('is not said by the notice: %s', message => {
    const person = new Person({ today: '2026-11-27' });
    const { topic, certain } = person.say(message);
    expect([topic, certain]).toEqual(['not-covered', true]);
    expect(person.text).toMatch(/^几岁证就失效，这份通知没有规定/);
    expect(person.text).not.toMatch(/证作废/);
    expect(person.citations).toEqual(expect.arrayContaining(['2.1', '3.1a', '3.1b', '6']));
  });

  it.each([
    'I am 60, is my certificate still valid',
    'I’m 61, is my certificate dead?',
    'I am 60 now, can I still use my certificate',
    'my father is 63, is his certificate still OK',
    '61 years old, certificate gone?',
    'does my cert die at 60',
  ])('is not said in English either: %s', message => {
    const person = new Person({ locale: 'en' });
    person.say(message);
    expect(person.text).toMatch(/^The notice sets no age limit/);
  });

  it.each([
    ['退休了不做这行，证怎么算', 'left-post'],
    ['60岁了不干资料员了，证还有效吗', 'left-post'],
    ['60岁了没换的老证还能用吗', 'unrenewed-validity'],
    ['安全员证60岁还能用吗', 'safety-officer'],
    ['60岁还能报考吗', 'not-covered'],
    ['两年满60个学时证会作废吗', 'hours-shortfall'],
    ['I did 61 hours, is my certificate dead?', 'hours-shortfall'],
  ])('is not taken for what else is asked: %s', (message, topic) => {
    const person = new Person({ today: '2026-11-27' });
    expect(person.say(message).topic).toBe(topic);
    expect(person.text).not.toMatch(/^几岁证就失效/);
  });
});
