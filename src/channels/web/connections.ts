import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientNetwork, type Trust } from './address.ts';

/** How long the server waits for the other end of a connection. */
export interface Patience {
  /** For the head of a request, and for the first request of a new connection. */
  headMs: number;
  /** For a whole request, head and body. */
  requestMs: number;
  /** For the next request on a connection whose last one was answered. */
  nextRequestMs: number;
  /** For the other end to take something of what was written to it. */
  readMs: number;
  /** For requests that are still coming in, and readers that do not read, once the server stops. */
  stopMs: number;
  /** How often all this is looked at: everything above may take so much longer. */
  checkEveryMs: number;
}

export const PATIENCE: Patience = {
  // A browser sends the head in one piece; a phone that has just lost its network repeats a packet within some seconds.
  headMs: 15_000,
  // 64 KB, the longest message there is, at 2 KB a second.
  requestMs: 30_000,
  // Longer than proxies keep a connection (commonly a minute), so that none sends into one that is just being closed.
  nextRequestMs: 65_000,
  // A phone in a tunnel comes back within a minute or begins anew; until then what it has not taken is kept here.
  readMs: 60_000,
  // The whole program has eight seconds to stop, and the store has to be closed after this.
  stopMs: 3_000,
  // Node looks only every 30 s unless told otherwise, which would make 15 s up to 45.
  checkEveryMs: 2_000,
};

/** How many connections are open at once. */
export interface ConnectionLimits {
  connections: number;
  /** From one network. Trusted proxies bring the connections of others and are not counted. */
  connectionsOfNetwork: number;
}

interface Connection {
  /** Requests that are not yet answered to the last byte. */
  open: Set<IncomingMessage>;
  /** Bytes the system had taken off our hands at the last look, and at how many looks on end it was no more. */
  flushed: number;
  looksInVain: number;
}

/** The open connections of a server: refuses those too many, and ends those on which nothing goes on. What Node itself ends (late requests, silence) it leaves to Node. */
export class Connections {
  private readonly server: Server;
  private readonly patience: Patience;
  private readonly open = new Map<Socket, Connection>();
  private readonly ofNetwork = new Map<string, number>();
  private stopByMs = Number.POSITIVE_INFINITY;

  constructor(server: Server, patience: Patience, limits: ConnectionLimits, trusts: Trust) {
    this.server = server;
    this.patience = patience;
    server.maxConnections = limits.connections;
    server.on('connection', (socket: Socket) => {
      const { remoteAddress = '' } = socket;
      const network = trusts(remoteAddress) ? undefined : clientNetwork(remoteAddress);
      if (network !== undefined && !this.enter(socket, network, limits.connectionsOfNetwork)) return;
      this.open.set(socket, { open: new Set(), flushed: 0, looksInVain: 0 });
      socket.on('close', () => this.open.delete(socket));
    });
    const looking = setInterval(() => this.look(), patience.checkEveryMs).unref();
    server.on('close', () => clearInterval(looking));
  }

  /** Notes a request until it is answered to the last byte. */
  note(request: IncomingMessage, response: ServerResponse): void {
    const { open } = this.open.get(request.socket) ?? {};
    open?.add(request);
    response.on('close', () => {
      open?.delete(request);
      this.hangUpWhenDone();
    });
  }

  /** From now on a connection is closed when what was asked on it is answered, and soon also when it is the other end that takes its time. */
  stop(): void {
    this.stopByMs = performance.now() + this.patience.stopMs;
    this.hangUpWhenDone();
  }

  /** `close` of the server alone would wait for clients that keep their connection for later. */
  private hangUpWhenDone(): void {
    if (!this.server.listening && [...this.open.values()].every(({ open }) => open.size === 0))
      this.server.closeAllConnections();
  }

  /** Counts the connection while it is open; one too many is closed without a word, which costs the least. */
  private enter(socket: Socket, network: string, limit: number): boolean {
    const count = this.ofNetwork.get(network) ?? 0;
    if (count >= limit) {
      socket.destroy();
      return false;
    }
    this.ofNetwork.set(network, count + 1);
    socket.on('close', () => {
      const left = this.ofNetwork.get(network)! - 1;
      if (left === 0) this.ofNetwork.delete(network);
      else this.ofNetwork.set(network, left);
    });
    return true;
  }

  private look(): void {
    const now = performance.now();
    for (const [socket, connection] of this.open) {
      noteFlushed(socket, connection);
      // A reset, because an orderly end would leave what is not taken in the system's memory until the other end takes it.
      if (this.isStalled(socket, connection, now)) socket.resetAndDestroy();
    }
  }

  private isStalled(socket: Socket, { open, looksInVain }: Connection, now: number): boolean {
    const unread = socket.writableLength > 0;
    // By looks and not by the clock: after a pause of our own nobody has had a chance to take anything yet.
    if (now < this.stopByMs) return looksInVain * this.patience.checkEveryMs >= this.patience.readMs;
    // Node ends late requests no more once it stops listening. What has come in whole is answered, however long that takes us.
    return unread || ![...open].some(request => request.complete);
  }
}

/** `bytesWritten` counts what was handed to the socket, `writableLength` what of it still waits. */
function noteFlushed(socket: Socket, connection: Connection): void {
  const flushed = socket.bytesWritten - socket.writableLength;
  const inVain = socket.writableLength > 0 && flushed === connection.flushed;
  connection.flushed = flushed;
  connection.looksInVain = inVain ? connection.looksInVain + 1 : 0;
}
