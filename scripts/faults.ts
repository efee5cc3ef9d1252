/** Every fault, many times, as a table: `npm run faults [-- times]`. The same code as the tests; it also goes to `bench/FAULTS.md`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tried } from '../test/faults/table.ts';

const times = process.argv[2] ?? '5';
const folder = mkdtempSync(join(tmpdir(), 'huanzheng-faults-'));
const file = join(folder, 'tried');
const tests = ['killed', 'redis', 'cluster', 'disk', 'bot-api', 'clock'].map(name => `test/faults/${name}.test.ts`);
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
writeFileSync('bench/FAULTS.md', text);
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
    `\`npm run faults -- ${times}\` on Node ${process.version}, ${availableParallelism()} cores. Messages: what people said, and what was sent to many, in the scenes with that fault. Lost: not answered, or answered as if something had been lost or done twice. Twice: sent to many and arrived more than once. Unknown: listed for a person to decide, whether or not it had arrived. Seconds: from the end of the fault (a kill: from the kill, the start of the process included) to the next answer that is saved, the longest. The faults of the Bot API share their scenes, and with them their counts.`,
    '',
    '| fault | times | messages | lost | twice | unknown | replies twice | seconds |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
