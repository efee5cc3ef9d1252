import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const own = '那我那个施工员证是一七年的';

describe('what others say or have of certificates', () => {
  it.each([
    '工地上人家说要换那个什么电子的培训合格正',
    '听说要换成那个电子证',
    '老板说都要用电子证',
    '大家都是电子证',
    '他们都有电子证了',
    '群里通知要弄个电子的培训合格证',
    '怎么办一本电子证',
    '现在都是电子证了',
    'everybody says it must be an electronic certificate',
  ])('is not the kind of the speaker’s own: %s', message => {
    const person = new Person({ today: '2026-11-27' });
    person.say(own);
    person.say(message);
    expect(person.facts['certificate.kind']).toBeUndefined();
    expect(person.text).not.toMatch(/您已经是电子证|already electronic/);
  });

  it('leaves the old certificate to be judged by the date printed on it', () => {
    const person = new Person({ today: '2026-11-27' });
    for (const text of [own, '工地上人家说要换那个什么电子的培训合格正', '那我这个老的还能用不']) person.say(text);
    expect(person.text).toMatch(/^没换的老证，有效期内可以继续用/);
    person.say('上面写的有效期到二零二三年');
    expect(person.text).toMatch(/已经过了/);
    expect(person.citations).toContain('3.1b');
  });

  it.each([
    ['是电子证', 'electronic'],
    ['我的是电子证', 'electronic'],
    ['应该是电子的', 'electronic'],
    ['师傅说我这个是电子证', 'electronic'],
    ['培训合格证书', 'training'],
  ])('an answer is one all the same: %s', (message, kind) => {
    const person = new Person({ today: '2026-11-27' });
    person.say(own);
    person.say(message);
    expect(person.facts['certificate.kind']).toBe(kind);
  });
});
