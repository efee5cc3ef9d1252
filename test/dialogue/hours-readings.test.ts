import { describe, expect, it } from 'vitest';
import { createConversation, initialState, type Message } from '../../src/dialogue/index.ts';
import { hainanNotice } from '../../src/policies/hainan-2020-135/notice.ts';
import type { PersonFound } from '../../src/registry/index.ts';
import { assessHours } from '../../src/rules/index.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { Person, words } from '../support/talk.ts';

function told(...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27' });
  for (const message of messages) person.say(message);
  return person;
}

describe('two years told without the year of issue', () => {
  it.each(['今年学了33.5个去年31', '去年31学时，今年33.5学时，够不够'])(
    'are called void by no reading before the year is over: %s',
    message => {
      const { text } = told(message);
      expect(text).toMatch(/一年最多算32：照现在的数到年底，不满64/);
      expect(text).toMatch(/是不是同一组，要看哪年发的证/);
      expect(text).not.toMatch(/算作废|✗/);
    },
  );

  it('say what the running year still needs', () => {
    expect(told('去年学了20今年学了10').text).toMatch(/2026年还没过完，至少再学34学时/);
    expect(told('2023年学了20，2024年学了30').text).not.toMatch(/还没过完/);
  });

  it('are no pair with a year between them', () => {
    expect(told('2023年学了20，2025年学了40').text).not.toMatch(/两年合计/);
  });
});

describe('years of which nothing was said', () => {
  it('make the readings that hang on them hang on them, and no other', () => {
    const { text } = told('2023年的电子证，去年20学时，今年40学时');
    expect(text).toMatch(/先当每年至少学满32算/);
    expect(text).toMatch(/△ 按公历年，任意连着两年，多学的都算：没说的年度要是刚好32，就算作废/);
    expect(text).toMatch(/✗ 按公历年，任意连着两年，一年最多算32：算作废/);
    expect(text).toMatch(/✓ 其余1种：没有作废/);
  });

  it.each([
    [
      2022,
      [
        [2024, 20],
        [2026, 5],
      ],
    ],
    [
      2022,
      [
        [2024, 12],
        [2026, 0],
      ],
    ],
    [
      2021,
      [
        [2023, 20],
        [2026, 10],
      ],
    ],
    [
      2023,
      [
        [2025, 20],
        [2026, 40],
      ],
    ],
    [2022, [[2026, 20]]],
    [2022, [[2025, 20]]],
  ] as const)('never make the number to be safe too low: issued %i, %j', (issued, records) => {
    const { text } = told(
      `我的电子证是${issued}年发的，${records.map(([year, hours]) => `${year}年学了${hours}学时`).join('，')}`,
    );
    const number = Number(/再学(\d+)学时/.exec(text)?.[1] ?? Number.NaN);
    const silent = [2022, 2023, 2024, 2025].filter(year => year > issued && !records.some(([told]) => told === year));
    const given = records.map(([year, hours]) => ({ year, hours, professionalHours: 0 }));
    const possible = silent.reduce<{ year: number; hours: number; professionalHours: number }[][]>(
      (all, year) =>
        all.flatMap(some => [32, 36, 44, 52, 64].map(hours => [...some, { year, hours, professionalHours: 22 }])),
      [given],
    );
    const needed = possible.map(
      all =>
        assessHours({
          asOf: '2026-11-27',
          certificate: { kind: 'electronic', issuedOn: String(issued) },
          inPost: null,
          records: all,
        }).thisYear?.hoursToKeep ?? 0,
    );
    // Where nothing keeps it, no number is told.
    expect(Number.isNaN(number) ? Math.max(...needed) : number).toBeGreaterThanOrEqual(Math.max(...needed));
    expect(text).toMatch(/再学\d+学时|到2026年12月31日为止/);
  });
});

describe('somebody of the roster who is not in the post', () => {
  const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
  const message: Message = { kind: 'choice', id: 'topic:my-hours' };
  const show = (kind: 'electronic' | 'safety-officer', hours: number) => {
    const found: PersonFound = {
      access: { person: 'p1', level: 1, untilMs: 2_000_000 },
      employer: null,
      certificates: [
        {
          no: 'A-1',
          kind,
          code: null,
          issuedOn: '2023-03-15',
          issuer: null,
          inNationalSystem: null,
          archiveVerified: null,
          inPost: false,
          records: [2024, 2025, 2026].map(year => ({
            year,
            hours,
            professionalHours: Math.min(hours, 22),
            passed: true,
            institution: null,
            completedOn: null,
          })),
        },
      ],
    };
    const moment = { today: '2026-11-27', now: 1_000, group: false };
    const { answer } = turn(initialState('zh-CN'), { kind: 'got', message, got: { kind: 'person', found } }, moment);
    return answer.replies.map(({ text }) => text).join('\n');
  };

  it('learns that this alone speaks against the certificate, and of no reading of hours', () => {
    const text = show('electronic', 32);
    expect(text).toMatch(/记的是不在岗/);
    expect(text).toMatch(/未从事相应岗位工作/);
    expect(text).not.toMatch(/有的算法说作废|✓|✗|已经不满的那些算法/);
  });

  it('learns both where hours are short too', () => {
    const text = show('electronic', 20);
    expect(text).toMatch(/未从事相应岗位工作/);
    expect(text).toMatch(/两年都不满64，证要作废/);
  });

  it('is told nothing of the kind for a safety officer certificate', () => {
    expect(show('safety-officer', 32)).not.toMatch(/未从事相应岗位|〔二（第一段）〕/);
  });
});

describe('a reading that no number of hours can keep', () => {
  const saved = (hours: number, name: string): boolean =>
    assessHours({
      asOf: '2027-01-01',
      certificate: { kind: 'electronic', issuedOn: '2022-03-10' },
      inPost: null,
      records: [...YEARS, [2026, hours] as const].map(([year, hours]) => ({ year, hours, professionalHours: 0 })),
    }).void[name as 'calendar/fixed/capped'] === false;
  const YEARS = [
    [2023, 32],
    [2024, 32],
    [2025, 16],
  ] as const;

  it('is named as one, and is not among those that the advice keeps', () => {
    const { text } = told('市政质量员电子证，2022年3月10日发的', '2023年32 2024年32 2025年16 2026年40');
    expect(text).toMatch(/再学8学时，还能保住的算法/);
    expect(text).toMatch(/保不住的：“按公历年，从头每两年一组，一年最多算32”/);
    expect(text).toMatch(/△ 按公历年，从头每两年一组，一年最多算32：现在还没作废/);
    expect(text).not.toMatch(/其余6种/);
    expect([saved(48, 'calendar/fixed/full'), saved(9999, 'calendar/fixed/capped')]).toEqual([true, false]);
  });

  it.each([
    ['我2024年9月30日拿的电子证，去年20学时专业20', /再学44学时，还能保住/],
    ['我2024年9月30日拿的电子证，去年20学时专业20，今年50学时专业32', /到2026年12月31日为止不再学也能保住/],
    ['电子证2024年发，去年0学时，今年40学时专业30', /再学24学时，还能保住/],
  ])('is told where nothing is void yet, and nothing is called safe: %s', (message, kept) => {
    const { text } = told(message);
    expect(text).toMatch(kept);
    expect(text).toMatch(/保不住的：/);
    expect(text).not.toMatch(/各种算法（按公历年）都不会|也不会因为两年累计作废|稳妥/);
  });

  it('is not spoken of where every reading can be kept', () => {
    const { text } = told('我2024年9月30日拿的电子证，去年32学时专业22，今年10学时专业10');
    expect(text).toMatch(/再学22学时，单看两年累计，各种算法（按公历年）都不会作废/);
    expect(text).not.toMatch(/保不住/);
  });

  it('is told in English too', () => {
    const person = new Person({ today: '2026-11-27', locale: 'en' });
    person.say('electronic certificate issued on 10 March 2022');
    person.say('2023: 32 hours, 2024: 32 hours, 2025: 16 hours, 2026: 40 hours');
    expect(person.text).toMatch(/8 more hours by .* keep every calendar reading that can still be kept/);
    expect(person.text).toMatch(/Cannot be kept: “calendar years, two by two/);
  });
});

describe('every reading, after hours of the roster', () => {
  const turn = createConversation({ notice: hainanNotice, words, understand: createUnderstanding(), hasRoster: true });
  const moment = { today: '2026-11-28', now: 1_000, group: false };
  const held = {
    no: 'A-1',
    kind: 'electronic',
    code: '112',
    issuedOn: '2023-07-15',
    issuer: null,
    inNationalSystem: null,
    archiveVerified: null,
    inPost: null,
    records: [2024, 2025].map(year => ({
      year,
      hours: 20,
      professionalHours: 20,
      passed: true,
      institution: null,
      completedOn: null,
    })),
  } as const;
  const found: PersonFound = {
    access: { person: 'p1', level: 1, untilMs: 2_000_000 },
    employer: null,
    certificates: [held],
  };
  const opened: Message = { kind: 'choice', id: 'topic:my-hours' };
  const shown = turn(initialState('zh-CN'), { kind: 'got', message: opened, got: { kind: 'person', found } }, moment);

  it.each<Message>([
    { kind: 'text', text: '逐种算法看结果' },
    { kind: 'choice', id: 'do:readings' },
  ])('is by these hours: %j', message => {
    const asked = turn(shown.state, message, moment);
    expect(asked.want).toMatchObject({ kind: 'person' });
    const { answer } = turn(asked.state, { kind: 'got', message, got: { kind: 'person', found } }, moment);
    const text = answer.replies.map(reply => reply.text).join('\n');
    expect(text).toMatch(/机械员/);
    expect(text).toMatch(/✗ 按公历年，任意连着两年，多学的都算：算作废/);
    expect(text).not.toMatch(/没问题|您没说/);
  });

  it('is by what was told once that came between', () => {
    const told = ['电子证，2024年拿的', '去年32专业22，今年40专业30', '逐种算法看结果'].reduce(
      ({ state }, text) => turn(state, { kind: 'text', text }, moment),
      shown,
    );
    expect(told.want).toBeUndefined();
    expect(told.answer.replies[0]?.text).toMatch(/✓ 按公历年/);
  });
});
