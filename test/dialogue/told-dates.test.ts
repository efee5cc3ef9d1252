import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const calendarOf = (person: Person): string =>
  (person.answer?.replies.flatMap(({ file }) => (file === undefined ? [] : [file.content])) ?? []).join('');

describe('what is due by what was told here', () => {
  it('names the number that is safe and the day from which hours count', () => {
    const person = new Person({ today: '2026-11-22' });
    person.say('我的电子证2024年9月30日发的，去年学了20，今年还没学');
    expect(person.say('我有哪些日子要记').topic).toBe('upcoming-deadlines');
    expect(person.text).toMatch(/^有一年不够，有风险：今年要学44学时/);
    expect(person.text).toMatch(/从2026年9月30日到2026年12月31日学的/);
    expect(calendarOf(person)).toMatch(/44学时/);
    expect(calendarOf(person)).toMatch(/20261231/);
  });

  it('asks nothing of the year of issue', () => {
    const person = new Person({ today: '2026-11-22' });
    person.say('我有电子培训合格证，2026年3月1日发的');
    person.say('我有哪些日子要记');
    expect(calendarOf(person)).toMatch(/20271231/);
    expect(calendarOf(person)).not.toMatch(/20261231/);
  });

  it('has the printed end of the validity in it', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我的培训合格证书有效期到2021年3月1日');
    person.say('我有哪些日子要记');
    expect(person.text).toMatch(/印到2021年3月1日/);
    expect(calendarOf(person)).toMatch(/20210301/);
  });

  it('sends nobody to the archive whose certificate is found', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我的土建质量员培训合格证书2016年领导小组发的系统能查到');
    person.say('我有哪些日子要记');
    expect(person.text).toMatch(/^最近的日子：2020年12月31日换证截止/);
    expect(calendarOf(person)).not.toMatch(/20201110/);
  });

  it('calls no day safe on which hours may not count for the year', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const person = new Person({ today: '2026-11-22', locale });
      person.choose('topic:upcoming-deadlines');
      expect(person.text).toMatch(/过了当年的发证月日|between that day's anniversary/);
      expect(person.text).not.toMatch(/都最稳妥|is right either way/);
    }
  });

  it('C10: ends every line of the calendar with CRLF, the last one too', () => {
    const person = new Person({ today: '2026-11-22' });
    person.choose('topic:upcoming-deadlines');
    expect(calendarOf(person)).toMatch(/END:VCALENDAR\r\n$/);
    expect(calendarOf(person).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('B06: as of a day before the notice', () => {
  it.each(['换证最迟什么时候', '我土建施工员2017年培训合格证书能换吗', '一年要学几个学时'])(
    'nothing is answered by it: %s',
    text => {
      for (const today of ['1990-01-01', '2019-06-01']) {
        const person = new Person({ today });
        person.say(text);
        expect(person.text).toMatch(/还没有这份通知/);
        expect(person.text).not.toMatch(/还有\d+天|现在就能换/);
      }
    },
  );

  it('is said of a day that is supposed, and not of the office', () => {
    const person = new Person({ today: '2026-11-22' });
    person.say('我土建施工员2017年培训合格证书能换吗');
    person.say('如果是2019年6月呢');
    expect(person.text).toMatch(/^2019年6月1日还没有这份通知/);
    person.say('联系电话多少');
    expect(person.text).toMatch(/0898-65352821/);
  });
});

describe('4.2', () => {
  it.each([
    ['老板非要我去他指定那家', /^单位也可以选；单位和本人听谁的，通知没说/],
    ['公司能不能指定培训机构', /^单位也可以选；单位和本人听谁的，通知没说/],
    ['住建局能指定机构吗', /^由单位或您自己选，主管部门不得指定/],
  ])('leaves the choice to the employer or the person: %s', (text, told) => {
    const person = new Person({ today: '2026-11-22' });
    expect(person.say(text).topic).toBe('choice-of-institution');
    expect(person.text).toMatch(told);
  });
});

it.each([
  ['重来', 'greeting'],
  ['看看我填的', 'help'],
  ['换个地方继续', 'help'],
])('%s is about what it does, and not about what was talked of last', (text, topic) => {
  const person = new Person({ today: '2026-11-22' });
  person.say('今天天气怎么样');
  expect(person.say(text).topic).toBe(topic);
});
