import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe } from 'vitest';
import { freshFolder } from './folder.ts';
import { freePort } from './ports.ts';
import { end, printed, start } from './processes.ts';
import { until } from './until.ts';

const run = promisify(execFile);
const MISSING =
  'These tests run on a real Redis: install redis-server and redis-cli, version 6 or later (Debian and Ubuntu: apt-get install redis-server).';

/** Tests that need a Redis. Where none is installed they are shown as skipped, by a name that says what to install; in CI they fail instead. */
export function describeWithRedis(name: string, tests: () => void): void {
  const runs = process.env.CI !== undefined || spawnSync('redis-server', ['--version']).status === 0;
  if (runs) describe(name, tests);
  else describe.skip(`${name} (not run: ${MISSING})`, tests);
}

/** A Redis of the test's own, on a free port of this machine; what it has confirmed survives `kill`. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Where it writes what it has confirmed. */
  readonly folder: string;
  start(): Promise<void>;
  /** As a power cut does it. */
  kill(): Promise<void>;
  /** Stops it without a word: connections stand, nothing answers. */
  freeze(): void;
  thaw(): void;
}

/** Starts a Redis server. */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const port = await freePort();
  const folder = freshFolder();
  const always = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
  ];
  let child: ChildProcess;
  const server: RedisServer = {
    port,
    url: `redis://127.0.0.1:${port}`,
    folder,
    async start() {
      child = await start('redis-server', [...always, ...settings], MISSING);
      await printed(child, /Ready to accept connections/);
    },
    kill: () => end(child),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
  await server.start();
  return server;
}

/** A Redis Cluster of three masters, each with so many replicas. */
export interface RedisCluster {
  readonly urls: readonly string[];
  readonly servers: readonly RedisServer[];
  start(): Promise<void>;
  kill(): Promise<void>;
  /** The servers that lead at the moment. */
  masters(): Promise<readonly RedisServer[]>;
}

const MASTERS = 3;

/** Starts the servers and makes a cluster of them. */
export async function startRedisCluster(replicas = 0, settings: readonly string[] = []): Promise<RedisCluster> {
  const count = MASTERS * (1 + replicas);
  const servers = await Promise.all(Array.from({ length: count }, () => startClusterNode(settings)));
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`);
  await cli(['--cluster', 'create', ...addresses, '--cluster-replicas', `${replicas}`, '--cluster-yes']);
  await agree(servers);
  if (replicas > 0) await Promise.all(servers.map(inStep));
  return {
    urls: servers.map(({ url }) => url),
    servers,
    async start() {
      await Promise.all(servers.map(server => server.start()));
      await agree(servers);
    },
    kill: async () => void (await Promise.all(servers.map(server => server.kill()))),
    async masters() {
      const roles = await Promise.all(servers.map(({ port }) => cli(['-p', `${port}`, 'role']).catch(() => '')));
      return servers.filter((_, index) => roles[index]!.startsWith('master'));
    },
  };
}

/** A replica that has not got what its master holds may not follow it. */
async function inStep({ port }: RedisServer): Promise<void> {
  await until(
    'the replica has caught up',
    async () => {
      const told = await cli(['-p', `${port}`, 'info', 'replication']);
      return told.includes('role:master') ? told.includes('state=online') : told.includes('master_link_status:up');
    },
    20_000,
  );
}

async function startClusterNode(settings: readonly string[]): Promise<RedisServer> {
  // The bus of a cluster listens 10,000 ports higher by default, where another server may be.
  const bus = await freePort();
  const own = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000', '--cluster-port', `${bus}`];
  return startRedis([...own, ...settings]);
}

async function agree(servers: readonly RedisServer[]): Promise<void> {
  for (const { port } of servers) {
    await until(
      'the cluster is formed',
      async () => (await cli(['-p', `${port}`, 'cluster', 'info'])).includes('cluster_state:ok'),
      20_000,
    );
  }
}

/** Asks `redis-cli`, and gives what it prints. */
export async function cli(args: readonly string[]): Promise<string> {
  try {
    return (await run('redis-cli', args)).stdout;
  } catch (cause) {
    throw new Error((cause as NodeJS.ErrnoException).code === 'ENOENT' ? MISSING : 'redis-cli failed', { cause });
  }
}

let prefixes = 0;

/** A prefix that no other test uses on the same server. */
export function freshPrefix(): string {
  prefixes += 1;
  return `test${process.pid}.${prefixes}:`;
}
