import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** npm's own script: the one that runs us, else the one that came with Node. Throws where there is neither. */
export function npmProgram(env: NodeJS.ProcessEnv = process.env): string {
  const bin = path.dirname(realpathSync(process.execPath));
  const candidates = [
    env['npm_execpath'] ?? '',
    path.join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(bin, 'node_modules/npm/bin/npm-cli.js'),
  ];
  const found = candidates.find((file) => path.basename(file) === 'npm-cli.js' && existsSync(file));
  if (found === undefined) throw new Error('npm was not found. Start this through npm: npm start.');
  return found;
}
