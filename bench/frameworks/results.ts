import type { Measured } from './run.ts';

/** Every measurement by `name|delay`. */
export type Figures = Map<string, Measured[]>;
export function writeResults(figures: Figures, rounds: number): void {
  console.log(rounds, [...figures.keys()]);
}
