import type { Sample } from './soak.ts';

const WIDTH = 900;
const HEIGHT = 150;
const LEFT = 80;
const GAP = 40;
const MB = 1024 * 1024;

const PANELS: readonly { title: string; of(sample: Sample): number }[] = [
  { title: 'heap after a collection, MB', of: ({ heap }) => heap / MB },
  { title: 'resident memory, MB', of: ({ rss }) => rss / MB },
  { title: 'handles', of: ({ handles }) => handles },
  { title: 'a request, median, ms', of: ({ p50 }) => p50 },
  { title: 'a request, 99th of 100, ms', of: ({ p99 }) => p99 },
];

/** What a soak looked like, one panel below the other; grey are the moments with a fault. */
export function soakPicture(samples: readonly Sample[]): string {
  const height = PANELS.length * (HEIGHT + GAP) + GAP;
  const panels = PANELS.map(({ title, of }, index) => panelOf(title, samples, of, GAP + index * (HEIGHT + GAP)));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + LEFT + 20}" height="${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}

function panelOf(title: string, samples: readonly Sample[], of: (sample: Sample) => number, top: number): string {
  const end = samples.at(-1)!.atMs;
  const most = Math.max(1, ...samples.map(of).filter(Number.isFinite)) * 1.1;
  const x = (atMs: number): string => (LEFT + (atMs / end) * WIDTH).toFixed(1);
  const y = (value: number): string => (top + HEIGHT - (value / most) * HEIGHT).toFixed(1);
  const step = WIDTH / samples.length;
  const faults = samples
    .filter(({ fault }) => fault !== '')
    .map(
      ({ atMs }) =>
        `<rect x="${(Number(x(atMs)) - step).toFixed(1)}" y="${top}" width="${step.toFixed(1)}" height="${HEIGHT}" fill="#eee"/>`,
    );
  const points = samples.filter(one => Number.isFinite(of(one))).map(one => `${x(one.atMs)},${y(of(one))}`);
  return `${faults.join('')}
<text x="${LEFT}" y="${top - 8}">${title}</text>
<text x="${LEFT - 8}" y="${top + 10}" text-anchor="end">${most.toFixed(0)}</text>
<text x="${LEFT - 8}" y="${top + HEIGHT}" text-anchor="end">0</text>
<text x="${LEFT + WIDTH}" y="${top + HEIGHT + 16}" text-anchor="end">${(end / 60_000).toFixed(1)} min</text>
<path d="M${LEFT},${top}V${top + HEIGHT}H${LEFT + WIDTH}" fill="none" stroke="#999"/>
<polyline points="${points.join(' ')}" fill="none" stroke="#06c" stroke-width="1.5"/>`;
}
