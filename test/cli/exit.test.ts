import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../support/folder.ts';

const COMMAND = ['scripts/run-ts.mjs', 'src/cli/main.ts'];
const LIMIT_MS = 30_000;

/** The command from its sources, with no setting but these. */
function run(args: readonly string[], settings: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, DATA_DIR: join(freshFolder(), 'data'), PORT: '0', ...settings };
  return spawnSync(process.execPath, [...COMMAND, ...args], { env, encoding: 'utf8', input: '', timeout: LIMIT_MS });
}

describe('a command', { timeout: LIMIT_MS }, () => {
  it.each([
    [['bogus']],
    [['ask']],
    [['ask', '换证', '--bogus']],
    [['rules']],
    [['rules', 'bogus']],
    [['rules', 'renewal', 'more']],
    [['receipt']],
    [['roster', 'check', 'x.csv']],
    [['review', 'bogus']],
  ])('that is not written right could not run: 2, on every level (%j)', args => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/Usage: huanzheng/);
  });

  it.each([[['ask', '换证', '--as-of', '2026-02-30']], [['rules', 'diff', 'x.json', '--as-of', '2026-02-30']]])(
    'names the option that it cannot take: %j',
    args => {
      expect(run(args).stderr).toMatch(/^--as-of: .+\n$/);
    },
  );

  it('whose reader has had enough ends without a word', async () => {
    const child = spawn(process.execPath, [...COMMAND, 'rules', 'renewal'], { stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', chunk => (said += chunk));
    child.stdin.on('error', () => undefined);
    const closed = once(child, 'close');
    child.stdin.write('{"asOf":"2020-10-15"}\n');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end('{"asOf":"2020-10-15"}\n'.repeat(20_000));
    expect(await closed).toEqual([1, null]);
    expect(said).toBe('');
  });
});

describe('a setting that reads well and cannot be used', { timeout: LIMIT_MS }, () => {
  const key = Buffer.alloc(32).toString('base64');
  const refused = (settings: Record<string, string>) => {
    const { status, stdout, stderr } = run(['serve'], settings);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const value of Object.values(settings)) expect(stderr).not.toContain(value);
    return stderr;
  };

  it('stops the start with one line that names it: the folder', () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    expect(refused({ DATA_DIR: file })).toBe('DATA_DIR: the store cannot be opened\n');
  });

  it('… Redis', () => {
    expect(refused({ REDIS_URL: 'redis://127.0.0.1:1', DATA_KEY: key })).toBe(
      'REDIS_URL: the store cannot be opened\n',
    );
  });

  it('… another key', () => {
    const folder = join(freshFolder(), 'data');
    expect(run(['roster', 'log'], { DATA_DIR: folder }).status).toBe(0);
    expect(refused({ DATA_DIR: folder, DATA_KEY: key })).toMatch(/^DATA_KEY: .+\n$/);
  });

  it('… the port, and the host', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    expect(refused({ PORT: `${port}` })).toBe('PORT: cannot be listened on (EADDRINUSE)\n');
    taken.close();
    expect(refused({ HOST: '203.0.113.99' })).toBe('HOST: cannot be listened on (EADDRNOTAVAIL)\n');
  });
});
