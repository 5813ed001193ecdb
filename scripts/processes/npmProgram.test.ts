import { createRepository } from '../testing/createRepository';
import { npmProgram } from './npmProgram';

describe("npm's own script", () => {
  it('is the one that runs us', () => {
    const repository = createRepository({ 'npm-cli.js': '' });
    expect(npmProgram({ npm_execpath: repository.resolve('npm-cli.js') })).toBe(
      repository.resolve('npm-cli.js'),
    );
    repository.remove();
  });

  it('is never the one of another package manager', () => {
    const repository = createRepository({ 'yarn.js': '' });
    // Node brings an npm of its own.
    expect(npmProgram({ npm_execpath: repository.resolve('yarn.js') })).toMatch(/npm-cli\.js$/);
    repository.remove();
  });
});
