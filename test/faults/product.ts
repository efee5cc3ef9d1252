import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { OneByOne } from '../../src/runtime/one-by-one.ts';
import { end, programOf, start } from '../support/processes.ts';
import type { Held, Told } from './probe.ts';

/** A line of the log, as far as tests look at it. */
export interface Line {
  level: number;
  msg: string;
  [field: string]: unknown;
}

/** `huanzheng serve` as a process of its own, just as it runs in earnest. */
export interface Product {
  readonly child: ChildProcess;
  /** Where its web channel listens. */
  readonly url: string;
  /** What it has logged, but for the line that every turn and every request leaves. */
  readonly log: readonly Line[];
  /** What it has said besides: that is why it ended, if it did. */
  said(): string;
  /** What it holds after everything that can be freed has been. */
  look(): Promise<Held>;
  /** Puts its clock forward, or back, against the real one. */
  shiftClock(aheadMs: number): Promise<void>;
  kill(): Promise<void>;
  /** As `docker stop` does it; gives the exit status. */
  stop(): Promise<number | null>;
}

/** 32 bytes that no real store has ever been sealed with. */
export const DATA_KEY = Buffer.alloc(32, 9).toString('base64');
export const AS_OF = '2026-12-24';

export interface Starting {
  /** Calls the program by way of another one that prepares something for it. */
  wrapped?: ((call: readonly string[]) => readonly string[]) | undefined;
  /** Is given the process before it is ready. */
  onSpawn?: ((child: ChildProcess) => void) | undefined;
}

/** Starts the server with these settings and no others; resolves when it takes messages. Rejects with what it said when it ends before. */
export async function startProduct(
  settings: Readonly<Record<string, string>>,
  { wrapped = call => call, onSpawn }: Starting = {},
): Promise<Product> {
  const program = await programOf('test/faults/server.ts');
  const [command = '', ...args] = wrapped([process.execPath, '--expose-gc', program, 'serve']);
  const child = await start(command, args, `${command} cannot be started`, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, PORT: '0', AS_OF, ...settings },
  });
  onSpawn?.(child);
  const log: Line[] = [];
  let said = '';
  createInterface({ input: child.stderr! }).on('line', line => {
    if (!line.startsWith('{')) said += `${line}\n`;
    else if (!/"msg":"(turn|request)"/.test(line)) log.push(JSON.parse(line));
  });
  const url = await Promise.race([
    addressIn(child),
    once(child, 'close').then(([status]) => Promise.reject(new RefusedStart(status as number, said))),
  ]);
  // One after another: an answer does not say to what.
  const questions = new OneByOne();
  const ask = <T>(told: Told): Promise<T> =>
    questions.run('', async () => {
      const answer = once(child, 'message');
      child.send(told);
      return ((await answer) as [T])[0];
    });
  return {
    child,
    url,
    log,
    said: () => said,
    look: () => ask<Held>('look'),
    shiftClock: aheadMs => ask({ aheadMs }),
    kill: () => end(child),
    async stop() {
      await end(child, 'SIGTERM');
      return child.exitCode;
    },
  };
}

/** From the line that tells a person where to go. */
function addressIn(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    createInterface({ input: child.stdout! }).on('line', line => {
      const [url] = /http:\/\/[\d.:]+/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}

/** The program ended in place of starting. */
export class RefusedStart extends Error {
  override readonly name = 'RefusedStart';
  readonly status: number;
  readonly said: string;

  constructor(status: number, said: string) {
    super(`ended with ${status}: ${said}`);
    this.status = status;
    this.said = said;
  }
}
