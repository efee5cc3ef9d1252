import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { references } from '../../src/policies/policy.ts';
import { hainan } from '../../src/rules/index.ts';
import { readingsOf } from '../../src/rules/readings.ts';

const root = new URL('../../', import.meta.url);
const silences = [...references(hainan)].filter(({ key }) => key === 'openPoint');

it.each(hainan.openPoints.map(point => [point.id, point] as const))(
  '%s is a silence of the policy, not a value, and its tests exist',
  (id, point) => {
    expect(silences.map(({ value }) => value)).toContain(id);
    for (const test of point.tests) {
      const [file, one] = test.split('#') as [string, string?];
      expect(existsSync(new URL(file, root)), test).toBe(true);
      if (one !== undefined) expect(readFileSync(new URL(file, root), 'utf8'), test).toContain(`"id": "${one}"`);
    }
  },
);

it('every reading that is computed is one of its open point', () => {
  const readings = (id: string) =>
    hainan.openPoints.find(point => point.id === id)!.readings.map(reading => reading.id);
  const computed = (part: 'year' | 'pair' | 'credit') => [...new Set(readingsOf(hainan).map(reading => reading[part]))];
  expect(readings('year-ends')).toEqual(computed('year'));
  expect(readings('which-two-years')).toEqual(computed('pair'));
  expect(readings('carry-over')).toEqual(computed('credit'));
});

it('every open point has an id of its own and is asked as a question', () => {
  const ids = hainan.openPoints.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { question } of hainan.openPoints) {
    expect(question.zh).toMatch(/？$/);
    expect(question.en).toMatch(/\?$/);
  }
});
