import { cpSync, renameSync, rmSync } from 'node:fs';
import { buildService } from '../bundling/buildService';
import { SIZE_LIMIT } from '../bundling/sizeGate';
import { readService } from '../services/service';
import { createRepository, functionSource, serviceFiles, type Repository } from '../testing/createRepository';
import { checkService } from './checkService';

const SERVICE = 'serverless/greeter';
const settings = { functionsFolder: 'dist/functions', runtime: 'node24', serviceName: 'greeter' };
const withDependencies = (dependencies: Record<string, string>) =>
  JSON.stringify({ name: 'greeter', dependencies: { '@twilio/runtime-handler': '2.1.0', ...dependencies } });

describe('the pre-deploy check', () => {
  let repository: Repository;
  const given = async (files: Record<string, string> = {}) => {
    repository = createRepository(
      serviceFiles('greeter', { 'src/functions/hook.protected.ts': functionSource('hook'), ...files }),
    );
    await buildService(readService(repository.resolve(SERVICE)));
  };
  const check = () => checkService(readService(repository.resolve(SERVICE)), repository.root);
  const problems = () => check().map(({ problem }) => problem);
  const at = (file: string) => repository.resolve(SERVICE, file);
  afterEach(() => {
    repository.remove();
  });

  it('finds nothing in a service that was just built', async () => {
    await given({ '.env': 'ACCOUNT_SID=AC0\nGREETING="hello"\n' });
    expect(check()).toEqual([]);
  });

  it('says that a service without its build would deploy nothing, and what builds it', async () => {
    await given();
    rmSync(at('dist'), { recursive: true });
    expect(problems()).toEqual([expect.stringContaining('would upload nothing')]);
    expect(check()[0]?.mend).toBe('npm run build -- greeter');
  });

  it('finds a build with no function in it', async () => {
    await given();
    rmSync(at('dist/functions'), { recursive: true });
    expect(problems()).toEqual([expect.stringContaining('no built function')]);
  });

  it.each(['src/functions/hello.ts', 'package.json'])(
    'finds a change of %s after the build',
    async (file) => {
      await given();
      repository.write(
        `${SERVICE}/${file}`,
        file.endsWith('.ts') ? 'export const handler = 1;' : withDependencies({}),
      );
      expect(problems()).toEqual([expect.stringContaining(`${file} was changed after the build`)]);
    },
  );

  it('finds a change of code that is shared between services', async () => {
    await given({
      'src/functions/hello.ts': `import { greet } from '../../../../shared/greet'; export const handler = greet;`,
      '../../shared/greet.ts': 'export const greet = () => 1;',
    });
    repository.write('shared/greet.ts', 'export const greet = () => 2;');
    expect(problems()).toEqual([expect.stringContaining('shared/greet.ts was changed after the build')]);
  });

  it('finds an asset that is newer than the build', async () => {
    await given();
    repository.write(`${SERVICE}/src/assets/conf.json`, '{}');
    expect(problems()).toEqual([expect.stringContaining('src/assets/conf.json was added')]);
  });

  it('finds output that somebody edited, and output that no build of ours wrote', async () => {
    await given();
    repository.write(`${SERVICE}/dist/functions/hello.js`, 'exports.handler = 1;');
    expect(problems()).toEqual([expect.stringContaining('hello.js is not what the build wrote')]);
    rmSync(at('dist/build-record.json'));
    expect(problems()).toEqual([expect.stringContaining('not written by `npm run build`')]);
  });

  it('finds a function whose source is there and whose .js is not', async () => {
    await given();
    repository.write(`${SERVICE}/src/functions/late.ts`, functionSource('late'));
    expect(problems()).toEqual([expect.stringContaining('src/functions/late.ts is not built')]);
  });

  it('finds a protected function that lost its infix', async () => {
    await given();
    renameSync(at('dist/functions/hook.protected.js'), at('dist/functions/hook.js'));
    expect(problems()).toContainEqual(expect.stringMatching(/built as hook\.js: it would not be protected/));
  });

  it('finds a built function whose source has gone', async () => {
    await given();
    rmSync(at('src/functions/hello.ts'));
    expect(problems()).toContainEqual(expect.stringContaining('hello.js has no source any more'));
  });

  it.each(['^6.2.0', 'latest', 'file:../../shared', 'workspace:*', '*', 'github:a/b'])(
    'finds the dependency spec %s',
    async (spec) => {
      await given({ 'package.json': withDependencies({ twilio: spec }) });
      expect(problems()).toEqual([expect.stringContaining(`declares twilio as "${spec}"`)]);
    },
  );

  it('finds one of our own packages among the dependencies, exact or not', async () => {
    await given({ 'package.json': withDependencies({ '@patchbay/shared': '0.1.0' }) });
    repository.write('shared/package.json', '{"name":"@patchbay/shared"}');
    expect(problems()).toEqual([expect.stringContaining('our own package @patchbay/shared')]);
  });

  it('finds a missing and an inexact runtime handler', async () => {
    await given({ 'package.json': JSON.stringify({ name: 'greeter' }) });
    expect(problems()).toEqual([expect.stringContaining('does not declare @twilio/runtime-handler')]);
    repository.remove();
    await given({ 'package.json': withDependencies({ '@twilio/runtime-handler': '^2.1.0' }) });
    expect(problems()).toEqual([expect.stringContaining('@twilio/runtime-handler as "^2.1.0"')]);
  });

  it.each<[string, object | undefined]>([
    ['is missing', undefined],
    ['is not a JSON object', []],
    ['functionsFolder is missing', { ...settings, functionsFolder: undefined }],
    ['functionsFolder is "src"', { ...settings, functionsFolder: 'src' }],
    ['runtime is "node22"', { ...settings, runtime: 'node22' }],
    ['serviceName is "@patchbay/greeter"', { ...settings, serviceName: '@patchbay/greeter' }],
    ['serviceName is "', { ...settings, serviceName: 'x'.repeat(50) }],
  ])('finds a configuration where it %s', async (problem, configuration) => {
    await given({ '.twilioserverlessrc': JSON.stringify(configuration ?? {}) });
    if (configuration === undefined) rmSync(at('.twilioserverlessrc'));
    expect(problems()).toEqual([expect.stringContaining(problem)]);
  });

  it('finds the 51st function', async () => {
    const many = Array.from({ length: 49 }, (_, index): [string, string] => [
      `src/functions/f${index}.ts`,
      functionSource(String(index)),
    ]);
    await given(Object.fromEntries(many));
    expect(problems()).toEqual([expect.stringContaining('has 51 functions')]);
  });

  it('finds paths that Twilio refuses and two files for one path', async () => {
    await given({
      'src/functions/a+b.ts': functionSource('x'),
      'src/functions/hook.ts': functionSource('public twin'),
    });
    expect(problems()).toEqual([
      expect.stringContaining('a+b.js is served as /a+b'),
      expect.stringContaining('hook.js and hook.protected.js are all served as /hook'),
    ]);
  });

  it('finds key material among public assets', async () => {
    await given({ 'src/assets/server.key': 'secret', 'src/assets/other.private.key': 'fine' });
    expect(problems()).toEqual([expect.stringContaining('the asset server.key looks like a secret')]);
  });

  it.each(['NODE_OPTIONS', 'TWILIO_EMULATOR_ORIGIN', 'DOMAIN_NAME', 'SERVICE_SID'])(
    'finds %s in an env file that could be deployed, but not in .env.local or .env.example',
    async (name) => {
      await given({ '.env.production': `${name}=x`, '.env.local': `${name}=x`, '.env.example': `${name}=x` });
      expect(problems()).toEqual([expect.stringContaining(`.env.production sets ${name}`)]);
    },
  );

  it('finds an environment near the limit of the context', async () => {
    await given({ '.env': `A=${'x'.repeat(1400)}\nB='${'y'.repeat(1400)}'\n` });
    expect(problems()).toEqual([expect.stringMatching(/makes 28\d\d bytes of context/)]);
  });

  it('finds the value of a secret inside a bundle without showing it', async () => {
    await given({
      '.env': 'API_SECRET=correct-horse',
      'src/functions/hello.ts': functionSource('correct-horse'),
    });
    expect(problems()).toEqual([
      expect.stringContaining('dist/functions/hello.js contains the value of API_SECRET'),
    ]);
    expect(JSON.stringify(check())).not.toContain('correct-horse');
  });

  it('repeats what the build found', async () => {
    await given({ 'src/functions/hello.ts': functionSource('x'.repeat(SIZE_LIMIT)) });
    expect(problems()).toEqual([expect.stringMatching(/hello\.js has \d+ bytes, the limit is/)]);
  });

  it('finds nothing after the whole repository moved to another folder', async () => {
    await given();
    const elsewhere = createRepository();
    cpSync(repository.root, elsewhere.root, { recursive: true });
    const findings = checkService(readService(elsewhere.resolve(SERVICE)), elsewhere.root);
    elsewhere.remove();
    expect(findings).toEqual([]);
  });
});
