import path from 'node:path';
import { build } from 'esbuild';
import { resourceOf } from '../services/resource';
import { repositoryRoot } from '../services/repositoryRoot';
import type { Service } from '../services/service';
import type { Bundle, BundledFunction } from './bundle';
import { dropFunctionValidator } from './dropFunctionValidator';
import { findEntries } from './findEntries';
import { importersOf } from './importersOf';
import { minifyFurther } from './minifyFurther';

/** What functions carry of zod/mini, in a fifth of its size (docs/decisions/0005). */
const LEAN_ZOD = path.join(repositoryRoot, 'shared/src/leanZod/index.ts');

/**
 * Bundles every function of a service into one CommonJS file each, in memory.
 *
 * Twilio uploads the files under dist/functions and installs package.json's `dependencies`, nothing else: so what is
 * declared there stays outside, everything else is inlined. Throws on code that does not compile.
 */
export async function bundleService(service: Service): Promise<Bundle> {
  const functionsDir = path.join(service.dir, 'src/functions');
  const outputDir = path.join(service.dir, 'dist/functions');
  const entries = findEntries(functionsDir);
  const { outputFiles, metafile } = await build({
    absWorkingDir: service.dir,
    entryPoints: entries.map((entry) => path.join(functionsDir, entry)),
    outbase: functionsDir,
    outdir: outputDir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: Object.keys(service.dependencies),
    alias: { 'zod/mini': LEAN_ZOD, 'mime-types': path.join(__dirname, 'noMimeTypes.cjs') },
    plugins: [dropFunctionValidator],
    // What leanZod does not have.
    logOverride: { 'import-is-undefined': 'error' },
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const functions = outputFiles.map(async (output): Promise<BundledFunction> => {
    const relative = path.relative(service.dir, output.path).split(path.sep).join('/');
    const inputs = Object.entries(metafile.outputs[relative]?.inputs ?? {});
    return {
      ...resourceOf(relative.slice('dist/functions/'.length), '.js'),
      contents: Buffer.from(await minifyFurther(output.text)),
      inputs: new Map(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput])),
    };
  });
  return {
    service,
    functions: await Promise.all(functions),
    inputs: Object.keys(metafile.inputs).sort(),
    importers: importersOf(metafile),
  };
}
