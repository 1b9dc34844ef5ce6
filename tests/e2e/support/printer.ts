/** A receipt printer in the network, for specs: takes what is sent to it, or is off. */
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

export class ReceiptPrinter {
  /** What came, one entry a connection. */
  readonly came: Buffer[] = [];
  #server: Server | null = null;
  #port = 0;

  /** Switched on; again at the port it had before. */
  async on(): Promise<void> {
    const server = createServer((socket) => {
      const parts: Buffer[] = [];
      socket.on('data', (part) => parts.push(part));
      socket.on('end', () => {
        this.came.push(Buffer.concat(parts));
        socket.end();
      });
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((listening) => server.listen(this.#port, '127.0.0.1', listening));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Switched off: nobody listens. */
  async off(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server) await new Promise((closed) => server.close(closed));
  }

  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** How often the drawer was opened. */
  get kicks(): number {
    return this.came.filter((bytes) => bytes.includes(Buffer.from([0x1b, 0x70, 0]))).length;
  }

  /** How many papers with a picture were printed and cut. */
  get papers(): number {
    const cut = Buffer.from([0x1d, 0x56, 66]);
    return this.came.filter((bytes) => bytes.includes(Buffer.from([0x1d, 0x76, 0x30, 0])) && bytes.includes(cut)).length;
  }
}
