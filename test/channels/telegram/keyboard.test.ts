import { describe, expect, it } from 'vitest';
import { callsFor } from '../../../src/channels/telegram/compose.ts';
import { choiceOf, keyboardOf } from '../../../src/channels/telegram/keyboard.ts';

const choices = (...labels: string[]) => labels.map((label, index) => ({ id: `do:${index}`, label }));
const labelsOf = (...labels: string[]) => keyboardOf(choices(...labels)).rows.map(row => row.map(({ text }) => text));

describe('choices as inline buttons', () => {
  it('stand two in a row where both are short, else alone', () => {
    expect(labelsOf('是', '不是', '不知道')).toEqual([['是', '不是'], ['不知道']]);
    expect(labelsOf('《培训合格证书》', '《电子培训合格证》', '不知道')).toEqual([
      ['《培训合格证书》'],
      ['《电子培训合格证》'],
      ['不知道'],
    ]);
    expect(labelsOf('Yes', 'I do not know it')).toEqual([['Yes', 'I do not know it']]);
  });

  it('carry the choice in at most 64 bytes', () => {
    const id = `fact:${'a'.repeat(56)}`;
    const button = keyboardOf([{ id, label: '好' }]).rows[0]![0] as { callback_data: string };
    expect(Buffer.byteLength(button.callback_data)).toBe(64);
    expect(choiceOf(button.callback_data)).toBe(id);
    expect(choiceOf('somebody-elses')).toBeUndefined();
  });

  it('give a label that no button can show in full a numbered line, and its number to the button', () => {
    const long = '由海南省建设执业资格注册与培训工作领导小组办公室颁发';
    const { rows, list } = keyboardOf(choices('其他', long));
    expect(list).toEqual([`2. ${long}`]);
    expect(rows[1]![0]!.text).toMatch(/^2\. 由海南省.*…$/);
  });

  it('lose none: what fits in no button is listed under its number', () => {
    const tooLong = { id: `fact:${'a'.repeat(60)}`, label: '说不清' };
    const { rows, list } = keyboardOf([...choices('是'), tooLong]);
    expect(rows.flat().map(({ text }) => text)).toEqual(['是']);
    expect(list).toEqual(['2. 说不清']);
    const many = keyboardOf(choices(...Array.from({ length: 103 }, (_, n) => `第${n}个`)));
    expect(many.rows.flat()).toHaveLength(99);
    expect(many.list).toEqual(['100. 第99个', '101. 第100个', '102. 第101个', '103. 第102个']);
  });

  it('bring their list along at the end of the text', () => {
    const [call] = callsFor([{ text: '谁发的？', citations: [], choices: [{ id: 'a'.repeat(70), label: '说不清' }] }], {
      chat: 1,
    });
    expect(call?.payload).toEqual({
      chat_id: 1,
      text: '谁发的？\n\n1. 说不清',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
      link_preview_options: { is_disabled: true },
    });
  });
});

describe('a reply as calls', () => {
  it('shows the headline in bold when there is one', () => {
    const entities = (text: string) =>
      callsFor([{ text, citations: [], choices: [] }], { chat: 1 }).map(
        ({ payload }) => 'entities' in payload && payload.entities,
      );
    expect(entities('😀截止了\n\n因为')).toEqual([[{ type: 'bold', offset: 0, length: 5 }]]);
    expect(entities('一句话')).toEqual([false]);
    expect(entities(`${'长'.repeat(100)}\n\n因为`)).toEqual([false]);
  });
});
