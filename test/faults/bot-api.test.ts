import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { BotApi } from '../support/bot-api/server.ts';
import { until } from '../support/until.ts';
import { between, type Random, randomFrom } from './random.ts';
import { Scene } from './scene.ts';
import { note, TIMES, told } from './table.ts';
import { FAIR, WEATHERS } from './weather.ts';

const LIMIT_MS = 300_000;
const LASTS_MS = TIMES > 1 ? 10_000 : 3_000;

/** One trouble of the Bot API, from now on; it gives what ends it. */
type Begin = (api: BotApi, random: Random) => () => void;

const FAULTS: Record<string, Begin> = {
  ...Object.fromEntries(
    Object.entries(WEATHERS).map(([name, weather]): [string, Begin] => [
      name,
      (api, random) => {
        api.weather = weather(random);
        return () => (api.weather = FAIR);
      },
    ]),
  ),
  'is slow by 1.5 s': api => {
    api.delayMs = 1_500;
    return () => (api.delayMs = 0);
  },
};

// In a usual run one after another in one scene; `npm run faults` judges each by itself.
const ROUNDS = TIMES > 1 ? Object.keys(FAULTS).map(name => [name]) : [Object.keys(FAULTS)];

describe.each(['grammy', 'telegraf'] as const)('a Bot API, on %s, that', framework => {
  it.each(ROUNDS)(
    '$0 … does not keep anybody from an answer, nor has a message sent to many twice',
    async (...faults: string[]) => {
      const random = randomFrom(7);
      const scene = await Scene.open({
        framework,
        updates: 'polling',
        instances: 1,
        subscribers: 200 * TIMES,
        seats: 15,
        rate: 60,
      });
      scene.populate(random);
      await scene.untilAnswered();
      const recoveries = new Map<string, number>();
      for (const fault of Array(TIMES).fill(faults).flat() as string[]) {
        const end = FAULTS[fault]!(scene.api, random);
        await wait(LASTS_MS);
        end();
        const ended = performance.now();
        await scene.untilAnswered();
        recoveries.set(fault, Math.max(performance.now() - ended, recoveries.get(fault) ?? 0));
      }
      const judged = await scene.judged();
      await scene.close();
      for (const [fault, recoveredMs] of recoveries)
        note({ fault: `the Bot API ${fault} (${framework})`, times: TIMES, recoveredMs, ...told(judged) });
      expect(judged).toMatchObject({ lost: 0, wrong: 0, massTwice: 0 });
    },
    LIMIT_MS * TIMES,
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
      const people = Array.from({ length: 20 * TIMES }, () => scene.api.person());
      for (const person of people) for (const text of ['换证最迟什么时候', '找谁问']) person.say(text);
      if (updates === 'webhook')
        for (let times = 0; times < 3; times++)
          await Promise.all(scene.api.updates.all().map(one => scene.api.webhook.deliver(one)));
      const ended = performance.now();
      await scene.api.until(() => people.every(({ chat }) => scene.api.texts(chat.id).length >= 2));
      const recoveredMs = performance.now() - ended;
      await wait(between(300, 400, random));
      const turns = await fetch(`${scene.products[0]!.url}/metrics`).then(answer => answer.text());
      await scene.close();
      const answers = people.map(({ chat }) => scene.api.texts(chat.id).length);
      note({
        fault: `updates come up to three times and out of order (${updates})`,
        times: TIMES,
        messages: 2 * people.length,
        lost: answers.reduce((sum, count) => sum + Math.max(0, 2 - count), 0),
        twice: 0,
        repliesTwice: answers.reduce((sum, count) => sum + Math.max(0, count - 2), 0),
        unknown: 0,
        recoveredMs,
      });
      expect(answers.filter(count => count !== 2)).toEqual([]);
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
      note({ fault: 'two processes poll with one token (409)', times: 1, recoveredMs, ...told(judged) });
      expect(Math.max(...said)).toBeLessThanOrEqual(1);
      expect(judged).toMatchObject({ lost: 0, wrong: 0 });
    },
    LIMIT_MS,
  );
});
