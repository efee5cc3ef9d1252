import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('a value that cannot be', () => {
  it('is named where nothing else was understood, and no rule is stated', () => {
    const person = new Person();
    person.say('2017年2月30日');
    expect(person.text).toMatch(/没有2017-2-30这一天/);
    expect(person.citations).toEqual([]);
  });

  it('is named where its question is open, which is asked again', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('培训合格证书，106，领导小组办公室发的，能换吗');
    expect(person.state.open).toMatchObject({ fact: 'certificate.issuedOn' });
    person.say('2017年6月31日');
    expect(person.text).toMatch(/没有2017-6-31这一天/);
    expect(person.state.open).toMatchObject({ fact: 'certificate.issuedOn' });
    expect(person.facts['certificate.issuedOn']).toBeUndefined();
  });

  it.each(['-5', '99999', '99999学时', '负5学时'])('of hours is refused: %s', text => {
    const person = new Person({ today: '2020-10-15' });
    person.say('培训合格证书，106，2017年领导小组办公室发的，系统里能查到，能换吗');
    expect(person.state.open).toMatchObject({ fact: 'training.hours' });
    person.say(text);
    expect(person.text).toMatch(/学时数不对吧/);
    expect(person.facts['training.hours']).toBeUndefined();
  });
});

describe('hours that are only supposed', () => {
  it.each(['如果再学12学时，其中专业8呢', '要是我再补12个学时呢'])('are worked out and not kept: %s', text => {
    const person = new Person();
    person.say('去年学了32学时，今年学了20学时，够吗');
    person.say('2023年5月1日');
    const before = JSON.stringify(person.state.certificates);
    person.say(text);
    expect(person.text).toMatch(/一共学到32学时/);
    expect(JSON.stringify(person.state.certificates)).toBe(before);
  });
});
