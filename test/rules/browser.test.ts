import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  assessHours,
  assessRenewal,
  explainHours,
  explainRenewal,
  type HoursInput,
  type RenewalInput,
} from '../../src/rules/index.ts';
import { readCases } from '../cases/read-cases.ts';

/** What a page may have to load, minified and compressed: to decide alone, and with explanations, the notice and the register in both languages. */
const MOST_BYTES = { decide: 7_000, all: 21_000 };
const ENTRIES = {
  decide: "export { assessHours, assessRenewal } from './src/rules/index.ts'",
  all: "export * from './src/rules/index.ts'",
};
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

async function bundle(contents: string): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../../', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'rules',
    platform: 'browser',
    target: 'chrome80',
    charset: 'utf8',
    metafile: true,
    write: false,
  });
  return { text: outputFiles[0]!.text, inputs: Object.keys(metafile.inputs) };
}

it.each(['decide', 'all'] as const)(
  'the rules stay small for a browser, and need nothing but themselves and the policy: %s',
  async what => {
    const { text, inputs } = await bundle(ENTRIES[what]);
    const size = gzipSync(text, { level: 9 }).length;
    process.stdout.write(
      `huanzheng/rules in a browser, ${what}: ${Buffer.byteLength(text)} bytes minified, ${size} gzipped\n`,
    );
    expect(size).toBeLessThan(MOST_BYTES[what]);
    expect(inputs.filter(path => !/^(<stdin>|src\/(rules|policies)\/.*)$/.test(path))).toEqual([]);
  },
);

it('the rules run in a browser, under a strict policy, as they do in Node', async () => {
  const { text } = await bundle(ENTRIES.all);
  const renewals = readCases<RenewalInput, unknown>('renewal.jsonl').map(({ input }) => input);
  const hours = readCases<HoursInput, unknown>('hours.jsonl').map(({ input }) => input);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: QUIET });
  try {
    const page = await browser.newPage();
    // No eval, and nothing from anywhere: what this page may do is what the strictest site allows.
    await page.route('**/*', route =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': `default-src 'none'; script-src 'nonce-rules'` },
        body: `<!doctype html><meta charset="utf-8"><script nonce="rules">${text}</script>`,
      }),
    );
    await page.goto('http://localhost/');
    const there = await page.evaluate(
      ([renewals, hours]) => {
        const { rules } = globalThis as unknown as { rules: Rules };
        return {
          renewals: renewals.map(input => [rules.assessRenewal(input), rules.explainRenewal(input)]),
          hours: hours.map(input => [rules.assessHours(input), rules.explainHours(input)]),
        };
      },
      [renewals, hours] as const,
    );
    expect(there).toEqual({
      renewals: renewals.map(input => [assessRenewal(input), explainRenewal(input)]),
      hours: hours.map(input => [assessHours(input), explainHours(input)]),
    });
  } finally {
    await browser.close();
  }
});

interface Rules {
  assessRenewal(input: RenewalInput): unknown;
  explainRenewal(input: RenewalInput): unknown;
  assessHours(input: HoursInput): unknown;
  explainHours(input: HoursInput): unknown;
}
