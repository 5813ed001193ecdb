import { findPlugins } from '../plugins/findPlugins';
import { createPluginCache } from '../plugins/pluginCache';
import { findServices } from '../services/findServices';
import { createRepository, functionSource, serviceFiles, type Repository } from '../testing/createRepository';
import { followChanges } from './followChanges';

const build = (text: string) =>
  `require('fs').mkdirSync('build', { recursive: true }); require('fs').writeFileSync('build/plugin-greeter.js', '${text}');`;

describe('what is saved while everything runs', () => {
  let repository: Repository;
  let stop: () => void;
  let listeners: ((line: string) => void)[];
  let reloads: number;
  beforeEach(() => {
    reloads = 0;
    repository = createRepository({
      ...serviceFiles('greeter'),
      'package.json': JSON.stringify({ name: 'all', private: true, workspaces: ['plugins/*'] }),
      'plugins/plugin-greeter/package.json': JSON.stringify({
        name: 'plugin-greeter',
        version: '1.0.0',
        scripts: { build: 'node src/build.cjs' },
      }),
      'plugins/plugin-greeter/src/build.cjs': build('first'),
      'emulator/src/index.ts': '',
    });
    listeners = [];
    const say = (line: string): void => {
      for (const listener of listeners) listener(line);
    };
    const service = {
      ...{ name: 'greeter', origin: '', domain: '', runtimes: [] },
      reload: () => Promise.resolve(void (reloads += 1)),
    };
    stop = followChanges(
      { services: [service] },
      {
        root: repository.root,
        services: findServices(repository.root),
        plugins: findPlugins(repository.root),
        cache: createPluginCache(repository.root, repository.resolve('.local/plugins')),
        log: say,
        error: say,
      },
    );
  });
  afterEach(() => {
    stop();
    repository.remove();
  });
  const hear = (part: string) =>
    new Promise<string>((resolve) => {
      listeners.push((line) => {
        if (line.includes(part)) resolve(line);
      });
    });

  it('is built and run, when it is a function', async () => {
    const heard = hear('Rebuilt and restarted: greeter.');
    repository.write('serverless/greeter/src/functions/hello.ts', functionSource('other'));
    await heard;
    expect(reloads).toBe(1);
  });

  it('leaves what ran before running, when it does not compile', async () => {
    const heard = hear('What was built before keeps running.');
    repository.write('serverless/greeter/src/functions/hello.ts', 'export const = ;');
    await heard;
    expect(reloads).toBe(0);
  });

  it('is built, when it is a plugin, and shows after a reload', async () => {
    const heard = hear('Reload the Flex pages');
    repository.write('plugins/plugin-greeter/src/build.cjs', build('second'));
    await heard;
    expect(reloads).toBe(0);
  });

  it('leaves the plugin that was built before, when it does not build', async () => {
    const [reason, consolation] = [hear('a mistake'), hear('go on with what was built before')];
    repository.write('plugins/plugin-greeter/src/build.cjs', "console.log('a mistake'); process.exit(2);");
    await reason;
    await consolation;
  });

  it('needs a restart, when it is the local Twilio', async () => {
    const heard = hear('Ctrl-C, npm start');
    repository.write('emulator/src/index.ts', 'export {};');
    await heard;
  });
});
