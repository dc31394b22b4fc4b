import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { done, refused, type Result } from '../../shared/refusals/refusal.ts';
import { Gate } from './gate.ts';
import { gateResponse } from './gate-response.ts';
import { startProgram } from './program.ts';

export interface LoopbackOptions {
  readonly dataFolder: string;
  /** 0 or absent: any free port. */
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
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
        resolve(refused('not-available', { what: `端口 ${port}（已被占用或不许使用）` }));
      } else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(done((server.address() as AddressInfo).port));
    });
  });
}

/** Serves the program to browsers of this machine, and to nobody else. */
export async function startLoopback(options: LoopbackOptions): Promise<Result<LoopbackHost>> {
  const program = await startProgram({ dataFolder: options.dataFolder, kind: 'loopback', chooseFile: null });
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
  const port = await listen(server, options.port ?? 0);
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
