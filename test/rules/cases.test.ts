import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/policies/policy.ts';
import { assessHours, assessRenewal, type HoursInput, hainan, type RenewalInput } from '../../src/rules/index.ts';
import { type Case, readCases } from '../cases/read-cases.ts';

describe('the cases that the office signs: renewal', () => {
  it.each(titled(readCases<RenewalInput, object>('renewal.jsonl')))('%s', (_, { input, expected }) => {
    expect(assessRenewal(input)).toMatchObject(expected);
  });
});

describe('the cases that the office signs: hours', () => {
  it.each(titled(readCases<HoursInput, object>('hours.jsonl')))('%s', (_, { input, expected }) => {
    expect(assessHours(input)).toMatchObject(expected);
  });
});

describe('the cases that the office signs: clauses', () => {
  const cases = readCases<{ topic: Topic }, { clauses: string[]; quote: string }>('clauses.jsonl');
  it.each(titled(cases))('%s', (_, { clause, input, expected }) => {
    expect(hainan.topics[input.topic]).toEqual(expected.clauses);
    expect(hainan.clauses.find(({ id }) => id === clause)!.zh).toContain(expected.quote);
  });
});

it('every case has an id of its own', () => {
  for (const file of ['renewal.jsonl', 'hours.jsonl', 'clauses.jsonl'] as const) {
    const ids = readCases(file).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

function titled<Input, Expected>(cases: Case<Input, Expected>[]): [string, Case<Input, Expected>][] {
  return cases.map(one => [`${one.clause}: ${one.note} (${one.id})`, one]);
}
