import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';
import { bundleTs } from '../../scripts/bundle-ts.mjs';

const ROOT = join(import.meta.dirname, '../..');
const running = new Set<ChildProcess>();
const programs = new Map<string, Promise<string>>();
afterAll(async () => {
  await Promise.all([...running].map(child => end(child)));
  for (const program of programs.values()) rmSync(await program, { force: true });
});

/** A process that ends with the tests of this file at the latest. A program that is not there is named in the error. */
export async function start(
  command: string,
  args: readonly string[],
  missing: string,
  options: SpawnOptions = {},
): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], ...options });
  running.add(child);
  child.once('close', () => running.delete(child));
  await once(child, 'spawn').catch(cause => {
    throw new Error(missing, { cause });
  });
  return child;
}

/** Resolves when the process prints a line that matches; rejects when it ends before. */
export async function printed(child: ChildProcess, pattern: RegExp): Promise<void> {
  const lines = createInterface({ input: child.stdout! });
  for await (const line of lines) if (pattern.test(line)) return void child.stdout!.resume();
  throw new Error(`${child.spawnfile} ended before it printed ${pattern}`);
}

/** Ends the process and resolves when it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Runs a TypeScript file of the tests as a process of its own; its lines come out one by one. */
export async function startScript(
  file: string,
  args: readonly string[],
): Promise<{ child: ChildProcess; lines: AsyncIterable<string> }> {
  const child = await start(process.execPath, [await programOf(file), ...args], 'node cannot be started');
  return { child, lines: createInterface({ input: child.stdout! }) };
}

/** A TypeScript file as a program that node can run, made once and removed after the tests of this file. */
export function programOf(file: string): Promise<string> {
  const program = programs.get(file) ?? bundle(file);
  programs.set(file, program);
  return program;
}

/** Node 20 does not read TypeScript; the bundle stands where its packages can be found. */
async function bundle(file: string): Promise<string> {
  const outfile = join(ROOT, 'node_modules/.cache/huanzheng', `${basename(file, '.ts')}.${process.pid}.mjs`);
  await bundleTs(join(ROOT, file), outfile);
  return outfile;
}
