import { formatMessages } from 'esbuild';
import * as z from 'zod/mini';
import type { Service } from '../services/service';
import { buildService } from './buildService';
import type { Bundle } from './bundle';
import { sizeTable } from './sizeTable';

/** Where a command writes; `console` is one. */
export interface Output {
  log(line: string): void;
  error(line: string): void;
}

/** What esbuild throws. */
const CompileFailure = z.object({
  errors: z.array(
    z.object({
      text: z.string(),
      location: z.nullable(
        z.object({ file: z.string(), line: z.number(), column: z.number(), lineText: z.string() }),
      ),
    }),
  ),
});

/** Builds services one after the other, prints sizes and problems; false when any of them failed or must not be deployed. */
export async function buildAll(services: readonly Service[], output: Output): Promise<boolean> {
  const bundles: Bundle[] = [];
  let succeeded = true;
  for (const service of services) {
    try {
      const { bundle, problems } = await buildService(service);
      bundles.push(bundle);
      for (const problem of problems) output.error(`${service.name}: ${problem}`);
      if (problems.length > 0) succeeded = false;
    } catch (error) {
      succeeded = false;
      output.error(await describe(service, error));
    }
  }
  const count = bundles.reduce((sum, { functions }) => sum + functions.length, 0);
  if (count > 0) output.log(sizeTable(bundles));
  else if (succeeded) output.log('Nothing to build: no service under serverless/ has functions yet.');
  return succeeded;
}

async function describe(service: Service, error: unknown): Promise<string> {
  const compile = z.safeParse(CompileFailure, error);
  if (compile.success) {
    const lines = await formatMessages(compile.data.errors, { kind: 'error', color: false });
    return `${service.name}: does not compile.\n${lines.join('').trimEnd()}`;
  }
  return error instanceof Error ? error.message : `${service.name}: ${String(error)}`;
}
