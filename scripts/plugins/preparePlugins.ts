import type { RunningProcess } from '../processes/startProcess';
import { buildPlugin } from './buildPlugin';
import type { Plugin } from './findPlugins';
import type { PluginCache } from './pluginCache';

export interface PreparePluginOptions {
  readonly root: string;
  readonly cache: PluginCache;
  readonly log: (line: string) => void;
  readonly onStarted?: (process: RunningProcess) => void;
}

/**
 * Builds, one after the other, the plugins that changed since they were built; resolves with how many those were, rejects
 * with the first that fails.
 */
export async function preparePlugins(
  plugins: readonly Plugin[],
  { root, cache, log, onStarted }: PreparePluginOptions,
): Promise<number> {
  let built = 0;
  for (const plugin of plugins) {
    const inputs = cache.inputsOf(plugin);
    if (cache.holds(plugin, inputs)) continue;
    log(`Building ${plugin.name} with flex-plugin (about half a minute the first time) …`);
    const startedMs = performance.now();
    await buildPlugin(plugin, root, onStarted);
    // The inputs as they were read before: what is saved during a build is built by the next one.
    cache.remember(plugin, inputs);
    log(`Built ${plugin.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`);
    built += 1;
  }
  return built;
}
