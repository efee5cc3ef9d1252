import { describe, expect, it } from 'vitest';
import { looksStruck, saysNothing } from '../../src/understanding/index.ts';

describe('a message without words', () => {
  it.each(['？？？', '👍', '😭😭', '……', '.', '嗯', '嗯嗯。', '啊啊啊啊', '学'.repeat(4000), 'ab'.repeat(40)])(
    'says nothing: %s',
    text => {
      expect(saysNothing(text)).toBe(true);
    },
  );

  it.each(['谢谢谢谢', '好', '证', '学时', '学学学时', '104', 'OK', 'hi', '换证换证换证', '？怎么换'])(
    'is none of these: %s',
    text => {
      expect(saysNothing(text)).toBe(false);
    },
  );

  it.each(['asdfghjkl', 'qwerty', 'zxcvb', 'sdkfjhsdf', '666', '哈哈哈', '嘀嘀嘀嘀嘀'])('looks struck: %s', text => {
    expect(looksStruck(text)).toBe(true);
  });

  it.each(['shigongyuan', 'huanzheng', 'strengths', '建造师', 'hello', 'certificate'])('is a word: %s', text => {
    expect(looksStruck(text)).toBe(false);
  });
});
