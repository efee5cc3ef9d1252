import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { CONTENDERS } from './contenders.ts';
import { type Bar, barsPicture } from './picture.ts';

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
  /** The median of those who look up their own hours. */
  own: number;
  /** Microseconds that whoever brings the messages spent on each. */
  bringerCpu: number;
}

/** Every measurement by `name|delay`, in the order of the rounds. */
export type Figures = Map<string, Measured[]>;

export interface Results {
  figures: Figures;
  rounds: number;
  /** How many processes wanted a core when it began. */
  load: number;
  /** Milliseconds of the starts. */
  starts: readonly number[];
}

const FILE = fileURLToPath(new URL('../RESULTS.md', import.meta.url));
const PICTURE = fileURLToPath(new URL('../results.svg', import.meta.url));

/** Prints the tables, the ratios first, and keeps them in `bench/RESULTS.md` with a picture beside it. */
export function writeResults(results: Results): void {
  const { figures, rounds, load, starts } = results;
  const text = [
    '# A whole turn beside the session echo of the frameworks',
    '',
    `\`npm run bench\`: medians of ${rounds} interleaved repetitions, the smallest and the largest in brackets; Node ${process.version}, ${cpus().length} cores, the bot on one of them, all else on the other; load ${load.toFixed(1)} at the beginning. Huanzheng understands, decides, cites, seals and keeps what it owes, started as it is deployed (\`--max-semi-space-size=8\`, \`MALLOC_ARENA_MAX=2\`); the others say back what was said and count. One chat in nine looks up hours of its own. The mix has few texts, and what is understood of a text is remembered; where no text comes twice, that helps nobody.`,
    '',
    'Ratios are those of neighbours in one round; above 1 is in our favour for updates a second, below 1 for all else. Where the wall clock is noisy, the processor time decides.',
    '',
    ...ratios(figures),
    '',
    '![Processor time of a message](results.svg)',
    '',
    ...table(figures),
    '',
    ...ceiling(figures),
    ...(starts.length === 0
      ? []
      : ['', `Start to first answer over HTTP, embedded store: ${spread([...starts], 0)} ms.`]),
    '',
  ].join('\n');
  process.stdout.write(text);
  writeFileSync(FILE, text);
  writeFileSync(PICTURE, barsPicture('Processor time of a message, µs', barsOf(figures)));
}

function ratios(figures: Figures): string[] {
  const lines = CONTENDERS.flatMap(({ name, beside, delays }) =>
    delays.flatMap(delay => {
      const [ours, theirs] = [figures.get(`${name}|${delay}`), figures.get(`${beside}|${delay}`)];
      if (ours === undefined || theirs === undefined) return [];
      const ratio = (of: keyof Measured): string =>
        spread(
          ours.slice(0, theirs.length).map((one, round) => one[of] / theirs[round]![of]),
          2,
        );
      const cells = (['perSecond', 'cpu', 'p99', 'privateMb'] as const).map(ratio);
      return `| ${name} : ${beside} | ${delay} | ${cells.join(' | ')} |`;
    }),
  );
  return ['| | API ms | updates/s | CPU | p99 | memory |', '|---|---|---|---|---|---|', ...lines];
}

function table(figures: Figures): string[] {
  const lines = [...figures].map(([key, all]) => {
    const [name, delay] = key.split('|');
    const cell = (of: keyof Measured, digits = 0): string =>
      spread(
        all.map(one => one[of]),
        digits,
      );
    const own = all.every(one => Number.isNaN(one.own)) ? '' : cell('own');
    return `| ${name} | ${delay} | ${cell('perSecond')} | ${cell('cpu')} | ${cell('p50', 1)} | ${cell('p99', 1)} | ${own} | ${cell('privateMb')} |`;
  });
  return [
    '| | API ms | updates/s | CPU µs | p50 ms | p99 ms | own hours, p50 ms | private MB |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
    'Looked-up hours are answered after a quarter of a second whatever was found, so that the time tells nothing; they are left out of p50 and p99.',
  ];
}

/** What the Bot API server could carry, had it a core for itself: where a bot comes near it, the server is what was measured. */
function ceiling(figures: Figures): string[] {
  const cost = (webhook: boolean): string => {
    const all = [...figures].filter(([key]) => !key.startsWith('web: ') && key.startsWith('webhook: ') === webhook);
    const each = all.flatMap(([, measured]) => measured.map(one => 1e6 / one.bringerCpu));
    return each.length === 0 ? 'not measured' : `${spread(each, 0)} updates a second`;
  };
  return [
    `The ceiling of the Bot API server, by its own processor time: ${cost(false)} fetched, ${cost(true)} by webhook. It shares its core with Redis.`,
  ];
}

function barsOf(figures: Figures): Bar[] {
  return [...figures]
    .filter(([key]) => key.endsWith('|0'))
    .map(([key, all]) => {
      const values = all.map(one => one.cpu).sort((a, b) => a - b);
      const name = key.slice(0, key.indexOf('|'));
      return {
        name,
        ours: name.includes('huanzheng'),
        low: values[0]!,
        middle: middleOf(values),
        high: values.at(-1)!,
      };
    });
}

const middleOf = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)]!;

function spread(values: number[], digits: number): string {
  const sorted = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return 'none';
  const [low, middle, high] = [sorted[0]!, middleOf(sorted), sorted.at(-1)!].map(value => value.toFixed(digits));
  return `${middle} (${low}…${high})`;
}
