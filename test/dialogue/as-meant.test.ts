import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const asked = (text: string, { today = '2026-11-22', locale = 'zh-CN' as 'zh-CN' | 'en' } = {}): Person => {
  const person = new Person({ today, locale });
  person.say(text);
  return person;
};

describe('whether the certificate in hand can still be used', () => {
  it.each([
    '我那个质量员的证现在还能不能用呀',
    '我那个资料员的证还管不管用啊我是一七年考的一直放着没有换也没人跟我说过现在监理要看证',
    '我这个施工员证还能用不',
  ])('is answered by its printed validity: %s', text => {
    const person = asked(text);
    expect(person.answer?.topic).toBe('unrenewed-validity');
    expect(person.citations).toContain('3.1b');
    expect(person.text).not.toContain('收费');
  });

  it.each(['我的证过期了', '材料员证过期半年了还能用吗', '证已经到期了怎么办'])(
    'is promised to nobody whose certificate has expired: %s',
    text => {
      const person = asked(text);
      expect(person.answer?.topic).toBe('unrenewed-validity');
      expect(person.text).not.toMatch(/^没换的老证，有效期内可以继续用/);
      expect(person.citations).toEqual(expect.arrayContaining(['3.1b', '3.2']));
    },
  );

  it('takes no belief for a rule: neither so many years nor that it lapses by itself', () => {
    expect(asked('证的有效期是不是五年').text).toMatch(/^通知没写管几年/);
    expect(asked('证过期三十天就会自动注销吗').text).toMatch(/^过期会不会自动注销，通知没有说/);
  });
});

describe('a date asked for years after the exchange', () => {
  it.each([
    '今年的课最晚几号上完',
    '今年几月几号之前要学够',
    '12月22号才学完还来得及不',
    '年底最后两天学完算不算今年的',
  ])('is that of this year: %s', text => {
    const person = asked(text);
    expect(['upcoming-deadlines', 'hours-not-posted', 'annual-hours']).toContain(person.answer?.topic);
    expect(person.text).not.toMatch(/^换证截止日/);
  });

  it('is that of this year in English too', () => {
    const person = asked("what's the deadline this year", { locale: 'en' });
    expect(person.answer?.topic).toBe('upcoming-deadlines');
    expect(person.text).toContain('31 December 2026');
  });

  it.each(['换证几号截止', '系统是哪天关的'])('is that of the exchange where the exchange is asked for: %s', text => {
    expect(asked(text).text).toContain('2020年12月31日');
  });

  it('takes hours that are lacking for those of this year, and not of the exchange', () => {
    expect(asked('还差三个学时').text).not.toContain('当年换证');
    expect(asked('换证还差三个学时能先换吗').answer?.topic).toBe('renewal-hours');
  });
});

describe('an employer with many people', () => {
  it.each(['我是公司管人事的，三十来个人的证怎么处理', '我在单位办公室，一批人的证要弄，该怎么办'])(
    'is told what to do, and how a list is checked: %s',
    text => {
      const person = asked(text);
      expect(person.answer?.topic).toBe('employer-duties');
      expect(person.text).toContain('roster check');
    },
  );

  it.each(['公司十五个人的证能一起查吗', '把人员名单发给你核对行不行', '员工花名册怎么导入'])(
    'is told how to send a list: %s',
    text => {
      expect(asked(text).text).toMatch(/^一批人可以一起核对/);
    },
  );

  it('is told so in English', () => {
    expect(asked('HR here, can I upload a list of my staff', { locale: 'en' }).text).toMatch(/^Yes: send the sheet/);
  });
});

describe('what the notice is silent on about hours', () => {
  it.each([
    ['施工员和资料员两本电子证，一年各学32还是合起来32', '几本证'],
    ['学一次32学时，两本证都能算吗', '几本证'],
    ['今年多学的能不能算明年的', '学时能不能算到另一年'],
    ['明年的学时能提前学吗', '学时能不能算到另一年'],
    ['培训机构说前年没学的可以补', '以前年度的学时能不能补'],
  ])('is said to be silent, with what is safe: %s', (text, headline) => {
    const person = asked(text);
    expect(person.text.split('\n')[0]).toContain(headline);
    expect(person.text.split('\n')[0]).toContain('没有说');
    expect(person.text).toContain('在此之前');
    expect(person.citations).toContain('2.1');
  });

  it.each(['每年要学多少学时', '学时不够会怎么样'])('leaves other questions about hours as they were: %s', text => {
    expect(asked(text).text.split('\n')[0]).not.toContain('没有说');
  });
});

describe('the yearly review', () => {
  it.each(['年审怎么搞', '证要不要年审', '质量员证每年要年检吗'])('is the continuing education: %s', text => {
    expect(asked(text).answer?.topic).toBe('annual-hours');
  });

  it.each(['电工证怎么年审', '车子年检要带什么'])('of other papers is not ours: %s', text => {
    expect(['not-covered', 'out-of-scope']).toContain(asked(text).answer?.topic);
  });

  it('does not lose its place beside another question', () => {
    expect(asked('电子证要年审吗？丢了怎么补？').answer?.topics).toEqual(['annual-hours', 'reissue-change-cancel']);
  });
});

describe('facts beside a question that is not clear', () => {
  it.each([
    '我土建质量员在工地上走不开，耍手机的时候顺便听课认不认',
    'Ping me before anything on my decoration quality certificate runs out, and tell me now what the next date is.',
  ])('do not make it one about the exchange: %s', text => {
    const person = asked(text);
    expect(person.answer?.topic).not.toBe('eligibility');
  });

  it('are kept while it is asked back', () => {
    const person = asked('112电子证，那个啥玩意儿整不明白了都，咋整呢这事儿');
    expect(person.facts['certificate.code']).toBe('112');
  });
});

describe('what looks like a correction in a first message', () => {
  it.each([
    [
      'There is spelling mistake in my name on decoration quality officer certificate, correction is possible?',
      'reissue-change-cancel',
    ],
    ['Why the old post certificate is not in the list, before the department gave it to us.', 'old-post-certificate'],
  ])('takes nothing back: %s', (text, topic) => {
    expect(asked(text).answer?.topic).toBe(topic);
  });
});

it.each([
  '安全员岗位证（不是c证）也要换电子的吗',
  '我婆娘那个安全员是领导小组办公室15年发的，不是ABC证，她也要换电子的嗦',
])('a safety officer who says that it is not A, B or C is one of 3.1a: %s', text => {
  expect(asked(text).answer?.topic).toBe('safety-officer');
});

it('tells nothing of our certificates by what is said of another matter', () => {
  const person = asked('我驾照是2017年的，小车，过期了去哪换');
  expect(person.answer?.topic).toBe('out-of-scope');
  expect(person.facts).toEqual({});
});

describe('a message that says nothing', () => {
  it.each(['asdfghjkl', '？？？', '👍', '学'.repeat(4000), '嗯'])('is not understood, and on no subject: %s', text => {
    const person = asked(text);
    expect(person.answer).toMatchObject({ certain: true, topic: 'out-of-scope' });
    expect(person.text).toMatch(/^没太听懂/);
    expect(person.citations).toEqual([]);
  });

  it('leaves an open question open', () => {
    const person = new Person({ today: '2020-10-15' });
    person.say('培训合格证书，106，领导小组办公室发的，能换吗');
    const { open } = person.state;
    person.say('👍');
    expect(person.state.open).toEqual(open);
  });
});

describe('two questions in one message', () => {
  it.each([
    ['换证最晚什么时候？还有要几个学时', ['renewal-deadline', 'renewal-hours']],
    ['学时几月份截止，网上学算不算，要不要考试', ['upcoming-deadlines', 'online-training', 'assessment']],
    ['我的证还能用吗？每年学几个小时？打哪个电话？', ['unrenewed-validity', 'annual-hours', 'contact']],
  ])('are both answered: %s', (text, topics) => {
    expect(asked(text).answer?.topics).toEqual(topics);
  });

  it('are both answered in English', () => {
    const person = asked('how do I exchange and how many hours do I need?', { locale: 'en' });
    expect(person.answer?.topics).toEqual(['renewal-steps', 'renewal-hours']);
  });
});

describe('a name that three kinds of certificate have in everyday speech', () => {
  it.each(['上岗证能换吗', '我的岗位证可以换不', '上岗证还能换成电子的吗'])('is asked about: %s', text => {
    const person = asked(text, { today: '2020-10-15' });
    expect(person.answer?.topic).toBe('eligibility');
    expect(person.state.open).toMatchObject({ fact: 'certificate.kind' });
  });

  it.each(['老的管理人员岗位证书能换吗', '《建设企事业单位专业管理人员岗位证书》能不能换'])(
    'is the old one where its name is said: %s',
    text => {
      expect(asked(text).answer?.topic).toBe('old-post-certificate');
    },
  );
});
