/** One instance that sends to many: a line in a file for each message that has left. `sender.ts <settings as JSON>`. */
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createBudget, createDelivery, type Mailing } from '../../src/delivery/index.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';

export interface SenderSettings {
  /** A folder, or the address of a Redis. */
  store: string;
  prefix: string;
  people: number;
  perSecond: number;
  file: string;
}

/** Small, so that a test need not wait long for what a dead instance leaves. */
const GONE_AFTER_MS = 1_000;

const { store: address, prefix, people, perSecond, file } = JSON.parse(process.argv[2]!) as SenderSettings;
const clock = { now: Date.now, ticks: () => performance.now(), today: () => '2026-11-23' };
const onFault = () => {};
const { store, queue } = await (address.startsWith('redis:') ? onRedis() : embedded());
const delivery = createDelivery({
  store,
  queue,
  clock,
  log: SILENT_LOG,
  budget: createBudget({
    store,
    name: 'bot',
    perSecond,
    now: Date.now,
    wait: (ms, signal) => wait(ms, undefined, { signal }),
    log: SILENT_LOG,
  }),
  sources: {
    test: {
      async *recipients() {
        for (let n = 0; n < people; n++) yield `p${n}`;
      },
      prepare: async (_: Mailing, recipient: string) => ({ chat: recipient, replies: [] }),
    },
  },
  async deliver(chat) {
    // The network there, the message taken, the network back.
    await wait(3);
    appendFileSync(file, `${chat}\n`);
    await wait(3);
  },
  lookEveryMs: 50,
  goneAfterMs: GONE_AFTER_MS,
});
await delivery.mailings.add({ id: 'm1', kind: 'test', notBeforeMs: Date.now() - 1, urgent: true });
await delivery.start();
process.stdout.write('started\n');
for (;;) {
  if ((await delivery.mailings.find('m1').catch(() => undefined))?.state === 'done') break;
  await wait(20);
}
process.stdout.write('done\n');

/** Either engine loads its own packages and not those of the other: half of what a test waits for is the start of processes. */
async function embedded() {
  const [{ openLmdbStore }, { createEmbeddedQueue }] = await Promise.all([
    import('../../src/store/lmdb.ts'),
    import('../../src/delivery/queue-embedded.ts'),
  ]);
  return { store: await openLmdbStore(address, clock), queue: createEmbeddedQueue(onFault) };
}

async function onRedis() {
  const [{ openRedisStore }, { patientRedis }, { createBullQueue }] = await Promise.all([
    import('../../src/store/redis.ts'),
    import('../../src/store/redis-client.ts'),
    import('../../src/delivery/queue-bullmq.ts'),
  ]);
  const connect = () => patientRedis([address]);
  const queue = createBullQueue({ connect, prefix: `{${prefix}}`, onFault, deadAfterMs: GONE_AFTER_MS });
  return { store: await openRedisStore([address], { prefix, now: Date.now }), queue };
}
