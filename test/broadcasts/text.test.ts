import { describe, expect, it } from 'vitest';
import { mismatches } from '../../src/broadcasts/check.ts';
import { DraftError, readTexts, render, type Values } from '../../src/broadcasts/text.ts';
import { hainan } from '../../src/policies/hainan-2020-135/index.ts';

const VALUES: Values = {
  name: '示例甲',
  employer: '示例公司',
  trade: '土建质量员',
  hours: '12',
  professional: '8',
  deadline: '2026年12月31日',
  year: '2026',
};

describe('a draft', () => {
  it('is one text for both languages, or a part for each', () => {
    expect(readTexts('请学满学时')).toEqual({ 'zh-CN': '请学满学时', en: '请学满学时' });
    expect(readTexts('[zh-CN]\n请学满学时\n[en]\nDo your hours\n')).toEqual({
      'zh-CN': '请学满学时',
      en: 'Do your hours',
    });
  });

  it('says the facts of the person, line by line as it was written', () => {
    const { 'zh-CN': text } = readTexts('{ $name }，您好：\n\n· 还要学{ $hours }学时\n· 到{ $deadline }为止');
    expect(render(text, 'zh-CN', VALUES)).toBe('示例甲，您好：\n\n· 还要学12学时\n· 到2026年12月31日为止');
  });

  it('takes what stands at the start of a line for what it looks like', () => {
    for (const line of ['.NET', '*注意*', '[通知] 明天', '# 标题'])
      expect(render(readTexts(`第一行\n${line}`)['zh-CN'], 'zh-CN', VALUES)).toBe(`第一行\n${line}`);
  });

  it('never reads what a fact holds as part of the text', () => {
    const name = '{ $hours } <b>';
    expect(render('{ $name }', 'zh-CN', { ...VALUES, name })).toBe(name);
  });

  it.each([
    ['', 'empty'],
    ['{ $phone }', 'unknown-variable'],
    ['还差 { $hours 学时', 'syntax'],
    ['还差 } 学时', 'syntax'],
    ['a'.repeat(3001), 'too-long'],
    ['[zh-CN]\n只有中文', 'one-language'],
  ])('is refused when it cannot be sent: %s', (text, what) => {
    expect(() => readTexts(text)).toThrow(expect.objectContaining({ name: 'DraftError', what }));
    expect(() => readTexts(text)).toThrow(DraftError);
  });
});

describe('the check of a draft against the notice (E16)', () => {
  const found = (text: string) => mismatches(text, hainan, '2026-11-22').map(({ text }) => text);

  it.each([
    '每年要学满32学时，其中专业22学时，两年累计64学时。',
    '2020年12月31日换证已截止。',
    '请在2026年12月31日前学满。',
    '联系电话0898-65352821，511室。',
    '《电子培训合格证》 {$hours}',
    '代码101、106、115，2015年至2018年发的证。',
    'Do 32 hours by 31 December 2026.',
    '每年学三十二学时，专业二十二学时，两年六十四学时，贰拾贰学时。',
    '二〇二〇年十二月三十一日换证已截止，二零二六年十二月三十一日前学满。',
    '十二月三十一日前学完，每月两批上报，一年一次，一起学，千万别忘，万一有事打电话，第一批，十分感谢。',
    'Thirty-two hours a year, sixty-four in two years.',
  ])('lets what the notice says pass: %s', text => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['每年24学时', ['24']],
    ['请在2026年11月30日前学满', ['2026年11月30日']],
    ['12月15日截止', ['12月15日']],
    ['《安全生产考核合格证书》也要换', ['《安全生产考核合格证书》']],
    ['安全员A证同样适用', ['安全员A证']],
    ['Hours are due on 1 March 2027', ['1 March 2027']],
    ['３０学时就够', ['30']],
    ['每年学二十四学时', ['二十四']],
    ['每年要学四十个学时', ['四十']],
    ['补学费一千二百元', ['一千二百']],
    ['二〇二一年十二月三十一日前换证', ['二〇二一年十二月三十一日']],
    ['十二月三十日前学完', ['十二月三十日']],
    ['贰拾肆学时就够', ['贰拾肆']],
    ['三年一审，五元一本', ['三', '五']],
    ['一百二十学时', ['一百二十']],
    ['105的也要换，代码110的也要', ['105', '110']],
    ['Twenty-four hours a year', ['Twenty-four']],
    ['Five hours more', ['Five']],
  ])('finds what it does not say: %s', (text, items) => {
    expect(found(text)).toEqual(items);
  });
});
