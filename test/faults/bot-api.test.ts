import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { between, randomFrom } from './random.ts';
import { Scene } from './scene.ts';
import { note, TIMES, told } from './table.ts';
import { FAIR, WEATHERS } from './weather.ts';

const LIMIT_MS = 300_000;
const LASTS_MS = TIMES > 1 ? 10_000 : 3_000;

describe.each(['grammy', 'telegraf'] as const)('a Bot API, on %s, that', framework => {
  it(
    'has every fault in turn does not keep anybody from an answer, nor has a message sent to many twice',
    async () => {
      const random = randomFrom(7);
      const scene = await Scene.open({
        framework,
        updates: 'polling',
        instances: 1,
        subscribers: 200,
        seats: 15,
        rate: 60,
      });
      scene.populate(random);
      await scene.untilAnswered();
      const recoveries: Record<string, number> = {};
      for (const [fault, weather] of Object.entries(WEATHERS)) {
        scene.api.weather = weather(random);
        await wait(LASTS_MS);
        scene.api.weather = FAIR;
        const ended = performance.now();
        await scene.untilAnswered();
        recoveries[fault] = performance.now() - ended;
      }
      scene.api.delayMs = 1_500;
      await wait(LASTS_MS);
      scene.api.delayMs = 0;
      const judged = await scene.judged();
      await scene.close();
      for (const [fault, recoveredMs] of Object.entries(recoveries))
        note({ fault: `the Bot API ${fault} (${framework})`, times: 1, recoveredMs, ...told(judged) });
      expect(judged).toMatchObject({ lost: 0, wrong: 0, massTwice: 0 });
    },
    LIMIT_MS,
  );
});

describe('updates that', () => {
  it.each(['polling', 'webhook'] as const)(
    'come up to three times and out of order (%s) take effect once each',
    async updates => {
      const random = randomFrom(11);
      const scene = await Scene.open({ framework: 'grammy', updates, instances: 1, subscribers: 0, seats: 0 });
      scene.api.updates.disturb = due =>
        due.flatMap(one => Array(Math.ceil(random() * 3)).fill(one)).sort(() => random() - 0.5);
      const people = Array.from({ length: 20 }, () => scene.api.person());
      for (const person of people) for (const text of ['换证最迟什么时候', '找谁问']) person.say(text);
      if (updates === 'webhook')
        for (let times = 0; times < 3; times++)
          await Promise.all(scene.api.updates.all().map(one => scene.api.webhook.deliver(one)));
      await scene.api.until(() => people.every(({ chat }) => scene.api.texts(chat.id).length >= 2));
      await wait(between(300, 400, random));
      const turns = await fetch(`${scene.products[0]!.url}/metrics`).then(answer => answer.text());
      await scene.close();
      for (const { chat } of people) expect(scene.api.texts(chat.id)).toHaveLength(2);
      const counted = [...turns.matchAll(/^huanzheng_turns_total\{.*channel="telegram".*\} (\d+)$/gm)].map(
        ([, count]) => Number(count),
      );
      expect(counted.reduce((a, b) => a + b, 0)).toBe(2 * people.length);
    },
    LIMIT_MS,
  );
});

describe('two processes that fetch the updates of one bot', () => {
  it(
    'say so in one line each, answer everybody, and one goes on alone when the other is gone',
    async () => {
      const scene = await Scene.open({
        framework: 'grammy',
        updates: 'polling',
        instances: 2,
        subscribers: 0,
        seats: 6,
      });
      scene.populate(randomFrom(3));
      const lines = (): number[] =>
        scene.products.map(product => product!.log.filter(({ msg }) => msg.includes('another process')).length);
      await until('they have met', () => Math.max(...lines()) > 0, 60_000);
      await wait(LASTS_MS);
      const said = lines();
      await scene.kill(1);
      const began = performance.now();
      await scene.untilAnswered();
      const recoveredMs = performance.now() - began;
      const judged = await scene.judged();
      await scene.close();
      expect(Math.max(...said)).toBeLessThanOrEqual(1);
      expect(judged).toMatchObject({ lost: 0, wrong: 0 });
      note({ fault: 'two processes poll with one token (409)', times: 1, recoveredMs, ...told(judged) });
    },
    LIMIT_MS,
  );
});
