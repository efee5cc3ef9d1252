import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

function told(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-28' });
  for (const message of messages) person.say(message);
  return person;
}

describe('hours of several certificates', () => {
  it.each([
    '三个证是不是要学96个学时',
    '还是三个证学一遍32就够了',
    '我有两本证，学时是不是要翻倍',
    '两个证要64学时吗',
    '施工员和质量员两个证，学一次够不够',
    '多证的学时怎么算',
    '一人多证要学几遍',
    '三本证的公共课能不能通用',
  ])('each or together, the notice does not say: %s', message => {
    const { text, answer } = told(message);
    expect(text).toMatch(/^几本证是各学各的还是合着学，通知没有说/);
    expect(answer?.certain).toBe(true);
  });

  it('nor while a question about another certificate is open', () => {
    expect(told('我有一本岗位培训的安全员证书', '能换吗', '三个证是不是要学96个学时').text).toMatch(/几本证是各学各的/);
  });

  it('in English', () => {
    const person = new Person({ today: '2026-11-28', locale: 'en' });
    person.say('do I need 64 hours for two certificates?');
    expect(person.text).toMatch(/^Each or together: the notice does not say/);
  });

  it.each(['如果我再学4个学时，都是专业的，够不够', '我有两本证能换吗', '今年学了4个学时，都是专业的'])(
    'are not asked about by: %s',
    message => {
      expect(told(message).text).not.toMatch(/各学各的/);
    },
  );
});
