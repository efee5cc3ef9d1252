import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('online training', () => {
  it.each([
    ['zh-CN', '孩子小出不了门，手机上学行不行', /^网上学算数；用什么学、怎么核身份，看机构/],
    ['zh-CN', '网上学要不要刷脸', /^网上学算数；用什么学/],
    ['zh-CN', '网上学算不算', /^可以，网上学也算/],
    ['en', 'Can I do the online training on my phone?', /^Online counts; devices: ask the school/],
    ['en', 'Is online training allowed?', /^Yes, online training counts/],
  ] as const)('%s %s', (locale, message, headline) => {
    const person = new Person({ today: '2026-11-28', locale });
    person.say(message);
    expect(person.text).toMatch(headline);
    expect(person.citations).toContain('2.2');
  });
});
