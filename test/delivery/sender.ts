/** One instance that sends to many: a line in a file for each message that has left. `sender.ts <settings as JSON>`. */
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createBudget, createDelivery, type Mailing } from '../../src/delivery/index.ts';
import { createBullQueue } from '../../src/delivery/queue-bullmq.ts';
import { createEmbeddedQueue } from '../../src/delivery/queue-embedded.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { openLmdbStore } from '../../src/store/lmdb.ts';
import { openRedisStore } from '../../src/store/redis.ts';
import { patientRedis } from '../../src/store/redis-client.ts';

export interface SenderSettings {
  /** A folder, or the address of a Redis. */
  store: string;
  prefix: string;
  people: number;
  perSecond: number;
  file: string;
}

/** Small, so that a test need not wait long for what a dead instance leaves. */
const GONE_AFTER_MS = 1_500;

const { store: address, prefix, people, perSecond, file } = JSON.parse(process.argv[2]!) as SenderSettings;
const clock = { now: Date.now, ticks: () => performance.now(), today: () => '2026-11-23' };
const isRedis = address.startsWith('redis:');
const store = isRedis
  ? await openRedisStore([address], { prefix, now: Date.now })
  : await openLmdbStore(address, clock);
const onFault = () => {};
const queue = isRedis
  ? createBullQueue({
      connect: () => patientRedis([address]),
      prefix: `{${prefix}}`,
      onFault,
      deadAfterMs: GONE_AFTER_MS,
    })
  : createEmbeddedQueue(onFault);
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
