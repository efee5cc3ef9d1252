import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calibrationPicture } from '../../scripts/eval/calibration.ts';
import { boundaryOf, figuresOf, groupBy, understandAll } from '../../scripts/eval/measure.ts';
import { readMessages } from '../../scripts/eval/messages.ts';
import { createUnderstanding } from '../../src/understanding/index.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const held = readdirSync(`${folder}held-out`).filter(name => name.endsWith('.jsonl'));
const messages = [`${folder}dev.jsonl`, ...held.map(name => `${folder}held-out/${name}`)].flatMap(readMessages);
const outcomes = understandAll(messages, createUnderstanding());

describe('phrases that training has not seen', () => {
  it('are understood, or asked about, and seldom mistaken', () => {
    const { right, wrong, asked } = figuresOf(outcomes);
    expect(right).toBeGreaterThan(0.96);
    expect(wrong).toBeLessThan(0.03);
    expect(asked).toBeLessThan(0.05);
  });

  it.each(['zh-CN', 'en'] as const)('are understood in %s', locale => {
    expect(figuresOf(outcomes.filter(({ message }) => message.locale === locale)).right).toBeGreaterThan(0.96);
  });

  it('are understood in every style', () => {
    const poor = groupBy(outcomes, ({ message }) => message.style).filter(([, own]) => figuresOf(own).right < 0.9);
    expect(poor.map(([style]) => style)).toEqual([]);
  });

  it('are seldom turned away when ours, and seldom taken for ours when not', () => {
    const { falseAccepts, falseRejects } = boundaryOf(outcomes);
    expect(falseAccepts).toBeLessThan(0.03);
    expect(falseRejects).toBeLessThan(0.03);
  });

  it('are drawn against the probability that was said', () => {
    const picture = calibrationPicture(outcomes, 'said and true');
    expect(picture).toMatch(/^<svg [\s\S]*<polyline [\s\S]*<\/svg>\n$/);
    expect(picture).not.toContain('NaN');
  });
});
