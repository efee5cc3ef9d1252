import { expect, it } from 'vitest';
import { INPUTS } from './inputs.ts';

/** The same cases in every run; `npm run fuzz` tries new ones, and many more. */
const SEED = 20_261_231;

it.each(INPUTS)('nothing hostile breaks $name', async ({ cases, check }) => {
  await expect(check({ seed: SEED, numRuns: cases })).resolves.toBeUndefined();
});
