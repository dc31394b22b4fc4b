import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { Gate } from './gate.ts';
import { gateResponse } from './gate-response.ts';
import { startProgram } from './program.ts';

export interface LoopbackOptions {
  readonly dataFolder: string;
  /** 0: any free port; absent: this folder's usual one if it is free, else any. */
  readonly port?: number;
}

export interface LoopbackHost {
  /** The address to print; opening it lets that browser in. */
  readonly address: string;
  /** A one-use address, for a browser that this program starts itself. */
  readonly openingAddress: () => string;
  readonly close: () => Promise<void>;
}

function listen(server: Server, port: number): Promise<Result<number>> {
  return new Promise((settle, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
        settle(refused('not-available', { what: `端口 ${port}（已被占用或不许使用）` }));
      } else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      settle(done((server.address() as AddressInfo).port));
    });
  });
}

/**
 * The same data folder comes back on the same port after a restart, so that a page that was open meanwhile, with marks not yet
 * saved, can go on. Between 20000 and 32767: below the range that systems hand out by themselves.
 */
export function usualPort(dataFolder: string): number {
  const digest = createHash('sha256').update(resolve(dataFolder)).digest();
  return 20_000 + (digest.readUInt32BE(0) % 12_768);
}

/** Serves the program to browsers of this machine, and to nobody else. */
export async function startLoopback(options: LoopbackOptions): Promise<Result<LoopbackHost>> {
  const program = await startProgram({ dataFolder: options.dataFolder, kind: 'loopback', chooseFiles: null });
  if (!program.ok) return program;
  const application = program.value;
  let gate: Gate | null = null;
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: (request) => {
      if (gate === null) return new Response(null, { status: 503 });
      return gateResponse(gate, request) ?? application.fetch(request);
    },
  }) as Server;
  const usual = await listen(server, options.port ?? usualPort(options.dataFolder));
  const port = !usual.ok && options.port === undefined ? await listen(server, 0) : usual;
  if (!port.ok) {
    await application.close();
    return port;
  }
  const opened = new Gate(port.value);
  gate = opened;
  return done({
    address: opened.address,
    openingAddress: () => opened.openingAddress(),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await application.close();
    },
  });
}
