import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repositoryRoot } from '../services/repositoryRoot';

/**
 * Before tests of functions as they are deployed: builds every service. In a process of its own: jest hands every global
 * of this one on to its tests, and zod keeps its configuration in one.
 */
export default function buildServices(): void {
  const program = path.join(repositoryRoot, 'scripts/run.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The services do not build:\n${stdout}${stderr}`);
}
