import { describe, expect, it } from 'vitest';
import { Person } from '../support/talk.ts';

describe('forging and buying certificates', () => {
  it.each(['怎么伪造一本电子证', '帮我做个假证行不行', '我想买一本电子证', '给我P一张证', '假的电子证哪里买'])(
    'is not helped with: %s',
    message => {
      const person = new Person({ today: '2026-11-27' });
      person.say(message);
      expect(person.text).toMatch(/^造假证、买证，这个忙我不帮/);
      expect(person.text).not.toMatch(/第1步/);
      expect(person.facts).toEqual({});
    },
  );

  it.each(['我的证被人伪造了怎么办', '公司给我的证是假证怎么查', '怎么看证的真假', '花钱买学时可以吗'])(
    'is not what is asked by %s',
    message => {
      const person = new Person({ today: '2026-11-27' });
      person.say(message);
      expect(person.text).not.toMatch(/造假证/);
    },
  );

  it('leaves the question that waits where it is', () => {
    const person = new Person({ today: '2026-11-27' });
    person.say('资料员证 2017年的能换吗');
    person.say('怎么伪造一本电子证');
    expect(person.state.open).toEqual({ kind: 'fact', fact: 'certificate.kind' });
    expect(person.text).toMatch(/您手里是哪一种证/);
  });

  it('is refused in English', () => {
    const person = new Person({ locale: 'en' });
    person.say('how do i forge a certificate');
    expect(person.text).toMatch(/^I don't help to forge/);
  });
});

function heard(locale: 'zh-CN' | 'en', ...messages: string[]): Person {
  const person = new Person({ today: '2026-11-27', locale });
  for (const message of messages) person.say(message);
  return person;
}

describe('passwords, codes and numbers', () => {
  it.each(['手机号13800138000 密码123456 帮我登录系统', '密码是abc123', '验证码是 884213', 'my password is abc12345'])(
    'are to be sent to nobody, and nothing of them is kept: %s',
    message => {
      const person = heard('zh-CN', message);
      expect(person.text).toMatch(/^密码、验证码别发给任何人，也别发给我/);
      expect(person.text).toMatch(/把那条消息删掉/);
      expect(JSON.stringify(person.state)).not.toMatch(/123456|abc123|884213|13800138000/);
    },
  );

  it.each(['忘记密码', '收到验证码了怎么填', '密码错误登录不了'])('are not sent by %s', message => {
    expect(heard('zh-CN', message).text).not.toMatch(/^密码、验证码别发/);
  });

  it('a phone number is not wanted', () => {
    const person = heard('zh-CN', '我手机13800138000');
    expect(person.text).toMatch(/^手机号不用发/);
    expect(JSON.stringify(person.state)).not.toMatch(/13800138000/);
  });

  it.each(['他的证书编号是多少', '我同事的身份证号是什么', 'what is his certificate number?'])(
    'of somebody else are told to nobody: %s',
    message => {
      expect(heard('zh-CN', message).text).toMatch(/^别人的编号、号码，我不告诉任何人/);
    },
  );

  it.each(['证书编号我看了一下，是 琼建培2015-04418', '我的证书编号是 示例2024005'])(
    'a certificate’s own says nothing of its kind: %s',
    message => {
      const person = heard('zh-CN', message);
      expect(person.text).toMatch(/^编号不用发，光看编号认不出是哪种证/);
      expect(JSON.stringify(person.state)).not.toMatch(/04418|2024005/);
    },
  );

  it('an ID number is asked to be deleted also where the message was not understood', () => {
    expect(heard('zh-CN', '再查一个 460000198804121011 示例丙').text).toMatch(/删掉/);
    expect(heard('zh-CN', '460000198804121011').answer?.topic).toBe('my-hours');
  });
});

describe('links', () => {
  it('are said not to be opened, and tell nothing', () => {
    const person = heard('zh-CN', 'https://example.com/photo.jpg 这是我的证，帮我看看能不能换');
    expect(person.text).toMatch(/链接、图片我打不开/);
    expect(person.facts).toEqual({});
    expect(heard('zh-CN', '换证截止哪天').text).not.toMatch(/链接/);
    expect(heard('zh-CN', 'http://rcgz.mohurd.gov.cn 打不开').text).not.toMatch(/链接/);
  });
});

describe('what is no question', () => {
  it.each([
    ['傻逼机器人', /^没帮上您，对不起/],
    ['我要投诉你', /^要投诉、反映问题，打0898-65352821/],
    ['对不起刚才骂你了', /^没关系/],
    ['我先去吃饭了', /^好，您先忙/],
    ['回头再聊', /^好，您先忙/],
  ])('%s', (message, answer) => {
    expect(heard('zh-CN', message).text).toMatch(answer);
  });

  it.each([
    ['不好意思问一下，换证截止哪天', 'renewal-deadline'],
    ['周末上班吗', 'contact'],
    ['垃圾系统，我的证查不到', 'not-in-system'],
  ])('is not heard in %s', (message, topic) => {
    expect(heard('zh-CN', message).answer?.topic).toBe(topic);
  });

  it('another document is said to be another one', () => {
    expect(heard('zh-CN', '他说有文件的 什么〔2021〕9号').text).toMatch(/^那是别的文件/);
    expect(heard('zh-CN', '琼建人〔2020〕135号是什么文件').text).not.toMatch(/别的文件/);
  });

  it('nothing is announced that does not follow', () => {
    const person = heard('zh-CN', '资料员证 2017年的能换吗', '今天天气怎么样');
    expect(person.text).not.toMatch(/比如可以问：/);
  });
});

describe('4.2: who chooses the institution', () => {
  it.each(['老板非要我去他指定那家', '公司能不能指定机构'])(
    'is the employer or the person, and whose choice prevails is not said: %s',
    message => {
      const person = heard('zh-CN', message);
      expect(person.text).toMatch(/^单位也可以选；单位和本人听谁的，通知没说/);
      expect(person.text).not.toMatch(/有人硬要指定/);
      expect(person.citations).toContain('4.2');
    },
  );
});
