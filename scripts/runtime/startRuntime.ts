import { rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { repositoryRoot } from '../services/repositoryRoot';
import { startProcess, type ProcessOptions, type RunningProcess } from '../processes/startProcess';
import { waitUntilReady } from '../processes/waitUntilReady';
import { answers } from './answers';
import { assertRunnable } from './assertRunnable';
import { writeEnvironment } from './writeEnvironment';

export interface RuntimeOptions {
  /** The service's folder, built. */
  readonly serviceDir: string;
  /** 0 for any free port, kept over restarts. */
  readonly port: number;
  /** The variables a deployment would have: they become the functions' context. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the local Twilio answers. */
  readonly emulatorOrigin: string;
  /** Folder of the env file. */
  readonly stateDir: string;
  /** What it is called in messages and in the env file's name; the folder's name unless given. */
  readonly label?: string;
  readonly onLine?: ProcessOptions['onLine'];
  /** Each request in a process of its own that ends with it, so that nothing is remembered; false unless given. */
  readonly forkEachRequest?: boolean;
}

/** One process of Twilio's local runtime: like one warm instance in the cloud, but taking several requests at a time. */
export interface Runtime {
  readonly label: string;
  readonly port: number;
  readonly running: boolean;
  /** The last lines it wrote, at most `count`. */
  lastLines(count: number): string[];
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Ends it if it runs and starts it again on the same port; resolves when it answers. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const Listening = z.object({ listeningOn: z.number() });

/**
 * Starts `twilio-run start` on a built service with every connection to Twilio redirected to the local one; resolves when
 * it answers, rejects with its last output when it does not.
 *
 * One process for all requests and modules kept between them (`--no-fork-process --no-live`), as a warm instance in the cloud;
 * with `forkEachRequest` an instance that is cold every time.
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { serviceDir, label = path.basename(serviceDir), forkEachRequest = false } = options;
  assertRunnable(serviceDir);
  // Of this process alone: another stack of the same repository has other credentials.
  const envFile = path.join(options.stateDir, `${label.replaceAll('#', '-')}-${process.pid}.env`);
  writeEnvironment(envFile, options.env);

  const start = async (port: number): Promise<{ process: RunningProcess; port: number }> => {
    const started = startProcess({
      label,
      args: [
        ...['--require', require.resolve('@patchbay/emulator/redirect')],
        ...['--require', path.join(__dirname, 'listenOnLoopback.cjs')],
        path.join(repositoryRoot, 'node_modules/twilio-run/bin/twilio-run.js'),
        ...['start', '--port', String(port), '--env', envFile],
        ...['--functions-folder', 'dist/functions', '--assets-folder', 'dist/assets'],
        forkEachRequest ? '--fork-process' : '--no-fork-process',
        ...['--no-live', '--no-logs', '--log-level', 'warn'],
      ],
      cwd: serviceDir,
      env: { TWILIO_EMULATOR_ORIGIN: options.emulatorOrigin },
      ...(options.onLine ? { onLine: options.onLine } : {}),
    });
    const listeningOn = await waitUntilReady<number>(started, (found) => {
      started.onMessage((message) => {
        const listening = z.safeParse(Listening, message);
        if (listening.success) found(listening.data.listeningOn);
      });
    });
    await answers(listeningOn);
    return { process: started, port: listeningOn };
  };

  let current = await start(options.port);
  return {
    label,
    port: current.port,
    get running() {
      return current.process.running;
    },
    lastLines: (count) => current.process.lastLines(count),
    kill: () => current.process.kill(),
    async restart() {
      await current.process.kill();
      current = await start(current.port);
    },
    async stop() {
      await current.process.stop();
      rmSync(envFile, { force: true });
    },
  };
}
