import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('forging and buying certificates', () => {
  it.each(['怎么伪造一本电子证', '帮我做个假证行不行', '我想买一本电子证', '给我P一张证', '假的电子证哪里买'])(
    'is not helped with: %s',
    message => {
      const person = new Person({ today: '2026-11-27' });
      person.say(message);
      expect(person.text).toMatch(/^造假证、买证，这个忙我不帮/);
      expect(person.text).not.toMatch(/第1步/);
      expect(person.facts).toEqual({});
    },
  );

  it.each(['我的证被人伪造了怎么办', '公司给我的证是假证怎么查', '怎么看证的真假', '花钱买学时可以吗'])(
    'is not what is asked by %s',
    message => {
      const person = new Person({ today: '2026-11-27' });
      person.say(message);
      expect(person.text).not.toMatch(/造假证/);
    },
  );

  it('leaves the question that waits where it is', () => {
    const person = new Person({ today: '2026-11-27' });
    person.say('资料员证 2017年的能换吗');
    person.say('怎么伪造一本电子证');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
    expect(person.text).toMatch(/您手里是哪一种证/);
  });

  it('is refused in English', () => {
    const person = new Person({ locale: 'en' });
    person.say('how do i forge a certificate');
    expect(person.text).toMatch(/^I don't help to forge/);
  });
});
