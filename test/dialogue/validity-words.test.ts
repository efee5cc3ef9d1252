import { expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

it('nobody is told that the exchange was left to them: 1.2 says 务必', () => {
  for (const today of ['2020-10-15', '2026-11-27']) {
    const person = new Person({ today });
    person.say('没换的老证还能用吗');
    expect(person.text).toMatch(/“务必”换，但没有说不换就算无证/);
    expect(person.text).not.toMatch(/由您/);
  }
});
