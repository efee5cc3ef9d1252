import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Queue as BullQueue, Worker } from 'bullmq';
import type { RedisClient } from '../store/redis-client.ts';
import type { Chunk, Queue } from './port.ts';

export interface BullQueueOptions {
  /** Gives a new connection with no bound on how often a command is tried, as BullMQ asks for. */
  connect(): RedisClient;
  /** Begins every name in Redis; in braces, so that all of them lie on one node of a cluster. */
  prefix?: string;
  onFault(error: unknown): void;
  /** A worker that says nothing for so long has died; its chunk is given up, and what was open in it comes along again. */
  deadAfterMs?: number;
}

const NAME = 'deliveries';
const AT_ONCE = 4;
const IN_LINE = 16;
const LOOK_AGAIN_MS = 20;
const DEAD_AFTER_MS = 10_000;

/** The queue of all instances on one Redis: each chunk goes to one worker and is tried once, because the ledger knows what is left of it. */
export function createBullQueue({
  connect,
  prefix = '{huanzheng}',
  onFault,
  deadAfterMs = DEAD_AFTER_MS,
}: BullQueueOptions): Queue {
  const connection = connect();
  const queue = new BullQueue<Chunk>(NAME, { connection, prefix });
  queue.on('error', onFault);
  const ended = new AbortController();
  setMaxListeners(0, ended.signal);
  let worker: Worker<Chunk> | undefined;
  let workerConnection: RedisClient | undefined;
  return {
    async add(chunk, signal) {
      while ((await queue.getWaitingCount()) >= IN_LINE) await wait(LOOK_AGAIN_MS, undefined, { signal });
      signal.throwIfAborted();
      await queue.add(NAME, chunk, { attempts: 1, removeOnComplete: true, removeOnFail: true });
    },
    work(handle) {
      workerConnection = connect();
      worker = new Worker<Chunk>(NAME, job => handle(job.data, ended.signal), {
        connection: workerConnection,
        prefix,
        concurrency: AT_ONCE,
        lockDuration: deadAfterMs,
        stalledInterval: deadAfterMs / 2,
        maxStalledCount: 0,
      });
      worker.on('error', onFault);
      worker.on('failed', (_, error) => onFault(error));
    },
    async idle() {
      const { waiting, active, delayed, prioritized, paused } = await queue.getJobCounts();
      return [waiting, active, delayed, prioritized, paused].every(count => (count ?? 0) === 0);
    },
    async close() {
      ended.abort();
      await worker?.close();
      await queue.close();
      workerConnection?.disconnect();
      connection.disconnect();
    },
  };
}
