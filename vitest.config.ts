import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './test/support/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: [process.env.CI === undefined ? 'default' : 'dot', new SummaryReporter()],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores carry the engines under test as well as the tests.
    maxWorkers: 2,
  },
});
