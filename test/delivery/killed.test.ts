import { describe, expect, it } from 'vitest';
import { describeWithRedis, startRedis } from '../support/redis.ts';
import { sendThroughKill } from './killed.ts';

/** 5 in a usual run; `KILLS=100` tries more moments. */
const KILLS = Number(process.env.KILLS ?? 5);
/** What one instance can have in flight: four chunks, each with the slices of some milliseconds. */
const IN_FLIGHT = 400;
const seeds = Array.from({ length: KILLS }, (_, n) => n + 1);

killTests('the embedded store', async () => undefined);
describeWithRedis('with Redis', () => {
  let url: Promise<string> | undefined;
  killTests('Redis', () => (url ??= startRedis().then(server => server.url)));
});

function killTests(engine: string, address: () => Promise<string | undefined>): void {
  describe(`an instance killed while it sends, on ${engine}`, () => {
    for (const instances of [1, 3])
      it.each(seeds)(
        `of ${instances}: nobody is lost, nobody gets it twice, what is not known is listed (%i)`,
        async seed => {
          const { lost, twice, unknown } = await sendThroughKill(seed, instances, await address());
          expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
          expect(unknown).toBeLessThan(IN_FLIGHT);
        },
      );
  });
}
