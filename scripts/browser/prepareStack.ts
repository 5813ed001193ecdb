import path from 'node:path';
import { buildAll } from '../bundling/buildAll';
import { findPlugins } from '../plugins/findPlugins';
import { createPluginCache } from '../plugins/pluginCache';
import { preparePlugins } from '../plugins/preparePlugins';
import { findServices } from '../services/findServices';
import { repositoryRoot as root } from '../services/repositoryRoot';
import type { Stack } from '../stack/model';
import { startStack } from '../stack/startStack';
import { centre, services } from '../story/centre';
import { flexOf } from '../story/flex';
import { forSuites } from './forSuites';
import { refusing } from './refusing';

/** Builds what changed and starts the contact centre of `npm start` on free ports, for a browser that a test drives. */
export async function prepareStack(log: (line: string) => void): Promise<Stack> {
  const plugins = findPlugins(root);
  if (!(await buildAll(findServices(root), { log: () => undefined, error: log }))) {
    throw new Error('The services were not built.');
  }
  await preparePlugins(plugins, {
    root,
    cache: createPluginCache(root, path.join(root, '.local/plugins')),
    log,
  });
  const played = services.map(forSuites);
  return startStack({
    root,
    scenario: centre,
    services: [...played, ...played.flatMap(refusing)],
    flex: flexOf(plugins),
  });
}
