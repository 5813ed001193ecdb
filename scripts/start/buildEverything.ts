import path from 'node:path';
import { buildAll, type Output } from '../bundling/buildAll';
import { findPlugins, type Plugin } from '../plugins/findPlugins';
import { createPluginCache } from '../plugins/pluginCache';
import { preparePlugins, type PreparePluginOptions } from '../plugins/preparePlugins';
import { trackProcesses } from '../processes/trackProcesses';
import { findServices } from '../services/findServices';
import type { Service } from '../services/service';
import type { Lifetime } from '../stack/stopInReverse';
import { prepareFlexHost } from './prepareFlexHost';

export interface Built {
  readonly services: readonly Service[];
  readonly plugins: readonly Plugin[];
  /** For building a plugin again. */
  readonly building: PreparePluginOptions;
}

/** Builds what changed since the last start, the services always; rejects with what doesn't compile. */
export async function buildEverything(
  root: string,
  { withFlex, lifetime, output }: { withFlex: boolean; lifetime: Lifetime; output: Output },
): Promise<Built> {
  const log = (line: string): void => {
    output.log(line);
  };
  const services = findServices(root);
  const plugins = withFlex ? findPlugins(root) : [];
  const builds = trackProcesses();
  lifetime.add(builds.killAll);
  const cache = createPluginCache(root, path.join(root, '.local/plugins'));
  const building = { root, cache, log, onStarted: builds.add };
  const quiet: Output = {
    log: () => undefined,
    error: (line) => {
      output.error(line);
    },
  };
  if (!(await buildAll(services, quiet))) {
    throw new Error('The services were not built.');
  }
  await Promise.all([preparePlugins(plugins, building), ...(withFlex ? [prepareFlexHost(root, log)] : [])]);
  return { services, plugins, building };
}
