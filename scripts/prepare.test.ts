import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createRepository } from './testing/createRepository';

it('explains and succeeds where the development dependencies are not installed', async () => {
  const repository = createRepository({ 'scripts/.keep': '' });
  copyFileSync(path.join(__dirname, 'prepare.cjs'), repository.resolve('scripts/prepare.cjs'));
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/prepare.cjs'], {
    cwd: repository.root,
    env: {},
  });
  repository.remove();
  expect(stdout).toMatch(/not built: the development dependencies are not installed \(esbuild/);
});
