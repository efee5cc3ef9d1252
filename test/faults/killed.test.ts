import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { describeWithRedis, startRedis } from '../support/redis.ts';
import { between, pick, type Random, randomFrom } from './random.ts';
import { Scene, type SceneOptions } from './scene.ts';
import { note, seeds, told } from './table.ts';

const KILLS = 3;
const LIMIT_MS = 300_000;

describe('the program, killed again and again at any moment while people talk and many are written to', () => {
  describe.concurrent('on the embedded store, by polling', () => {
    it.each(seeds(1))('loses nothing, and does nothing twice (%i)', seed => survives(seed, {}), LIMIT_MS);
  });
});

describeWithRedis('two instances of the program behind one webhook, on one Redis', () => {
  it.each(seeds(1))(
    'lose nothing, and do nothing twice, when one or the other is killed (%i)',
    async seed => {
      const { url } = await startRedis();
      await survives(seed, { framework: 'telegraf', updates: 'webhook', instances: 2, redis: [url] });
    },
    LIMIT_MS,
  );
});

async function survives(seed: number, options: Partial<SceneOptions>): Promise<void> {
  const random = randomFrom(seed);
  const scene = await Scene.open({
    framework: 'grammy',
    updates: 'polling',
    instances: 1,
    subscribers: 300,
    seats: 20,
    ...options,
  });
  scene.populate(random);
  const recoveries: number[] = [];
  for (let kills = 0; kills < KILLS; kills++) recoveries.push(await killOne(scene, random));
  const judged = await scene.judged();
  await scene.close();
  note({
    fault: `kill -9, ${options.redis === undefined ? 'embedded store, polling' : 'two instances on Redis, webhook'}`,
    times: KILLS,
    ...told(judged),
    recoveredMs: Math.max(...recoveries),
  });
  expect(judged).toMatchObject({ lost: 0, wrong: 0, massTwice: 0 });
  expect(scene.api.refused).toEqual([]);
}

/** Now and then also while it starts. Gives how long it took from the kill to the next answer, with the start of the process. */
async function killOne(scene: Scene, random: Random): Promise<number> {
  await scene.untilAnswered();
  await wait(between(0, 1_500, random));
  const victim = pick([...scene.products.keys()], random);
  await scene.kill(victim);
  const began = performance.now();
  if (random() < 0.3) {
    const early = between(0, 800, random);
    await scene.start(victim, child => void wait(early).then(() => child.kill('SIGKILL'))).catch(() => {});
  }
  await scene.start(victim);
  await scene.untilAnswered();
  return performance.now() - began;
}
