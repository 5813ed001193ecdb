import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { writeAtomically } from '../services/writeAtomically';

const Written = z.object({ pid: z.number() });

/**
 * Writes what runs to `stack.json` in the folder, readable by this user only; to `stack-<pid>.json` while the first one
 * belongs to another process that is alive.
 */
export function writeStackFile(folder: string, description: object): { file: string; remove: () => void } {
  const contents = `${JSON.stringify(description, undefined, 2)}\n`;
  const first = path.join(folder, 'stack.json');
  const owner = ownerOf(first);
  const taken = owner !== undefined && owner !== process.pid && isAlive(owner);
  const file = taken ? path.join(folder, `stack-${process.pid}.json`) : first;
  writeAtomically(file, contents, 0o600);
  return {
    file,
    /** Leaves it when something else has been written there since. */
    remove: () => {
      if (readIfThere(file) === contents) rmSync(file, { force: true });
    },
  };
}

/** The process that wrote the file; undefined when there is none, or nothing readable in it. */
function ownerOf(file: string): number | undefined {
  try {
    return z.parse(Written, JSON.parse(readIfThere(file) ?? '')).pid;
  } catch {
    return undefined;
  }
}

const readIfThere = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;

function isAlive(pid: number): boolean {
  try {
    // Signal 0 reaches nobody and only asks (kill(2)).
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: somebody else's process, but one that lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
