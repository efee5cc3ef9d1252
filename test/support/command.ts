import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { bundleTs } from '../../scripts/bundle-ts.mjs';

const ROOT = join(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'node_modules/.cache/huanzheng', `command.${process.pid}.mjs`);
let bundled: Promise<void> | undefined;
afterAll(() => rmSync(PROGRAM, { force: true }));

export interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs `huanzheng …` from its sources, in English, with these settings and otherwise as the environment has them. */
export async function huanzheng(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  bundled ??= bundleTs(join(ROOT, 'src/cli/main.ts'), PROGRAM);
  await bundled;
  const env = { ...process.env, REDIS_URL: '', DATA_KEY: '', LOCALE: 'en', ...settings };
  return new Promise(resolve => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}
