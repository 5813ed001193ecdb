import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';

/** The service's functions under Twilio's own local runtime. */
export interface Functions {
  /** e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  stop(): Promise<void>;
}

const SERVICE = path.resolve(__dirname, '../..');
/** As they are deployed: bundled and minified. */
const FOLDER = path.join(SERVICE, 'dist/functions');

/** Starts the runtime in this process with every function of the service, at the paths they are deployed to. */
export async function startFunctions(env: Readonly<Record<string, string>>): Promise<Functions> {
  const runtime = new LocalDevelopmentServer(0, {
    baseDir: SERVICE,
    env: { ...env },
    port: 0,
    url: 'http://localhost',
    live: false,
    logs: false,
    detailedLogs: false,
    enableDebugLogs: false,
    forkProcess: false,
    legacyMode: false,
    appName: 'attribution-transfer',
    routes: { functions: readdirSync(FOLDER).map(describeFunction), assets: [] },
  });
  // Longer than any test: a client must not find the connection it kept closed, however long the machine stalls.
  const server = http.createServer({ keepAliveTimeout: 60_000 }, runtime.getApp());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The runtime does not listen');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** `a.protected.ts` is deployed to `/a`, protected: only what Twilio signed gets through the gateway. */
function describeFunction(file: string) {
  const [name = '', access] = file.split('.');
  return {
    name: `/${name}`,
    path: `/${name}`,
    access: access === 'protected' ? ('protected' as const) : ('public' as const),
    content: '',
    filePath: path.join(FOLDER, file),
  };
}
