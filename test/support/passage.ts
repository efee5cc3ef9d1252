import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll } from 'vitest';

const open = new Set<Passage>();
afterAll(() => {
  for (const passage of open) passage.close();
});

/** A way between two programs that can be slow, or lead to one of several: on an address that stays while what is behind it comes and goes. */
export class Passage {
  /** Where it is. */
  port = 0;
  /** Where connections lead, in turn; one that nobody listens on is passed over. */
  ports: readonly number[];
  /** How long what comes back from behind takes more. */
  delayMs = 0;
  readonly #server = createServer(socket => void this.#carry(socket));
  readonly #sockets = new Set<Socket>();
  #turn = 0;

  private constructor(ports: readonly number[]) {
    this.ports = ports;
  }

  static async to(...ports: readonly number[]): Promise<Passage> {
    const passage = new Passage(ports);
    passage.#server.listen(0, '127.0.0.1');
    await once(passage.#server, 'listening');
    passage.port = (passage.#server.address() as AddressInfo).port;
    open.add(passage);
    return passage;
  }

  close(): void {
    open.delete(this);
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #carry(front: Socket): Promise<void> {
    this.#keep(front);
    const back = await this.#reach();
    if (back === undefined) return void front.destroy();
    this.#keep(back);
    front.pipe(back);
    let last: Promise<unknown> = Promise.resolve();
    back.on('data', bytes => {
      const arrived = wait(this.delayMs);
      last = Promise.all([last, arrived]).then(() => front.write(bytes));
    });
    const end = (): void => {
      void last.then(() => front.destroy());
      back.destroy();
    };
    back.on('close', end);
    front.on('close', end);
  }

  async #reach(): Promise<Socket | undefined> {
    for (let tries = 0; tries < this.ports.length; tries++) {
      const socket = connect(this.ports[this.#turn++ % this.ports.length]!, '127.0.0.1');
      const reached = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      if (reached) return socket;
    }
    return undefined;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
