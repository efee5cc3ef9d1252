import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('two things asked around a joining word', () => {
  it.each([
    ['每年学多少学时和去哪学', ['annual-hours', 'where-to-train']],
    ['老证还能用吗和丢了怎么办', ['unrenewed-validity', 'reissue-change-cancel']],
    ['怎么换证还有联系电话', ['renewal-steps', 'contact']],
    ['什么时候截止还有要交多少钱', ['renewal-deadline', 'not-covered']],
    ['电子证怎么下载和老证要不要交', ['renewal-steps', 'old-certificate-void']],
    ['我的证能换吗顺便问下每年学多少学时', ['eligibility', 'annual-hours']],
    ['换证要什么材料？另外去哪里学', ['renewal-steps', 'where-to-train']],
  ])('are both answered: %s', (text, topics) => {
    const answer = new Person().say(text);
    expect(answer.topics).toEqual(topics);
    expect(answer.replies.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['how many hours a year and where can I take them', ['annual-hours', 'where-to-train']],
    ['lost my certificate, also can I choose the school', ['reissue-change-cancel', 'choice-of-institution']],
    ['is there an exam and how much does it cost', ['assessment', 'not-covered']],
  ])('are both answered in English: %s', (text, topics) =>
    expect(new Person({ locale: 'en' }).say(text).topics).toEqual(topics),
  );

  it.each(['安全员和施工员每年学多少学时', '换证和继续教育每年要学多少', '系统里没有我的名字和证书怎么办'])(
    'are not made of one: %s',
    text => expect(new Person().say(text).topics).toHaveLength(1),
  );

  it('materials and photo are one answer, which says what the notice does not say', () => {
    const person = new Person();
    expect(person.say('换证要什么材料还有照片要求').topic).toBe('renewal-steps');
    expect(person.text).toMatch(/没列要交的材料/);
    expect(person.text).toMatch(/照片多大、什么底色.*通知都没有写/);
    expect(person.citations).toEqual(expect.arrayContaining(['1.3', '1.1']));
    const english = new Person({ locale: 'en' });
    english.say('what documents do I need');
    expect(english.text).toMatch(/^Done online; no papers are listed/);
  });

  it('materials of the archive check or a reissue stay with these', () => {
    expect(new Person().say('核查档案要带什么材料').topic).toBe('not-in-system');
    expect(new Person().say('补办要什么材料').topic).toBe('reissue-change-cancel');
  });
});
