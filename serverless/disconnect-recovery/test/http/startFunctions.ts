import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';

/** The service's functions under Twilio's own local runtime. */
export interface Functions {
  readonly url: string;
  stop(): Promise<void>;
}

const SERVICE = path.resolve(__dirname, '../..');
const FOLDER = path.join(SERVICE, 'src/functions');

/** Starts the runtime in this process with every function of the service, at the paths they are deployed to. */
export async function startFunctions(env: Readonly<Record<string, string>>): Promise<Functions> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The runtime does not listen');
  const url = `http://127.0.0.1:${address.port}`;
  const runtime = new LocalDevelopmentServer(0, {
    baseDir: SERVICE,
    // Where Twilio reaches the functions, as its signatures need it.
    env: { PUBLIC_URL: url, ...env },
    port: 0,
    url: 'http://localhost',
    live: false,
    logs: false,
    detailedLogs: false,
    enableDebugLogs: false,
    forkProcess: false,
    legacyMode: false,
    appName: 'disconnect-recovery',
    routes: { functions: filesUnder('').map(describeFunction), assets: [] },
  });
  server.on('request', runtime.getApp());
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(FOLDER, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(name) : [name];
  });

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
