export { type Random, randomFrom } from '../../scripts/train/arithmetic.ts';

import type { Random } from '../../scripts/train/arithmetic.ts';

export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

export function between(least: number, most: number, random: Random): number {
  return least + random() * (most - least);
}
