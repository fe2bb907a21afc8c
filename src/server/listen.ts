/** Starts the desk on this machine's loopback address, and on no other. */
import { createServer, type Server } from 'node:http';
import { CodedError } from '../errors.ts';
import { deskApp } from './app.ts';
import type { Desk } from './desk.ts';

const LOOPBACK = '127.0.0.1';

export interface ListenOptions {
  readonly desk: Desk;
  /** 0 = any free one. */
  readonly port: number;
  /** Random, new at each start. */
  readonly token: string;
  readonly page: string;
  readonly log: (line: string) => void;
}

export interface RunningDesk {
  readonly port: number;
  /** With the token; opens the page. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Listens; resolves once requests are taken. */
export async function listen(options: ListenOptions): Promise<RunningDesk> {
  let port = options.port;
  const server = createServer(deskApp({ ...options, port: () => port }));
  port = await bound(server, options.port);
  return {
    port,
    url: `http://${LOOPBACK}:${port}/?token=${options.token}`,
    async stop() {
      await options.desk.jobs.stopAll();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function bound(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      reject(
        new CodedError('CLEW_USAGE', { reason: `Port ${port} cannot be used: ${fault.code ?? fault.message}` }, fault),
      );
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
