import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../src/policies/policy.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';
import { questionsIn } from '../../src/understanding/segments.ts';

const understand = createUnderstanding();
const hear = (text: string) =>
  understand(text, { locale: 'zh-CN', today: '2026-11-22', lastTopic: null, asking: null });

describe('ranking', () => {
  it('gives every topic once, likeliest first, and probabilities that add up to 1', () => {
    const { ranking } = hear('换证截止到哪天');
    expect(new Set(ranking.map(({ topic }) => topic))).toEqual(new Set(TOPICS));
    expect(ranking.map(({ probability }) => probability)).toEqual(
      ranking.map(({ probability }) => probability).sort((a, b) => b - a),
    );
    expect(ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 10);
  });

  it('shows the words that it went by', () => {
    const best = hear('换证截止到哪天').ranking[0]!;
    expect(best.topic).toBe('renewal-deadline');
    expect(best.because.join(' ')).toContain('截止');
    expect(best.because.length).toBeLessThanOrEqual(4);
  });

  it('still knows the words of the first message after the second was read', () => {
    const first = hear('换证截止到哪天').ranking[0]!;
    hear('thanks a lot');
    expect(first.because.join(' ')).toContain('截止');
  });

  it.each([
    ['last day to exchange my certificate?', '最后一天换证是几号', 'renewal-deadline'],
    ['huanzheng zuihou yitian shi jihao', '換證最後一天係幾號', 'renewal-deadline'],
    ['换正要学几个学识', '换证要学几个学时', 'renewal-hours'],
  ])('hears %s and %s alike', (one, other, topic) => {
    expect([one, other].map(text => hear(text).asked)).toEqual([[topic], [topic]]);
  });

  it.each(['', ' ', '😀', '!!!', 'a', '\u0000', '换'.repeat(4000), 'certificate '.repeat(330)])(
    'makes something of %j without fault',
    text => expect(hear(text).ranking).toHaveLength(TOPICS.length),
  );
});

describe('what is asked', () => {
  it('is both questions, in their order', () => {
    expect(hear('几时截止？还有换证要学几个学时？').asked).toEqual(['renewal-deadline', 'renewal-hours']);
    expect(hear('换证要学几个学时？还有几时截止？').asked).toEqual(['renewal-hours', 'renewal-deadline']);
    expect(hear('What is the deadline for the exchange, and which schools can I go to?').asked).toEqual([
      'renewal-deadline',
      'where-to-train',
    ]);
  });

  it('is one question when the rest is its story', () => {
    expect(hear('我在琼海做了十几年，去年证书弄丢了，怎么补办？').asked).toEqual(['reissue-change-cancel']);
    expect(hear('你好，请问有没有网课可以学？').asked).toEqual(['online-training']);
  });

  it('is the question that comes last, not what is set aside before it', () => {
    expect(hear('截止日期我知道了，我就想问去哪里培训').asked).toEqual(['where-to-train']);
    expect(hear('I know the deadline already, I just want the phone number of the office').asked).toEqual(['contact']);
  });

  it.each([
    ['驾照丢了怎么补办', 'out-of-scope'],
    ['二级建造师继续教育要多少学时', 'not-covered'],
    ['How do I renew my driving licence?', 'out-of-scope'],
    ['how many hours a year for a class two constructor', 'not-covered'],
  ])('is not ours when the paper is not: %s', (text, topic) => {
    expect(hear(text).asked).toEqual([topic]);
  });

  it('is nothing when it could be several things: then the likely ones lead the ranking', () => {
    const { asked, certain, ranking } = hear('那个东西的话');
    expect({ asked, certain }).toEqual({ asked: [], certain: false });
    expect(ranking[0]!.probability).toBeLessThan(0.5);
  });
});

describe('questions in a message', () => {
  it('keeps what is told with the question that follows, and what trails with the last', () => {
    expect(questionsIn('我是资料员。能换吗?能换的话最晚什么时候?急')).toEqual([
      '我是资料员。能换吗?',
      '能换的话最晚什么时候? 急',
    ]);
    expect(questionsIn('how many hours for the swap and is there a test')).toEqual([
      'how many hours for the swap',
      'and is there a test',
    ]);
  });

  it('is the whole message when nothing in it asks', () => {
    expect(questionsIn('证书丢了')).toEqual(['证书丢了']);
  });
});
