import type { RunningProcess } from './startProcess';

/** A process ended or stayed silent instead of becoming ready; the message holds its last output. */
export class ProcessNotReady extends Error {
  override readonly name = 'ProcessNotReady';
  constructor(process: RunningProcess, reason: string) {
    const output = process.lastLines(20).join('\n') || '(none)';
    super(`${process.label} ${reason}. Its last output:\n${output}`);
  }
}

/**
 * Resolves with what `subscribe` finds; rejects with ProcessNotReady when the process ends first, or after `timeoutMs`,
 * and then ends it.
 */
export async function waitUntilReady<Found>(
  process: RunningProcess,
  subscribe: (found: (value: Found) => void) => void,
  timeoutMs = 30_000,
): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const problem = new Promise<string>((resolve) => {
    void process.ended.then((how) => {
      resolve(`ended (${how}) before it was ready`);
    });
    timer = setTimeout(() => {
      resolve(`was not ready after ${timeoutMs} ms`);
    }, timeoutMs);
  });
  try {
    return await Promise.race([
      new Promise<Found>(subscribe),
      problem.then((reason) => Promise.reject(new ProcessNotReady(process, reason))),
    ]);
  } catch (error) {
    await process.kill();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
