import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const told = (person: Person) =>
  person.state.certificates.map(({ facts }) => [
    facts['certificate.code'] ?? facts['certificate.codes']?.[0] ?? facts['certificate.kind'] ?? null,
    facts['certificate.issuedOn'] ?? null,
  ]);

const at = (locale: 'zh-CN' | 'en' = 'zh-CN', today = '2020-10-15') => new Person({ today, locale });

describe('several certificates in one message', () => {
  it.each([
    [
      '我一本施工员2016，一本质量员2019，都能换吗',
      [
        ['101', '2016'],
        ['106', '2019'],
      ],
    ],
    [
      '我有两本证，一本是2016年的土建施工员，另一本是2019年的资料员，都能换吗',
      [
        ['101', '2016'],
        ['114', '2019'],
      ],
    ],
    [
      '手上两个证：材料员2017年，机械员2014年，能换不',
      [
        ['111', '2017'],
        ['112', '2014'],
      ],
    ],
    [
      '我施工员证是17年的，后来19年又考了个质量员，这两个证能换吗',
      [
        ['101', '2017'],
        ['106', '2019'],
      ],
    ],
    [
      '一本施工员，2016年发的，一本质量员，2019年发的，能不能换',
      [
        ['101', '2016'],
        ['106', '2019'],
      ],
    ],
    [
      '2016年的土建施工员证和2014年的资料员证，哪个能换',
      [
        ['101', '2016'],
        ['114', '2014'],
      ],
    ],
    [
      '我有施工员证和资料员证，都是2017年的，能换吗',
      [
        ['101', '2017'],
        ['114', '2017'],
      ],
    ],
    [
      '一本土建施工员2016，一本土建施工员2018，都能换吗',
      [
        ['101', '2016'],
        ['101', '2018'],
      ],
    ],
    [
      '老张土建施工员2016，老李土建质量员2019，小王资料员2014，都能换不',
      [
        ['101', '2016'],
        ['106', '2019'],
        ['114', '2014'],
      ],
    ],
  ])('are each kept with their own facts: %s', (text, certificates) => {
    const person = at();
    expect(person.say(text).topic).toBe('eligibility');
    expect(told(person)).toEqual(certificates);
    expect(person.text).toMatch(/分开看/);
    expect(person.text).not.toMatch(/同一件事/);
  });

  it.each([
    [
      'I have a civil construction foreman certificate from 2016 and a materials officer one from 2019. Can I renew both?',
      [
        ['101', '2016'],
        ['111', '2019'],
      ],
    ],
    [
      'I have two certificates, one materials officer 2016 and one quality inspector 2019, can both be exchanged?',
      [
        ['111', '2016'],
        ['106', '2019'],
      ],
    ],
    [
      'I hold a 2016 materials officer certificate and a 2014 document officer certificate. Can I exchange them?',
      [
        ['111', '2016'],
        ['114', '2014'],
      ],
    ],
  ])('are each kept with their own facts in English: %s', (text, certificates) => {
    const person = at('en');
    person.say(text);
    expect(told(person)).toEqual(certificates);
    expect(person.text).toMatch(/certificates: /);
  });

  it('get an answer each, and the question that is still open for the first', () => {
    const person = at();
    person.say('一本土建施工员2016，一本资料员2019，都是培训合格证书，领导小组办公室发的，都能换吗');
    expect(person.text).toMatch(/1本还要再问，1本换不了/);
    expect(person.text).toMatch(/资料员（2019年）】[^【]*不在2015—2018年内/);
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.inNationalSystem' });
    person.say('查得到');
    person.say('学了32，专业22，考核过了');
    expect(person.text).toMatch(/现在就能换/);
    expect(person.facts['certificate.code']).toBe('101');
  });

  it('never share a value that could belong to either', () => {
    const person = at();
    person.say('我有施工员证和质量员证2017年的');
    expect(told(person)).toEqual([
      ['101', null],
      ['106', null],
    ]);
  });

  it('are both meant by 「两本都是」, except where a kind was told already', () => {
    const person = at();
    person.say('老张土建施工员2016，老李材料员2017，小林安全员证书，都能换不');
    person.say('全部都是培训合格证书');
    expect(person.state.certificates.map(({ facts }) => facts['certificate.kind'])).toEqual([
      'training',
      'training',
      'safety-officer',
    ]);
  });

  it('have their hours told apart', () => {
    const person = at('zh-CN', '2026-11-22');
    person.say('我有施工员和质量员两个电子证，施工员去年20今年30，质量员去年32今年32，够吗');
    expect(person.state.certificates.map(({ records }) => records.map(({ hours }) => hours))).toEqual([
      [20, 30],
      [32, 32],
    ]);
    expect(person.text).toMatch(/这是施工员那本的.*这是质量员那本的/s);
  });

  it('are told apart also where two have the same year, and where they are counted', () => {
    const person = at();
    person.say('张三土建施工员2016年、李四质量员2017年、王五资料员2018年、赵六材料员2014年、钱七安全员2016年');
    expect(told(person)).toEqual([
      ['101', '2016'],
      ['106', '2017'],
      ['114', '2018'],
      ['111', '2014'],
      ['safety-officer', '2016'],
    ]);
    const counted = at();
    counted.say('3个施工员2个质量员，都是2017年的');
    expect(told(counted)).toEqual([
      ['101', '2017'],
      ['106', '2017'],
    ]);
  });

  it('a safety officer’s certificate among them is asked about, and gets no word of the exchange', () => {
    const person = at();
    person.say('施工员证2016年，安全员证2018年，哪个要换');
    expect(person.text).toMatch(/安全员证（2018年）】[^【]*不用换[^【]*A、B、C证/);
  });

  it.each(['土建施工员（代码101）2016年的证能换吗', '我是施工员，想考质量员证，要学多少学时', '不是施工员，是质量员'])(
    'are not made of one: %s',
    text => {
      const person = at();
      person.say(text);
      expect(person.state.certificates).toHaveLength(1);
      expect(person.text).not.toMatch(/分开/);
    },
  );
});
