import type { Outcome } from './measure.ts';

const BINS = 10;
const SIDE = 320;
const MARGIN = 44;

/** A picture: how probable the first topic was said to be, against how often it was right. On the diagonal every probability can be believed. */
export function calibrationPicture(outcomes: readonly Outcome[], title: string): string {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, right: 0, said: 0 }));
  for (const { message, understanding } of outcomes) {
    const { topic, probability } = understanding.ranking[0]!;
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))]!;
    bin.count++;
    bin.said += probability;
    if (message.topics.includes(topic)) bin.right++;
  }
  const points = bins
    .filter(({ count }) => count > 0)
    .map(bin => ({ x: bin.said / bin.count, y: bin.right / bin.count, count: bin.count }));
  return draw(points, title, outcomes.length);
}

function draw(points: readonly { x: number; y: number; count: number }[], title: string, total: number): string {
  const x = (value: number): string => (MARGIN + value * SIDE).toFixed(1);
  const y = (value: number): string => (MARGIN + (1 - value) * SIDE).toFixed(1);
  const line = points.map(point => `${x(point.x)},${y(point.y)}`).join(' ');
  const dots = points.map(
    point =>
      `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="${(3 + 12 * Math.sqrt(point.count / total)).toFixed(1)}"/>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap(at => [
    `<text x="${x(at)}" y="${MARGIN + SIDE + 18}" text-anchor="middle">${at * 100} %</text>`,
    `<text x="${MARGIN - 6}" y="${y(at)}" text-anchor="end" dominant-baseline="middle">${at * 100} %</text>`,
  ]);
  const size = SIDE + 2 * MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size + 20}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${size / 2}" y="22" text-anchor="middle" font-size="13">${title}</text>
<rect x="${MARGIN}" y="${MARGIN}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#999"/>
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4 4"/>
<polyline points="${line}" fill="none" stroke="#0a6c74" stroke-width="2"/>
<g fill="#0a6c74" fill-opacity="0.6">${dots.join('')}</g>
${ticks.join('\n')}
<text x="${size / 2}" y="${size + 4}" text-anchor="middle">probability that was said (the larger the dot, the more messages)</text>
<text transform="translate(12 ${size / 2}) rotate(-90)" text-anchor="middle">share that was right</text>
</svg>
`;
}
