import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

const ON = [
  '提醒我',
  '能提醒我吗',
  '到时候提醒我一下好吗',
  '你能不能到期前提醒我',
  '别忘了提醒我',
  '有没有提醒功能，给我开一下',
  'can you remind me?',
  'could you please remind me before the deadline?',
];
const OFF = [
  '别再提醒我了',
  '怎么退订？点哪里？我不想收了',
  '帮我取消提醒好吗',
  'can you stop reminding me?',
  "don't remind me yet",
];
const NEITHER = [
  '还会提醒我吗',
  '還會提醒我嗎',
  '我没说要提醒',
  '谁让你提醒我的',
  '我退订了吗',
  '怎么取消提醒',
  '提醒开着吗',
  '有没有提醒功能',
  '什么时候提醒我',
  'will you still remind me?',
  'am I unsubscribed?',
  'how do I stop the reminders?',
  'I never asked for reminders',
];

function personWith(reminders: boolean): Person {
  const person = new Person();
  person.choose(reminders ? 'topic:reminders-on' : 'topic:reminders-off');
  return person;
}

describe('being reminded', () => {
  it.each(ON)('begins with the request “%s”', text => {
    const person = personWith(false);
    person.say(text);
    expect(person.state.reminders).toBe(true);
  });

  it.each(OFF)('ends with the request “%s”', text => {
    const person = personWith(true);
    person.say(text);
    expect(person.state.reminders).toBe(false);
    expect(person.text).toMatch(/已经取消|cancelled/);
  });

  it.each(['22点以后别发', '晚上别发，22点以后不要吵我', '半夜不要发', 'no messages after 10 pm please'])(
    'at night is not had anyway: “%s” changes nothing',
    text => {
      for (const reminders of [true, false]) {
        const person = personWith(reminders);
        person.say(text);
        expect(person.state.reminders).toBe(reminders);
        expect(person.text).toMatch(/^(?:晚上本来就不发|Never at night)/);
      }
    },
  );

  it('keeps on with times that cannot be kept free, and says so', () => {
    const person = personWith(true);
    person.say('周末别发');
    expect(person.state.reminders).toBe(true);
    expect(person.text).toMatch(/^提醒开着，但您说的日子设不了/);
    person.say('晚上发太烦了，取消');
    expect(person.state.reminders).toBe(false);
  });

  it.each([
    ['我听说八大员取消了', 'not-covered'],
    ['还说八大员今年取消了', 'not-covered'],
    ['说证书到期前一个月去住建局盖章就能延', 'reissue-change-cancel'],
  ])('is not touched by what is said of something else: “%s”', (text, topic) => {
    for (const reminders of [true, false]) {
      const person = personWith(reminders);
      expect(person.say(text).topic).toBe(topic);
      expect(person.state.reminders).toBe(reminders);
    }
  });

  it.each(NEITHER)('is told of and not changed by “%s”', text => {
    for (const reminders of [true, false]) {
      const person = personWith(reminders);
      person.say(text);
      expect(person.state.reminders).toBe(reminders);
      expect(person.text).toMatch(
        reminders ? /^到期提醒现在开着|^Reminders are on/ : /^到期提醒现在没有开|^Reminders are off/,
      );
      expect(person.choices[0]?.id).toBe(reminders ? 'topic:reminders-off' : 'topic:reminders-on');
    }
  });

  it('stays off when a question is followed by “not yet”', () => {
    const person = personWith(false);
    person.say('你会提醒我吗？先不要');
    expect(person.state.reminders).toBe(false);
    expect(person.text).toMatch(/^到期提醒现在没有开/);
  });

  it('says what days were heard, and that others cannot be set', () => {
    const person = personWith(true);
    person.say('提前3天和10天提醒我');
    expect(person.text).toMatch(/到期前10、3天各发一次/);
    person.say('提前一个礼拜提醒');
    expect(person.text).toMatch(/到期前7天发一次/);
    person.say('每个月提醒我一次');
    expect(person.text).toMatch(/^提醒开着，但您说的日子设不了/);
    expect(person.state.leads).toEqual([7]);
  });
});

describe('days that are past this year already', () => {
  const asked = (today: string, ...messages: string[]) => {
    const person = new Person({ today });
    for (const message of messages) person.say(message);
    return person;
  };

  it('are said to come from next year on', () => {
    const { text, state } = asked('2026-11-28', '提前45天提醒我');
    expect(text).toMatch(/^记下了，但今年那天已经过了，明年起才提醒/);
    expect(text).toMatch(/只剩33天，到期前45天的那次今年发不了.*“提前30天提醒我”/);
    expect(state.reminders).toBe(true);
  });

  it('are named where others are still to come', () => {
    const { text } = asked('2026-11-28', '提前45天和10天提醒我');
    expect(text).toMatch(/^好，学时到期前我会在这里提醒您/);
    expect(text).toMatch(/到期前45天的那次今年发不了/);
  });

  it.each([
    ['2026-06-01', '提前45天提醒我'],
    ['2026-11-28', '到期提醒我'],
  ])('are not spoken of otherwise: %s %s', (today, message) => {
    expect(asked(today, message).text).not.toMatch(/今年发不了|明年起才/);
  });

  it('no other day of this year is offered when there is none', () => {
    expect(asked('2026-12-31', '提前3天提醒我').text).not.toMatch(/想今年也收到/);
  });
});
