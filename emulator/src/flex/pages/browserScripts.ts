import { join } from 'node:path';
import { build } from 'esbuild';

const SOURCES = join(__dirname, '..', 'browser-code');
const NAMES = ['shim', 'signIn', 'goBack', 'startFlex'] as const;

/** The scripts of a page by their names. */
export type BrowserScripts = Readonly<Partial<Record<string, string>>>;

/** Bundles our own scripts for the browser (tens of milliseconds). Rejects with esbuild's message. */
export async function bundleBrowserScripts(): Promise<BrowserScripts> {
  const { outputFiles } = await build({
    entryPoints: NAMES.map((name) => join(SOURCES, `${name}.ts`)),
    outdir: SOURCES,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome109',
    write: false,
    logLevel: 'silent',
  });
  return Object.fromEntries(NAMES.map((name, index) => [name, outputFiles[index]?.text]));
}
