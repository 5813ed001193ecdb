import { existsSync } from 'node:fs';
import { npmProgram } from '../processes/npmProgram';
import { startProcess, type RunningProcess } from '../processes/startProcess';
import type { Plugin } from './findPlugins';

/** Longer than any build takes on a slow machine; one that hangs must not hang `npm start`. */
const LIMIT_MS = 300_000;

/**
 * Builds a plugin with Twilio's own tool, through its package's `build` script with what goes before and after it.
 * Rejects with the tool's output when it fails; `onStarted` gets the process, so that it can be ended early.
 * It is given up after `limitMs`.
 */
export async function buildPlugin(
  plugin: Plugin,
  root: string,
  onStarted: (process: RunningProcess) => void = () => undefined,
  limitMs = LIMIT_MS,
): Promise<void> {
  const started = startProcess({
    label: plugin.name,
    args: [npmProgram(), 'run', 'build', '--silent', '-w', plugin.name],
    cwd: root,
  });
  onStarted(started);
  const overdue = new AbortController();
  const limit = setTimeout(() => {
    overdue.abort();
    void started.kill();
  }, limitMs);
  const ended = await started.ended;
  clearTimeout(limit);
  const how = overdue.signal.aborted ? `given up after ${limitMs / 1000} s` : ended;
  if (how !== 'code 0' || !existsSync(plugin.file)) {
    throw new Error(`${plugin.name} was not built (${how}):\n${started.lastLines(40).join('\n')}`);
  }
}
