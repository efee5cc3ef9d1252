/**
 * Every fault, many times, as a table: `npm run faults [-- times]`. The same code as the tests; it also goes to `bench/FAULTS.md`.
 * `npm run faults -- times clock bot-api` tries only those, and prints the table without keeping it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tried } from '../test/faults/table.ts';

const ALL = ['killed', 'redis', 'cluster', 'disk', 'bot-api', 'clock'];

const [times = '5', ...named] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'huanzheng-faults-'));
const file = join(folder, 'tried');
const tests = (named.length > 0 ? named : ALL).map(name => `test/faults/${name}.test.ts`);
const { status } = spawnSync('npx', ['vitest', 'run', '--no-file-parallelism', ...tests], {
  env: { ...process.env, FAULT_TABLE: file, FAULT_TIMES: times },
  stdio: 'inherit',
});
const tried = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(row => JSON.parse(row) as Tried)
  : [];
rmSync(folder, { recursive: true });
const text = tableOf(tried);
process.stdout.write(text);
if (named.length === 0) writeFileSync('bench/FAULTS.md', text);
process.exitCode = status ?? 1;

/** One line for each fault, whatever it was tried in. */
function tableOf(tried: readonly Tried[]): string {
  const faults = [...new Set(tried.map(({ fault }) => fault))];
  const rows = faults.map(fault => {
    const all = tried.filter(one => one.fault === fault);
    const sum = (of: (one: Tried) => number): number => all.reduce((total, one) => total + of(one), 0);
    const slowest = Math.max(...all.map(({ recoveredMs }) => recoveredMs)) / 1000;
    return `| ${[fault, sum(one => one.times), sum(one => one.messages), sum(one => one.lost), sum(one => one.twice), sum(one => one.unknown), sum(one => one.repliesTwice), slowest.toFixed(1)].join(' | ')} |`;
  });
  return [
    '# What faults do',
    '',
    `\`npm run faults -- ${times}\` on Node ${process.version}, ${availableParallelism()} cores. Messages: what people said, and what was sent to many, in the scenes with that fault. Lost: not answered, or answered as if something had been lost or done twice. Twice: sent to many and arrived more than once. Unknown: listed for a person to decide, whether or not it had arrived. Seconds: from the end of the fault (a kill: from the kill, the start of the process included) to the next answer that is saved, the longest. With one time each, the faults of Redis share a scene, and with it their counts, and so do those of the Bot API.`,
    '',
    '| fault | times | messages | lost | twice | unknown | replies twice | seconds |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
