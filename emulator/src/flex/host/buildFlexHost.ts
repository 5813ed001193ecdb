import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, version as esbuildVersion, type BuildOptions } from 'esbuild';
import { isObject } from '../../kernel/isObject';
import { HOST_ENTRY } from './hostEntry';

/** The built page script, on disk. */
export interface FlexHost {
  /** Names the build: changes when a version or the way it is built changes. */
  readonly key: string;
  /** ~17 MB, not compressed: over loopback, unpacking takes the browser longer than reading. */
  readonly file: string;
}

const resolveHere = createRequire(__filename);

/** The version of an installed package, wherever it is installed. */
function versionOf(name: string): string {
  const manifest: unknown = resolveHere(`${name}/package.json`);
  const version = isObject(manifest) ? manifest['version'] : undefined;
  if (typeof version !== 'string') throw new Error(`${name} has no version`);
  return version;
}

/** Flex UI's version, e.g. `2.17.1`. */
export const flexUiVersion = (): string => versionOf('@twilio/flex-ui');

function buildOptions(): BuildOptions {
  return {
    stdin: {
      contents: HOST_ENTRY,
      // As a module next to Flex UI, so that it gets the very React that Flex UI's own imports resolve to.
      resolveDir: dirname(resolveHere.resolve('@twilio/flex-ui/package.json')),
      sourcefile: 'flex-host.js',
    },
    // webpack 4, which Twilio builds with, brings Node's `path` and `global` along; esbuild doesn't.
    alias: { path: resolveHere.resolve('path-browserify') },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'chrome109',
    mainFields: ['browser', 'module', 'main'],
    minify: true,
    legalComments: 'none',
    loader: {
      '.png': 'dataurl',
      '.svg': 'dataurl',
      '.mp3': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
    },
    logLevel: 'silent',
    write: false,
  };
}

function keyOf(options: BuildOptions): string {
  const { stdin, alias: _alias, ...rest } = options;
  const versions = ['@twilio/flex-ui', 'react', 'react-dom', 'path-browserify'].map(versionOf);
  const made = JSON.stringify([versions, esbuildVersion, stdin?.contents, rest]);
  return `${flexUiVersion()}-${createHash('sha256').update(made).digest('hex').slice(0, 12)}`;
}

/** Writes a file that is there whole or not at all, whoever else builds at the same time. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/**
 * Bundles the Flex UI of node_modules into one script for a page (4 s on an idle machine), or finds it in `cacheFolder` if it was
 * built before from the same versions. Rejects with esbuild's message.
 */
export async function buildFlexHost(cacheFolder: string): Promise<FlexHost> {
  const options = buildOptions();
  const key = keyOf(options);
  const file = join(cacheFolder, `flex-host-${key}.js`);
  if (existsSync(file)) return { key, file };

  await mkdir(cacheFolder, { recursive: true });
  const { outputFiles = [] } = await build(options);
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild made no script of Flex UI');
  await writeWhole(file, script.contents);
  return { key, file };
}
