import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Reply } from '../kernel/route';
import { onceDone } from '../pages/onceDone';
import type { PageAnswerer } from '../pages/pageRoute';

const SOURCES = path.join(__dirname, 'browser-code');
/** Nothing of this page may leave the machine, or come from elsewhere. */
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const FILES: Readonly<Partial<Record<string, readonly [file: string, type: string]>>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/favicon.svg': ['favicon.svg', 'image/svg+xml'],
};

const BUNDLES: Readonly<Partial<Record<string, string>>> = {
  '/console.js': 'text/javascript; charset=utf-8',
  '/console.css': 'text/css; charset=utf-8',
};

/** Bundles the page's script and stylesheet (tens of milliseconds), by their addresses. Rejects with esbuild's message. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'styles/console.css'].map((file) => ({
      in: path.join(SOURCES, file),
      out: 'console',
    })),
    outdir: '/',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.text]));
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

function bundled(bundles: ReadonlyMap<string, string>, address: string): string {
  const text = bundles.get(address);
  if (text === undefined) throw new Error(`esbuild made no ${address}`);
  return text;
}

/** The page on which people see and steer the local Twilio, on this machine's own name. */
export function createConsolePages(): PageAnswerer {
  const bundles = onceDone(bundle);
  return async ({ method, path: asked }) => {
    if (method !== 'GET') return undefined;
    const type = BUNDLES[asked];
    if (type !== undefined) return page(bundled(await bundles(), asked), type);
    const found = FILES[asked];
    return found && page(await readFile(path.join(SOURCES, found[0]), 'utf8'), found[1]);
  };
}
