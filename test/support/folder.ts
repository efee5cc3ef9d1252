import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own, removed when the tests of this file are over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huanzheng-'));
  folders.push(folder);
  return folder;
}
