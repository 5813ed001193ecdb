import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';

/** Twilio's own local runtime with the functions of this folder. */
export interface Runtime {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the runtime in this process; a function named `sample` is `functions/sample.ts` at `/sample`. */
export async function startRuntime(names: readonly string[], env: Record<string, string>): Promise<Runtime> {
  const runtime = new LocalDevelopmentServer(0, {
    baseDir: path.resolve(__dirname, '../..'),
    env: { ...env },
    port: 0,
    url: 'http://localhost',
    live: false,
    logs: false,
    detailedLogs: false,
    enableDebugLogs: false,
    forkProcess: false,
    legacyMode: false,
    appName: 'host-test',
    routes: {
      functions: names.map((name) => ({
        name: `/${name}`,
        path: `/${name}`,
        access: 'public',
        content: '',
        filePath: path.resolve(__dirname, 'functions', `${name}.ts`),
      })),
      assets: [],
    },
  });
  // Longer than any test: a client must not find the connection it kept closed, however long the machine stalls.
  const server = http.createServer({ keepAliveTimeout: 60_000 }, runtime.getApp()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
