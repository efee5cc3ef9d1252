import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../src/understanding/language.ts';
import { lastOfOurs } from '../../src/understanding/last-of-ours.ts';
import { withoutSetAside } from '../../src/understanding/set-aside.ts';

describe('what a message sets aside', () => {
  it.each([
    ['二建不说,就问施工员证最晚哪天', '就问施工员证最晚哪天'],
    ['不是丢了,是要换电子的', '是要换电子的'],
    ['先不说费用,学时要多少?', '学时要多少?'],
    ['not about the fee, how many hours do i need?', 'how many hours do i need?'],
    ['公积金不查 查学时', '公积金不查 查学时'],
  ])('is left out: %s', (text, rest) => {
    expect(withoutSetAside(text)).toBe(rest);
  });

  it.each(['是不是不用考试?', '不是说可以网上学吗,怎么又不行', '我不是安全员', 'i do not know how to update'])(
    'stays where it is the question itself: %s',
    text => {
      expect(withoutSetAside(text)).toBe(text);
    },
  );
});

describe('a question about ours after another matter', () => {
  const language = loadLanguage();

  it('is found where it names ours and nothing else', () => {
    expect(lastOfOurs('驾照随时能换,施工员证最晚哪天', language)).toBe('施工员证最晚哪天');
  });

  it('is none where only the other matter is named, or both in one clause', () => {
    expect(lastOfOurs('驾照丢了,去哪里补', language)).toBeNull();
    expect(lastOfOurs('我在工地,驾照和施工员证丢了', language)).toBeNull();
    expect(lastOfOurs('施工员证最晚哪天', language)).toBeNull();
  });
});
