import type { Service } from '../services/service';
import type { Bundle } from './bundle';
import { bundleService } from './bundleService';
import { findForbiddenInlines } from './forbiddenInlines';
import { findOversized } from './sizeGate';
import { writeBundle } from './writeBundle';

export interface Build {
  readonly bundle: Bundle;
  /** Why this build runs on one machine but must not be deployed; recorded in it, and `npm run check` repeats it. */
  readonly problems: readonly string[];
}

/** Bundles a service, writes its dist, judges it. Throws esbuild's error for code that does not compile, and writes nothing then. */
export async function buildService(service: Service): Promise<Build> {
  const bundle = await bundleService(service);
  const problems = [...findOversized(bundle), ...findForbiddenInlines(bundle)];
  writeBundle(bundle, problems);
  return { bundle, problems };
}
