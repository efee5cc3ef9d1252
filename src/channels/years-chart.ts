/** As much of a picture of years as its shape needs. */
interface Years {
  need: readonly [number, number];
  years: readonly { label: string; values: readonly [number, number] }[];
}

/** The picture of some years as rectangles, lines and labels, in units of a drawing that is `width` by `height`; every channel draws it its own way. */
export interface YearsChart {
  width: number;
  height: number;
  bars: readonly { x: number; y: number; width: number; height: number; of: 0 | 1; isMet: boolean }[];
  /** What a year asks for, right across. */
  lines: readonly { y: number; from: number; to: number; of: 0 | 1 }[];
  /** Digits alone; `x` is the middle, `y` the lower edge. */
  labels: readonly { x: number; y: number; text: string; of: 0 | 1 | null }[];
}

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 16;
const TOP = 36;
const BOTTOM = 44;
/** Above the highest bar, so that its label has room. */
const HEADROOM = 1.1;

/** Lays out two bars a year, each against its line. The page uses it too, in browsers that know no `flatMap`. */
export function layOutYears({ years, need }: Years): YearsChart {
  const base = HEIGHT - BOTTOM;
  const both = [0, 1] as const;
  const most = Math.max(...need, ...years.map(({ values }) => Math.max(...values))) * HEADROOM;
  const heightOf = (value: number): number => ((base - TOP) * value) / most;
  const step = (WIDTH - LEFT - RIGHT) / years.length;
  const middleOf = (index: number): number => LEFT + step * (index + 0.5);
  const width = Math.min(48, step * 0.36);
  const barsOf = (of: 0 | 1) =>
    years.map(({ values }, index) => {
      const height = heightOf(values[of]);
      const x = middleOf(index) + (of - 1) * width;
      return { x, y: base - height, width, height, of, isMet: values[of] >= need[of], text: `${values[of]}` };
    });
  const bars = [...barsOf(0), ...barsOf(1)];
  return {
    width: WIDTH,
    height: HEIGHT,
    bars: bars.map(({ text: _, ...bar }) => bar),
    lines: both.map(of => ({ y: base - heightOf(need[of]), from: LEFT - 8, to: WIDTH - RIGHT, of })),
    labels: [
      ...years.map(({ label }, index) => ({ x: middleOf(index), y: HEIGHT - 14, text: label, of: null })),
      ...bars.map(({ x, y, text, of }) => ({ x: x + width / 2, y: y - 6, text, of })),
      ...both.map(of => ({ x: (LEFT - 8) / 2, y: base - heightOf(need[of]) + 8, text: `${need[of]}`, of })),
    ],
  };
}
