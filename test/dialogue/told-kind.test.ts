import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const asked = (first = '证能换吗', locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const person = new Person({ today: '2020-10-15', locale });
  person.say(first);
  expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
  return person;
};

describe('what kind of certificate it is, described and not named', () => {
  it.each(['岗位培训的那种', '就是岗位培训的', 'the post-training one'])(
    '“%s” is asked back between two kinds, and is no old post certificate',
    text => {
      const person = asked();
      expect(person.say(text).topic).toBe('eligibility');
      expect(person.text).toMatch(/岗位培训的有两种/);
      expect(person.facts['certificate.kind']).toBeUndefined();
      expect(person.choices.map(({ id }) => id)).toContain('fact:certificate.kind=safety-officer');
    },
  );

  it('post training is the training certificate of a trade on the list, and the safety officer’s where one is spoken of', () => {
    const listed = asked('土建施工员2017年的证能换吗');
    listed.say('岗位培训的那种');
    expect(listed.facts['certificate.kind']).toBe('training');
    const safety = new Person();
    safety.say('安全员证每年学多少，去年20今年32');
    safety.say('岗位培训的那种');
    expect(safety.facts['certificate.kind']).toBe('safety-officer');
  });

  it.each([
    ['培训考核的那种', 'training'],
    ['岗位培训考核的那个', 'training'],
    ['上面写建设企事业单位专业管理人员', 'post'],
    ['The title says Training and Assessment Certificate for posts', 'training'],
    ['手机上能下载的那种', 'electronic'],
    ['the downloadable one', 'electronic'],
  ])('“%s” is %s', (text, kind) => {
    const person = asked();
    person.say(text);
    expect(person.facts['certificate.kind']).toBe(kind);
  });

  it.each(['就是红本本', '纸质的', '岗位的', '上岗证', '考试发的那种证', 'the paper one', 'a red book'])(
    '“%s” fits several: it is said so, and no rule is stated',
    text => {
      const person = asked();
      person.say(text);
      expect(person.text).toMatch(/^光这样说分不出/);
      expect(person.citations).toEqual([]);
      expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
    },
  );

  it('a question in between is still answered', () => {
    const person = asked();
    expect(person.say('每年要学多少学时').topic).toBe('annual-hours');
  });

  it('post training without a question before is no old post certificate either', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我的是岗位培训的那种证');
    expect(person.text).not.toMatch(/不在换证之列，换不成/);
  });
});
