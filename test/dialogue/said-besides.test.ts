import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function heard(locale: 'zh-CN' | 'en', ...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27', locale });
  for (const message of messages) person.say(message);
  return person;
}

describe('which of two certificates is meant', () => {
  it.each([
    [
      'zh-CN',
      '我的是电子证，资料员，2022年',
      '我还有安全员证书，领导小组发的',
      '不在岗了会怎么样',
      '我问的是电子证那本',
    ],
    [
      'en',
      'I have an e-certificate as documentation officer, issued 2022 by the Hainan leading group office',
      'And the post safety officer one, how many hours?',
      'what if I leave the post?',
      'I meant my e-certificate',
    ],
  ] as const)('turns to it, and the question that was asked goes on: %s', (locale, ...messages) => {
    const person = heard(locale, ...messages);
    expect(person.state.current).toBe(0);
    expect(person.answer?.topic).toBe('left-post');
    expect(person.text).toMatch(/^(?:没做相应岗位的|Out of the post)/);
    expect(person.state.certificates[1]?.facts['certificate.kind']).toBe('safety-officer');
  });

  it('nothing of the first is ticked for a second of another kind', () => {
    const person = heard(
      'en',
      'I have an e-certificate as documentation officer, issued 2022 by the Hainan leading group office',
      'And the post safety officer one, how many hours?',
    );
    expect(person.facts).toEqual({ 'certificate.kind': 'safety-officer' });
  });
});

describe('a specialty after 施工员 or 质量员', () => {
  it.each([
    [['施工员证，2017年的', '就是土建的'], '101'],
    [['质量员', '土建'], '106'],
    [['施工员', '市政的'], '104'],
    [['质量员', '装修的'], '107'],
  ] as const)('names the trade: %j', (messages, code) => {
    const person = heard('zh-CN', ...messages);
    expect(person.facts['certificate.code']).toBe(code);
    expect(person.facts['certificate.codes']).toBeUndefined();
  });

  it.each([
    ['资料员', '土建'],
    ['施工员', '土建和市政的'],
    ['施工员', '不是土建的'],
  ])('is not made up: %s, %s', (first, second) => {
    expect(String(heard('zh-CN', first, second).facts['certificate.code'])).not.toMatch(/10[1-4]/);
  });
});

describe('what is not a matter of silence', () => {
  it('to have no electronic certificate takes that kind back', () => {
    const person = heard('zh-CN', '我的证是电子证', '我没有电子证，我是说人家有');
    expect(person.facts['certificate.kind']).toBeUndefined();
    expect(person.answer?.topic).toBe('eligibility');
  });

  it.each([
    [['资料员证18年的没换', '那我现在到底有没有证'], 'unrenewed-validity'],
    [['没换电子证算不算无证上岗'], 'unrenewed-validity'],
  ] as const)('%j', (messages, topic) => {
    const person = heard('zh-CN', ...messages);
    expect(person.answer?.topic).toBe(topic);
    expect(person.text).not.toMatch(/^这一点通知没有说/);
  });

  it('nobody is given a choice of one', () => {
    const vague = [
      '那他说的都是假的咯',
      '大兄弟忙着呢？',
      '合格证',
      '那个事咋样了',
      '劳务员 系统404 前任没交接',
      '多少',
    ];
    const asked = vague.map(message => heard('zh-CN', message).answer).filter(answer => answer?.certain === false);
    expect(asked.length).toBeGreaterThan(0);
    for (const answer of asked) expect(answer?.candidates?.length).toBeGreaterThan(1);
  });
});
