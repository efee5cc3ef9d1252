import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAYS, Person } from '../support/talk.ts';

const TRAINING_2018 = '《培训合格证书》，土建质量员106，2018年由领导小组办公室颁发，系统里能查到';

describe('the question whether my certificate can be exchanged', () => {
  it('takes all facts of one sentence and decides at once', () => {
    const person = new Person({ today: '2020-10-15' });
    const answer = person.say(`${TRAINING_2018}，学完34学时（专业25）并考核合格。换得成吗？`);
    expect(answer.topic).toBe('eligibility');
    expect(person.text).toMatch(/现在就能换/);
    expect(person.citations).toEqual(expect.arrayContaining(['1.1', '1.2', '1.3', '2.2']));
    expect(person.state.underway).toBeNull();
  });

  it.each([
    ['2020-10-15', /先核查档案/],
    ['2020-11-10', /先核查档案/],
    ['2020-11-11', /核查档案的日子过了/],
    ['2020-12-31', /核查档案的日子过了/],
    ['2021-01-01', /已截止/],
    ['2026-11-22', /已截止/],
  ])('1.1, 1.2: on %s a certificate that the system does not show is %s', (today, verdict) => {
    const person = new Person({ today });
    person.say('《培训合格证书》，土建质量员106，2018年由领导小组办公室颁发，系统里查不到，档案没核查过，能换吗？');
    expect(person.text).toMatch(verdict);
  });

  it('asks only what can still change the verdict, one question at a time', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:eligibility');
    const asked: string[] = [];
    for (const value of ['training', '106', '2016', 'hainan-leading-group-office', 'yes', 'unknown', 'unknown', 'no']) {
      const open = person.state.open;
      if (open?.kind !== 'fact') break;
      asked.push(open.fact);
      person.choose(`fact:${open.fact}=${value}`);
    }
    expect(asked).toEqual([
      'certificate.kind',
      'certificate.code',
      'certificate.issuedOn',
      'certificate.issuer',
      'certificate.inNationalSystem',
      'training.hours',
      'training.professionalHours',
      'training.passed',
    ]);
    expect(person.text).toMatch(/还要考核合格/);
  });

  it('says what each kind of certificate would mean while the kind is not known', () => {
    const person = new Person();
    person.say('我2017年的土建施工员证，海南发的，系统能查到，能换吗');
    expect(person.text).toMatch(/截止/);
    expect(person.choices.map(({ id }) => id)).toContain('fact:certificate.kind=training');
    person.choose('fact:certificate.kind=training');
    expect(person.text).toMatch(/现在换不了/);
    expect(person.citations).toEqual(expect.arrayContaining(['1.1', '1.2', '3.1b', '3.2']));
  });

  it('keeps 不知道 as an answer and says what is to be found out when nothing else can be asked', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:eligibility');
    for (let turn = 0; turn < 12 && person.state.open?.kind === 'fact'; turn += 1) person.say('不知道');
    expect(person.facts['certificate.kind']).toBe('unknown');
    expect(person.text).toMatch(/还要弄清楚的/);
    expect(person.text).toMatch(/0898-65352821/);
  });

  it('takes a correction in words, names it and decides again', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('标准员的培训合格证书，2013年，领导小组办公室，给换吗');
    expect(person.text).toMatch(/不在换证范围/);
    person.say('抱歉说错年份了，证上印的2015');
    expect(person.text).toMatch(/改好了.*2015/);
    expect(person.text).not.toMatch(/不在换证(范围|之列)/);
  });

  it('changes one answer from the review and asks nothing again that was answered', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say(`${TRAINING_2018}，学完34学时（专业25）并考核合格。换得成吗？`);
    person.choose('do:review');
    expect(person.choices.map(({ id }) => id)).toContain('change:certificate.inNationalSystem');
    person.choose('change:certificate.inNationalSystem');
    person.choose('fact:certificate.inNationalSystem=no');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.archiveVerified' });
    person.choose('fact:certificate.archiveVerified=no');
    expect(person.text).toMatch(/先核查档案/);
  });

  it('changes the printed end of validity', () => {
    const person = new Person({ today: '2021-10-15' });
    person.say('我的证有效期到2022年3月，还能用吗');
    person.choose('do:review');
    person.choose('change:certificate.validUntil');
    expect(person.text).toMatch(/有效期/);
    person.say('2023年6月30日');
    expect(person.facts['certificate.validUntil']).toBe('2023-06-30');
  });

  it('keeps what went before when only the trade is asked anew, and both certificates', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say(`${TRAINING_2018}，能换吗`);
    person.say('那资料员呢');
    expect(person.state.certificates).toHaveLength(2);
    expect(person.facts).toMatchObject({
      'certificate.code': '114',
      'certificate.issuedOn': '2018',
      'certificate.kind': 'training',
    });
  });

  it('asks whether 17年 is a year of issue where it could be a span', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('土建施工员的培训合格证书，领导小组办公室发的，17年，能换吗');
    if (person.facts['certificate.issuedOn'] === undefined) {
      expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.issuedOn?' });
      person.choose('fact:certificate.issuedOn?=yes');
    }
    expect(person.facts['certificate.issuedOn']).toBe('2017');
  });

  it('answers as of the day that is asked about', () => {
    const person = new Person();
    person.say(
      '如果是2020年10月15日，我的《培训合格证书》，土建质量员106，2018年领导小组办公室发的，系统能查到，学了34学时（专业25）并考核合格，能换吗',
    );
    expect(person.text).toMatch(/现在就能换/);
    expect(person.text).toMatch(/按2020年10月15日算/);
  });
});

describe('what could be taken wrongly', () => {
  it('the no of a correction is no answer to the open question', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('土建施工员的培训合格证书，2017年，海南领导小组办公室发的，能换吗');
    person.say('不对，是2016年');
    expect(person.facts['certificate.issuedOn']).toBe('2016');
    expect(person.facts['certificate.inNationalSystem']).toBeUndefined();
  });

  it('3.1a: the grades A, B, C of safety officers get nothing of the rule for the post certificate', () => {
    const person = new Person();
    expect(person.say('安全员B证要换吗').topic).toBe('not-covered');
    expect(person.citations).not.toContain('3.1a');
  });

  it('last year in “last year 16 hours” is no year of issue', () => {
    const person = new Person();
    person.say('今年学了32个学时，专业22，够不够');
    person.say('去年只学了16');
    expect(person.facts['certificate.issuedOn']).toBeUndefined();
    expect(person.text).toMatch(/48/);
  });

  it('professional hours above the hours are asked back', () => {
    const person = new Person();
    person.say('今年学了20学时，其中专业25');
    expect(person.text).toMatch(/专业学时（25）/);
  });
});

describe('the last days', () => {
  const late = '培训合格证书，资料员，2016年，海南领导小组办公室发的，系统里查得到，学了10个学时，能换吗';

  it('1.1: nobody is sent to the archive on a day that has passed', () => {
    const person = new Person({ today: '2020-11-10' });
    person.choose('topic:not-in-system');
    expect(person.text).toMatch(/今天/);
    expect(person.text).not.toMatch(/11月9日/);
  });

  it('1.2, 2.2: on 31 December the day is today, and the two batches a month are named', () => {
    const person = new Person({ today: '2020-12-31' });
    person.say(late);
    expect(person.text).toMatch(/每月只分两批.*赶不上/);
    person.choose('topic:renewal-deadline');
    expect(person.text).toMatch(/^今天/);
    expect(person.text).not.toMatch(/还有0天|已经过了，/);
  });
});

describe('a side question', () => {
  it('is answered, and then the open question returns', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:eligibility');
    const answer = person.say('换证最迟到哪天');
    expect(answer.topic).toBe('renewal-deadline');
    expect(answer.replies.at(-1)?.text).toMatch(/您手里是哪一种证/);
    person.choose('fact:certificate.kind=post');
    expect(person.text).toMatch(/不在换证/);
  });
});

describe('the walk-through', () => {
  it('goes step by step, back, and says where one is', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:renewal-steps');
    expect(person.citations).toContain('1.3');
    expect(person.text).toMatch(/第1步（共9步）/);
    person.say('下一步');
    expect(person.text).toMatch(/第2步/);
    person.say('上一步');
    expect(person.text).toMatch(/第1步/);
    expect(person.answer?.topic).toBe('renewal-steps');
  });

  it('is offered again to who comes back, and goes on where it was', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:renewal-steps');
    person.choose('step:next');
    person.take({ kind: 'start' });
    expect(person.choices.map(({ id }) => id)).toContain('do:resume');
    person.choose('do:resume');
    expect(person.text).toMatch(/第2步/);
  });

  it('finds the step by what the screen shows, and explains a missing 更新', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:renewal-steps');
    person.choose('step:stuck');
    person.choose('screen:photo');
    expect(person.text).toMatch(/上传头像/);
    person.choose('screen:no-update');
    expect(person.text).toMatch(/没有“更新”/);
    expect(person.citations).toEqual(expect.arrayContaining(['1.1', '1.2', '1.3', '2.2']));
  });

  it('keeps valid answers and drops a step that does not exist any more', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say(`${TRAINING_2018}，能换吗`);
    person.state = {
      ...person.state,
      underway: { kind: 'steps', step: 'fax-it' },
      certificates: [
        { ...person.state.certificates[0], facts: { ...person.facts, 'certificate.issuer': 'gone' } } as never,
      ],
    };
    person.choose('step:next');
    expect(person.text).toMatch(/第2步/);
    expect(person.facts).toMatchObject({ 'certificate.code': '106' });
    expect(person.facts['certificate.issuer']).toBeUndefined();
  });
});

describe('hours from the numbers that a person types', () => {
  it('2.1: two years below 64 are a risk, never flatly void, in every reading once the day of issue is known', () => {
    const person = new Person();
    person.say('前年25个学时，去年30个，证保得住不');
    expect(person.text).toMatch(/不满64/);
    expect(person.citations).toContain('2.1');
    person.say('2022年3月15日');
    expect(person.text).toMatch(/有的算法说作废/);
    expect(person.text).toMatch(/再学34学时/);
  });

  it('2.1: met this year beside a number still to do always shows that number', () => {
    const person = new Person();
    person.say('去年20学时，今年40学时，行不行');
    person.say('2023年');
    expect(person.text).toMatch(/再学4学时/);
  });

  it('2.1: one short year is a risk and never “no problem”', () => {
    const person = new Person();
    person.say('我2024年9月30日拿的电子证，去年20学时，其中专业14，会不会作废');
    expect(person.text).toMatch(/有风险.*44学时/);
    expect(person.text).not.toMatch(/没问题/);
  });

  it('3.1a: a safety officer hears nothing of void certificates as of his own', () => {
    const person = new Person();
    person.say('我的安全员证书2020年发的，去年20学时，今年32学时，专业22');
    person.choose('topic:hours-shortfall');
    expect(person.citations).toContain('3.1a');
    expect(person.text).toMatch(/不等于作废，也不等于没事/);
  });

  it('answers what if, and keeps nothing of it', () => {
    const person = new Person();
    person.say('去年学了32学时，今年学了20学时，够吗');
    person.say('2023年5月1日');
    const before = JSON.stringify(person.state.certificates);
    person.say('再学12学时，其中专业8');
    expect(person.text).toMatch(/一共学到32学时/);
    expect(JSON.stringify(person.state.certificates)).toBe(before);
  });
});

describe('choices', () => {
  it('are taken by button, by label, by number and by place', () => {
    for (const pick of ['fact', 'label', '1', '第一个']) {
      const person = new Person({ today: '2020-10-15' });
      person.choose('topic:eligibility');
      const [first] = person.choices;
      if (pick === 'fact') person.choose(first?.id ?? '');
      else person.say(pick === 'label' ? (first?.label ?? '') : pick);
      expect(person.facts['certificate.kind'], pick).toBe('training');
    }
  });

  it('that are no longer open say so and repeat what is', () => {
    const person = new Person({ today: '2020-10-15' });
    person.choose('topic:eligibility');
    person.choose('fact:certificate.code=106');
    expect(person.text).toMatch(/用不上了/);
    expect(person.text).toMatch(/您手里是哪一种证/);
    expect(person.facts).toEqual({});
  });

  it('read a bare number as the value where a number is asked for', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say(`${TRAINING_2018}，能换吗`);
    person.say('1');
    expect(person.facts['training.hours']).toBe(1);
  });

  it('take any id without fault and change nothing by a forged one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            'fact:__proto__=yes',
            'fact:certificate.kind=constructor',
            'do:delete',
            'topic:',
            'step:walk2',
            'certificate:99',
            'change:toString',
            'change:certificate.codes',
            'change:certificate.issuedOn?',
          ),
        ),
        id => {
          const person = new Person();
          person.choose(id);
          expect(person.text).not.toBe('');
          expect(person.facts).toEqual({});
        },
      ),
    );
  });
});

describe('the three different noes', () => {
  it('outside the subject is said to be outside', () => {
    const person = new Person();
    expect(person.say('今天海口天气怎么样').topic).toBe('out-of-scope');
    expect(person.text).toMatch(/不归我管/);
  });

  it('what the notice does not say is said so, with a contact', () => {
    const person = new Person();
    expect(person.say('继续教育一个人收多少钱').topic).toBe('not-covered');
    expect(person.text).toMatch(/没有说/);
    expect(person.citations).toContain('6');
  });

  it('what was not understood is asked back with choices, and no rule is stated', () => {
    const person = new Person();
    const answer = person.say('那个那个就是那个');
    if (!answer.certain) {
      expect(answer.candidates?.length).toBeGreaterThan(0);
      expect(person.citations).toEqual([]);
    } else expect(['help', 'out-of-scope']).toContain(answer.topic);
  });
});

describe('any conversation', () => {
  const moves = fc.array(
    fc.oneof(
      fc.nat(12).map(at => ({ at })),
      fc
        .constantFrom(
          '我17年的施工员证还能换吗',
          '下一步',
          '上一步',
          '取消',
          '重来',
          '继续',
          '不知道',
          '不对，是2016年',
          '32',
          '去年20今年40',
          'English',
          '帮助',
          '看看我填的',
          '删除我的资料',
          '440524188001010014',
          '那质量员呢',
          '🙏',
          '换'.repeat(4000),
        )
        .map(text => ({ text })),
    ),
    { maxLength: 12 },
  );

  it('never fails, always says something, and offers choices under the last reply only', () => {
    fc.assert(
      fc.property(
        moves,
        fc.constantFrom(...DAYS),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (steps, today, locale) => {
          const person = new Person({ today, locale });
          for (const step of steps) {
            const answer =
              'text' in step
                ? person.say(step.text)
                : person.choose(person.choices.at(step.at % Math.max(1, person.choices.length))?.id ?? 'topic:help');
            expect(answer.replies.length).toBeGreaterThan(0);
            expect(answer.replies.every(({ text }) => text.trim() !== '')).toBe(true);
            expect(answer.replies.slice(0, -1).every(({ choices }) => choices.length === 0)).toBe(true);
            expect(person.text).not.toContain('440524188001010014');
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a word that asks nothing', () => {
  it.each(['学时', '证', '换证', '安全', '那个证？', 'certificate'])(
    '%s is asked back, and no rule is stated',
    word => {
      const person = new Person();
      const answer = person.say(word);
      expect(answer.certain).toBe(false);
      expect(answer.candidates?.length).toBeGreaterThan(0);
      expect(person.citations).toEqual([]);
    },
  );
});

describe('the examples that the greeting gives', () => {
  it('去年20今年40行不行 is worked out from these hours', () => {
    const person = new Person();
    person.say('去年20今年40行不行');
    expect(person.state.certificates[0]?.records).toEqual([
      expect.objectContaining({ year: 2025, hours: 20 }),
      expect.objectContaining({ year: 2026, hours: 40 }),
    ]);
    expect(person.text).toMatch(/两年到现在60学时/);
  });
});

describe('several certificates', () => {
  it('stand side by side, each taken up again by its trade, its family, or whatever they were called by', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('我2017年的土建施工员培训合格证书能换吗');
    person.say('质量员电子证2019年发的呢');
    expect(person.state.certificates).toHaveLength(2);
    person.say('那土建施工员的呢');
    expect(person.state.current).toBe(0);
    person.say('质量员那本呢');
    expect(person.state.current).toBe(1);
    expect(person.state.certificates).toHaveLength(2);
  });

  it('of endlessly many the last ones are kept', () => {
    const person = new Person({ today: '2020-10-15' });
    for (let round = 0; round < 30; round += 1) {
      person.say('我的材料员培训合格证书2016年的能换吗');
      person.choose('certificate:new');
      person.say(`代码${200 + round}`);
    }
    expect(person.state.certificates.length).toBeLessThanOrEqual(20);
    expect(person.state.certificates[person.state.current]?.facts['certificate.code']).toBe('229');
  });
});

describe('what to do with what is kept of me', () => {
  it.each([
    ['删掉', false],
    ['确定', false],
    ['不要删', true],
    ['先别删', true],
  ])('is told in words: %s', (said, kept) => {
    const person = new Person({});
    person.say('我的土建施工员培训合格证书2017年的能换吗');
    person.say('我的资料');
    expect(person.say(said).topic).toBe('my-data');
    expect(person.state.certificates[0]?.facts['certificate.code'] !== undefined).toBe(kept);
  });

  it.each(['帮我删了好吗', '把我的资料都删掉吧', '请删除', 'yes, delete it', 'please delete all my data'])(
    'is deleted at the order “%s”',
    said => {
      const person = new Person({});
      person.say('提醒我');
      person.say('我的资料');
      person.say(said);
      expect(person.state.reminders).toBe(false);
    },
  );

  it.each([
    '名册里的记录谁来删',
    '名册里的也一起删掉',
    '可以删吗',
    '删了以后还能查吗',
    '你怎么删',
    '好的，那怎么换证',
    '好',
    '同意',
    'who deletes the roster records',
    'can i delete it later',
    'is the deleted data gone for good',
  ])('is not deleted at what only speaks of it: %s', said => {
    const person = new Person({});
    person.say('提醒我');
    person.say('我的资料');
    person.say(said);
    expect(person.state.reminders).toBe(true);
  });

  it('is not deleted by a word that comes after something else was talked of', () => {
    const person = new Person({});
    person.say('提醒我');
    person.say('我的资料');
    person.say('一年要学几个学时');
    person.say('确定');
    expect(person.state.reminders).toBe(true);
  });

  it.each([
    ['名册里的记录谁来删', /^名册上的记录要找提供名册的单位/],
    ['刚不小心把身份证发了。能撤回吗？服务器上也要清掉。', /^身份证号我这里不留/],
    ['我把身份证号发出去了能删吗', /^身份证号我这里不留/],
  ])('is told to whoever asks “%s”', (said, told) => {
    const person = new Person({});
    expect(person.say(said).topic).toBe('my-data');
    expect(person.text).toMatch(told);
  });
});

it.each([
  ['zh-CN', '我的材料员培训合格证书2016年海南发的能换吗', '要是在2020年10月呢', /还差|还要|2020年10月/],
  [
    'en',
    'can my 2016 materials officer training certificate from Hainan be exchanged',
    'what if it was October 2020',
    /A few facts more/,
  ],
] as const)(
  'goes on as of another day that is supposed without a question of its own (%s)',
  (locale, first, then, says) => {
    const person = new Person({ today: '2026-11-22', locale });
    person.say(first);
    expect(person.say(then).topic).toBe('eligibility');
    expect(person.state.asOf).toBe('2020-10-01');
    expect(person.text).toMatch(says);
  },
);

it('works hours out anew by what is told after them, and answers what is left by them', () => {
  const person = new Person({ today: '2026-11-22' });
  person.say('我2021年拿的电子证，2022年学了30，2023年32，2024年没学，2025年32，怎么办');
  expect(person.text).toMatch(/5种从发证日起算/);
  expect(person.say('2021年5月20日').topic).toBe('hours-shortfall');
  expect(person.text).not.toMatch(/5种从发证日起算/);
  expect(person.say('都在岗').topic).toBe('hours-shortfall');
  person.say('那我今年要学多少才保险');
  expect(person.text).toMatch(/2024年：0学时/);
});

it('J03: tells what is kept of this chat just now, and what was deleted, with a receipt', () => {
  const person = new Person({ today: '2026-11-22' });
  person.say('我的资料');
  expect(person.text).toMatch(/还没有证书的情况；提醒没开；没有和名册关联/);
  person.say('我2017年的土建施工员证能换吗');
  person.say('提醒我');
  person.say('我的资料');
  expect(person.text).toMatch(/1本证的情况.*提醒开着/);
  person.say('删掉');
  expect(person.text).toMatch(/已经删除：1本证的情况、提醒，2026年11月22日，凭据号[0-9A-Z]+/);
  person.say('我的资料');
  expect(person.text).toMatch(/还没有证书的情况；提醒没开/);
});
