import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function heard(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27' });
  for (const message of messages) person.say(message);
  return person;
}

const three = '一本施工员2016年的，一本质量员电子证2019年的，还有一本安全员证书';

describe('of several certificates', () => {
  it('a correction that names a trade changes the one of that trade', () => {
    const person = heard(three, '第二本会不会作废', '施工员不是16年，是18年');
    const [first, second] = person.state.certificates;
    expect(first?.facts['certificate.issuedOn']).toBe('2018');
    expect(second?.facts['certificate.issuedOn']).toBe('2019');
  });

  it('the second and the third are turned to by their place, and keep what is theirs', () => {
    const person = heard(three, '第二本会不会作废');
    expect(person.state.current).toBe(1);
    expect(person.text).toMatch(/2年累计不满64会作废.*这是质量员（2019年）那本的/s);
    person.say('再看第三本 安全员证书，领导小组发的');
    person.say('去年10今年32');
    const [first, second, third] = person.state.certificates;
    expect(third?.facts['certificate.issuer']).toBe('hainan-leading-group-office');
    expect(third?.records).toHaveLength(2);
    expect([first?.records, second?.records]).toEqual([[], []]);
    expect([first, second].map(one => one?.facts['certificate.issuer'])).toEqual([undefined, undefined]);
  });

  it('a safety officer’s is never the one of another trade', () => {
    const person = heard('我的质量员电子证，2022年3月发的，23年32，24年32，25年12', '再看安全员证书，领导小组发的');
    expect(person.facts).toEqual({
      'certificate.kind': 'safety-officer',
      'certificate.issuer': 'hainan-leading-group-office',
    });
    expect(person.text).not.toMatch(/改好了/);
    person.say('质量员那本呢');
    expect(person.facts).toMatchObject({ 'certificate.kind': 'electronic', 'certificate.issuedOn': '2022-03' });
  });

  it('one more of another kind leaves the first as it is, and the first is asked about again by its trade', () => {
    const person = heard('材料员培训合格证书2016年的没换', '我以前还有一个2012年的岗位证书，那个呢');
    expect(person.state.certificates.map(({ facts }) => facts['certificate.kind'])).toEqual(['training', 'post']);
    person.say('材料员的证如果当年换了，我现在失业一年，会作废吗');
    expect(person.state.current).toBe(0);
    expect(person.text).toMatch(/^没做相应岗位的/);
    expect(person.citations).toContain('2.1');
  });

  it.each([
    [['我的是培训合格证，质量员', '不对，是土建施工员'], 'certificate.code', '101'],
    [['我的证是电子证，2021年的', '不对，是培训合格证书'], 'certificate.kind', 'training'],
    [['施工员证2017年的', '培训合格证书'], 'certificate.kind', 'training'],
  ] as const)('a correction or an answer of the only one stays with it: %j', (messages, fact, value) => {
    const person = heard(...messages);
    expect(person.state.certificates).toHaveLength(1);
    expect(person.facts[fact]).toBe(value);
  });
});
