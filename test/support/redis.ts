import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe } from 'vitest';
import { freshFolder } from './folder.ts';
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

/** A Redis Cluster of three servers. */
export interface RedisCluster {
  readonly urls: readonly string[];
  start(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts three servers and makes a cluster of them. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const servers = await Promise.all([0, 1, 2].map(startClusterNode));
  const addresses = servers.map(({ port }) => `127.0.0.1:${port}`);
  await cli(['--cluster', 'create', ...addresses, '--cluster-yes']);
  await agree(servers);
  return {
    urls: servers.map(({ url }) => url),
    async start() {
      await Promise.all(servers.map(server => server.start()));
      await agree(servers);
    },
    kill: async () => void (await Promise.all(servers.map(server => server.kill()))),
  };
}

async function startClusterNode(): Promise<RedisServer> {
  // The bus of a cluster listens 10,000 ports higher by default, where another server may be.
  const bus = await freePort();
  return startRedis(['--cluster-enabled', 'yes', '--cluster-node-timeout', '1000', '--cluster-port', `${bus}`]);
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

async function cli(args: readonly string[]): Promise<string> {
  try {
    return (await run('redis-cli', args)).stdout;
  } catch (cause) {
    throw new Error((cause as NodeJS.ErrnoException).code === 'ENOENT' ? MISSING : 'redis-cli failed', { cause });
  }
}

/** Below the ports that systems give to connections going out: a server that is stopped and started again finds its own still free. */
const PORTS = { from: 10_000, count: 20_000 };
const taken = new Set<number>();

/** A port that nobody listens on and that no other server of this process was given. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + randomInt(PORTS.count);
    if (taken.has(port)) continue;
    taken.add(port);
    if (await canListen(port)) return port;
  }
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  const answer = once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.listen(port, '127.0.0.1');
  const listening = await answer;
  if (!listening) return false;
  server.close();
  await once(server, 'close');
  return true;
}

let prefixes = 0;

/** A prefix that no other test uses on the same server. */
export function freshPrefix(): string {
  prefixes += 1;
  return `test${process.pid}.${prefixes}:`;
}
