import { describe, expect, it } from 'vitest';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { Person } from '../support/talk.ts';

const TODAY = '2026-11-27';

function heard(...messages: string[]): Person {
  const person = new Person({ today: TODAY });
  for (const message of messages) person.say(message);
  return person;
}

const own = '我的是2017年的培训合格证书，土建施工员，没换';

describe('a certificate of somebody else', () => {
  it.each([
    '我徒弟二零二一年拿的电子证，他去年学了二十个学时今年三十个够不够',
    '我同事小王21年拿的电子证，还能用吗',
    '我老婆也是施工员，她2019年拿的证，能换吗',
    '我老婆都係施工員，佢2019年先攞證，得唔得換',
    '老陈的电子证是2022年的，要学多少',
    '帮我哥看看，电子证2021年12月发的',
  ])('never changes one’s own, and that is said: %s', message => {
    const person = heard(own, message);
    expect(person.text).toMatch(/这说的是另一个人的证/);
    expect(person.text).not.toMatch(/改好了/);
    person.say('那我那本呢');
    expect(person.facts).toEqual({
      'certificate.kind': 'training',
      'certificate.code': '101',
      'certificate.issuedOn': '2017',
    });
    expect(person.text).toMatch(/^换证2020年12月31日已截止，这本现在换不了/);
    expect(person.text).toMatch(/这说的是您自己的证/);
  });

  it('is gone on with by he and she, and taken up again by name', () => {
    const person = heard(own, '我徒弟的电子证是2021年的', '我同事的证是2016年的', '我徒弟去年学了20，今年30');
    expect(person.state.certificates).toHaveLength(3);
    expect(person.facts).toMatchObject({ 'certificate.kind': 'electronic', 'certificate.issuedOn': '2021' });
    person.say('他是2022年6月拿的');
    expect(person.facts['certificate.issuedOn']).toBe('2022-06');
    expect(person.state.certificates[0]?.facts['certificate.issuedOn']).toBe('2017');
  });

  it('is judged by nothing of one’s own', () => {
    const person = heard('我的是电子证，2022年发的', '我徒弟的证能换吗');
    expect(person.text).not.toMatch(/已经是电子证，不用再换/);
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
  });

  it('leaves a question on one’s own unanswered', () => {
    const person = heard('资料员证 2017年的能换吗', '我徒弟的是电子证，2021年的', '那我呢');
    expect(person.facts).toEqual({ 'certificate.code': '114', 'certificate.issuedOn': '2017' });
  });
});

describe('who holds what is told', () => {
  const understand = createUnderstanding();
  const holderOf = (text: string) =>
    understand(text, { locale: 'zh-CN', today: TODAY, lastTopic: null, asking: null }).holder;

  it.each([
    '老板说我们都要学32学时',
    '我徒弟让我问问，换证截止到什么时候',
    '师傅跟我说2017年的能换',
    '跟我同事一样是2021年的电子证',
    '换证截止到哪天',
    '人家说要换电子证',
    'my boss says I need 32 hours',
  ])('is nobody who only says or wants something: %s', text => {
    expect(holderOf(text)).not.toMatchObject({ own: false });
  });

  it.each([
    ['我徒弟2021年拿的电子证', '徒弟'],
    ['我婆娘是资料员，2018年的证能换吗', '婆娘'],
    ['我老婆也是施工员，她2019年拿的证', '老婆'],
    ['别人的证是2014年的，能换吗', '别人'],
    ['my colleague got his e-certificate in 2023', 'colleague'],
  ])('%s', (text, who) => {
    expect(holderOf(text)).toMatchObject({ own: false, who });
  });

  it.each(['我师傅的证是2014年的，我的是2016年的', '我徒弟换了，我没换，我的是2017年的', 'mine is from 2016'])(
    'is the speaker: %s',
    text => {
      expect(holderOf(text)).toEqual({ own: true });
    },
  );
});
