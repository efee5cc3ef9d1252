import type { Fact } from '../understanding/index.ts';

const PERSONAL = new Set<Fact['name']>(['idNumber', 'personName', 'certificateNo']);
/** Runs of digits that could be a number of a person's, in any writing of digits. */
const LONG_NUMBER = /[0-9０-９Xx][0-9０-９Xx\s-]{5,}[0-9０-９Xx]/g;
/** Enough to learn a phrase from. */
const LONGEST = 200;

/** A message without what would tell whose it is: numbers, names and certificate numbers are replaced by ＊. */
export function maskText(text: string, facts: readonly Fact[]): string {
  const personal = facts.filter(({ name }) => PERSONAL.has(name)).toSorted((a, b) => b.span[0] - a.span[0]);
  const masked = personal.reduce((rest, { span: [start, end] }) => `${rest.slice(0, start)}＊${rest.slice(end)}`, text);
  return [...masked.replace(LONG_NUMBER, '＊')].slice(0, LONGEST).join('');
}
