import path from 'node:path';
import { buildAll } from '../bundling/buildAll';
import { watchServices } from '../bundling/watchServices';
import type { Plugin } from '../plugins/findPlugins';
import { pluginSources } from '../plugins/pluginInputs';
import { preparePlugins, type PreparePluginOptions } from '../plugins/preparePlugins';
import type { Service } from '../services/service';
import type { Stack } from '../stack/model';
import { watchFolders } from '../watching/watchFolders';

export interface FollowOptions extends PreparePluginOptions {
  readonly services: readonly Service[];
  readonly plugins: readonly Plugin[];
  readonly error: (line: string) => void;
}

/** Keeps what runs up to date with what is saved; says what happened and what there is to do. Returns the way to stop. */
export function followChanges(stack: Pick<Stack, 'services'>, options: FollowOptions): () => void {
  const { root, services, plugins, log, error } = options;

  const rebuildServices = async (): Promise<void> => {
    if (!(await buildAll(services, { log: () => undefined, error }))) {
      error('What was built before keeps running.');
      return;
    }
    await Promise.all(stack.services.map((service) => service.reload()));
    log(`Rebuilt and restarted: ${stack.services.map(({ name }) => name).join(', ')}.`);
  };
  const rebuildPlugin = async (plugin: Plugin): Promise<void> => {
    if (await preparePlugins([plugin], options)) log('Reload the Flex pages to load it.');
  };
  /** A failure is for whoever saved the file to read; everything keeps running. */
  const told = (work: () => Promise<void>, consolation?: string) => () =>
    work().catch((cause: unknown) => {
      error(cause instanceof Error ? cause.message : String(cause));
      if (consolation !== undefined) error(consolation);
    });

  let isOutdated = false;
  const stops = [
    watchServices(services, root, told(rebuildServices)),
    ...plugins.map((plugin) =>
      watchFolders(
        pluginSources(plugin, root),
        told(() => rebuildPlugin(plugin), 'The Flex pages go on with what was built before.'),
      ),
    ),
    watchFolders([path.join(root, 'emulator/src')], () => {
      if (!isOutdated) log('The local Twilio itself changed, but runs as it was started: Ctrl-C, npm start.');
      isOutdated = true;
      return Promise.resolve();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
