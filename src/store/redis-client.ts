import { once } from 'node:events';
import { Cluster, type CommonRedisOptions, Redis, type RedisOptions } from 'ioredis';

export type RedisClient = Redis | Cluster;

/** How long one command may take before the store counts as down. */
const COMMAND_TIMEOUT_MS = 1_000;
/** A connection on which nothing comes back for so long is dead (a host that vanished without a word), and a new one is made. */
const SOCKET_TIMEOUT_MS = 3_000;
const LONGEST_RETRY_MS = 1_000;
const OPEN_WITHIN_MS = 2_000;

/** Fails at once while Redis is away, keeps no queue of old commands, and comes back by itself. */
const PATIENCE = {
  commandTimeout: COMMAND_TIMEOUT_MS,
  socketTimeout: SOCKET_TIMEOUT_MS,
  connectTimeout: COMMAND_TIMEOUT_MS,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  // After a failover the old address may lead to a replica.
  reconnectOnError: error => error.message.startsWith('READONLY'),
} as const satisfies CommonRedisOptions;

/** Connects to one Redis, or to the cluster that several addresses belong to. Resolves also when it does not answer yet: it may come later. */
export async function connectRedis(addresses: readonly string[]): Promise<RedisClient> {
  const client = addresses.length === 1 ? single(addresses[0]!) : cluster(addresses);
  const answered = once(client, 'ready', { signal: AbortSignal.timeout(OPEN_WITHIN_MS) });
  // Every command reports its own failure; without a listener the client would print them besides.
  client.on('error', () => {});
  await answered.catch(() => {});
  return client;
}

/** A connection for an engine of its own on the same Redis, which waits for an answer however long it takes, as BullMQ asks for. */
export function patientRedis(addresses: readonly string[]): RedisClient {
  const patience = { maxRetriesPerRequest: null, retryStrategy: retryAfterMs };
  const client =
    addresses.length === 1
      ? new Redis(addresses[0]!, patience)
      : new Cluster(nodesOf(addresses), {
          clusterRetryStrategy: retryAfterMs,
          redisOptions: { ...accessOf(addresses), maxRetriesPerRequest: null },
        });
  client.on('error', () => {});
  return client;
}

/** Ends the connection after the commands begun. */
export async function disconnectRedis(client: RedisClient): Promise<void> {
  await client.quit().catch(() => client.disconnect());
}

function single(address: string): Redis {
  return new Redis(address, { ...PATIENCE, enableOfflineQueue: false, retryStrategy: retryAfterMs });
}

function cluster(addresses: readonly string[]): Cluster {
  return new Cluster(nodesOf(addresses), {
    enableOfflineQueue: false,
    clusterRetryStrategy: retryAfterMs,
    clusterNodeRetryStrategy: retryAfterMs,
    maxRedirections: 5,
    redisOptions: { ...PATIENCE, ...accessOf(addresses) },
  });
}

function nodesOf(addresses: readonly string[]): { host: string; port: number }[] {
  return addresses
    .map(address => new URL(address))
    .map(({ hostname, port }) => ({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) }));
}

/** Name, password and encryption, which all nodes have in common. */
function accessOf([address]: readonly string[]): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  const { username, password, protocol } = new URL(address!);
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

function retryAfterMs(attempt: number): number {
  return Math.min(50 * attempt, LONGEST_RETRY_MS);
}
