import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the server listens. It can go away for a moment, as a service that restarts: connecting is refused then. */
export class Door {
  readonly #server: Server;
  readonly #host: string;
  readonly #signal: AbortSignal;
  #port = 0;

  /** @param signal aborted when the server closes: it does not come back then */
  constructor(server: Server, host: string, signal: AbortSignal) {
    this.#server = server;
    this.#host = host;
    this.#signal = signal;
  }

  /** @param port 0 takes any free one */
  async open(port: number): Promise<number> {
    this.#server.listen(port, this.#host);
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
    this.#port = address.port;
    return this.#port;
  }

  /** Cuts every connection, and comes back at the same port. What is being carried out goes on. */
  async awayFor(ms: number): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await sleep(ms, undefined, { signal: this.#signal });
    await this.open(this.#port);
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}
