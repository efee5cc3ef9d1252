import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Budget,
  createDelivery,
  type Delivery,
  type DeliveryParts,
  type Mailing,
  type Prepared,
  type Queue,
  type Source,
  UndeliveredError,
} from '../../src/delivery/index.ts';
import { fixedClock, systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import type { Store } from '../../src/store/port.ts';
import { describeWithRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { budgetOn, type Engine, type EngineName, freshEngine } from './engines.ts';
import { NO_LIMIT } from './no-limit.ts';

/** Noon of a Monday in Shanghai. */
const NOON = '2026-11-23T04:00:00Z';
const REPLY = { text: 'hello', citations: [], choices: [] };
async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
const names = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}`);

/** People who get a text each, unless the test says otherwise. */
class People implements Source {
  names: string[];
  prepared: (recipient: string) => Prepared = recipient => ({ chat: `web:${recipient}`, replies: [REPLY] });
  readonly fates = new Map<string, string>();

  constructor(count: number) {
    this.names = names(count);
  }

  async *recipients(): AsyncIterable<string> {
    yield* this.names;
  }

  async prepare(_: Mailing, recipient: string): Promise<Prepared> {
    return this.prepared(recipient);
  }

  async settled(_: Mailing, recipient: string, { state }: { state: string }): Promise<void> {
    this.fates.set(recipient, state);
  }
}

deliveryTests('embedded');
describeWithRedis('on Redis', () => deliveryTests('Redis'));

function deliveryTests(name: EngineName): void {
  describe(`mailings on ${name}`, () => {
    let engine: Engine;
    let clock: ReturnType<typeof fixedClock>;
    let sent: string[];
    let people: People;
    const running: { delivery: Delivery; store: Store; queue: Queue }[] = [];

    beforeEach(async () => {
      clock = fixedClock(NOON);
      engine = await freshEngine(name, () => clock.now());
      sent = [];
      people = new People(300);
    });
    afterEach(async () => {
      for (const { delivery, store } of running.splice(0)) {
        await delivery.stop();
        await store.close();
      }
    });

    async function start(
      deliver: DeliveryParts['deliver'] = async chat => void sent.push(chat),
      budget: (store: Store) => Budget = () => NO_LIMIT,
    ): Promise<Delivery> {
      const { store, queue } = await engine.open();
      const sources = { test: people };
      const parts = { store, queue, clock, log: SILENT_LOG, sources, deliver, budget: budget(store) };
      const delivery = createDelivery(parts);
      running.push({ delivery, store, queue });
      await delivery.start();
      return delivery;
    }

    const add = ({ mailings }: Delivery, more: Partial<Mailing> = {}) =>
      mailings.add({ id: 'm1', kind: 'test', notBeforeMs: clock.now(), urgent: false, ...more });
    const reaches = (delivery: Delivery, state: Mailing['state'], id = 'm1') =>
      until(`${id} is ${state}`, async () => (await delivery.mailings.find(id))?.state === state, 20_000);
    const chats = (count: number) => names(count).map(one => `web:${one}`);

    it('reach everybody once, with a row each', async () => {
      const delivery = await start();
      await add(delivery);
      await reaches(delivery, 'done');
      expect(sent.toSorted()).toEqual(chats(300).toSorted());
      const { counts, expected, all } = await delivery.mailings.progress('m1');
      expect({ sent: counts.sent, queued: counts.queued, expected, all }).toEqual({
        sent: 300,
        queued: 0,
        expected: 300,
        all: true,
      });
      const rows = await listed(delivery.mailings.rows('m1'));
      expect(rows.filter(row => row.state === 'sent')).toHaveLength(300);
      expect(people.fates.size).toBe(300);
    });

    it('give one message to a name that comes twice', async () => {
      people.names.push('p0', 'p1');
      const delivery = await start();
      await add(delivery);
      await reaches(delivery, 'done');
      expect(sent.filter(chat => chat === 'web:p0')).toHaveLength(1);
    });

    it('of one series give nobody the same twice', async () => {
      const delivery = await start();
      await add(delivery, { id: 'monday', series: 'year' });
      await reaches(delivery, 'done', 'monday');
      people.names.push('new');
      await add(delivery, { id: 'tuesday', series: 'year' });
      await reaches(delivery, 'done', 'tuesday');
      expect(sent).toHaveLength(301);
      expect((await listed(delivery.mailings.rows('tuesday'))).map(row => row.recipient)).toEqual(['new']);
    });

    it('are shared by several instances', async () => {
      const [one] = await Promise.all([start(), start(), start()]);
      await add(one!);
      await reaches(one!, 'done');
      expect(sent.toSorted()).toEqual(chats(300).toSorted());
    });

    it('skip whoever is no longer to get it at the moment of sending, and say why', async () => {
      people.prepared = recipient =>
        sent.length >= 100 || recipient === 'p0'
          ? { chat: `web:${recipient}`, skip: 'unsubscribed' }
          : { chat: `web:${recipient}`, replies: [REPLY] };
      const delivery = await start();
      await add(delivery);
      await reaches(delivery, 'done');
      const rows = await listed(delivery.mailings.rows('m1'));
      const skipped = rows.filter(row => row.state === 'skipped');
      expect(skipped.length).toBe(300 - sent.length);
      expect(skipped.find(row => row.recipient === 'p0')).toMatchObject({ reason: 'unsubscribed' });
    });

    it('note who has blocked us, who was refused and of whom nothing is known, and go on', async () => {
      const fates = { 'web:p1': 'blocked', 'web:p2': 'refused', 'web:p3': 'unknown' } as const;
      const delivery = await start(async chat => {
        const fate = fates[chat as keyof typeof fates];
        if (fate !== undefined) throw new UndeliveredError(fate);
        sent.push(chat);
      });
      await add(delivery);
      await reaches(delivery, 'done');
      expect(sent).toHaveLength(297);
      const { counts } = await delivery.mailings.progress('m1');
      expect(counts).toMatchObject({ sent: 297, blocked: 1, failed: 1, unknown: 1 });
      expect(people.fates.get('p1')).toBe('blocked');
    });

    it('send again what is unknown only when a person says so', async () => {
      let answers = false;
      const delivery = await start(async chat => {
        if (chat === 'web:p3' && !answers) throw new UndeliveredError('unknown');
        sent.push(chat);
      });
      await add(delivery);
      await reaches(delivery, 'done');
      answers = true;
      expect(await delivery.mailings.resendUnknown('m1')).toBe(1);
      await reaches(delivery, 'done');
      expect(sent.toSorted()).toEqual(chats(300).toSorted());
      expect((await delivery.mailings.progress('m1')).counts).toMatchObject({ sent: 300, unknown: 0 });
    });

    it('count nobody as failed whom the platform put off (429), and send it later', async () => {
      const putOff = new Set<string>();
      const held: number[] = [];
      const budget = { ...NO_LIMIT, holdFor: async (ms: number) => void held.push(ms) };
      const delivery = await start(
        async chat => {
          if (putOff.size < 5 && !putOff.has(chat)) {
            putOff.add(chat);
            throw new UndeliveredError('later', 2_000);
          }
          sent.push(chat);
        },
        () => budget,
      );
      await add(delivery);
      await reaches(delivery, 'done');
      expect(sent.toSorted()).toEqual(chats(300).toSorted());
      expect(held).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
    });

    it('pause when too many fail, and go on in place', async () => {
      let isBroken = true;
      const delivery = await start(async chat => {
        if (isBroken) throw new UndeliveredError('refused');
        sent.push(chat);
      });
      await add(delivery);
      await reaches(delivery, 'paused');
      expect((await delivery.mailings.find('m1'))?.pausedFor).toBe('too-many-failures');
      isBroken = false;
      clock.pass(60_000);
      await delivery.mailings.resume('m1');
      await reaches(delivery, 'done');
      const { counts } = await delivery.mailings.progress('m1');
      expect(counts.sent + counts.failed).toBe(300);
      expect(counts.sent).toBe(sent.length);
    });

    it('keep a row of whoever stops being a recipient while they are paused, and end with nobody left', async () => {
      people = new People(1_000);
      let delivery: Delivery | undefined;
      let pausing: Promise<unknown> | undefined;
      // Nothing comes back before more are in line than can be in flight.
      const pauseInTheMiddle = async (): Promise<void> => {
        const isFar = async () => (await delivery!.mailings.progress('m1')).expected >= 500;
        await until('many are in line', isFar);
        await delivery!.mailings.pause('m1', 'by-hand');
      };
      delivery = await start(async chat => {
        sent.push(chat);
        pausing ??= pauseInTheMiddle();
        await pausing;
      });
      await add(delivery);
      await reaches(delivery, 'paused');
      await until('the chunks are put away', running[0]!.queue.idle);
      const { expected } = await delivery.mailings.progress('m1');
      const waiting = people.names.slice(0, expected).filter(one => !sent.includes(`web:${one}`));
      const gone = waiting.slice(0, 2);
      people.names = people.names.filter(one => !gone.includes(one));
      people.prepared = recipient =>
        gone.includes(recipient)
          ? { chat: `web:${recipient}`, skip: 'unsubscribed' }
          : { chat: `web:${recipient}`, replies: [REPLY] };
      await delivery.mailings.resume('m1');
      await reaches(delivery, 'done');
      expect(gone).toHaveLength(2);
      const rows = await listed(delivery.mailings.rows('m1'));
      expect(rows.filter(row => gone.includes(row.recipient))).toMatchObject([
        { state: 'skipped', reason: 'unsubscribed' },
        { state: 'skipped', reason: 'unsubscribed' },
      ]);
      const { counts, ...progress } = await delivery.mailings.progress('m1');
      expect([counts.sent, counts.skipped, counts.queued, progress.expected]).toEqual([998, 2, 0, 1_000]);
    });

    it('go on after a pause although the clock is put back meanwhile', async () => {
      let delivery: Delivery | undefined;
      delivery = await start(async chat => {
        sent.push(chat);
        if (sent.length !== 40) return;
        await delivery!.mailings.pause('m1', 'by-hand');
        clock.pass(60_000);
      });
      await add(delivery);
      await reaches(delivery, 'paused');
      await until('the chunks are put away', running[0]!.queue.idle);
      clock.pass(-3_600_000);
      await delivery.mailings.resume('m1');
      await reaches(delivery, 'done');
      expect(sent.toSorted()).toEqual(chats(300).toSorted());
    });

    it('stand still while paused, and end where they are when cancelled', async () => {
      let delivery: Delivery | undefined;
      const first = await start(async chat => {
        sent.push(chat);
        if (sent.length === 40) await delivery!.mailings.pause('m1', 'by-hand');
      });
      delivery = first;
      await add(first);
      await reaches(first, 'paused');
      expect((await first.mailings.find('m1'))?.pausedFor).toBe('by-hand');
      await first.mailings.cancel('m1');
      const before = sent.length;
      await add(first, { id: 'm2', series: 'm1' });
      await reaches(first, 'done', 'm2');
      expect(sent).toHaveLength(300);
      const rows = await listed(first.mailings.rows('m1'));
      expect(rows.length).toBeGreaterThanOrEqual(before);
      expect(rows.length).toBeLessThan(300);
      await expect(first.mailings.resume('m1')).rejects.toMatchObject({ state: 'cancelled' });
    });

    it('wait for their moment, and through the night unless they are urgent', async () => {
      clock.pass(11 * 3_600_000);
      const delivery = await start();
      await add(delivery, { id: 'calm' });
      await add(delivery, { id: 'urgent', urgent: true });
      await reaches(delivery, 'done', 'urgent');
      expect((await delivery.mailings.find('calm'))?.state).toBe('scheduled');
      expect(sent).toHaveLength(300);
      clock.pass(10 * 3_600_000);
      await reaches(delivery, 'done', 'calm');
      expect(sent).toHaveLength(600);
    });

    it('wait for a yes when nobody was there at their moment', async () => {
      const { store } = await engine.open();
      const { openMailings } = await import('../../src/delivery/index.ts');
      await openMailings(store, clock).add({ id: 'm1', kind: 'test', notBeforeMs: clock.now(), urgent: false });
      await store.close();
      clock.pass(2 * 3_600_000);
      const delivery = await start();
      await reaches(delivery, 'missed');
      expect(sent).toEqual([]);
      await delivery.mailings.approve('m1');
      await reaches(delivery, 'done');
      expect(sent).toHaveLength(300);
    });

    it('keep to the budget that all instances share', async () => {
      // Moments are those of the real clock.
      clock = { ...systemClock(), pass() {} };
      engine = await freshEngine(name);
      people = new People(60);
      const began = performance.now();
      const [one] = await Promise.all([
        start(undefined, store => budgetOn(store, 60)),
        start(undefined, store => budgetOn(store, 60)),
      ]);
      await add(one!, { urgent: true });
      await reaches(one!, 'done');
      expect(sent).toHaveLength(60);
      expect(performance.now() - began).toBeGreaterThan(900);
    });

    it('are carried on by the next instance when one ends in the middle', async () => {
      let stopped: Promise<void> | undefined;
      const first = await start(async chat => {
        sent.push(chat);
        if (sent.length === 50) stopped = running.shift()!.delivery.stop();
      });
      await add(first);
      await until('it has been told to stop', () => stopped !== undefined);
      await stopped;
      const before = sent.length;
      expect(before).toBeLessThan(300);
      const next = await start();
      await reaches(next, 'done');
      expect(sent.toSorted()).toEqual(chats(300).toSorted());
    });
  });
}
