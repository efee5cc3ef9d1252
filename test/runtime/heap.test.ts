import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundleTs } from '../../scripts/bundle-ts.mjs';
import { freshFolder } from '../support/folder.ts';

const program = join(freshFolder(), 'replacer.mjs');
beforeAll(() => bundleTs('test/support/replacer.ts', program));

/** Of a program that replaces what it remembers. The young space is kept small, so that all of it grows old. */
const timesWhatIsInUse = (...given: string[]): number =>
  Number(execFileSync(process.execPath, ['--expose-gc', '--max-semi-space-size=1', program, ...given]));

it('has rubbish collected before the heap is twice as large as what is in use, which V8 by itself does not', () => {
  expect(timesWhatIsInUse()).toBeGreaterThan(2);
  expect(timesWhatIsInUse('small')).toBeLessThan(2);
});
