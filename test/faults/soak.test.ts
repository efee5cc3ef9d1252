import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithRedis } from '../support/redis.ts';
import { randomFrom } from './random.ts';
import { type Sample, soak } from './soak.ts';
import { soakPicture } from './soak-picture.ts';

/** `npm run soak` takes longer, and draws a picture. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 0.5);
const PICTURE = process.env.SOAK_PICTURE;
const LIMIT_MS = MINUTES * 60_000 + 300_000;
const MB = 1024 * 1024;
/** Chats that are remembered take some room until there are as many as are kept; what leaks with every message takes more. */
const GROWS_MB = 12;
/** Connections that are kept for later; one for each message, or for each fault, would be hundreds. */
const MORE_HANDLES = 40;

describeWithRedis('the program in the middle of everything at once', () => {
  it(
    'holds no more at the end than in the middle, and has lost nothing and done nothing twice',
    async () => {
      const { samples, judged, quiet } = await soak(MINUTES * 60_000, randomFrom(2026));
      if (PICTURE !== undefined) {
        writeFileSync(PICTURE, soakPicture(samples));
        process.stdout.write(
          `${JSON.stringify({ judged, quiet, middle: middleOf(samples, 1), end: middleOf(samples, 2) })}\n`,
        );
      }
      expect(judged).toMatchObject({ lost: 0, wrong: 0, massTwice: 0 });
      expect((middleOf(samples, 2).heap - middleOf(samples, 1).heap) / MB).toBeLessThan(GROWS_MB);
      expect(quiet[1] - quiet[0]).toBeLessThan(MORE_HANDLES);
    },
    LIMIT_MS,
  );
});

/** The median sample of one third of the time. */
function middleOf(
  samples: readonly Sample[],
  third: number,
): { heap: number; handles: number; p50: number; p99: number } {
  const length = samples.length / 3;
  const part = samples.slice(third * length, (third + 1) * length);
  const median = (of: (sample: Sample) => number): number =>
    part
      .map(of)
      .filter(Number.isFinite)
      .sort((a, b) => a - b)[Math.floor(part.length / 2)]!;
  return {
    heap: median(({ heap }) => heap),
    handles: median(({ handles }) => handles),
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
  };
}
