import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Reply } from '../kernel/route';
import type { PageAnswerer } from '../pages/pageRoute';

const SOURCES = path.join(__dirname, 'browser-code');
/** Nothing of this page may leave the machine, or come from elsewhere. */
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/console.css': ['console.css', 'text/css; charset=utf-8'],
  '/favicon.svg': ['favicon.svg', 'image/svg+xml'],
};

/** Bundles the page's script (tens of milliseconds). Rejects with esbuild's message. */
async function bundleScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(SOURCES, 'main.ts')],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    write: false,
    logLevel: 'silent',
  });
  const [script] = outputFiles;
  if (!script) throw new Error('esbuild made no script of the console');
  return script.text;
}

const page = (body: string, type: string): Reply => ({
  status: 200,
  body,
  headers: {
    'Content-Type': type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  },
});

/** The page on which people see and steer the local Twilio, on this machine's own name. */
export function createConsolePages(): PageAnswerer {
  let script: Promise<string> | undefined;
  return async ({ method, path: asked }) => {
    if (method !== 'GET') return undefined;
    if (asked === '/console.js')
      return page(await (script ??= bundleScript()), 'text/javascript; charset=utf-8');
    const found = FILES[asked];
    return found && page(await readFile(path.join(SOURCES, found[0]), 'utf8'), found[1]);
  };
}
