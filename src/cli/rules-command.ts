import { once } from 'node:events';
import { runRules } from './rules.ts';

/** `huanzheng rules renewal|hours`: standard input to standard output, waiting whenever the reader is slower. */
export async function rulesCommand(kind: 'renewal' | 'hours'): Promise<void> {
  process.exitCode = await runRules(kind, process.stdin, async line => {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  });
}
