import { layOutYears } from '../../years-chart.ts';
import type { WirePicture } from '../wire.ts';
import { el } from './dom.ts';

const SPACE = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SPACE, name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, String(attributes[key]));
  return made;
}

/** The years as bars. Whoever hears the page gets the same in words; the drawing itself is skipped. */
export function drawYears(picture: WirePicture): HTMLElement {
  const { width, height, bars, lines, labels } = layOutYears(picture);
  const drawing = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': picture.alt });
  for (const { of, isMet, ...box } of bars)
    drawing.append(shape('rect', { ...box, rx: 2, class: `bar of-${of}${isMet ? '' : ' short'}` }));
  for (const { y, from, to, of } of lines)
    drawing.append(shape('line', { x1: from, x2: to, y1: y, y2: y, class: `need of-${of}` }));
  for (const { x, y, text } of labels) {
    const label = shape('text', { x, y, 'text-anchor': 'middle' });
    label.textContent = text;
    drawing.append(label);
  }
  const legend = picture.legend.map((name, of) => el('span', { class: `key of-${of}` }, name));
  return el('figure', { class: 'years' }, el('figcaption', {}, picture.title), drawing, el('p', {}, ...legend));
}
