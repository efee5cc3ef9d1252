import { describe, expect, it } from 'vitest';
import { maskText } from '../../src/dialogue/mask.ts';
import { findFacts } from '../../src/understanding/facts.ts';

const mask = (text: string): string =>
  maskText(text, findFacts(text, { locale: 'zh-CN', today: '2026-11-22', lastTopic: null, asking: null }));

describe('a masked message', () => {
  it.each([
    ['我叫符永强，证还能换吗', '我叫＊，证还能换吗'],
    ['我叫符永强想问下学时', '我叫＊想问下学时'],
    ['姓名：欧阳建国 17年的证', '姓名＊ 17年的证'],
    ['他名字叫买买提·吐尔逊', '他名字＊'],
    ['你好我是陈志强，质量员', '你好我是＊，质量员'],
    ["Hi, I'm John O'Neil, is my card ok?", "Hi, I'm ＊, is my card ok?"],
    ['my name is Li Wei', 'my name is ＊'],
    ['身份证440524188001010014查一下', '身份证＊查一下'],
    ['电话１３８ ０１３８ ０１３８', '电话＊'],
    ['电话一三八零零一三八零零零', '电话＊'],
    ['打0898-65343311', '打＊'],
    ['琼A002', '＊'],
    ['我的证琼A-0021查不到', '我的证＊查不到'],
    ['证书编号琼A002', '证书编号＊'],
    ['编号是示例7号，能换吗', '编号＊，能换吗'],
    ['我身份证和证书jz0012a都在', '我身份证和证书＊都在'],
    ['琼建字第0012号还能用吗', '＊还能用吗'],
    ['编号12345', '编号＊'],
    ['my certificate number is QA12-77', 'my certificate number is ＊'],
    ['密码是Pass1234', '密码是＊'],
    ['微信abc_12345', '微信＊'],
    ['邮箱zhang.san@example.com', '邮箱＊'],
    ['张三丰那个红皮本能换吗', '＊那个红皮本能换吗'],
    ['张三丰的证能换吗', '＊的证能换吗'],
    ['帮李四光查一下学时', '帮＊查一下学时'],
    ['我在海南示例建筑有限公司上班', '我在＊上班'],
  ])('has no number or name of a person: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    '我是施工员，2017年的证',
    '我是海南发的证',
    '二〇一七年六月一日发的，三十二个学时',
    "I'm a safety officer since 2016",
    '叫我去海口考核，要不要去',
    '2017nian de zheng',
    '101shigongyuan neng huan ma',
    '安全员ABC证要换吗',
    '我们集团的人都要换吗',
    '高级工的证能换吗',
    '江苏2017年发的证',
    '代码116能换吗，C3证呢',
  ])('keeps what tells nobody: %s', text => {
    expect(mask(text)).toBe(text);
  });

  it('is no longer than a phrase to learn from, unless the whole of it is wanted', () => {
    expect(mask('啊'.repeat(4000))).toHaveLength(200);
    expect(maskText('啊'.repeat(4000), [], 4000)).toHaveLength(4000);
  });
});
