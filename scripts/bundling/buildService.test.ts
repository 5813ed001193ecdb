import { existsSync, readFileSync } from 'node:fs';
import { createRepository, functionSource, serviceFiles, type Repository } from '../testing/createRepository';
import { readService } from '../services/service';
import { buildService } from './buildService';
import { SIZE_LIMIT } from './sizeGate';

const SERVICE = 'serverless/greeter';

describe('building a service', () => {
  let repository: Repository;
  const build = () => buildService(readService(repository.resolve(SERVICE)));
  const dist = (file: string) => repository.resolve(SERVICE, 'dist', file);
  const given = (files: Record<string, string> = {}) => {
    repository = createRepository(serviceFiles('greeter', files));
  };
  afterEach(() => {
    repository.remove();
  });

  it('keeps the visibility infix and the folders, and bundles no tests', async () => {
    given({
      'src/functions/flex/hooks.protected.ts': functionSource('hooks'),
      'src/functions/flex/part.private.ts': functionSource('part'),
      'src/functions/hello.test.ts': 'export {};',
    });
    const { bundle } = await build();
    const { functions } = bundle;
    expect(functions.map(({ path, visibility }) => [path, visibility])).toEqual(
      expect.arrayContaining([
        ['/flex/hooks', 'protected'],
        ['/flex/part', 'private'],
        ['/hello', 'public'],
      ]),
    );
    expect(functions).toHaveLength(3);
    expect(existsSync(dist('functions/flex/hooks.protected.js'))).toBe(true);
  });

  it('inlines the code of a neighbour package and leaves declared dependencies outside', async () => {
    given({
      'src/functions/hello.ts': `import { greet } from '../../../../shared/src/greet';
import * as webhooks from 'twilio/lib/webhooks/webhooks';
export const handler = () => [greet(), webhooks];`,
    });
    repository.write('shared/src/greet.ts', `export const greet = () => 'from the neighbour';`);
    await build();
    const code = readFileSync(dist('functions/hello.js'), 'utf8');
    expect(code).toContain('from the neighbour');
    expect(code).toContain('require("twilio/lib/webhooks/webhooks")');
  });

  it('copies assets', async () => {
    given({ 'src/assets/conf.private.json': '{"a":1}' });
    await build();
    expect(readFileSync(dist('assets/conf.private.json'), 'utf8')).toBe('{"a":1}');
  });

  it('removes the output of a source that has gone and keeps the folder', async () => {
    given();
    repository.write(`${SERVICE}/dist/functions/gone.js`, 'stale');
    await build();
    expect(existsSync(dist('functions/gone.js'))).toBe(false);
    expect(existsSync(dist('functions/hello.js'))).toBe(true);
  });

  it('finds a function above the size limit and says what it is made of', async () => {
    given({
      'src/big.ts': `export const big = '${'x'.repeat(SIZE_LIMIT)}';`,
      'src/functions/hello.ts': `import { big } from '../big'; export const handler = () => big;`,
    });
    const { problems } = await build();
    expect(problems).toEqual([
      expect.stringMatching(/hello\.js has \d+ bytes, the limit is \d+\..*src\/big\.ts \d{5}/),
    ]);
  });

  it('leaves the last build in place when the code does not compile', async () => {
    given();
    await build();
    repository.write(`${SERVICE}/src/functions/hello.ts`, 'export const handler = ');
    await expect(build()).rejects.toThrow('Unexpected end of file');
    expect(readFileSync(dist('functions/hello.js'), 'utf8')).toContain('"hello"');
  });

  it.each([
    [349_000, true],
    [350_000, false],
  ])('with axios inlined and %i bytes of it: accepted %s', async (bytes, accepted) => {
    given({ 'src/functions/hello.ts': `import axios from 'axios'; export const handler = () => axios;` });
    repository.write('node_modules/axios/package.json', '{"name":"axios","main":"index.js"}');
    repository.write('node_modules/axios/index.js', `module.exports = '${'x'.repeat(bytes)}';`);
    const { problems } = await build();
    expect(problems.length === 0).toBe(accepted);
  });

  it('names the file that pulls in zod itself', async () => {
    given({
      'src/functions/hello.ts': `import { shape } from '../contract'; export const handler = () => shape;`,
      'src/contract.ts': `import { z } from 'zod'; export const shape = z;`,
    });
    repository.write('node_modules/zod/package.json', '{"name":"zod","main":"index.js"}');
    repository.write('node_modules/zod/index.js', `exports.z = require('./v4/classic/schemas.js');`);
    repository.write('node_modules/zod/v4/classic/schemas.js', `exports.string = () => 1;`);
    expect((await build()).problems).toEqual([
      expect.stringContaining('hello.js inlines zod itself, imported by src/contract.ts'),
    ]);
  });

  it('names the file that inlines the SDK where it is not declared', async () => {
    given({
      'package.json': JSON.stringify({ name: 'greeter', dependencies: {} }),
      'src/functions/hello.ts': `import twilio from 'twilio'; export const handler = () => twilio;`,
    });
    repository.write('node_modules/twilio/package.json', '{"name":"twilio","main":"index.js"}');
    repository.write('node_modules/twilio/index.js', 'module.exports = () => 1;');
    expect((await build()).problems).toEqual([
      expect.stringContaining('inlines the twilio SDK, imported by src/functions/hello.ts'),
    ]);
  });
});
