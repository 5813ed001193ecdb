import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A throw-away repository on disk. */
export interface Repository {
  readonly root: string;
  write(file: string, contents: string): void;
  resolve(...parts: string[]): string;
  remove(): void;
}

/** Writes `files` (path to contents) into a fresh folder of the system's temporary directory. */
export function createRepository(files: Readonly<Record<string, string>> = {}): Repository {
  const root = mkdtempSync(path.join(tmpdir(), 'patchbay-'));
  const resolve = (...parts: string[]): string => path.join(root, ...parts);
  const write = (file: string, contents: string): void => {
    mkdirSync(path.dirname(resolve(file)), { recursive: true });
    writeFileSync(resolve(file), contents);
  };
  for (const [file, contents] of Object.entries(files)) write(file, contents);
  return {
    root,
    write,
    resolve,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The files of a service that builds and may be deployed; `more` adds to them or replaces them. */
export function serviceFiles(
  name: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const files = {
    'package.json': JSON.stringify({
      name,
      dependencies: { '@twilio/runtime-handler': '2.1.0', twilio: '6.2.0' },
    }),
    '.twilioserverlessrc': JSON.stringify({
      functionsFolder: 'dist/functions',
      assetsFolder: 'dist/assets',
      runtime: 'node24',
      serviceName: name,
    }),
    'src/functions/hello.ts': functionSource('hello'),
    ...more,
  };
  return Object.fromEntries(
    Object.entries(files).map(([file, contents]) => [`serverless/${name}/${file}`, contents]),
  );
}

/** A Twilio Function that answers with a text. */
export const functionSource = (text: string): string =>
  `export const handler = (_context: unknown, _event: unknown, callback: (error: null, body: string) => void): void => {
  callback(null, ${JSON.stringify(text)});
};\n`;
