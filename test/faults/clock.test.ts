import { describe, expect, it } from 'vitest';
import { randomFrom } from './random.ts';
import { Scene } from './scene.ts';
import { note, TIMES, told } from './table.ts';

const LIMIT_MS = 300_000;
const HOUR_MS = 3_600_000;

describe('a clock', () => {
  it.each([
    ['forward', HOUR_MS],
    ['back', -HOUR_MS],
  ] as const)(
    'that is put %s by an hour, and right again, keeps nobody from an answer, nor from what is sent to many',
    async (way, aheadMs) => {
      const scene = await Scene.open({
        framework: 'grammy',
        updates: 'polling',
        instances: 1,
        subscribers: 150 * TIMES,
        seats: 10,
        rate: 60,
      });
      scene.populate(randomFrom(aheadMs));
      const recoveries: number[] = [];
      for (const shift of Array(TIMES).fill([aheadMs, 0]).flat() as number[]) {
        await scene.untilMass();
        await scene.products[0]!.shiftClock(shift);
        const began = performance.now();
        await Promise.all([scene.untilSaved(), scene.untilMass()]);
        recoveries.push(performance.now() - began);
      }
      // What is owed by a process that was killed bears the time of its clock, and so does its leading.
      await scene.products[0]!.shiftClock(HOUR_MS);
      await scene.untilMass();
      await scene.kill(0);
      await scene.start(0);
      await scene.untilMass();
      const judged = await scene.judged();
      await scene.close();
      note({
        fault: `the clock jumps ${way} by an hour, and right again`,
        times: 2 * TIMES,
        recoveredMs: Math.max(...recoveries),
        ...told(judged),
      });
      expect(judged).toMatchObject({ lost: 0, wrong: 0, massTwice: 0 });
    },
    LIMIT_MS * TIMES,
  );
});
