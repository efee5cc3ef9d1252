import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const ask = (text: string, locale: 'zh-CN' | 'en') => {
  const person = new Person({ locale });
  const { topic, certain } = person.say(text);
  return { topic, certain, text: person.text };
};

describe('what is asked in so many words', () => {
  it.each(['is it void?', 'is my certificate void?', 'has my old cert become invalid', 'was mine cancelled'])(
    'whether a certificate is void hangs on its kind: %s',
    text => {
      const said = ask(text, 'en');
      expect(said.topic).toBe('hours-shortfall');
      expect(said.text).toMatch(/^It depends on the kind/);
    },
  );

  it.each(['作废了吗', '我的证作废了吗', '我的证是不是失效了', '旧证无效了吗'])(
    'whether a certificate is void hangs on its kind: %s',
    text => expect(ask(text, 'zh-CN').text).toMatch(/^作没作废，要看是哪一种证/),
  );

  it('whether it is void, for somebody whose certificate is known', () => {
    const person = new Person();
    person.say('我有一本2016年的培训合格证书，没换');
    expect(person.say('我的证作废了吗').topic).toBe('hours-shortfall');
    expect(person.text).toMatch(/^没换的老证，有效期内可以继续用/);
  });

  it.each([
    ['has mine lapsed', 'unrenewed-validity'],
    ['has mine expired?', 'unrenewed-validity'],
    ['is my old certificate still valid?', 'unrenewed-validity'],
    ['I lost it', 'reissue-change-cancel'],
    ['someone stole my card', 'reissue-change-cancel'],
    ['my certificate was stolen', 'reissue-change-cancel'],
    ['my boss has my certificate', 'not-covered'],
    ["my employer keeps my certificate and won't give it back", 'not-covered'],
    ['my certificate is with my company', 'not-covered'],
    ['can my certificate be exchanged', 'eligibility'],
    ['can I still exchange it', 'eligibility'],
    ['can my old certificate be renewed?', 'eligibility'],
    ['I changed company, do my hours count', 'not-covered'],
    ['can someone else do the hours for me', 'not-covered'],
    ['do I need to go to Haikou in person', 'renewal-steps'],
    ['changed careers, is it still valid', 'left-post'],
    ['moved to another role inside the company, does it lapse', 'left-post'],
    ['promoted to office manager, so not a constructor any longer. certificate dead?', 'left-post'],
    ['Her post is gone and she stays at home. Does leaving the job make her certificate void?', 'left-post'],
    ["What papers do I bring to have my file checked when I'm not in the system?", 'not-in-system'],
    ['does he need to retrain', 'hours-shortfall'],
    ['is the training in English', 'not-covered'],
  ] as const)('“%s” is about %s', (text, topic) => expect(ask(text, 'en')).toMatchObject({ topic, certain: true }));

  it.each([
    ['老板扣着我的证', 'not-covered'],
    ['我的证在公司手里', 'not-covered'],
    ['换了公司学时还算吗', 'not-covered'],
    ['别人能替我学吗', 'not-covered'],
    ['要本人去海口吗', 'renewal-steps'],
    ['要不要去海口', 'renewal-steps'],
    ['评中级职称要哪些材料', 'not-covered'],
    ['安全B证延期要什么材料', 'not-covered'],
    ['护士证延续注册要什么材料', 'out-of-scope'],
    ['施工许可证编号460100202012310101，延期', 'not-covered'],
    ['要親自去的話在哪一間辦公室', 'contact'],
    ['换证要什么材料', 'renewal-steps'],
    ['有两个人去年没学够怎么办', 'hours-shortfall'],
  ] as const)('“%s” is about %s', (text, topic) => expect(ask(text, 'zh-CN')).toMatchObject({ topic, certain: true }));

  it('whether it has expired is answered neither by yes nor by no', () => {
    expect(ask('has mine expired?', 'en').text).toMatch(/^See the validity date printed on it/);
    expect(ask('证过期了吗', 'zh-CN').text).toMatch(/^过没过期，看证上印的有效期/);
  });

  it.each([
    ["I don't read Chinese, can you help", 'en', /^All right, English/],
    ['我看不懂中文', 'zh-CN', /^All right, English/],
    ['看不懂英文', 'en', /^好的，现在用中文/],
  ] as const)('who cannot read a language gets the other one: %s', (text, locale, reply) =>
    expect(ask(text, locale).text).toMatch(reply),
  );

  it('coming in person is asked of nobody for the exchange', () => {
    expect(ask('要本人去海口吗', 'zh-CN').text).toMatch(/^换证在网上办/);
    expect(ask('do I need to go to Haikou in person', 'en').text).toMatch(/^Exchange is online/);
  });

  it.each([
    'my company wants to use my certificate for another project, is that ok',
    'I moved to another city in Hainan, do I need to tell somebody',
  ])('nobody is told that their certificate is void who has not spoken of leaving the post: %s', text => {
    const person = new Person({ locale: 'en' });
    expect(person.say(text).certain).toBe(false);
    expect(person.text).not.toMatch(/void/);
  });

  it('who speaks of leaving the post is told what 2.1 says', () =>
    expect(ask('I left the construction industry', 'en').topic).toBe('left-post'));
});
