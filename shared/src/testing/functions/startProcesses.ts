import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod/mini';
import type { FunctionsOptions } from './startFunctions';

const Ready = z.object({ url: z.string() });
const READY_WITHIN_MS = 20_000;

/** A process of the service, like one instance of a Twilio Function. */
export interface FunctionProcess {
  readonly url: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Where the processes' calls to Twilio go. */
export interface Redirection {
  /** The file that redirects them, loaded before everything else. */
  readonly preload: string;
  /** Of the local Twilio. */
  readonly origin: string;
}

/** Starts so many processes of a service side by side. */
export async function startProcesses(
  count: number,
  functions: FunctionsOptions,
  redirection: Redirection,
): Promise<readonly FunctionProcess[]> {
  const started = await Promise.allSettled(
    Array.from({ length: count }, () => startFunctionProcess(functions, redirection)),
  );
  const processes = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed === undefined) return processes;
  await Promise.all(processes.map((one) => one.stop()));
  throw failed.reason;
}

async function startFunctionProcess(
  functions: FunctionsOptions,
  { preload, origin }: Redirection,
): Promise<FunctionProcess> {
  const child = fork(path.join(__dirname, 'functionProcess.ts'), {
    execArgv: ['--require', preload, '--require', require.resolve('esbuild-register')],
    env: { PATH: process.env['PATH'], TWILIO_EMULATOR_ORIGIN: origin, FUNCTIONS: JSON.stringify(functions) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const lastWords = keepLastWords(child);
  const ended = new Promise<void>((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    return { url: await readyUrl(child, lastWords), pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const LAST_WORDS = 2_000;

/** What the process wrote last, for the error when it does not start; its log stays out of the report. */
function keepLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  return () => words;
}

const readyUrl = (child: ChildProcess, lastWords: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The process was not ready in time: ${lastWords()}`));
    }, READY_WITHIN_MS);
    child.once('message', (message) => {
      clearTimeout(timer);
      const ready = Ready.safeParse(message);
      if (ready.success) resolve(ready.data.url);
      else reject(new Error('The process said something else than where it listens'));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The process ended with ${code ?? 'a signal'} before it was ready: ${lastWords()}`));
    });
  });
