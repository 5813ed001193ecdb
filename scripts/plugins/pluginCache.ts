import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { writeAtomically } from '../services/writeAtomically';
import type { Plugin } from './findPlugins';
import { hashFiles } from './hashFiles';
import { hashVariables } from './hashVariables';
import { pluginInputs } from './pluginInputs';

const Record = z.object({ inputs: z.string(), bundle: z.string() });

/** Remembers what a plugin's bundle was built from, so that an unchanged one isn't built again. */
export interface PluginCache {
  /** What the plugin would be built from now. */
  inputsOf(plugin: Plugin): string;
  /** Whether the bundle on disk is the one that was built from these inputs. */
  holds(plugin: Plugin, inputs: string): boolean;
  remember(plugin: Plugin, inputs: string): void;
}

/** Keeps its records in `folder`. */
export function createPluginCache(root: string, folder: string): PluginCache {
  const recordOf = ({ name }: Plugin): string => path.join(folder, `${name}.json`);
  const bundleOf = ({ file }: Plugin): string => hashFiles([file], root);
  return {
    inputsOf: (plugin) => `${hashFiles(pluginInputs(plugin, root), root)} ${hashVariables(process.env)}`,
    holds(plugin, inputs) {
      if (!existsSync(plugin.file) || !existsSync(recordOf(plugin))) return false;
      const record = readRecord(recordOf(plugin));
      return record?.inputs === inputs && record.bundle === bundleOf(plugin);
    },
    remember(plugin, inputs) {
      writeAtomically(recordOf(plugin), JSON.stringify({ inputs, bundle: bundleOf(plugin) }));
    },
  };
}

/** Undefined for a file that was cut short or written by another version: then the plugin is built again. */
function readRecord(file: string): z.infer<typeof Record> | undefined {
  try {
    return z.parse(Record, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
