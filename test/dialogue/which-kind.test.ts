import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function heard(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27' });
  for (const message of messages) person.say(message);
  return person;
}

describe('the full title on the cover', () => {
  it.each([
    ['封皮上写的住房和城乡建设领域专业人员岗位培训考核合格证书', 'training'],
    ['住房和城乡建设领域专业人员岗位培训考核合格证书', 'training'],
    ['我的证全名是《住房和城乡建设领域专业人员岗位培训考核合格证书》，还能换吗', 'training'],
    ['本子封皮写的岗位培训考核合格证书，是不是老的岗位证书', 'training'],
    ['封面写的住房和城乡建设领域施工现场专业人员职业培训合格证', 'electronic'],
  ])('tells which certificate it is: %s', (message, kind) => {
    const person = heard(message);
    expect(person.answer?.topic).toBe('eligibility');
    expect(person.facts['certificate.kind']).toBe(kind);
    expect(person.text).not.toMatch(/老的《岗位证书》不在换证之列/);
  });

  it('of the old post certificate stays that', () => {
    const person = heard('封面写的建设企事业单位专业管理人员岗位证书');
    expect(person.facts['certificate.kind']).toBe('post');
    expect(person.text).toMatch(/^老的《岗位证书》不在换证之列/);
  });
});

it.each(['培训合格证书', '是培训合格证书', '我的是培训考核合格证书'])(
  'a name tells nothing of an assessment: %s',
  message => {
    expect(heard('资料员证 2017年的', message).facts['training.passed']).toBeUndefined();
  },
);

describe('what a name means', () => {
  it.each([
    '啥子叫培训合格证书哦，我这个是个红本本',
    '什么叫培训合格证书',
    '培训合格证书是什么',
    '什么是电子证',
    '安全员证书是什么意思',
    '岗位证书是啥',
    '怎么看我的是不是培训合格证书',
    '培训合格证书和岗位证书有什么区别',
    'what is a training certificate',
    'what is an electronic training certificate?',
  ])('is explained, and nothing is taken for told: %s', message => {
    const person = heard(message);
    expect(person.facts).toEqual({});
    expect(person.answer?.topic).toBe('scope');
    expect(person.text).toMatch(/全称《住房和城乡建设领域专业人员岗位培训考核合格证书》/);
    expect(person.text).not.toMatch(/✓|✗/);
    expect(person.citations).toEqual(expect.arrayContaining(['0', '1.1', '1.3', '3.1a']));
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
  });

  it('is explained without asking whoever has told theirs', () => {
    const person = heard('我的证是电子证，2022年发的', '什么是培训合格证书');
    expect(person.state.open).toBeNull();
    expect(person.facts['certificate.kind']).toBe('electronic');
  });

  it.each(['培训合格证书是什么时候截止换的', '什么时候发电子证'])('is not asked by %s', message => {
    expect(heard(message).text).not.toMatch(/看封面上的全称/);
  });
});
