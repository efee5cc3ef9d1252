import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What one measurement came to: first as much as the bot could, then how long a person waited at half of that. */
export interface Measured {
  /** Updates answered in a second. */
  perSecond: number;
  /** Microseconds of the bot's processor time for each. */
  cpu: number;
  privateMb: number;
  /** Milliseconds from the moment an update could be fetched to the call that answers it. */
  p50: number;
  p99: number;
}

/** Every measurement by `name|delay`. */
export type Figures = Map<string, Measured[]>;

/** Each of ours and what it is compared with. */
const PAIRS = [
  ['huanzheng on grammY, Redis', 'grammY + runner + Redis session'],
  ['huanzheng on Telegraf, Redis', 'Telegraf + Redis session'],
] as const;

/** Prints the tables, the ratios first, and keeps them in `bench/RESULTS.md`. */
export function writeResults(figures: Figures, rounds: number): void {
  const text = [
    '# A whole turn beside the session echo of the frameworks',
    '',
    `\`npm run bench\`: ${rounds} interleaved repetitions, medians, the smallest and the largest in brackets; Node ${process.version}, ${cpus().length} cores, the bot on one of them. Huanzheng understands, decides, cites and seals; the others say back what was said and count. Ratios above 1 are in our favour for updates a second, below 1 for time and memory.`,
    '',
    ...ratios(figures),
    '',
    ...table(figures),
    '',
  ].join('\n');
  process.stdout.write(text);
  writeFileSync(fileURLToPath(new URL('../RESULTS.md', import.meta.url)), text);
}

function ratios(figures: Figures): string[] {
  const lines = PAIRS.flatMap(([ours, theirs]) =>
    [0, 30].flatMap(delay => {
      const [a, b] = [figures.get(`${ours}|${delay}`), figures.get(`${theirs}|${delay}`)];
      if (a === undefined || b === undefined) return [];
      const ratio = (of: keyof Measured): string => (median(a, of) / median(b, of)).toFixed(2);
      return `| ${ours} : ${theirs} | ${delay} | ${ratio('perSecond')} | ${ratio('cpu')} | ${ratio('p99')} | ${ratio('privateMb')} |`;
    }),
  );
  return ['| | API ms | updates/s | CPU | p99 | memory |', '|---|---|---|---|---|---|', ...lines];
}

function table(figures: Figures): string[] {
  const lines = [...figures].map(([key, all]) => {
    const [name, delay] = key.split('|');
    const cell = (of: keyof Measured, digits = 0): string => {
      const sorted = all.map(one => one[of]).sort((a, b) => a - b);
      return `${median(all, of).toFixed(digits)} (${sorted[0]!.toFixed(digits)}…${sorted.at(-1)!.toFixed(digits)})`;
    };
    return `| ${name} | ${delay} | ${cell('perSecond')} | ${cell('cpu')} | ${cell('p50', 1)} | ${cell('p99', 1)} | ${cell('privateMb')} |`;
  });
  return [
    '| | API ms | updates/s | CPU µs | p50 ms | p99 ms | private MB |',
    '|---|---|---|---|---|---|---|',
    ...lines,
  ];
}

function median(all: readonly Measured[], of: keyof Measured): number {
  return all.map(one => one[of]).sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}
