import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../services/listFiles';
import { writeAtomically } from '../services/writeAtomically';
import { BUILD_RECORD, hashOf, hashOfFile, type BuildRecord } from './buildRecord';
import type { Bundle } from './bundle';

/**
 * Replaces the service's dist file by file, then removes what no source stands for any more.
 * The folder itself is never removed: a running `twilio-run` loses its routes for good when it is.
 */
export function writeBundle({ service, functions, inputs }: Bundle, problems: readonly string[]): void {
  const built = new Map<string, Uint8Array>();
  for (const { file, contents } of functions) built.set(`dist/functions/${file}`, contents);
  const assets = listFiles(path.join(service.dir, 'src/assets'));
  for (const asset of assets) {
    built.set(`dist/assets/${asset}`, readFileSync(path.join(service.dir, 'src/assets', asset)));
  }
  for (const [file, contents] of built) writeAtomically(path.join(service.dir, file), contents);

  const record: BuildRecord = { inputs: {}, outputs: {}, problems: [...problems] };
  for (const input of [...inputs, ...assets.map((asset) => `src/assets/${asset}`), 'package.json']) {
    record.inputs[input] = hashOfFile(path.join(service.dir, input)) ?? '';
  }
  for (const [file, contents] of built) record.outputs[file] = hashOf(contents);
  writeAtomically(path.join(service.dir, BUILD_RECORD), `${JSON.stringify(record, undefined, 1)}\n`);

  for (const file of listFiles(path.join(service.dir, 'dist'))) {
    const relative = `dist/${file}`;
    if (!built.has(relative) && relative !== BUILD_RECORD) rmSync(path.join(service.dir, relative));
  }
}
