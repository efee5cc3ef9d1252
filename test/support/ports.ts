import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to connections going out: a server that is stopped and started again finds its own still free. */
const PORTS = { from: 10_000, count: 20_000 };
const taken = new Set<number>();

/** A port that nobody listens on and that no other server of this process was given. */
export async function freePort(): Promise<number> {
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
