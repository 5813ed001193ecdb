import { spawn } from 'node:child_process';
import path from 'node:path';
import { createLineBuffer } from './lineBuffer';

export interface ProcessOptions {
  /** What it is called in messages, e.g. `attribution-transfer#2`. */
  readonly label: string;
  /** What follows `node`: options, script, arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** On top of PATH and HOME; nothing else of this process's environment is handed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with every line it writes. */
  readonly onLine?: (line: string, label: string) => void;
}

export interface RunningProcess {
  readonly label: string;
  readonly running: boolean;
  /** How it ended, e.g. `code 1` or `SIGKILL`; resolves then and never rejects. */
  readonly ended: Promise<string>;
  /** The last lines it wrote, at most `count`. */
  lastLines(count: number): string[];
  onLine(listener: (line: string) => void): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Asks the whole process group to end, ends it by force after `graceMs` (3 s); resolves when the process has gone. */
  stop(graceMs?: number): Promise<void>;
  /** Ends the whole process group at once, as a crash would. */
  kill(): Promise<void>;
}

const GRACE_MS = 3_000;
/** How long output is still read after a process ended: a daemon it left behind could hold the pipe open for ever. */
const LAST_OUTPUT_MS = 1_000;

/** Starts Node as the head of its own process group; it ends with this process, whatever ends this one. */
export function startProcess({ label, args, cwd, env = {}, onLine }: ProcessOptions): RunningProcess {
  const { PATH = '', HOME = '' } = process.env;
  const lines = createLineBuffer();
  const lineListeners: ((line: string) => void)[] = onLine
    ? [
        (line) => {
          onLine(line, label);
        },
      ]
    : [];
  const child = spawn(process.execPath, ['--require', path.join(__dirname, 'endWithParent.cjs'), ...args], {
    cwd,
    env: { PATH, HOME, NO_COLOR: '1', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let running = true;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      for (const line of lines.push(piece)) for (const listener of lineListeners) listener(line);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      running = false;
      resolve(error.message);
    });
    child.once('exit', () => {
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, LAST_OUTPUT_MS).unref();
    });
    // `close` comes after the last output, `exit` may come before it.
    child.once('close', (code, signal) => {
      running = false;
      resolve(signal ?? `code ${code ?? 0}`);
    });
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (!running || child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group has gone in the meantime.
    }
  };

  return {
    label,
    get running() {
      return running;
    },
    ended,
    lastLines: (count) => lines.last(count),
    onLine: (listener) => lineListeners.push(listener),
    onMessage: (listener) => child.on('message', listener),
    async stop(graceMs = GRACE_MS) {
      const force = setTimeout(() => {
        signalGroup('SIGKILL');
      }, graceMs);
      signalGroup('SIGTERM');
      await ended;
      clearTimeout(force);
    },
    async kill() {
      signalGroup('SIGKILL');
      await ended;
    },
  };
}
