import { queueContract } from '../contracts/queue.ts';
import { describeWithRedis } from '../support/redis.ts';
import { freshEngine } from './engines.ts';

const open = async (name: 'embedded' | 'Redis' | 'Redis Cluster') => {
  const engine = await freshEngine(name);
  const { store, queue } = await engine.open();
  await store.close();
  return queue;
};

queueContract('in this process', () => open('embedded'));
describeWithRedis('BullMQ', () => {
  queueContract('BullMQ on Redis', () => open('Redis'));
  queueContract('BullMQ on a Redis Cluster', () => open('Redis Cluster'));
});
