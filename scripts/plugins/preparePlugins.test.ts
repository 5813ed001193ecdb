import { rmSync, readFileSync } from 'node:fs';
import { createRepository, type Repository } from '../testing/createRepository';
import { buildPlugin } from './buildPlugin';
import { findPlugins } from './findPlugins';
import { createPluginCache } from './pluginCache';
import { preparePlugins } from './preparePlugins';

/** Stands in for flex-plugin, which takes half a minute: puts together what is in src. */
const BUILD = `
const fs = require('fs');
const source = fs.readFileSync('src/index.ts', 'utf8');
if (source.includes('mistake')) { console.log('src/index.ts: a mistake'); process.exit(2); }
fs.mkdirSync('build', { recursive: true });
fs.writeFileSync('build/plugin-greeter.js', source + fs.readFileSync('../kit/src/index.ts', 'utf8'));
`;

describe('plugins before a start', () => {
  let repository: Repository;
  let lines: string[];
  let variable: string | undefined;
  beforeEach(() => {
    lines = [];
    variable = process.env['FLEX_APP_GREETING'];
    repository = createRepository({
      'package.json': JSON.stringify({ name: 'all', private: true, workspaces: ['plugins/*'] }),
      'package-lock.json': '{}',
      'plugins/kit/package.json': JSON.stringify({ name: 'kit', version: '0.1.0' }),
      'plugins/kit/src/index.ts': '/* kit */',
      'plugins/plugin-greeter/package.json': JSON.stringify({
        name: 'plugin-greeter',
        version: '1.2.3',
        scripts: { build: 'node build.cjs' },
      }),
      'plugins/plugin-greeter/build.cjs': BUILD,
      'plugins/plugin-greeter/src/index.ts': '/* greeter */',
    });
  });
  afterEach(() => {
    if (variable === undefined) delete process.env['FLEX_APP_GREETING'];
    else process.env['FLEX_APP_GREETING'] = variable;
    repository.remove();
  });
  const prepare = () =>
    preparePlugins(findPlugins(repository.root), {
      root: repository.root,
      // A new one each time, as another start has.
      cache: createPluginCache(repository.root, repository.resolve('.local/plugins')),
      log: (line) => lines.push(line),
    });
  const bundle = () =>
    readFileSync(repository.resolve('plugins/plugin-greeter/build/plugin-greeter.js'), 'utf8');

  it('are found by their folder, what they share is none', () => {
    expect(findPlugins(repository.root)).toEqual([
      {
        name: 'plugin-greeter',
        version: '1.2.3',
        dir: repository.resolve('plugins/plugin-greeter'),
        file: repository.resolve('plugins/plugin-greeter/build/plugin-greeter.js'),
      },
    ]);
  });

  it('are built once, and again only after a change of what they are made from', async () => {
    await expect(prepare()).resolves.toBe(1);
    expect(bundle()).toBe('/* greeter *//* kit */');
    expect(lines).toEqual([
      expect.stringMatching(/^Building plugin-greeter/),
      expect.stringMatching(/^Built/),
    ]);

    await expect(prepare()).resolves.toBe(0);
    repository.write('plugins/plugin-greeter/src/index.test.ts', 'a test');
    await expect(prepare()).resolves.toBe(0);

    repository.write('plugins/kit/src/index.ts', '/* other kit */');
    await expect(prepare()).resolves.toBe(1);
    expect(bundle()).toContain('other kit');
  }, 30_000);

  it('are built again when the bundle is gone, or is not the one that was built', async () => {
    await prepare();
    repository.write('plugins/plugin-greeter/build/plugin-greeter.js', 'by hand');
    await expect(prepare()).resolves.toBe(1);
    rmSync(repository.resolve('plugins/plugin-greeter/build'), { recursive: true });
    await expect(prepare()).resolves.toBe(1);
  }, 30_000);

  it('are built again when a variable is another that is written into the bundle', async () => {
    process.env['FLEX_APP_GREETING'] = 'hello';
    await prepare();
    await expect(prepare()).resolves.toBe(0);

    process.env['FLEX_APP_GREETING'] = 'good evening';

    await expect(prepare()).resolves.toBe(1);
  }, 30_000);

  it('are given up when building takes too long', async () => {
    repository.write('plugins/plugin-greeter/build.cjs', 'setInterval(() => undefined, 1_000);');
    const [plugin] = findPlugins(repository.root);

    await expect(buildPlugin(plugin!, repository.root, undefined, 50)).rejects.toThrow(
      'plugin-greeter was not built (given up after 0.05 s)',
    );
  });

  it("fail with the tool's own words", async () => {
    repository.write('plugins/plugin-greeter/src/index.ts', 'a mistake');
    await expect(prepare()).rejects.toThrow(
      /plugin-greeter was not built \(code \d+\):[^]*src\/index.ts: a mistake/,
    );
  });
});
