/** One bar of a picture, with the smallest and the largest of its repetitions. */
export interface Bar {
  name: string;
  ours: boolean;
  low: number;
  middle: number;
  high: number;
}

const [LEFT, WIDTH, ROW, TOP] = [250, 360, 22, 40];

/** Bars from nothing to the right, each with its number and, as a line, how far its repetitions lie apart. */
export function barsPicture(title: string, bars: readonly Bar[]): string {
  const most = Math.max(1, ...bars.map(({ high }) => high));
  const at = (value: number): string => (LEFT + (WIDTH * value) / most).toFixed(1);
  const rows = bars.map(({ name, ours, low, middle, high }, index) => {
    const y = TOP + ROW * index;
    const width = ((WIDTH * middle) / most).toFixed(1);
    return [
      `<text x="${LEFT - 8}" y="${y + 14}" text-anchor="end">${name}</text>`,
      `<rect x="${LEFT}" y="${y + 4}" width="${width}" height="${ROW - 8}" fill="${ours ? '#0a6c74' : '#b9b4ab'}"/>`,
      `<line x1="${at(low)}" x2="${at(high)}" y1="${y + ROW / 2}" y2="${y + ROW / 2}" stroke="#222"/>`,
      `<text x="${LEFT + WIDTH + 8}" y="${y + 14}">${middle.toFixed(0)}</text>`,
    ].join('');
  });
  const [width, height] = [LEFT + WIDTH + 60, TOP + ROW * bars.length + 12];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="22" font-size="13">${title}</text>
${rows.join('\n')}
</svg>
`;
}
