import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('a message of nothing but a number', () => {
  it.each(['2', '18', '32', '460', '三十二', '13800138000', '2017'])(
    'is not understood before anything was spoken of, and is not outside the subject: %s',
    text => {
      const person = new Person();
      const { topic, certain, candidates } = person.say(text);
      expect([topic, certain]).toEqual(['help', false]);
      expect(candidates).toContain('annual-hours');
      expect(person.text).toMatch(/不知道指什么/);
      expect(person.text).not.toMatch(/不归我管/);
      expect(person.citations).toEqual([]);
    },
  );

  it('is hours of a year that is asked for, after hours were spoken of', () => {
    const person = new Person();
    person.say('每年学多少学时');
    expect(person.say('32').topic).toBe('hours-shortfall');
    expect(person.text).toMatch(/^32学时是哪一年的/);
    person.say('去年');
    expect(person.state.certificates[0]?.records).toMatchObject([{ year: 2025, hours: 32 }]);
    const english = new Person({ locale: 'en' });
    english.say('how many hours a year');
    english.say('20');
    english.say('last year');
    expect(english.state.certificates[0]?.records).toMatchObject([{ year: 2025, hours: 20 }]);
  });

  it('is what the last answer was about: hours for the exchange, a year of issue, a printed end', () => {
    const exchange = new Person({ today: '2020-10-15' });
    exchange.say('换证要多少学时');
    exchange.say('20');
    expect(exchange.text).toMatch(/还差12学时/);
    const start = new Person();
    start.say('学时从哪年算起');
    start.say('2022');
    expect(start.text).toMatch(/2022年拿的证，从2023年开始/);
    const validity = new Person();
    validity.say('老证还能用吗');
    validity.say('2025');
    expect(validity.text).toMatch(/有效期到2025年/);
  });

  it('is the place of a choice where there is one, and a wrong place where it is near', () => {
    const person = new Person();
    person.say('每年学多少学时');
    expect(person.say('2').topic).toBe('hours-shortfall');
    person.say('每年学多少学时');
    person.say('7');
    expect(person.text).toMatch(/没有第7个/);
  });

  it('leaves an open question open when it cannot answer it', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我的培训合格证书，土建施工员，能换吗');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.issuedOn' });
    person.say('32');
    expect(person.text).toMatch(/^单说“32”/);
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.issuedOn' });
    person.say('2017');
    expect(person.facts['certificate.issuedOn']).toBe('2017');
  });
});
