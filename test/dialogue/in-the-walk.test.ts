import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const walking = (today = '2020-10-15'): Person => {
  const person = new Person({ today });
  person.say('一步一步教我');
  return person;
};
const stepOf = ({ state }: Person) => (state.underway?.kind === 'steps' ? state.underway.step : undefined);

describe('the walk-through', () => {
  it.each(['我要换证', '你好，我要换证，怎么弄', '我想换证', '帮我换证', '换证怎么弄', '我要换电子证'])(
    'is where “%s” leads, on days on which nothing has been missed and after them',
    text => {
      for (const today of ['2020-10-15', '2026-11-22']) {
        const person = new Person({ today });
        expect(person.say(text).topic).toBe('renewal-steps');
      }
    },
  );

  it('is where the wish leads in English', () => {
    const person = new Person({ today: '2020-10-15', locale: 'en' });
    expect(person.say('I want to exchange my certificate').topic).toBe('renewal-steps');
  });

  it.each([
    ['错过换证怎么办', 'missed-deadline'],
    ['我要换证，原来的丢了', 'reissue-change-cancel'],
    ['我的证能换吗', 'eligibility'],
  ])('is not where “%s” leads', (text, topic) => {
    expect(new Person({ today: '2020-10-15' }).say(text).topic).toBe(topic);
  });

  it('waits at its step while facts are told and corrected', () => {
    const person = walking();
    person.say('下一步');
    expect(person.say('我是土建质量员 2016年8月发的').topic).toBe('renewal-steps');
    expect(person.text).toMatch(/^记下了，岗位：土建质量员（106）/);
    expect(stepOf(person)).toBe('search');
    expect(person.say('等下，我说错了，是2017年8月发的').topic).toBe('renewal-steps');
    expect(person.text).toMatch(/^改好了，发证日期：2017年8月/);
    person.say('下一步');
    expect(stepOf(person)).toBe('register');
    person.say('学满了32，专业22');
    expect(person.facts['training.hours']).toBe(32);
    expect(stepOf(person)).toBe('register');
  });

  it('says at once when a fact stands in the way', () => {
    const person = walking();
    person.say('我的是电子培训合格证');
    expect(person.text).toMatch(/最要紧的是/);
    expect(stepOf(person)).toBe('certificate');
  });

  it('is taken up again where it was after a verdict in between', () => {
    const person = walking();
    person.say('第4步');
    person.say('土建质量员106的培训合格证书2019年发的能换吗');
    expect(person.state.underway).toBeNull();
    person.say('继续');
    expect(stepOf(person)).toBe('profile');
    expect(person.text).toMatch(/^接着来/);
  });

  it('goes to a step by its number', () => {
    const person = walking();
    person.say('第6步');
    expect(stepOf(person)).toBe('learn');
    person.say('step 3');
    expect(stepOf(person)).toBe('register');
    person.say('第十步');
    expect(stepOf(person)).toBe('download');
  });

  it('begins with 「下一步」 after the steps were listed', () => {
    const person = new Person({ today: '2026-11-22' });
    person.say('我要换证');
    person.say('下一步');
    expect(stepOf(person)).toBe('certificate');
  });

  it.each([
    ['点了更新然后呢', 'download'],
    ['头像不小心传错了，能改吗', 'photo'],
  ])('is placed by “%s”', (text, step) => {
    const person = walking();
    expect(person.say(text).topic).toBe('renewal-steps');
    expect(stepOf(person)).toBe(step);
  });

  it('pauses when somebody goes for a while', () => {
    const person = walking();
    person.say('我先去吃饭了');
    expect(person.state.open).toBeNull();
    person.say('回来了，继续');
    expect(stepOf(person)).toBe('certificate');
  });

  it('is forgotten with everything else', () => {
    const person = walking();
    person.say('能换吗');
    person.say('重来');
    expect(person.state.left).toBeUndefined();
  });
});

it.each(['系统里怎么查', '怎么查', '在哪里查'])(
  'tells how to look where it is asked whether the certificate is found: %s',
  text => {
    const person = new Person({ today: '2020-10-15' });
    person.say('土建施工员101，2017年，培训合格证书，领导小组办公室发的，能换吗');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.inNationalSystem' });
    person.say(text);
    expect(person.text).toMatch(/^在系统里查一查这本证/);
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.inNationalSystem' });
  },
);

it.each([
  ['zh-CN', '把发证年份改成2016'],
  ['en', 'change the issue year to 2016'],
] as const)('takes a change of a named fact for one (%s)', (locale, text) => {
  const person = new Person({ today: '2026-11-22', locale });
  person.say('我土建施工员2017年培训合格证书能换吗');
  person.say(text);
  expect(person.facts['certificate.issuedOn']).toBe('2016');
});

it('shows what was told when asked to', () => {
  const person = new Person({ today: '2020-10-15' });
  person.say('我土建施工员2017年培训合格证书能换吗');
  person.say('我看看填的');
  expect(person.state.open).toEqual({ kind: 'review' });
});
