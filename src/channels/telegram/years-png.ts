import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { YearsPicture } from '../../dialogue/index.ts';
import { layOutYears } from '../years-chart.ts';

/** The only colours: an index each, so that a point takes half a byte and a picture little time. */
const COLOURS: [number, number, number][] = [
  [255, 253, 249],
  [38, 34, 28],
  [150, 142, 130],
  [14, 101, 92],
  [110, 170, 160],
  [178, 84, 38],
  [228, 164, 120],
];
const PALETTE = Uint8Array.from(COLOURS.flat());
const INK = 1;
const SOFT = 2;
/** Of a bar that reaches its line, and of one that does not: they differ in lightness too. */
const MET = [3, 4] as const;
const SHORT = [5, 6] as const;

/** Digits five by seven; a bit a dot, the leftmost the highest. A picture has no words: they stand under it, where every reader can get at them. */
const DIGITS: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '3': [31, 2, 4, 2, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  '.': [0, 0, 0, 0, 0, 12, 12],
};
const DOT = 3;
const LETTER = 6 * DOT;

/** The dots of each row of five that stand side by side: drawn in one go. */
const RUNS = Array.from({ length: 32 }, (_, bits) =>
  [...bits.toString(2).padStart(5, '0').matchAll(/1+/g)].map(({ index, 0: { length } }) => ({
    from: index,
    dots: length,
  })),
);

/** The picture as PNG. */
export async function yearsPng(picture: YearsPicture): Promise<Uint8Array> {
  writer ??= loadWriter();
  const { BitDepth, ColorType, Compression, encode, FilterType } = await writer;
  const { width, height, bars, lines, labels } = layOutYears(picture);
  const canvas = new Canvas(width, height);
  for (const { of, isMet, ...box } of bars) canvas.fill(box, (isMet ? MET : SHORT)[of]);
  for (const { y, from, to, of } of lines)
    for (let x = from; x < to; x += 12) canvas.fill({ x, y: y - 1, width: 8, height: 2 }, of === 0 ? INK : SOFT);
  for (const { x, y, text } of labels) canvas.write(text, x, y);
  return encode(canvas.data, width, height, {
    color: ColorType.Indexed,
    depth: BitDepth.Four,
    palette: PALETTE,
    // A drawing of boxes repeats most of its rows: nothing is left of them but runs of zero.
    filter: FilterType.Up,
    compression: Compression.Rle,
  });
}

let writer: ReturnType<typeof loadWriter> | undefined;

/** Loaded with the first picture, as most bots have no roster; from the package's file, because its own loading takes 12 MB more. */
async function loadWriter() {
  const png = await import('@cf-wasm/png/others');
  const file = createRequire(import.meta.url).resolve('@cf-wasm/png/png.wasm');
  await png.initPng({ module_or_path: await readFile(file) });
  return png;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Points, two a byte, the left one in its upper half; each row begins with a byte of its own. */
class Canvas {
  readonly data: Uint8Array;
  readonly #width: number;
  readonly #height: number;
  readonly #rowBytes: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#rowBytes = Math.ceil(width / 2);
    this.data = new Uint8Array(this.#rowBytes * height);
  }

  fill({ x, y, width, height }: Box, colour: number): void {
    const [left, right] = [Math.max(0, Math.round(x)), Math.min(this.#width, Math.round(x + width))];
    const [top, bottom] = [Math.max(0, Math.round(y)), Math.min(this.#height, Math.round(y + height))];
    if (left >= right) return;
    for (let row = top; row < bottom; row += 1) {
      const start = row * this.#rowBytes;
      if (left % 2 === 1) this.#half(start + (left >> 1), colour, 0);
      if (right % 2 === 1) this.#half(start + (right >> 1), colour, 4);
      this.data.fill(colour * 17, start + ((left + 1) >> 1), start + (right >> 1));
    }
  }

  #half(index: number, colour: number, shift: 0 | 4): void {
    this.data[index] = (this.data[index]! & (0xf0 >> shift)) | (colour << shift);
  }

  /** Digits around the middle `x`, above `y`. */
  write(text: string, x: number, y: number): void {
    const start = x - (text.length * LETTER - DOT) / 2;
    [...text].forEach((letter, index) => {
      (DIGITS[letter] ?? []).forEach((bits, row) => {
        for (const { from, dots } of RUNS[bits]!)
          this.fill(
            { x: start + index * LETTER + from * DOT, y: y - (7 - row) * DOT, width: dots * DOT, height: DOT },
            INK,
          );
      });
    });
  }
}
