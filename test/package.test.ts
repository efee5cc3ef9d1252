import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const INSTALL_MS = 240_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huanzheng-package-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { stdio: 'pipe' });
  const packed = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', resolve(folder, packed)], {
    cwd: folder,
    stdio: 'pipe',
  });
}, INSTALL_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of an empty folder into which only the package was installed. */
function run(source: string): string {
  writeFileSync(join(folder, 'program.mjs'), source);
  return execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' }).trim();
}

describe('the package, installed in an empty folder', () => {
  it('answers a question by its command', () => {
    const { stdout, status } = spawnSync('npx', ['huanzheng', 'ask', '换证最迟什么时候', '--as-of', '2020-10-15'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/2020年12月31日/);
    expect(status).toBe(0);
  });

  it('gives the rules to another program', () => {
    expect(
      run(
        "import { assessRenewal } from 'huanzheng/rules'; console.log(assessRenewal({ asOf: '2021-01-01', certificate: { kind: 'training' } }).outcome)",
      ),
    ).toBe('closed');
  });

  it('mounts in a bot of grammY and of Telegraf', () => {
    for (const framework of ['grammy', 'telegraf']) {
      expect(
        run(`import { huanzheng } from 'huanzheng/${framework}'; console.log(typeof huanzheng({ assistant: {} }))`),
      ).toBe('function');
    }
  });

  it('opens an assistant that answers', () => {
    const program = `
      import { openAssistant } from 'huanzheng';
      const silent = { debug() {}, info() {}, warn() {}, error() {} };
      const { assistant, close } = await openAssistant({ DATA_DIR: './data' }, silent);
      const { answer } = await assistant.receive({ chat: 'mine:1', message: { kind: 'text', text: '一年几学时' } });
      console.log(answer.topic);
      await close();`;
    expect(run(program)).toBe('annual-hours');
  });

  it('starts and is found healthy by the very commands of the image, and ends with 0 on SIGTERM', async () => {
    const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
    const commandOf = (pattern: RegExp): string[] =>
      (JSON.parse(pattern.exec(dockerfile)![1]!) as string[]).map(part => part.replace(/^\/app/, folder));
    const [, ...program] = [...commandOf(/^ENTRYPOINT (.*)$/m), ...commandOf(/^CMD (.*)$/m)];
    const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'image') };
    const server = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(server, 'exit');
    try {
      let port = '';
      for await (const line of createInterface({ input: server.stdout })) {
        port = /127\.0\.0\.1:(\d+)/.exec(line)?.[1] ?? '';
        if (port !== '') break;
      }
      const [, ...check] = commandOf(/^ {2}CMD (.*)$/m);
      expect(spawnSync(process.execPath, check, { env: { ...process.env, PORT: port } }).status).toBe(0);
      expect(spawnSync(process.execPath, check, { env: { ...process.env, PORT: '1' } }).status).toBe(1);
    } finally {
      server.stdout.resume();
      server.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
  });
});
