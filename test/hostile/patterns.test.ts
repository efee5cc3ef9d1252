import { expect, it } from 'vitest';
import { growthOf } from './ambiguity.ts';
import { patternsIn, patternsMadeBy, sourceFiles } from './patterns.ts';

it.each([
  ['^(a|a)*$', 'exponential'],
  ['^(?:a*)*b', 'exponential'],
  ['^(?:a?b?)*$', 'exponential'],
  ['^(?:吧|年|年吧)*$', 'exponential'],
  ['^(?:x|y(?=(?:a|aa)+b))', 'exponential'],
  ['^(?:a|aa){0,30}$', 'exponential'],
  ['^a+b$', 1],
  ['^(?:ab|a)*$', 1],
  ['a+b', 2],
  ['^a*a*b', 2],
  ['a*a*b', 3],
  ['^a+(?:好|的)+$', 1],
] as const)('a pattern is judged by its ambiguity: %s', (source, growth) => {
  expect(growthOf({ source, flags: '' })).toBe(growth);
});

it('no regular expression of the program takes more than the square of a text’s length', {
  timeout: 120_000,
}, async () => {
  const files = sourceFiles().map(file => ({ file, ...patternsIn(file) }));
  // Facts have theirs made by a helper in another file.
  const making = files.filter(({ file, made }) => made > 0 || file.startsWith('src/understanding/facts/'));
  const made = await patternsMadeBy(() =>
    Promise.all(making.map(({ file }) => import(/* @vite-ignore */ `../../${file}`))),
  );
  const written = files.flatMap(one => one.written);
  expect(written.length).toBeGreaterThan(300);
  // What a function makes on its way would not be seen here: all are made as the program starts.
  expect(made.length).toBeGreaterThanOrEqual(making.reduce((sum, { made: sites }) => sum + sites, 0));
  const slow = [...written, ...made].map(pattern => ({ ...pattern, growth: growthOf(pattern) }));
  expect(slow.filter(({ growth }) => growth === 'exponential' || growth > 2)).toEqual([]);
});
