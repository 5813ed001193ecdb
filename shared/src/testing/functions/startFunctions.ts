import { readdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';

export interface FunctionsOptions {
  /** With the functions' files in it; `a.protected.ts` is deployed to `/a`, protected. */
  readonly folder: string;
  /** Names of the files that count; all of the folder unless given. */
  readonly files?: readonly string[];
  /** The variables a deployment would have. */
  readonly env: Readonly<Record<string, string>>;
  /** Each request in a process of its own that ends with it, so that nothing is remembered; false unless given. */
  readonly forkEachRequest?: boolean;
}

/** A service's functions under Twilio's own local runtime. */
export interface Functions {
  /** e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the runtime in this process with every function of a folder, at the paths they are deployed to. */
export async function startFunctions({
  folder,
  files,
  env,
  forkEachRequest = false,
}: FunctionsOptions): Promise<Functions> {
  const runtime = new LocalDevelopmentServer(0, {
    baseDir: path.resolve(folder, '../..'),
    env: { ...env },
    port: 0,
    url: 'http://localhost',
    live: false,
    logs: false,
    detailedLogs: false,
    enableDebugLogs: false,
    forkProcess: forkEachRequest,
    legacyMode: false,
    appName: 'functions',
    routes: {
      functions: (files ?? filesUnder(folder)).map((file) => describeFunction(folder, file)),
      assets: [],
    },
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

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));

function describeFunction(folder: string, file: string) {
  const [name = '', access] = file.split('.');
  return {
    name: `/${name}`,
    path: `/${name}`,
    access: access === 'protected' ? ('protected' as const) : ('public' as const),
    content: '',
    filePath: path.join(folder, file),
  };
}
