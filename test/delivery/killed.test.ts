import { describe, expect, it } from 'vitest';
import { describeWithRedis, startRedis } from '../support/redis.ts';
import { sendThroughKill } from './killed.ts';

/** 5 in a usual run; `KILLS=100` tries more moments. */
const KILLS = Number(process.env.KILLS ?? 5);
/** What one instance can have in flight: four chunks with two hundred messages each. */
const IN_FLIGHT = 800;
/** While one waits for a dead instance to be missed, the next one is on its way. */
const AT_ONCE = 2;
const seeds = Array.from({ length: KILLS }, (_, n) => n + 1);

killTests('the embedded store', async () => undefined);
describeWithRedis('with Redis', () => {
  let url: Promise<string> | undefined;
  killTests('Redis', () => (url ??= startRedis().then(server => server.url)));
});

function killTests(engine: string, address: () => Promise<string | undefined>): void {
  describe(`an instance killed while it sends, on ${engine}`, () => {
    for (const instances of [1, 3]) {
      const runs = runsOf(async seed => sendThroughKill(seed, instances, await address()));
      it.each(seeds)(
        `of ${instances}: nobody is lost, nobody gets it twice, what is not known is listed (%i)`,
        async seed => {
          const { lost, twice, unknown } = await runs(seed);
          expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
          expect(unknown).toBeLessThanOrEqual(IN_FLIGHT);
        },
        60_000,
      );
    }
  });
}

/** Gives the outcome of a seed, having begun with the one after it. */
function runsOf<T>(run: (seed: number) => Promise<T>): (seed: number) => Promise<T> {
  const begun = new Map<number, Promise<T>>();
  return seed => {
    for (const one of seeds.filter(other => other >= seed && other < seed + AT_ONCE)) {
      if (begun.has(one)) continue;
      const outcome = run(one);
      outcome.catch(() => {});
      begun.set(one, outcome);
    }
    return begun.get(seed)!;
  };
}
