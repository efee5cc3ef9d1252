/** One line of a picture: what it is called, and its points from the smallest to the largest. */
export interface Curve {
  name: string;
  points: readonly { x: number; y: number }[];
}

export interface Picture {
  title: string;
  x: string;
  y: string;
  curves: readonly Curve[];
}

const WIDTH = 420;
const HEIGHT = 240;
const LEFT = 64;
const TOP = 40;
const COLOURS = ['#0a6c74', '#b5541a', '#5b4a9e', '#3c6e22'];

/** A picture with a logarithmic axis along the bottom, from nothing upwards at the side: what does not grow lies flat. */
export function curvesPicture({ title, x, y, curves }: Picture): string {
  const points = curves.flatMap(curve => curve.points);
  const [from, to] = [Math.min(...points.map(point => point.x)), Math.max(...points.map(point => point.x))];
  const top = niceAbove(Math.max(...points.map(point => point.y)));
  const atX = (value: number): number => LEFT + (WIDTH * Math.log(value / from)) / Math.log(to / from);
  const atY = (value: number): number => TOP + HEIGHT * (1 - value / top);
  const ticksX = [...new Set(points.map(point => point.x))].map(
    value => `<text x="${fixed(atX(value))}" y="${TOP + HEIGHT + 16}" text-anchor="middle">${short(value)}</text>`,
  );
  const ticksY = [0, 0.25, 0.5, 0.75, 1].map(share => {
    const line = fixed(atY(top * share));
    return `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${line}" y2="${line}" stroke="#ddd"/><text x="${LEFT - 6}" y="${line}" text-anchor="end" dominant-baseline="middle">${short(top * share)}</text>`;
  });
  const lines = curves.map((curve, index) =>
    drawn(curve, { colour: COLOURS[index % COLOURS.length]!, index, atX, atY }),
  );
  const [width, height] = [LEFT + WIDTH + 24, TOP + HEIGHT + 44 + 16 * curves.length];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img" aria-label="${title}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="18" font-size="13">${title}</text>
<text x="${LEFT}" y="33" fill="#555">${y}</text>
${ticksY.join('\n')}
${ticksX.join('\n')}
<text x="${LEFT + WIDTH}" y="${TOP + HEIGHT + 32}" text-anchor="end" fill="#555">${x}</text>
${lines.join('\n')}
</svg>
`;
}

interface Frame {
  colour: string;
  index: number;
  atX(value: number): number;
  atY(value: number): number;
}

function drawn({ name, points }: Curve, { colour, index, atX, atY }: Frame): string {
  const path = points.map(point => `${fixed(atX(point.x))},${fixed(atY(point.y))}`).join(' ');
  const dots = points.map(point => `<circle cx="${fixed(atX(point.x))}" cy="${fixed(atY(point.y))}" r="3"/>`).join('');
  const at = TOP + HEIGHT + 48 + 16 * index;
  return `<g fill="${colour}"><polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<rect x="${LEFT}" y="${at - 9}" width="10" height="10"/><text x="${LEFT + 16}" y="${at}">${name}</text></g>`;
}

const fixed = (value: number): string => value.toFixed(1);

/** 1, 2 or 5 and noughts, so that the marks at the side can be read. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map(step => step * power).find(step => step >= value)!;
}

function short(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toFixed(2))} M`;
  if (value >= 1e3) return `${Number((value / 1e3).toFixed(2))} k`;
  return `${Number(value.toPrecision(3))}`;
}
